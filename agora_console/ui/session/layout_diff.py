"""What a new layout changes on air; pure.

updateLayout replaces the layout whole: a key that is left out returns to Agora's default, so a key
that stays has to be sent again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from agora_console.domain.layout import LAYOUT_KEYS, LAYOUTS

NOTHING: Final = "—"

_DEFAULTS: Final[Mapping[str, object]] = {"mixedVideoLayout": 0, "backgroundColor": "#000000"}


class Kind(StrEnum):
    """What sending does to one key."""

    CHANGED = "changed"
    KEPT = "kept"
    RESET = "reset"


@dataclass(frozen=True, slots=True)
class Change:
    """One key of the layout, before and after, in short words."""

    key: str
    old: str
    new: str
    kind: Kind


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """What sending `new` does while `old` is on air, in the documented order of the keys.

    A key that is missing counts as its default, so `mixedVideoLayout` 0 is no change to nothing.
    """
    keys = [key for key in LAYOUT_KEYS if key in old or key in new]
    return tuple(_change(key, old, new) for key in keys)


def differs(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """True when sending `new` would change the picture."""
    return any(change.kind is not Kind.KEPT for change in changes(old, new))


def _change(key: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Change:
    before = _short(key, old[key]) if key in old else NOTHING
    after = _short(key, new[key]) if key in new else NOTHING
    if old.get(key, _DEFAULTS.get(key)) == new.get(key, _DEFAULTS.get(key)):
        return Change(key, before, after, Kind.KEPT)
    if key not in new:
        return Change(key, before, after, Kind.RESET)
    if before == after:  # the same in short, as two lists of one length
        after = _tr("{0}, changed").format(after)
    return Change(key, before, after, Kind.CHANGED)


def _short(key: str, value: object) -> str:
    if key == "mixedVideoLayout" and isinstance(value, int) and value in LAYOUTS:
        return f"{value} {LAYOUTS[value]}"
    if isinstance(value, list):
        noun = "region" if key == "layoutConfig" else "image"
        return f"{len(value)} {noun}{'' if len(value) == 1 else 's'}"
    return json.dumps(value, ensure_ascii=False)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LayoutDiff", text)
