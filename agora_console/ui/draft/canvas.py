"""The canvas of the composite video that a draft describes."""

from __future__ import annotations

from agora_console.domain.paths import MISSING
from agora_console.ui.draft.document import TRANSCODING
from agora_console.ui.draft.model import DocumentModel

DEFAULT_SIZE = (360, 640)


def canvas(model: DocumentModel) -> tuple[int, int]:
    """The size in pixels; Agora's default for what is not set, (0, 0) for what is no size."""
    sides = (model.get(f"{TRANSCODING}.{key}") for key in ("width", "height"))
    known = [
        default if side is MISSING else side
        for side, default in zip(sides, DEFAULT_SIZE, strict=True)
    ]
    if all(isinstance(side, int) and side > 0 for side in known):
        return known[0], known[1]
    return 0, 0
