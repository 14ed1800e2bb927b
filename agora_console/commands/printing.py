"""What a command prints for whoever reads, and nobody has to."""

from __future__ import annotations

import sys


def show(text: str) -> None:
    """Print a text on stdout, whatever it can show; that the reader has gone does not matter."""
    out = sys.stdout
    if out is None:
        return
    encoding = out.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), file=out, flush=True)
    except BrokenPipeError:
        sys.stdout = None
