"""OnDemand: a place in a page whose content is made when it is shown, or wanted, first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

Content = TypeVar("Content", bound=QWidget)


class OnDemand(QWidget, Generic[Content]):
    """Empty until then, and cheap; afterwards its content fills it.

    `make` returns the content. `fill` gets it as soon as it stands in its place, and before it is
    seen, so that nothing moves or appears in front of a person.
    """

    def __init__(self, make: Callable[[], Content], fill: Callable[[Content], object]) -> None:
        super().__init__()
        self._make = make
        self._fill = fill
        self.made: Content | None = None

    @property
    def content(self) -> Content:
        """The content, which is made where it has not been."""
        self.complete()
        assert self.made is not None
        return self.made

    def complete(self) -> None:
        """Make the content, where it has not been made."""
        if self.made is None:
            self.made = content = self._make()
            inside = tuple(_chain(content))
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(content)
            _put_into_tab_order(self, inside)
            self._fill(content)

    def setVisible(self, visible: bool) -> None:
        """Qt calls this for every way of showing a widget."""
        if visible:
            self.complete()
        super().setVisible(visible)


def _chain(first: QWidget) -> Iterator[QWidget]:
    """What stands in no window yet, as Tab goes through it."""
    widget: QWidget | None = first
    while widget is not None:
        yield widget
        after = widget.nextInFocusChain()
        widget = after if after is not first else None


def _put_into_tab_order(place: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab come to the widgets where their place is; Qt puts them at the very end."""
    window, last = place.window(), place
    while not _stops(last) and (before := last.previousInFocusChain()) not in (None, place):
        last = before
    for widget in widgets:
        if _stops(widget) and widget.window() is window:
            QWidget.setTabOrder(last, widget)
            last = widget


def _stops(widget: QWidget) -> bool:
    """Whether the widget takes a place in the order; Qt gives none to those without focus."""
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
