"""SystemCard: what the program does unasked, and only where it is switched on here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.problems import Problem
from agora_console.domain.update import Announcement
from agora_console.services.failures import problem_of
from agora_console.services.setup.autostart import Autostart, AutostartState
from agora_console.services.setup.updates import Updates
from agora_console.ui.look.metrics import em
from agora_console.ui.speech.spoken import said as spoken
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.labels import label, restyle


class SystemCard(Card):
    """Each box shows what is written down, also right after it could not be changed.

    `ask_requested` wants the one question for a newer release; `page_requested` carries the
    address of its page.
    """

    ask_requested = Signal()
    page_requested = Signal(str)

    def __init__(
        self, autostart: Autostart, updates: Updates, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("On its own"), parent)
        self.set_hint(self.tr("off until you want it"))
        self._autostart, self._updates = autostart, updates
        self.start = QCheckBox(self.tr("Open when I log in to this computer"))
        self.started = label("", "muted", wrap=True)
        self.asks = QCheckBox(self.tr("Ask for a newer release at each start"))
        self.asked = label("", "muted", wrap=True)
        self.page = QPushButton(self.tr("Open its page"))
        self.page.setAutoDefault(False)
        self.page.hide()
        for box, said in ((self.start, self.started), (self.asks, self.asked)):
            self.body.addLayout(_under(self, box, said))
        self.body.addWidget(self.page, 0, Qt.AlignmentFlag.AlignLeft)
        self.start.clicked.connect(self._on_start_clicked)
        self.asks.clicked.connect(self._on_asks_clicked)
        self.page.clicked.connect(self._on_page_clicked)
        self.refresh()

    def refresh(self) -> None:
        """Show what is written down now."""
        state = self._autostart.state()
        self.start.setChecked(state.on)
        self.start.setEnabled(state.on or not state.barred)
        self._say(self.start, self.started, self._words(state), wrong=bool(state.trouble))
        self.asks.setChecked(self._updates.on)
        self.asks.setEnabled(bool(self._updates.host))
        self._show_release()

    def show_asked(self, found: Announcement | None) -> None:
        """What the answer to a question just now has proven."""
        self._show_release()
        if found is None:
            said = self.tr("No release is newer than {0}: {1} answered so, signed by the project.")
            host = self._updates.host
            self._say(self.asks, self.asked, said.format(self._updates.version, host))

    def _show_release(self) -> None:
        found = self._updates.found
        version, host = self._updates.version, self._updates.host
        self.page.setVisible(found is not None)
        if found is not None:
            text = self.tr("Version {0} is out; this is {1}.").format(found.version, version)
        elif host:
            text = self.tr(
                "One request to {0} that says nothing about you or this computer. "
                "Only an answer signed by the project is believed; nothing is downloaded."
            ).format(host)
        else:
            text = self.tr("This build knows no address to ask, so it cannot be switched on.")
        self._say(self.asks, self.asked, text)

    def show_problem(self, problem: Problem) -> None:
        """Why it is not known whether a newer release is out."""
        self.page.hide()
        self._say(self.asks, self.asked, spoken(problem.sentence), wrong=True)

    def _words(self, state: AutostartState) -> str:
        if state.trouble:
            return spoken(state.trouble)
        if state.other:
            said = self.tr("Another program is noted in {0}: {1}. Switch off and on for this one.")
            return said.format(state.place, state.other)
        if state.on:
            return self.tr("Noted in {0}. The window opens minimised.").format(state.place)
        if state.barred:
            return spoken(state.barred)
        return self.tr("Nothing is noted in {0}.").format(state.place)

    def _on_start_clicked(self, on: bool) -> None:
        self._carry_out(lambda: self._autostart.switch(on), self.start, self.started)

    def _on_asks_clicked(self, on: bool) -> None:
        if self._carry_out(lambda: self._updates.switch(on), self.asks, self.asked) and on:
            self.ask_requested.emit()

    def _on_page_clicked(self) -> None:
        if self._updates.found is not None:
            self.page_requested.emit(self._updates.found.page)

    def _carry_out(self, change: Callable[[], None], box: QCheckBox, said: QLabel) -> bool:
        problem: Problem | None = None
        try:
            change()
        except Exception as error:  # noqa: BLE001 - every failure becomes a sentence
            problem = problem_of(error)
        self.refresh()
        if problem is not None:
            self._say(box, said, spoken(problem.sentence), wrong=True)
        return problem is None

    def _say(self, box: QCheckBox, said: QLabel, text: str, *, wrong: bool = False) -> None:
        said.setText(text)
        restyle(said, "role", "danger" if wrong else "muted")
        box.setAccessibleDescription(text)


def _under(card: QWidget, box: QCheckBox, said: QLabel) -> QVBoxLayout:
    """The words below a box, in line with its own."""
    column = QVBoxLayout()
    column.setSpacing(em(card, 0.2))
    column.addWidget(box)
    said.setContentsMargins(em(card, 1.6), 0, 0, 0)
    column.addWidget(said)
    return column
