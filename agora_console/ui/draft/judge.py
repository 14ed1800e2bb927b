"""Judge: what is wrong with the draft, and when to say it.

A value is judged when it is left, and all of the draft with it. While somebody types, the verdict
follows in pauses so that Start comes free, but nothing new is said about the value that is half
typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import CheckContext, check
from agora_console.ui.draft.model import DraftModel

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.services.start.orders import StartOrder

PAUSE_MS = 400
_ORDER = list(Severity)


class Judge(QObject):
    """Keeps `problems`, gravest first, and says `judged` after each look at the draft.

    `own` gives what the form knows to be wrong and no order can show.
    """

    judged = Signal()

    def __init__(
        self,
        console: Console,
        model: DraftModel,
        *,
        order: Callable[[], StartOrder | None],
        holds: Callable[[Problem], bool],
        keys_pending: Callable[[], bool],
        own: Callable[[], tuple[Problem, ...]],
    ) -> None:
        super().__init__(model)
        self.problems: tuple[Problem, ...] = ()
        self._console = console
        self._model = model
        self._order = order
        self._holds = holds
        self._keys_pending = keys_pending
        self._own = own
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        model.changed.connect(self._pause.start)
        unsubscribe = console.recordings.changed.subscribe(self._on_recordings_changed)
        self.destroyed.connect(unsubscribe)

    def judge(self) -> None:
        """Look at everything now and say so; half-typed values count as finished."""
        self.look()
        self.judged.emit()

    def look(self) -> tuple[Problem, ...]:
        """Look at everything now and say nothing yet: what is found, gravest first."""
        self._pause.stop()
        self.problems = self._find()
        return self.problems

    def soon(self) -> None:
        """Look at everything in a moment, as after a key that the model does not hear of."""
        self._pause.start()

    def _on_recordings_changed(self, _: object) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _on_pause(self) -> None:
        found = self._find()
        self.problems = tuple(
            each for each in found if each in self.problems or not self._holds(each)
        )
        self.judged.emit()

    def _find(self) -> tuple[Problem, ...]:
        order = self._order()
        if order is None:
            found = (self._no_project(), *self._without_project())
        else:
            found = self._console.recordings.check(order)
        found = (*self._own(), *found)
        if self._keys_pending():
            found = tuple(self._waiting(each) for each in found)
        once = [each for place, each in enumerate(found) if each not in found[:place]]
        return tuple(sorted(once, key=lambda each: _ORDER.index(each.severity)))

    def _waiting(self, problem: Problem) -> Problem:
        """Keys that the keyring has not handed out yet are not missing."""
        if problem.rule != "storage-keys":
            return problem
        return Problem(self.tr("The keys of the storage are being read."), rule="keys-pending")

    def _no_project(self) -> Problem:
        return Problem(
            self.tr("There is no project yet: Agora has to know whose recording this is."),
            rule="no-project",
            action=self.tr("Set up a project."),
        )

    def _without_project(self) -> tuple[Problem, ...]:
        names = CheckContext(cname=self._model.text("cname"), uid=self._model.text("uid"))
        return check(self._model.config(), context=names)
