"""Later: parts of a page that are made when they are wanted first, or soon after it was shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any, Generic, Protocol, Self, TypeVar, overload

from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")


class Whole(Protocol):
    """What has parts."""

    later: Later


class part(Generic[T]):
    """An attribute that is made later, by the method it decorates.

    The parts of a class are made in the order in which they are named there. To read one makes it
    at once, with those before it.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, whole: None, owner: type) -> Self: ...

    @overload
    def __get__(self, whole: Whole, owner: type) -> T: ...

    def __get__(self, whole: Whole | None, owner: type) -> Self | T:
        # Only for what is not made yet: an attribute of the instance goes before this one.
        if whole is None:
            return self
        whole.later.make(self)
        made: T = vars(whole)[self.name]
        return made

    def made_in(self, whole: Whole) -> T | None:
        """The part, where it has been made."""
        return vars(whole).get(self.name)


class Later(QObject):
    """Makes the parts of `whole`, one in each turn of the loop. `done` follows the last one."""

    done = Signal()

    def __init__(self, whole: QObject) -> None:
        super().__init__(whole)
        self._whole = whole
        self._left = deque(each for each in vars(type(whole)).values() if isinstance(each, part))
        self._making = 0
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        # What waits in the loop already, such as the first paint, goes before all parts.
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(self._next.start)

    @property
    def over(self) -> bool:
        """Whether every part has been made."""
        return not self._left and not self._making

    def begin(self) -> None:
        """Make what is left in the pauses of the loop."""
        if self._left and not self._next.isActive():
            self._first.start()

    def stop(self) -> None:
        """Make nothing more of itself."""
        self._first.stop()
        self._next.stop()

    def complete(self) -> None:
        """Make what is left, now."""
        while self._left:
            self._make_one()

    def make(self, wanted: part[Any]) -> None:
        """Make one part now, and those before it."""
        while wanted in self._left:
            self._make_one()

    def _go_on(self) -> None:
        if self._left:
            self._make_one()
            self._next.start()

    def _make_one(self) -> None:
        each = self._left.popleft()
        self._making += 1  # what hears of a part as it is made may want the others
        try:
            vars(self._whole)[each.name] = each.make(self._whole)
        finally:
            self._making -= 1
        if self.over:
            self.done.emit()
