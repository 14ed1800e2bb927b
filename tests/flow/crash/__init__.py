"""Real processes killed with signal 9, and what the next console makes of what they left behind."""
