"""The command palette: every command and every recording, found by typing."""
