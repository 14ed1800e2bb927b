"""The commands: what the program does without a window, one module each."""
