"""Event: how facts travel up from services to whoever listens."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Generic, TypeVar

Say = Callable[[str, dict[str, Any]], None]
"""Takes the name of something that happens in the course of a command, and its facts as JSON."""

T = TypeVar("T")
log = logging.getLogger(__name__)


class Event(Generic[T]):
    """A list of listeners; one that raises is reported and never harms the others."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    @property
    def heard(self) -> bool:
        """True while anybody listens."""
        return bool(self._listeners)

    def subscribe(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Call `listener` with every value from now on; the returned function ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def emit(self, value: T) -> None:
        """Hand `value` to every listener, in the order in which they subscribed."""
        for listener in tuple(self._listeners):
            try:
                listener(value)
            except Exception:  # a broken view must not stop the journal or another view
                log.exception("A listener failed")
