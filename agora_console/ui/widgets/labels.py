"""Labels: plain text in a role of the theme, and text that gives way in the middle."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from agora_console.ui.look.metrics import em, scaled


def label(text: str = "", role: str = "", *, wrap: bool = False, size: float = 1.0) -> QLabel:
    """A label of plain text; `role` is muted, title, danger, amber, green or empty."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if size != 1.0:
        made.setFont(scaled(made.font(), size, bold=role == "title"))
    return made


def label_unseen(box: QComboBox) -> None:
    """Say what a box is for where no label stands beside it: on Linux its accessible name is what
    is chosen in it, and only a label tells the rest. The box has to be in its place."""
    unseen = label(box.accessibleName())
    unseen.setParent(box.parentWidget())
    unseen.hide()
    unseen.setBuddy(box)


def say(target: QLabel, text: str) -> None:
    """Show `text`, if it is another one: each setting has everything above laid out anew."""
    if target.text() != text:
        target.setText(text)


def hint(target: QWidget, text: str) -> None:
    """Have `text` as the tooltip, if it is another one."""
    if target.toolTip() != text:
        target.setToolTip(text)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet reads, and let it be read again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class ElidedLabel(QLabel):
    """One line of text that is cut where the place ends; the whole of it is in the tooltip."""

    def __init__(
        self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__(text)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self, 3), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self.text(), self._mode, self.contentsRect().width())
        hint(self, "" if shown == self.text() else self.text())
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment() | Qt.TextFlag.TextSingleLine),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
