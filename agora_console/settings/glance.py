"""A glance at the preferences, for what the first paint needs: no model, no writing, no error."""

from __future__ import annotations

import json
from pathlib import Path


def glance(folder: Path) -> dict[str, str]:
    """The preferences that are text, as they stand in the file; empty when it cannot be read.

    `Settings` reads them properly later, and tells what is wrong with them.
    """
    try:
        document = json.loads((folder / "preferences.json").read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(document, dict):
        return {}
    return {key: value for key, value in document.items() if isinstance(value, str)}
