"""The journal keeps every recording, through crashes, full disks and second consoles."""
