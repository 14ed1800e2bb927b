"""Every fault in every method at every moment: what the console shows, does and claims."""
