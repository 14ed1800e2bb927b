"""The composite picture on screen: regions painted, drawn by hand, kept as cues."""
