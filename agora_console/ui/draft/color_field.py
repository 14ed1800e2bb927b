"""A colour as #RRGGBB: a swatch that opens the colour dialog, and the text beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QSizePolicy, QWidget

from agora_console.ui.draft.fields import LineField
from agora_console.ui.draft.model import DocumentModel
from agora_console.ui.look.metrics import em
from agora_console.ui.look.tokens import tokens_of


class ColorField(LineField):
    """The hex text; `swatch` is the button to be put beside it."""

    def __init__(self, model: DocumentModel, path: str, default: str) -> None:
        super().__init__(model, path, placeholder=default, ems=7)
        self.swatch = Swatch(default)
        self.swatch.clicked.connect(self._on_swatch_clicked)
        model.changed.connect(self._tint)
        self._tint()

    def parse(self, text: str) -> object:
        return super().parse(text.strip())

    def _tint(self) -> None:
        self.swatch.set_color(self.widget.text())

    def _on_swatch_clicked(self) -> None:
        dialog = QColorDialog(self.swatch.color(), self.widget)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setWindowTitle(self.tr("Background colour"))
        dialog.colorSelected.connect(self._on_color_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_color_selected(self, color: QColor) -> None:
        self.widget.setText(color.name())
        self._on_edited()
        self._leave()


class Swatch(QAbstractButton):
    """A button that is a colour; what is no colour is crossed out."""

    def __init__(self, default: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default = QColor(default)
        self._color = self._default
        self._known = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Choose a colour"))
        self.setToolTip(self.tr("Choose a colour"))

    def color(self) -> QColor:
        """The colour that is shown."""
        return self._color

    def set_color(self, text: str) -> None:
        """Show `text`; empty is the default."""
        color = QColor.fromString(text) if text else self._default
        self._known = color.isValid()
        self._color = color if self._known else self._default
        self.setAccessibleDescription(self._color.name() if self._known else "")
        self.update()

    def sizeHint(self) -> QSize:
        side = em(self, 1.3) + 2 * em(self, 0.3) + 2
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(self._color if self._known else tokens.color("field"))
        painter.setPen(QPen(tokens.color("focus" if self.hasFocus() else "muted"), 1))
        painter.drawRoundedRect(box, em(self, 0.4), em(self, 0.4))
        if not self._known:
            painter.setPen(QPen(tokens.color("danger"), 1.5))
            painter.drawLine(box.bottomLeft(), box.topRight())
