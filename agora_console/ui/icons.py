"""Icons: SVG drawings of resources/icons, tinted by a role of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from agora_console.assets import asset
from agora_console.ui.metrics import em
from agora_console.ui.tokens import tokens_of

_SIZES = (16, 24, 32, 48, 64)
_ROOM = 0.35  # of the size, between an icon and the text of its button


def pixmap(
    name: str, color: QColor, size: int, ratio: float = 1.0, *, room: float = 0.0
) -> QPixmap:
    """The drawing `name` in `color`, `size` device-independent pixels square.

    `room` leaves so much of the size free at the right, before the text that follows.
    """
    picture = QPixmap(round(size * ratio * (1 + room)), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, color).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, color: QColor, disabled: QColor | None = None, *, room: float = 0.0) -> QIcon:
    """The drawing `name` as an icon that is sharp from 16 to 64 pixels."""
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(pixmap(name, color, size, room=room))
        if disabled is not None:
            result.addPixmap(pixmap(name, disabled, size, room=room), QIcon.Mode.Disabled)
    return result


def tint(
    target: QAbstractButton | QLabel, name: str, role: str = "text", size: float = 1.15
) -> None:
    """Show `name` on a button or a label, `size` em large, and keep its colour in step."""
    old = target.findChild(_Tint, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if old is not None:
        old.change(name, role)
        return
    _Tint(target, name, role, size)


class _Tint(QObject):
    def __init__(self, target: QAbstractButton | QLabel, name: str, role: str, size: float) -> None:
        super().__init__(target)
        self._target = target
        self._size = size
        self._name, self._role = name, role
        target.installEventFilter(self)
        self._draw()

    def change(self, name: str, role: str) -> None:
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()
        return False

    def _draw(self) -> None:
        tokens = tokens_of(self._target.palette())
        size = em(self._target, self._size)
        if isinstance(self._target, QLabel):
            ratio = self._target.devicePixelRatioF()
            self._target.setPixmap(pixmap(self._name, tokens.color(self._role), size, ratio))
            return
        room = _ROOM if self._target.text() else 0.0
        color, disabled = tokens.color(self._role), tokens.color("disabled")
        self._target.setIcon(icon(self._name, color, disabled, room=room))
        self._target.setIconSize(QSize(round(size * (1 + room)), size))


def _renderer(name: str, color: QColor) -> QSvgRenderer:
    drawing = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color.name()).encode()))
