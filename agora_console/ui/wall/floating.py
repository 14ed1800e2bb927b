"""FloatingStrip: a small window above all others with the recordings, for who works elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from agora_console.ui.listing.session_delegate import fitted
from agora_console.ui.listing.session_model import ROW_ROLE
from agora_console.ui.listing.session_rows import Row
from agora_console.ui.look.metrics import em, font_em, scaled, tabular
from agora_console.ui.look.tokens import tokens_of
from agora_console.ui.wall.proxy import WallModel
from agora_console.ui.widgets.chip import chip_size, paint_chip
from agora_console.ui.widgets.labels import label

MOST = 8
"""Rows without scrolling."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class FloatingStrip(QWidget):
    """`chosen` carries the id of a session, `closed` says that a person closed the window.

    It takes no part in quitting, and no keyboard when it appears.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, model: WallModel, *, demo: bool) -> None:
        super().__init__(None, _FLAGS)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        name = self.tr("Agora Console")
        self.setWindowTitle(f"{name} — DEMO" if demo else name)
        self.model = model
        self.list = QListView()
        self.list.setModel(model)
        self.list.setItemDelegate(_LineDelegate(self.list))
        self.list.setAccessibleName(self.tr("Recordings"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = label(self.tr("Nothing is recording"), "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        self.list.clicked.connect(self._on_taken)
        self.list.activated.connect(self._on_taken)
        for told in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            told.connect(self._fit)
        model.aged.connect(self.list.viewport().update)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _fit(self) -> None:
        """As high as what there is to say."""
        count = self.model.rowCount()
        self.list.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        rows = max(1, min(count, MOST))
        self.setMinimumSize(em(self, 20), em(self, 2.6))
        self.resize(max(self.width(), em(self, 28)) if self.isVisible() else em(self, 28), 0)
        self.setFixedHeight(rows * em(self, 2.6) + 2)

    def _on_taken(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.row(index).key)


_FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.CustomizeWindowHint
    | Qt.WindowType.WindowTitleHint
    | Qt.WindowType.WindowCloseButtonHint
)


class _LineDelegate(QStyledItemDelegate):
    """One line: channel, state, timer."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(font_em(option.font, 12), font_em(option.font, 2.6))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW_ROLE)
        if row.look is None:
            return
        tokens, unit = tokens_of(option.palette), font_em(option.font)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(box, tokens.color("selected"))
        inner = box.adjusted(unit * 0.7, 0, -unit * 0.7, 0)
        timer = tabular(scaled(option.font, 1.05, bold=True))
        painter.setFont(timer)
        painter.setPen(tokens.color("text"))
        painter.drawText(inner, _RIGHT, row.elapsed)
        room = inner.width() - QFontMetricsF(timer).horizontalAdvance("00:00:00") - unit
        look, _ = fitted(row.look, option.font, room * 0.62)
        width = min(chip_size(look, option.font).width(), room * 0.62)
        right = inner.left() + room - width
        paint_chip(
            painter,
            QRectF(right, inner.top(), width, inner.height()),
            look,
            option.palette,
            option.font,
        )
        bold = scaled(option.font, 1.0, bold=True)
        left = right - inner.left() - unit * 0.6
        painter.setFont(bold)
        painter.setPen(tokens.color("text"))
        cut = QFontMetricsF(bold).elidedText(row.title, Qt.TextElideMode.ElideRight, left)
        painter.drawText(inner, _LEFT, cut)
        painter.restore()
