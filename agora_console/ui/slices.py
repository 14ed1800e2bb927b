"""Long work on the loop, in slices of a few milliseconds with everything else in between."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

from agora_console.domain.slices import Steps

T = TypeVar("T")

AT_ONCE = 4000
"""Items that are handled before the first pause: what is small is done when `start` returns."""

_SLICE = 0.004  # seconds


class Slices(QObject):
    """Carries out one piece of work at a time; a new one takes the place of that before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps[Any] | None = None
        self._done: Callable[[Any], object] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is work that has not ended."""
        return self._steps is not None

    def start(self, steps: Steps[T], done: Callable[[T], object]) -> None:
        """Do this now, and nothing else any more; `done` is called with its result."""
        self.stop()
        self._steps, self._done = steps, done
        handled = 0
        while self._steps is steps and handled < AT_ONCE:
            handled += self._step()
        if self._steps is steps:
            self._soon.start()

    def stop(self) -> None:
        """Give up what has not ended."""
        self._soon.stop()
        if self._steps is not None:
            self._steps.close()
        self._steps = self._done = None

    def _go_on(self) -> None:
        steps, until = self._steps, perf_counter() + _SLICE
        while steps is not None and self._steps is steps and perf_counter() < until:
            self._step()
        if self._steps is not None:
            self._soon.start()

    def _step(self) -> int:
        """One step of the work; how many items it handled."""
        assert self._steps is not None
        assert self._done is not None
        try:
            return next(self._steps)
        except StopIteration as end:
            result = end.value
        done, self._steps, self._done = self._done, None, None
        done(result)
        return 0
