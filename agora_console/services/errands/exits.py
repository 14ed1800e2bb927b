"""Exit codes of commands, whichever console carries them out."""

DONE, NOT_REACHED, UNUSABLE = 0, 1, 2
"""Done as asked; tried and not reached; cannot be used, and nothing was sent."""
