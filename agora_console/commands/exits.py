"""Exit codes of the commands."""

DONE, NOT_REACHED, UNUSABLE = 0, 1, 2
"""Done as asked; tried and not reached; input that cannot be used, nothing was sent."""


class UnusableError(Exception):
    """The input cannot be used; the text is a whole sentence."""
