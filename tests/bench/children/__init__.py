"""What runs in a process of its own; each says one line of JSON."""
