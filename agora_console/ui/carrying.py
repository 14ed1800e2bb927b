"""Carrying what a person has typed and opened from one page into another that is built alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QSplitter,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.model import DocumentModel
from agora_console.ui.widgets.fold import FoldButton
from agora_console.ui.widgets.on_demand import OnDemand

Place = tuple[tuple[str, int], ...]
"""The way from the page to a widget: class, and how many of that class stand before it."""


def carry(old: QWidget, new: QWidget) -> None:
    """Bring `new` to where `old` is: documents, then fields, then folds, tabs and places.

    What one has and the other has not is left alone.
    """
    for before, model in zip(_models(old), _models(new), strict=False):
        model.follow(before)
    for _ in range(2):  # what a fold or a choice has made is there in the second round
        there = dict(places(new))
        for place, widget in places(old):
            twin = there.get(place)
            if twin is not None:
                _bring(widget, twin)


def focused_place(root: QWidget) -> Place | None:
    """Where below `root` the keyboard is; None when it is elsewhere."""
    focus = QApplication.focusWidget()
    return next((place for place, widget in places(root) if widget is focus), None)


def focus_place(root: QWidget, place: Place | None) -> None:
    """Put the keyboard to that place, if there is one."""
    widget = dict(places(root)).get(place) if place is not None else None
    if widget is not None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


def places(root: QWidget, way: Place = ()) -> Iterator[tuple[Place, QWidget]]:
    """Every widget below `root` with its place."""
    before: Counter[str] = Counter()
    for child in root.children():
        if isinstance(child, QWidget):
            name = type(child).__name__
            here = (*way, (name, before[name]))
            before[name] += 1
            yield here, child
            yield from places(child, here)


def _models(page: QWidget) -> list[DocumentModel]:
    return page.findChildren(DocumentModel)


def _bring(old: QWidget, new: QWidget) -> None:
    for kind, bring in _WAYS:
        if isinstance(old, kind) and isinstance(new, kind):
            bring(old, new)
            return


def _bring_folded(old: Advanced, new: Advanced) -> None:
    if old.built:  # what was typed there and folded away again needs a place
        new.build()


def _bring_on_demand(old: OnDemand[QWidget], new: OnDemand[QWidget]) -> None:
    if old.made is not None:  # so does what was typed on a tab that is not in front
        new.complete()


def _bring_line(old: QLineEdit, new: QLineEdit) -> None:
    if not old.isReadOnly() and old.text() != new.text():
        new.setText(old.text())
        new.textEdited.emit(new.text())
    new.setCursorPosition(old.cursorPosition())


def _bring_text(old: QPlainTextEdit | QTextEdit, new: QPlainTextEdit | QTextEdit) -> None:
    if not old.isReadOnly() and old.toPlainText() != new.toPlainText():
        new.setPlainText(old.toPlainText())


def _bring_button(old: QAbstractButton, new: QAbstractButton) -> None:
    turns = old.isCheckable() or isinstance(old, FoldButton)
    if turns and (old.isChecked() or not old.autoExclusive()):
        new.setChecked(old.isChecked())


def _bring_combo(old: QComboBox, new: QComboBox) -> None:
    if old.count() == new.count() and old.currentIndex() != new.currentIndex():
        new.setCurrentIndex(old.currentIndex())
        new.activated.emit(new.currentIndex())


def _bring_number(old: QSpinBox | QDoubleSpinBox, new: QSpinBox | QDoubleSpinBox) -> None:
    new.setValue(old.value())  # type: ignore[arg-type]  # both are of one class


def _bring_time(old: QDateTimeEdit, new: QDateTimeEdit) -> None:
    new.setDateTime(old.dateTime())


def _bring_tab(old: QTabWidget, new: QTabWidget) -> None:
    new.setCurrentIndex(old.currentIndex())


def _bring_slider(old: QAbstractSlider, new: QAbstractSlider) -> None:
    new.setValue(old.value())


def _bring_split(old: QSplitter, new: QSplitter) -> None:
    new.restoreState(old.saveState())


def _bring_row(old: QAbstractItemView, new: QAbstractItemView) -> None:
    index, model = old.currentIndex(), new.model()
    if index.isValid() and model is not None and index.row() < model.rowCount():
        new.setCurrentIndex(model.index(index.row(), index.column()))


_WAYS: tuple[tuple[type | tuple[type, ...], Callable[..., None]], ...] = (
    (Advanced, _bring_folded),
    (OnDemand, _bring_on_demand),
    (QLineEdit, _bring_line),
    ((QPlainTextEdit, QTextEdit), _bring_text),
    (QAbstractButton, _bring_button),
    (QComboBox, _bring_combo),
    (QSpinBox, _bring_number),
    (QDoubleSpinBox, _bring_number),
    (QDateTimeEdit, _bring_time),
    (QTabWidget, _bring_tab),
    (QAbstractSlider, _bring_slider),
    (QSplitter, _bring_split),
    (QAbstractItemView, _bring_row),
)
"""What is brought, by kind; the first kind that fits."""
