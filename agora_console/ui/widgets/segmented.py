"""SegmentedControl: a choice of few, all in sight, in one tab stop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.look.tokens import tokens_of

_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_FORTH = {Qt.Key.Key_Right, Qt.Key.Key_Down}


class SegmentedControl(QWidget):
    """Options side by side, one of them chosen. `options` are (value, text) pairs.

    `value_changed` carries the new value when a person or `set_value` changes it.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        accessible_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._values = [value for value, _ in options]
        self._segments: list[_Segment] = []
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (_, text) in enumerate(options):
            segment = _Segment(text, index == 0, index == len(options) - 1)
            segment.setAccessibleName(f"{accessible_name}: {text}")
            segment.stepped.connect(self._on_segment_stepped)
            self._segments.append(segment)
            self._group.addButton(segment, index)
            row.addWidget(segment)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if self._segments:
            self._segments[0].setChecked(True)
            self._let_tab_reach(0)
        self._group.idToggled.connect(self._on_segment_toggled)

    def value(self) -> object:
        """The value of the chosen option; None when there are no options."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose the option with that value; raises ValueError when there is none."""
        self._segments[self._values.index(value)].setChecked(True)

    def set_enabled_option(self, value: object, enabled: bool, why: str = "") -> None:
        """Allow or forbid one option; `why` is its tooltip and is spoken."""
        segment = self._segments[self._values.index(value)]
        segment.setEnabled(enabled)
        segment.setToolTip(why)
        segment.setAccessibleDescription(why)

    def show_option(self, value: object, visible: bool) -> None:
        """Offer an option or not; another one should be chosen before this one goes."""
        self._segments[self._values.index(value)].setVisible(visible)
        shown = [segment for segment in self._segments if not segment.isHidden()]
        for segment in shown:
            segment.set_ends(first=segment is shown[0], last=segment is shown[-1])

    def option(self, value: object) -> QRadioButton:
        """The button of one option, for tooltips and tests."""
        return self._segments[self._values.index(value)]

    def _on_segment_toggled(self, index: int, checked: bool) -> None:
        if checked:
            self._let_tab_reach(index)
            self.value_changed.emit(self._values[index])

    def _let_tab_reach(self, index: int) -> None:
        for number, segment in enumerate(self._segments):
            here = number == index
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(self._segments[index])

    def _on_segment_stepped(self, direction: int) -> None:
        index = self._group.checkedId() + direction
        while 0 <= index < len(self._segments):
            if self._segments[index].isEnabled() and not self._segments[index].isHidden():
                self._segments[index].setChecked(True)
                self._segments[index].setFocus(Qt.FocusReason.TabFocusReason)
                return
            index += direction


class _Segment(QRadioButton):
    """One option. A radio button for assistive technology, a segment for the eye."""

    stepped = Signal(int)

    def __init__(self, text: str, first: bool, last: bool) -> None:
        super().__init__(text)
        self._first, self._last = first, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Be round at the ends of the control, and straight between."""
        self._first, self._last = first, last
        self.update()

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(scaled(self.font(), 1.0, bold=True))
        return QSize(
            bold.horizontalAdvance(self.text()) + em(self, 1.8),
            em(self, 1.3) + 2 * em(self, 0.3) + 2,
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _BACK | _FORTH:
            self.stepped.emit(-1 if event.key() in _BACK else 1)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, enabled = self.isChecked(), self.isEnabled()
        ground = "accent" if chosen and enabled else "field"
        if not enabled:
            ground = "hover" if chosen else "surface"
        elif self.underMouse() and not chosen:
            ground = "hover"
        painter.setPen(QPen(tokens.color("accent" if chosen and enabled else "border"), 1))
        painter.setBrush(tokens.color(ground))
        outline = self._outline(0.5)
        painter.drawPath(outline)
        if self.hasFocus():
            painter.setPen(QPen(tokens.color("accent_text" if chosen else "focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._outline(3.0))
        text = "accent_text" if chosen else "text"
        painter.setPen(tokens.color(text if enabled else "disabled"))
        painter.setFont(scaled(self.font(), 1.0, bold=chosen))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _outline(self, inset: float) -> QPainterPath:
        """The frame: round where the control ends, straight where it goes on."""
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        if not self._last and inset < 1:
            box.setRight(box.right() + 1)  # the next one draws the line between the two
        left = em(self, 0.4) if self._first else 0
        right = em(self, 0.4) if self._last else 0
        path = QPainterPath(QPointF(box.left() + left, box.top()))
        path.lineTo(box.right() - right, box.top())
        path.quadTo(box.topRight(), QPointF(box.right(), box.top() + right))
        path.lineTo(box.right(), box.bottom() - right)
        path.quadTo(box.bottomRight(), QPointF(box.right() - right, box.bottom()))
        path.lineTo(box.left() + left, box.bottom())
        path.quadTo(box.bottomLeft(), QPointF(box.left(), box.bottom() - left))
        path.lineTo(box.left(), box.top() + left)
        path.quadTo(box.topLeft(), QPointF(box.left() + left, box.top()))
        return path
