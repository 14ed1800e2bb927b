"""The draft page: form at the left, picture and request at the right, Start below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from agora_console.domain.problems import Fix, Problem, Severity, has_errors
from agora_console.domain.states import READY_LOOK, Look, not_ready_look
from agora_console.services.orders import StartOrder
from agora_console.services.values import SettingsError
from agora_console.ui.draft.document import TRANSCODING, Document
from agora_console.ui.draft.form import DraftForm
from agora_console.ui.draft.judge import Judge
from agora_console.ui.draft.launch import Launch
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.preview_card import PreviewCard
from agora_console.ui.draft.request_card import RequestCard
from agora_console.ui.draft.start_bar import StartBar
from agora_console.ui.looks import said_look
from agora_console.ui.metrics import em
from agora_console.ui.theme import Theme
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.notice import Notice
from agora_console.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from agora_console.services.console import Console

NARROW = 70.0
"""Below this width, in em, form and preview take turns."""

SAVE_MS = 800


class DraftPage(QWidget):
    """A recording in preparation.

    `started` carries the id of the session that Start began. `changed` says that what the list
    shows of the draft is another: `title`, `look`, `summary`.
    """

    started = Signal(str)
    changed = Signal()

    def __init__(self, console: Console, theme: Theme) -> None:
        super().__init__()
        self._console = console
        self.model = DraftModel(self)
        self._load()
        self.form = DraftForm(self.model, console)
        self.preview = PreviewCard(theme)
        self.request = RequestCard()
        self.bar = StartBar()
        self.notice = Notice()
        self.judge = Judge(
            console,
            self.model,
            order=self.order,
            holds=self.form.holds,
            keys_pending=lambda: self.form.storage.stored.pending,
            own=self.form.channel.token.problems,
        )
        self.launch = Launch(console, self)
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._lay_out()
        self._connect()
        self._show()
        self.judge.judge()

    # --- what the window asks --------------------------------------------------

    def document(self) -> Document:
        """The config document: mode, clientRequest, acquire; only what was set."""
        return self.model.config()

    def set_document(self, document: Mapping[str, Any]) -> None:
        """Show a config document, with `cname` and `uid` beside it or without."""
        self.model.replace(document)
        self.judge.judge()

    def order(self) -> StartOrder | None:
        """What Start would order; None without a project."""
        project = self._console.projects.current()
        if project is None:
            return None
        return StartOrder(
            project=project,
            cname=self.model.text("cname"),
            uid=self.model.text("uid"),
            config=self.model.config(),
            secrets=self.form.secrets(),
            guards=self.model.guards(),
        )

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the draft, gravest first."""
        return self.judge.problems

    def title(self) -> str:
        """The channel, or that there is none yet."""
        return self.model.text("cname") or self.tr("New recording")

    def look(self) -> Look:
        """READY or NOT READY."""
        errors = [each for each in self.problems() if each.severity is Severity.ERROR]
        return said_look(not_ready_look(len(errors)) if errors else READY_LOOK)

    def summary(self) -> str:
        """Mode and number of problems."""
        return " · ".join(part for part in (self.model.mode, self.look().sentence) if part)

    def start(self) -> None:
        """Start the recording once; what keeps it from starting is shown instead."""
        if self.launch.blocked:
            return
        self._finish_typing()
        self._say_everything()
        order = self.order()
        if order is None or has_errors(self.problems()):
            self._show_first_error()
            return
        self.launch.go(order, self.form.channel.token.seconds())

    def save_now(self) -> None:
        """Keep the draft for the next start of the program."""
        self._save_timer.stop()
        try:
            self._console.save_draft(self.model.document())
        except SettingsError as error:
            self.notice.show_problem(error.problem)

    def reveal(self, problem: Problem) -> None:
        """Show the field that a problem is about."""
        self.switch.set_value("form")
        self._say_everything()
        self.form.reveal(problem.path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sides()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._save_timer.isActive():
            self.save_now()

    # --- parts -----------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("page")
        self.switch = SegmentedControl(
            [("form", self.tr("Form")), ("preview", self.tr("Preview and request"))],
            self.tr("Side in sight"),
        )
        head = QHBoxLayout()
        head.addWidget(label(self.tr("New recording"), "title", size=1.5))
        head.addStretch(1)
        head.addWidget(self.switch)
        self._right = self._make_right()
        sides = QHBoxLayout()
        sides.setSpacing(em(self, 0.8))
        sides.addWidget(self.form, 7)
        sides.addWidget(self._right, 5)
        self._top = top = QVBoxLayout()
        top.setSpacing(em(self, 0.8))
        top.addLayout(head)
        top.addWidget(self.notice)
        top.addLayout(sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top, 1)
        whole.addWidget(self.bar)
        self.setFocusProxy(self.form.channel.cname.widget)

    def _make_right(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, em(self, 0.4), em(self, 1))
        column.setSpacing(em(self, 0.8))
        column.addWidget(self.preview)
        column.addWidget(self.request, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _connect(self) -> None:
        self.model.changed.connect(self._on_model_changed)
        self.form.left.connect(self.judge.judge)
        self.form.fix_requested.connect(self._on_fix_requested)
        self.form.storage.stored.changed.connect(self._show)
        self.form.channel.token.edited.connect(self._show)
        self.form.channel.token.edited.connect(self.judge.soon)
        self.form.storage.keys_typed.edited.connect(self.judge.soon)
        self.form.secrets_edited.connect(self._show)
        self.form.secrets_edited.connect(self.judge.soon)
        self.launch.started.connect(self._on_started)
        self.launch.failed.connect(self.notice.show_problem)
        self.launch.changed.connect(self._on_judged)
        self.form.storage.keys_typed.edited.connect(self._show)
        self.judge.judged.connect(self._on_judged)
        self.bar.start_requested.connect(self.start)
        self.bar.problem_chosen.connect(self.reveal)
        self.switch.value_changed.connect(self._show_sides)
        self.preview.people_changed.connect(self.form.picture.layout_form.set_people)
        self._save_timer.timeout.connect(self.save_now)
        self.form.picture.layout_form.set_people(self.preview.people.value())
        self.preview.edit(self.form.picture.layout_form.regions.bench)

    def _load(self) -> None:
        kept = self._console.draft()
        if kept:
            self.model.replace(kept)
        if not self.model.text("uid"):
            self.model.set("uid", self._console.recordings.suggest_uid())

    # --- what happens ----------------------------------------------------------

    def _on_model_changed(self) -> None:
        self._save_timer.start()
        self._show()
        self.changed.emit()

    def _on_fix_requested(self, fix: Fix) -> None:
        self.model.mend(fix)
        self.judge.judge()

    def _on_judged(self) -> None:
        self.form.show_problems(self.problems())
        self.bar.show_problems(
            self.problems(), ready=self.tr("Ready."), blocked=self.launch.blocked
        )
        self.changed.emit()

    def _on_started(self, session_id: str) -> None:
        self.notice.clear()
        self.model.set("uid", self._console.recordings.suggest_uid())
        self.form.guards.renew()
        self.save_now()
        self.judge.judge()
        self.started.emit(session_id)

    def _finish_typing(self) -> None:
        for field in self.form.busy_fields():
            field.finish()

    def _say_everything(self) -> None:
        """From now on a field that was never touched is judged like the others."""
        self.form.spare_untouched = False
        self.judge.judge()

    def _show_first_error(self) -> None:
        first = next((each for each in self.problems() if each.severity is Severity.ERROR), None)
        if first is not None and first.path:
            self.reveal(first)
        elif first is not None:
            self.notice.show_problem(first)

    def _show(self) -> None:
        config = self.model.get(TRANSCODING)
        self.preview.setVisible(self.model.mode == "mix")
        self.preview.show_layout(
            config if isinstance(config, Mapping) else {}, self.form.picture.canvas()
        )
        self.request.show_request(
            self.model.text("cname"),
            self.model.text("uid"),
            self.model.config(),
            self.form.shown_secrets(),
        )

    def _show_sides(self) -> None:
        narrow = self.width() < em(self, NARROW)
        chosen = self.switch.value()
        edge = em(self, 0.7 if narrow else 1.4)
        self._top.setContentsMargins(edge, em(self, 1), edge, 0)
        self.switch.setVisible(narrow)
        self.form.setVisible(not narrow or chosen == "form")
        self._right.setVisible(not narrow or chosen == "preview")
