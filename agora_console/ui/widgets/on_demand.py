"""OnDemand: a place in a page whose content is made when it is shown, or wanted, first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

Content = TypeVar("Content", bound=QWidget)


class OnDemand(QWidget, Generic[Content]):
    """Empty until then, and cheap; afterwards its content fills it.

    `make` gets this place, and returns the content that it has made in it. `fill` gets the content
    when it is whole, and before it is seen, so that nothing moves or appears in front of a person.
    """

    def __init__(
        self, make: Callable[[QWidget], Content], fill: Callable[[Content], object]
    ) -> None:
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
            before = self.window().previousInFocusChain()
            self.made = content = self._make(self)
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(content)
            _put_into_tab_order(self, _after(before))
            self._fill(content)

    def setVisible(self, visible: bool) -> None:
        """Qt calls this for every way of showing a widget."""
        if visible:
            self.complete()
        super().setVisible(visible)


def _after(before: QWidget | None) -> Iterator[QWidget]:
    """What has come to the end of the order of Tab after that widget, which was the last one."""
    each = before.nextInFocusChain() if before is not None else None
    while each is not None and each is not each.window():
        yield each
        each = each.nextInFocusChain()


def _put_into_tab_order(place: QWidget, widgets: Iterator[QWidget]) -> None:
    """Let Tab come to the widgets where their place is; Qt puts what is new at the very end."""
    window = place.window()
    last: QWidget | None = place
    while last is not None and not _stops(last):
        last = last.previousInFocusChain()
    for widget in tuple(widgets):
        if last is not None and _stops(widget) and widget.window() is window:
            QWidget.setTabOrder(last, widget)
            last = widget


def _stops(widget: QWidget) -> bool:
    """Whether the widget takes a place in the order; Qt gives none to those without focus."""
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
