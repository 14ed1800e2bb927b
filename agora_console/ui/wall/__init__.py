"""All recordings at once: a wall of cards for two metres, and a strip above other windows."""
