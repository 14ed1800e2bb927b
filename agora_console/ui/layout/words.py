"""What a region is called, and its figures, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from agora_console.domain.geometry.picture import place
from agora_console.domain.layout import FIT, Rect
from agora_console.ui.layout.sources import Sources

Size = tuple[int, int]


def name(rect: Rect, *, custom: bool = False) -> str:
    """Who is in a region; a free one of a custom layout is for whoever joins next."""
    who = str(rect.slot) if rect.slot else _tr("empty")
    if rect.uid:
        return _tr("{0} · uid {1}").format(who, rect.uid)
    return _tr("{0} · next to join").format(who) if custom else who


def pixels(rect: Rect, canvas: Size) -> tuple[int, int, int, int]:
    """Left, top, width and height on a canvas in pixels."""
    width, height = canvas
    x, y = round(rect.x * width), round(rect.y * height)
    return x, y, round(rect.width * width), round(rect.height * height)


def figures(rect: Rect, canvas: Size) -> tuple[str, ...]:
    """Size and place in fractions, then in pixels; short lines that stand in the region."""
    left, top, width, height = pixels(rect, canvas)
    return (
        f"{_short(rect.width)} × {_short(rect.height)}",
        _tr("at {0}, {1}").format(_short(rect.x), _short(rect.y)),
        _tr("{0} × {1} px").format(width, height),
        _tr("at {0}, {1} px").format(left, top),
    )


def sentence(rect: Rect, canvas: Size, sources: Sources, *, custom: bool = False) -> str:
    """All about a region in one line."""
    left, top, width, height = pixels(rect, canvas)
    said = _tr(
        "{0}: left {1:.6f}, top {2:.6f}, {3:.6f} × {4:.6f} ({5} × {6} px at {7}, {8}), {9}"
    ).format(
        name(rect, custom=custom),
        rect.x,
        rect.y,
        rect.width,
        rect.height,
        width,
        height,
        left,
        top,
        _tr("fit") if rect.render_mode == FIT else _tr("crop"),
    )
    return f"{said}{_price(rect, canvas, sources)}"


def _price(rect: Rect, canvas: Size, sources: Sources) -> str:
    """What crop cuts off, or how much of the region fit leaves empty."""
    region = (rect.width * canvas[0], rect.height * canvas[1])
    if not rect.slot or min(region) <= 0:
        return ""
    placed = place(region, sources.shape(rect.slot), rect.render_mode)
    if rect.render_mode == FIT:
        bars = round(100 * placed.bars)
        return _tr(", {0} % bars").format(bars) if bars else ""
    lost = round(100 * placed.lost)
    return _tr(", {0} % of the picture cut off").format(lost) if lost else ""


def _short(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Layout", text)
