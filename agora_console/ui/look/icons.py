"""Icons: SVG drawings of resources/icons, tinted by a role of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from agora_console.assets import asset
from agora_console.ui.look.metrics import em
from agora_console.ui.look.tokens import tokens_of

_ROOM = 0.35  # of the size, between an icon and the text of its button
_REDRAW = (
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.DevicePixelRatioChange,
    QEvent.Type.EnabledChange,
)


def pixmap(
    name: str, color: QColor, size: int, ratio: float = 1.0, *, room: float = 0.0
) -> QPixmap:
    """The drawing `name` in `color`, `size` device-independent pixels square.

    `room` leaves so much of the size free at the right, before the text that follows.
    """
    key = f"agora {name} {color.name()} {size} {ratio} {room}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    picture = QPixmap(round(size * ratio * (1 + room)), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing = _drawing(name).replace("currentColor", color.name())
    box = QRectF(0, 0, size * ratio, size * ratio)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, box)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture


def icon(name: str, color: QColor, sizes: tuple[int, ...] = (16, 32, 64, 128)) -> QIcon:
    """The drawing `name` as an icon of the window system."""
    result = QIcon()
    for size in sizes:
        result.addPixmap(pixmap(name, color, size))
    return result


def tint(
    target: QAbstractButton | QLabel, name: str, role: str = "text", size: float = 1.15
) -> None:
    """Show `name` on a button or a label, `size` em large, and keep its colour in step."""
    old = target.findChild(_Tint, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if old is None:
        _Tint(target, name, role, size)
    else:
        old.change(name, role)


class _Tint(QObject):
    """Redraws the icon of its parent when theme, font, screen or its being enabled change."""

    def __init__(self, target: QAbstractButton | QLabel, name: str, role: str, size: float) -> None:
        super().__init__(target)
        self._target = target
        self._name, self._role, self._size = name, role, size
        self._drawn: tuple[object, ...] = ()
        target.installEventFilter(self)
        self._draw()

    def change(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _REDRAW:
            self._draw()
        return False

    def _draw(self) -> None:
        tokens = tokens_of(self._target.palette())
        size, ratio = em(self._target, self._size), self._target.devicePixelRatioF()
        label = isinstance(self._target, QLabel)
        role = self._role if label or self._target.isEnabled() else "disabled"
        room = _ROOM if self._target.text() and not label else 0.0
        wanted = (self._name, role, tokens.name, size, ratio, room)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        picture = pixmap(self._name, tokens.color(role), size, ratio, room=room)
        if isinstance(self._target, QLabel):
            self._target.setPixmap(picture)
            return
        shown = QIcon(picture)
        shown.addPixmap(picture, QIcon.Mode.Disabled)  # or Qt would make it pale once more
        self._target.setIcon(shown)
        self._target.setIconSize(QSize(round(size * (1 + room)), size))


@lru_cache
def _drawing(name: str) -> str:
    return asset("icons", f"{name}.svg").read_text(encoding="utf-8")
