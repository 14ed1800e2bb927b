"""Exit codes of the commands."""

from agora_console.services.errands.exits import DONE, NOT_REACHED, UNUSABLE

__all__ = ["DONE", "NOT_REACHED", "UNUSABLE", "UnusableError"]


class UnusableError(Exception):
    """The input cannot be used; the text is a whole sentence."""
