"""What a window says: to the eye, and in everything else that assistive technology could read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_TEXT_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def shown(root: QWidget) -> Iterator[str]:
    """What can be seen: the texts of visible widgets, tables and lists included."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible():
            yield from filter(None, _seen(widget))


def everything(root: QWidget) -> Iterator[str]:
    """Every text of every widget below `root`, visible or not, and of every role of its models.

    A password line gives what it shows, which are dots, and not what was typed.
    """
    for widget in (root, *root.findChildren(QWidget)):
        yield from _seen(widget)
        yield widget.toolTip()
        yield widget.statusTip()
        yield widget.whatsThis()
        yield widget.windowTitle()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.objectName()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _model(widget.model(), _TEXT_ROLES)
        if isinstance(widget, QMenu):
            for action in widget.actions():
                yield from (action.text(), action.toolTip(), str(action.data()))


def _seen(widget: QWidget) -> Iterator[str]:
    """Custom-painted widgets say by their accessible name what they paint."""
    match widget:
        case QLineEdit():
            yield widget.displayText()
            yield widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield widget.currentText()
        case QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            yield from _model(widget.model(), (Qt.ItemDataRole.DisplayRole,))
        case QLabel():
            yield widget.text()
            yield widget.accessibleName()
        case _:
            text = getattr(widget, "text", None)
            yield str(text()) if callable(text) else ""
            yield widget.accessibleDescription()


def _model(model: QAbstractItemModel, roles: tuple[Qt.ItemDataRole, ...]) -> Iterator[str]:
    rows = model.rowCount()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(rows):
        yield str(model.headerData(row, Qt.Orientation.Vertical) or "")
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in roles)
