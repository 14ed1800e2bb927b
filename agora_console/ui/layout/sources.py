"""Which pictures people send, for drawing how a region crops or fits them; pure."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from agora_console.domain.geometry.picture import Size

LANDSCAPE: Final[Size] = (16.0, 9.0)
PORTRAIT: Final[Size] = (9.0, 16.0)


class Sources(StrEnum):
    """The shape of everybody's picture; MIXED turns every second one."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    MIXED = "mixed"

    def shape(self, slot: int) -> Size:
        """Width to height of the picture of person `slot`, counted from 1."""
        upright = self is Sources.PORTRAIT or (self is Sources.MIXED and slot % 2 == 0)
        return PORTRAIT if upright else LANDSCAPE
