"""Use cases without Qt; they own every task and tell the window facts through events."""
