"""A first look at the command line: what the first paint of a window needs of it, and no parser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

THEMES = ("light", "dark", "contrast", "system")
"""What may be asked for; what was chosen in the last run counts where nothing is."""


class Look(NamedTuple):
    """What was typed, as in `arguments.Arguments`. `alone` does not look for another window."""

    data_dir: Path | None = None
    theme: str = ""
    demo: bool = False
    minimized: bool = False
    alone: bool = False


def first_look(words: Sequence[str]) -> Look | None:
    """What `words` ask for where they are a plain start of the window, which they mostly are.

    None for all that only the parser can tell: commands, files, abbreviations, mistakes.
    """
    look = Look()
    left = iter(words)
    for word in left:
        name, joined, value = word.partition("=")
        if not joined and name in ("--data-dir", "--theme"):
            value = next(left, "-")
            if value.startswith("-"):  # an option, where a value should be
                return None
        if word == "--demo":
            look = look._replace(demo=True)
        elif word == "--minimized":
            look = look._replace(minimized=True)
        elif name == "--data-dir" and value:
            look = look._replace(data_dir=Path(value))
        elif name == "--theme" and value in THEMES:
            look = look._replace(theme=value)
        else:
            return None
    return look
