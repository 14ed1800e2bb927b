"""Single widgets on the real loop."""
