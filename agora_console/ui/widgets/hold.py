"""HoldButton: the guard of what cannot be undone. It acts only after it was held for a second."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWindow,
)
from PySide6.QtWidgets import QPushButton, QWidget

from agora_console.ui.look.icons import pixmap
from agora_console.ui.look.metrics import em
from agora_console.ui.look.tokens import tokens_of

_STEP_MS = 16
_LONGEST_STEP_MS = 60  # a window that was frozen must not count the frozen time as holding
_DEBOUNCE_MS = 2000
_ASK_MS = 6000
_GRACE_MS = 60
"""An X server repeats a held key as release and press, which Qt cannot always tell from a person:
a hot key counts as let go when no press has followed for so long."""
REPEAT_MS = 1200
"""Hot keys that come faster than this may be repeats of one that is held; the first of them comes
after some 700 ms."""


class _State(Enum):
    IDLE = auto()
    HOLDING = auto()  # mouse or hot key is down
    ASKING = auto()  # Space or Enter was pressed; waits for the confirming key
    FIRED = auto()  # deaf for a moment, so that one wish is one stop


@dataclass(frozen=True, slots=True)
class HoldLook:
    """Icon and roles of the theme: outline and text, what fills it, text on what is filled."""

    icon: str = "stop"
    role: str = "danger"
    fill: str = "rec"
    on_fill: str = "rec_text"


class HoldButton(QPushButton):
    """Emits `held` once when it was held for `hold_ms`; letting go earlier does nothing.

    Space and Enter never fire it: they emit `confirm_requested`, for whoever has something typed
    in confirmation. With a `confirm_key` they ask for that key in place instead; Esc or going
    elsewhere withdraws. `begin_key_hold` lets a hot key hold the button for as long as it is down.
    """

    held = Signal()
    confirm_requested = Signal()

    def __init__(
        self,
        text: str,
        hold_ms: int = 1000,
        parent: QWidget | None = None,
        *,
        confirm_key: Qt.Key | None = None,
        confirm_text: str = "",
        look: HoldLook | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._hold_ms = hold_ms
        self._confirm_key = confirm_key
        self._confirm_text = confirm_text
        self._look = look or HoldLook()
        self._state = _State.IDLE
        self._filled_ms = 0.0
        self._clock = QElapsedTimer()
        self._watched: QWindow | None = None
        self._fill = QTimer(self, interval=_STEP_MS)
        self._fill.setTimerType(Qt.TimerType.PreciseTimer)
        self._fill.timeout.connect(self._on_fill_timeout)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._on_rest_timeout)
        self._grace = QTimer(self, singleShot=True, interval=_GRACE_MS)
        self._grace.timeout.connect(self._end)
        self._pressed = QElapsedTimer()
        self._spent = False  # the keys have fired it, and may still be down
        self.setProperty("kind", "danger")
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(
            self.tr(
                "Hold the mouse button for one second. With the keyboard: press Space, then the "
                "key that is named; Esc withdraws."
            )
            if confirm_key is not None
            else self.tr(
                "Hold the mouse button for one second. With the keyboard: press Space, then type "
                "what is asked for; Esc withdraws."
            )
        )
        self.setAutoRepeat(False)

    def set_caption(self, text: str) -> None:
        """Change what stands on the button."""
        if text == self._text:
            return
        self._text = text
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_hold_ms(self, milliseconds: int) -> None:
        """How long it has to be held."""
        self._hold_ms = milliseconds

    @property
    def progress(self) -> float:
        """How far it is held, 0..1."""
        return min(1.0, self._filled_ms / self._hold_ms) if self._hold_ms > 0 else 1.0

    @property
    def holding(self) -> bool:
        """True while it is held and has not fired."""
        return self._state is _State.HOLDING

    @property
    def asking(self) -> bool:
        """True while the confirming key is waited for."""
        return self._state is _State.ASKING

    def begin_key_hold(self) -> None:
        """Hold the button until any key is let go, or the window of the button loses the focus.

        Any key: what a shifted key reports when it goes up depends on the keyboard. Called again
        while the keys are down it goes on; once it has fired, they have to be let go first.
        """
        again = self._pressed.isValid() and self._pressed.elapsed() < REPEAT_MS
        self._pressed.start()
        self._grace.stop()
        if self._spent and again:
            return
        self._spent = False
        if self._state is not _State.IDLE or not self.isEnabled() or not self.isVisible():
            return
        window = self.window().windowHandle()
        self._watched = window
        window.installEventFilter(self)
        self._begin()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        wide = self.fontMetrics().horizontalAdvance(self._text) + em(self, 4)
        return QSize(max(wide, hint.width()), max(hint.height(), em(self, 2.6)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._watched:
            return False
        if event.type() is QEvent.Type.FocusAboutToChange:
            self._end()
        if isinstance(event, QKeyEvent) and _is_release(event):
            self._grace.start()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._state is not _State.FIRED:
            self._begin()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._state is _State.HOLDING and not self.rect().contains(event.position().toPoint()):
            self._end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._state is _State.HOLDING:
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.isAutoRepeat():
            event.accept()
        elif self._state is _State.ASKING and key == self._confirm_key:
            self._fire()
        elif self._state is _State.ASKING and key == Qt.Key.Key_Escape:
            self._end()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select):
            self._ask()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._state is _State.ASKING or self._watched is None:
            self._end()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange and not self.isEnabled():
            self._end()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        role = self._look.role if self.isEnabled() else "disabled"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(frame, em(self, 0.4), em(self, 0.4))
        painter.fillPath(outline, tokens.tint(role, 0.08 if not self.underMouse() else 0.16))
        filled = QRectF(0, 0, self.width() * self.progress, self.height())
        if self._state is _State.HOLDING:
            painter.save()
            painter.setClipRect(filled)
            painter.fillPath(outline, tokens.color(self._look.fill))
            painter.restore()
        width = 2.0 if self.hasFocus() else 1.2
        pen_role = "text" if self.hasFocus() and self.isEnabled() else role
        painter.setPen(QPen(tokens.color(pen_role), width))
        painter.drawPath(outline)
        self._draw_text(painter, tokens.color(role))
        if self._state is _State.HOLDING:
            painter.setClipRect(filled)
            self._draw_text(painter, tokens.color(self._look.on_fill))

    def _draw_text(self, painter: QPainter, color: QColor) -> None:
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(color)
        if self._state is _State.ASKING:
            painter.drawText(self.rect(), int(_CENTRED_WRAP), self._confirm_text)
            return
        size, gap = em(self, 1.0), em(self, 0.45)
        width = painter.fontMetrics().horizontalAdvance(self._text)
        left = (self.width() - size - gap - width) / 2
        top = (self.height() - size) / 2
        painter.drawPixmap(
            round(left),
            round(top),
            pixmap(self._look.icon, color, size, self.devicePixelRatioF()),
        )
        box = QRectF(left + size + gap, 0, width + 2, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self._text)

    def _begin(self) -> None:
        self._state = _State.HOLDING
        self._filled_ms = 0.0
        self._clock.start()
        self._fill.start()
        self._rest.stop()
        self.update()

    def _ask(self) -> None:
        if self._state is not _State.IDLE:
            return
        if self._confirm_key is None:
            self.confirm_requested.emit()
        else:
            self._state = _State.ASKING
            self._rest.start(_ASK_MS)
            self.setAccessibleName(self._confirm_text)
            self.update()

    def _end(self) -> None:
        """Withdraw: whatever was begun is over and nothing has happened."""
        self._grace.stop()
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        if self._state in (_State.HOLDING, _State.ASKING):
            self._state = _State.IDLE
            self._fill.stop()
            self._rest.stop()
            self._filled_ms = 0.0
            self.setAccessibleName(self._text)
            self.update()

    def _fire(self) -> None:
        self._spent = self._watched is not None
        self._end()
        self._state = _State.FIRED
        self._rest.start(_DEBOUNCE_MS)
        self.setDown(False)
        self.held.emit()

    def _on_fill_timeout(self) -> None:
        step = min(self._clock.restart(), _LONGEST_STEP_MS)
        if self._grace.isActive():  # perhaps it was let go, and then it must not fire
            return
        self._filled_ms += step
        if self._filled_ms >= self._hold_ms:
            self._fire()
        self.update()

    def _on_rest_timeout(self) -> None:
        if self._state is _State.FIRED:
            self._state = _State.IDLE
        self._end()


def _is_release(event: QKeyEvent) -> bool:
    return event.type() is QEvent.Type.KeyRelease and not event.isAutoRepeat()


_CENTRED_WRAP = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
