"""Projects, preferences and the draft as JSON files; never a secret."""
