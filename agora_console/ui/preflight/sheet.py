"""PreflightSheet: go or no-go for the draft, line by line. It informs and keeps nothing back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.durations import span
from agora_console.domain.preflight import (
    ASKING_LOOK,
    NOT_ASKED_LOOK,
    Check,
    Line,
    Sheet,
    look_of,
)
from agora_console.domain.problems import Problem
from agora_console.domain.states import Look
from agora_console.services.files.probe import probe_name
from agora_console.ui.look.looks import said_look
from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.preflight.line_row import LineRow, widest_chip
from agora_console.ui.preflight.words import reasons
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.chip import StateChip
from agora_console.ui.widgets.labels import ElidedLabel, label
from agora_console.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.services.start.orders import StartOrder

TASK = "preflight"

LENGTHS = (0.5, 1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 168, 720)
"""Hours that a recording may be planned for; 720 is the longest control window."""

USUAL_LENGTH = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be looked at: the order, and the life of the token that Start would make (s)."""

    order: StartOrder
    token_seconds: int


class PreflightSheet(QDialog):
    """`read` gives what Start would order now, None without a project.

    `fix_requested` carries a Fix for the draft, `place_requested` the path of a field.
    `finished_sheet` is the last sheet that was finished.
    """

    fix_requested = Signal(object)
    place_requested = Signal(str)

    def __init__(
        self, console: Console, read: Callable[[], Wanted | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Preflight"))
        self._console = console
        self._read = read
        self._name = probe_name()
        self._running = False
        self.finished_sheet: Sheet | None = None
        self.verdict = StateChip()
        self.verdict.setFont(scaled(self.verdict.font(), 1.25, bold=True))
        self.verdict.setMinimumWidth(widest_chip(self.verdict.font()))
        self._sentence = label("", "title", wrap=True)
        self._subject = ElidedLabel()
        self._subject.setProperty("role", "muted")
        self._changed = label("", "amber", wrap=True)
        self.length = self._make_lengths()
        self.notice = Notice()
        self.rows = {line: LineRow(line) for line in Line}
        self._writes = label("", "muted", wrap=True)
        self.run_button = QPushButton()
        self.run_button.setProperty("kind", "primary")
        self.run_button.setDefault(True)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def running(self) -> bool:
        """True while the lines are asked."""
        return self._running

    def planned(self) -> float:
        """For how long the recording is planned, in seconds."""
        return float(self.length.currentData()) * 3600

    def refresh(self) -> None:
        """Say what would be asked now, and whether the last answers are still about it."""
        wanted = self._read()
        self.run_button.setEnabled(wanted is not None or self._running)
        self._show_run()
        if wanted is None:
            self._subject.setText(self.tr("Set up a project first."))
            return
        order = wanted.order
        parts = (order.cname or "—", f"UID {order.uid}", str(order.config.get("mode", "")))
        self._subject.setText(" · ".join((*parts, order.project.name)))
        self._show_writes(order)
        self._show_changed(order)
        if self.finished_sheet is None and not self._running and not self._was_answered():
            self._show_verdict(NOT_ASKED_LOOK, self.tr("Nothing has been asked yet."))

    def run(self) -> None:
        """Ask every line, at once; again while they are asked is no second time."""
        wanted = self._read()
        if self._running or wanted is None:
            return
        self._running, self.finished_sheet = True, None
        self.notice.clear()
        self._changed.hide()
        self._show_verdict(ASKING_LOOK, self.tr("Asking…"))
        for row in self.rows.values():
            row.show_asking()
        self._show_writes(wanted.order)
        self._show_run()
        work = self._console.preflight.run(
            wanted.order,
            self._name,
            planned=self.planned(),
            token_seconds=wanted.token_seconds,
            told=self._on_told,
        )
        self._console.run(TASK, work, self._on_done, self._on_failed)

    def cancel(self) -> None:
        """Ask no further; what the probe has written is removed all the same."""
        if not self._running:
            return
        self._console.tasks.cancel(TASK)
        self._end()
        self._give_up(self.tr("Given up before an answer came."))
        self._show_verdict(NOT_ASKED_LOOK, self.tr("Given up; this sheet is not kept."))

    def done(self, result: int) -> None:
        """Closing ends what is asked."""
        self.cancel()
        super().done(result)

    # --- answers -------------------------------------------------------------------

    def _on_told(self, check: Check) -> None:
        if self._running:
            self.rows[check.line].show_check(check)

    def _on_done(self, sheet: Sheet) -> None:
        self._end()
        self.finished_sheet = sheet
        self._show_verdict(look_of(sheet.state), reasons(sheet))
        self.refresh()

    def _on_failed(self, problem: Problem) -> None:
        self._end()
        self._give_up("")
        self.notice.show_problem(problem)
        self._show_verdict(NOT_ASKED_LOOK, self.tr("It could not be carried out."))

    def _was_answered(self) -> bool:
        """Whether a line still shows an answer, of a sheet that was given up."""
        return any(row.check() is not None for row in self.rows.values())

    def _give_up(self, sentence: str) -> None:
        """No line waits for an answer any more."""
        for row in self.rows.values():
            if row.check() is None:
                row.show_not_asked(sentence)

    def _end(self) -> None:
        self._running = False
        self._name = probe_name()
        self._show_run()

    # --- what is shown -------------------------------------------------------------

    def _show_verdict(self, look: Look, sentence: str) -> None:
        self.verdict.set_look(said_look(look))
        self._sentence.setText(sentence)
        self.verdict.setAccessibleDescription(sentence)

    def _show_run(self) -> None:
        again = self.finished_sheet is not None
        if self._running:
            text = self.tr("Stop asking")
        else:
            text = self.tr("Run again") if again else self.tr("Run preflight")
        self.run_button.setText(text)
        self.run_button.setToolTip(
            "" if self._running else self.tr("Asks every line at once; starts nothing (Enter)")
        )

    def _show_writes(self, order: StartOrder) -> None:
        path = self._console.preflight.target_path(order, self._name)
        if isinstance(path, Problem):
            self._writes.setText(self.tr("Nothing is written: {0}").format(said(path.sentence)))
        else:
            text = self.tr("Writes, reads back and removes {0}, and acquires a recorder unused.")
            self._writes.setText(text.format(path))

    def _show_changed(self, order: StartOrder) -> None:
        sheet = self.finished_sheet
        same = sheet is None or (
            (sheet.subject.cname, sheet.subject.uid) == (order.cname, order.uid)
            and dict(sheet.subject.config) == dict(order.config)
            and sheet.subject.planned == self.planned()
        )
        self._changed.setText(
            "" if same else self.tr("Something has changed since these answers; run it again.")
        )
        self._changed.setHidden(same)

    # --- wishes --------------------------------------------------------------------

    def _on_run_clicked(self) -> None:
        if self._running:
            self.cancel()
        else:
            self.run()

    # --- shape ---------------------------------------------------------------------

    def _connect(self) -> None:
        self.run_button.clicked.connect(self._on_run_clicked)
        self.close_button.clicked.connect(self.reject)
        self.length.currentIndexChanged.connect(self.refresh)
        for row in self.rows.values():
            row.fix_requested.connect(self.fix_requested)
            row.place_requested.connect(self.place_requested)

    def _make_lengths(self) -> QComboBox:
        box = QComboBox()
        for hours in LENGTHS:
            box.addItem(span(hours * 3600), hours)
        box.setCurrentIndex(LENGTHS.index(USUAL_LENGTH))
        box.setAccessibleName(self.tr("Planned length"))
        return box

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        edge = em(self, 1.2)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(em(self, 0.9))
        column.addLayout(self._make_head())
        column.addWidget(self._changed)
        column.addWidget(self.notice)
        card = Card()
        card.body.setSpacing(em(self, 0.2))
        for row in self.rows.values():
            card.body.addWidget(row)
        column.addWidget(card)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._make_footer())
        self.resize(em(self, 62), em(self, 55))

    def _make_head(self) -> QVBoxLayout:
        word = QHBoxLayout()
        word.setSpacing(em(self, 0.8))
        word.addWidget(self.verdict)
        word.addWidget(self._sentence, 1)
        caption = label(self.tr("Planned length"), "muted")
        caption.setBuddy(self.length)
        about = QHBoxLayout()
        about.setSpacing(em(self, 0.6))
        about.addWidget(self._subject, 1)
        about.addWidget(caption)
        about.addWidget(self.length)
        head = QVBoxLayout()
        head.setSpacing(em(self, 0.6))
        head.addLayout(about)
        head.addLayout(word)
        return head

    def _make_footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(em(self, 1.2), em(self, 0.8), em(self, 1.2), em(self, 0.8))
        row.setSpacing(em(self, 0.7))
        row.addWidget(self._writes, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.run_button)
        return footer
