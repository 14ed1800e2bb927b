"""The commands that need neither a window nor Agora."""
