"""The draft page: form or JSON at the left, picture and request at the right, Start below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agora_console.domain.intake.recognise import Config
from agora_console.domain.problems import Fix, Problem, Severity, has_errors
from agora_console.domain.states import READY_LOOK, Look, not_ready_look
from agora_console.services.start.orders import StartOrder
from agora_console.services.values import SettingsError
from agora_console.ui.draft.canvas import canvas
from agora_console.ui.draft.document import TRANSCODING, Document
from agora_console.ui.draft.form import DraftForm
from agora_console.ui.draft.json_fault import FAULT, TO_JSON, json_fault
from agora_console.ui.draft.judge import Judge
from agora_console.ui.draft.launch import Launch
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.sides import Sides
from agora_console.ui.draft.start_bar import StartBar
from agora_console.ui.draft.taken_words import UNDO, taken_note
from agora_console.ui.draft.undo_keys import UndoKeys
from agora_console.ui.later import Later, part
from agora_console.ui.look.looks import said_look
from agora_console.ui.look.theme import Theme
from agora_console.ui.speech.saying import announce
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.draft.json_pane import JsonPane
    from agora_console.ui.draft.preview_card import PreviewCard
    from agora_console.ui.draft.request_card import RequestCard

SAVE_MS = 800


class DraftPage(QWidget):
    """A recording in preparation.

    `started` carries the id of the session that Start began. `changed` says that what the list
    shows of the draft is another: `title`, `look`, `summary`. `brought` carries a text that was
    pasted where it could not be typed, `presets_requested` that somebody wants the presets.

    What decides on Start and the first cards are there at once; the rest is made as soon as the
    page has been shown, or by `complete`.
    """

    started = Signal(str)
    changed = Signal()
    brought = Signal(str)
    presets_requested = Signal()

    def __init__(self, console: Console, theme: Theme) -> None:
        super().__init__()
        self._console = console
        self._theme = theme
        self.model = DraftModel(self)
        self._load()
        self.later = Later(self)
        self.form = DraftForm(self.model, console)
        self.bar = StartBar()
        self.notice = Notice()
        self.judge = Judge(
            console,
            self.model,
            order=self.order,
            holds=self.form.holds,
            keys_pending=lambda: self.form.target.stored.pending,
            own=lambda: (*json_fault(self.model), *self.form.channel.token.problems()),
        )
        self.launch = Launch(console, self)
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_MS)
        self.sides = Sides(self.form)
        self.switch = self.sides.switch
        self._undo_keys = UndoKeys(self, self.model, self._typed_in)
        self._lay_out()
        self._connect()
        self.judge.judge()

    @part
    def preview(self) -> PreviewCard:
        from agora_console.ui.draft.preview_card import PreviewCard  # noqa: PLC0415

        card = PreviewCard(self._theme)
        self.sides.add_right(card)
        self._show_layout(card)
        return card

    @part
    def request(self) -> RequestCard:
        from agora_console.ui.draft.request_card import RequestCard  # noqa: PLC0415

        card = RequestCard()
        self.sides.add_right(card, 1)
        self._show_request(card)
        return card

    @part
    def json(self) -> JsonPane:
        from agora_console.ui.draft.json_pane import JsonPane  # noqa: PLC0415

        pane = JsonPane(self.model)
        self.sides.add_json(pane)
        pane.fix_requested.connect(self._on_fix_requested)
        pane.left.connect(self.judge.judge)
        pane.brought.connect(self.brought)
        pane.show_problems(self.problems())
        return pane

    @property
    def whole(self) -> bool:
        """Whether nothing is left to be made."""
        return self.later.over and self.form.later.over

    def make_rest(self) -> None:
        """Make what is left in the pauses of the loop."""
        self.later.begin()
        self.form.later.begin()

    def complete(self) -> None:
        """Make what is left, now."""
        self.later.complete()
        self.form.later.complete()

    def end(self) -> None:
        """Begin nothing more."""
        self.launch.end()
        self.later.stop()
        self.form.later.stop()

    # --- what the window asks --------------------------------------------------

    def document(self) -> Document:
        """The config document: mode, clientRequest, acquire; only what was set."""
        return self.model.config()

    def set_document(self, document: Mapping[str, Any]) -> None:
        """Show a config document, with `cname` and `uid` beside it or without."""
        self.model.replace(document)
        self.judge.judge()

    def take_over(self, config: Config, source: str) -> None:
        """Let the draft be what was pasted or opened, and say so; undo brings the old one back."""
        names = {"cname": config.cname, "uid": config.uid}
        known = {key: value for key, value in names.items() if value is not None}
        self.model.replace({**known, **config.document})
        self._say_everything()
        self.notice.show_problem(taken_note(config, source))

    def toggle_json(self) -> None:
        """Show the config as JSON, or as the form again, and go there."""
        self.sides.show_side("form" if self.sides.side == "json" else "json")
        (self.json if self.sides.side == "json" else self.form.channel.cname.widget).setFocus()

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
            announce(self, self.launch.blocked)
            return
        self._finish_typing()
        self.form.spare_untouched = False
        order = self.order()
        if order is None or has_errors(self.judge.look()):
            self._say_everything()
            self._show_first_error()
            return
        self.launch.go(order, self.form.channel.token.seconds())

    def save_now(self) -> None:
        """Keep the draft for the next start of the program."""
        self._save_timer.stop()
        try:
            self._console.save_draft(self.model.document(), self.model.unread)
        except SettingsError as error:
            self.notice.show_problem(error.problem)

    def reveal(self, problem: Problem) -> None:
        """Show the field that a problem is about, or its place in the JSON that is in sight."""
        self._say_everything()
        in_json = problem.rule == FAULT or self.sides.side == "json"
        if in_json:
            self.sides.show_side("json")
        if not in_json or not self.json.reveal(problem):
            self.sides.show_side("form")
            self.form.reveal(problem.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is pasted where nothing can be typed may be a config, a cURL line or a ticket."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.brought.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._undo_keys.listen()
        self.make_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._save_timer.isActive():
            self.save_now()

    # --- parts -----------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("page")
        self.sides.add_notice(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.sides, 1)
        whole.addWidget(self.bar)
        self.setFocusProxy(self.form.channel.cname.widget)

    def _connect(self) -> None:
        self.model.changed.connect(self._on_model_changed)
        self.form.left.connect(self.judge.judge)
        self.form.fix_requested.connect(self._on_fix_requested)
        self.form.target.stored.changed.connect(self._show)
        for edited in (self.form.channel.token.edited, self.form.secrets_edited):
            edited.connect(self._show)
            edited.connect(self.judge.soon)
        self.form.later.done.connect(self._on_form_made)
        self.launch.started.connect(self._on_started)
        self.launch.failed.connect(self.notice.show_problem)
        self.launch.changed.connect(self._on_judged)
        self.judge.judged.connect(self._on_judged)
        self.bar.start_requested.connect(self.start)
        self.bar.problem_chosen.connect(self.reveal)
        self.sides.presets.clicked.connect(self.presets_requested)
        self.sides.side_changed.connect(self.complete)
        self.notice.fix_requested.connect(self._on_fix_requested)
        self.model.text_changed.connect(self._on_text_changed)
        self._save_timer.timeout.connect(self.save_now)

    def _load(self) -> None:
        kept = self._console.draft()
        if kept:
            self.model.replace(kept)
        if not self.model.text("uid"):
            self.model.set("uid", self._console.recordings.suggest_uid())
        if unread := self._console.draft_text():
            self.model.type_json(unread)
        self.model.begin()

    # --- what happens ----------------------------------------------------------

    def _on_form_made(self) -> None:
        layout = self.form.picture.layout_form
        self.preview.people_changed.connect(layout.set_people)
        layout.set_people(self.preview.people.value())
        self.preview.edit(layout.regions.bench)
        self.sides.chain()
        self.form.show_problems(self.problems())

    def _on_model_changed(self) -> None:
        self._save_soon()
        self._show()
        self.changed.emit()

    def _save_soon(self) -> None:
        """Also while somebody types on and on: a crash takes no more than the last moment."""
        if not self._save_timer.isActive():
            self._save_timer.start()

    def _on_text_changed(self) -> None:
        """While the JSON does not parse, the form only shows what did."""
        self._save_soon()
        self.form.set_readable(self.model.fault is None)
        self.judge.soon()

    def _on_fix_requested(self, fix: Fix) -> None:
        if fix.path == TO_JSON:
            for problem in json_fault(self.model):
                self.reveal(problem)
            return
        if fix.path == UNDO:
            self.notice.clear()
            self.model.undo()
        else:
            self.model.mend(fix)
        self.judge.judge()

    def _on_judged(self) -> None:
        self.form.show_problems(self.problems())
        if (json := DraftPage.json.made_in(self)) is not None:
            json.show_problems(self.problems())
        self.bar.show_problems(
            self.problems(), ready=self.tr("Ready."), blocked=self.launch.blocked
        )
        self.changed.emit()

    def _on_started(self, session_id: str) -> None:
        self.notice.clear()
        self.model.set("uid", self._console.recordings.suggest_uid())
        self.form.guards.renew()
        self.model.begin()
        self.judge.judge()
        self._save_timer.stop()  # the disk is waited for when the start is on its way
        self.started.emit(session_id)
        self._save_timer.start()

    def _finish_typing(self) -> None:
        for field in self.form.busy_fields():
            field.finish()

    def _typed_in(self) -> Iterable[QWidget]:
        """The widgets in which typing changes the draft; others keep an undo of their own."""
        return (self.json.editor, *(field.widget for field in self.form.fields()))

    def _say_everything(self) -> None:
        """From now on a field that was never touched is judged like the others."""
        self.form.spare_untouched = False
        self.judge.judge()

    def _show_first_error(self) -> None:
        first = next((each for each in self.problems() if each.severity is Severity.ERROR), None)
        if first is not None and first.path:
            before = self.window().focusWidget()
            self.reveal(first)
            if self.window().focusWidget() is before:  # else the field is read as it is reached
                announce(self, said(first.sentence))
        elif first is not None:
            self.notice.show_problem(first)

    def _show(self) -> None:
        if (preview := DraftPage.preview.made_in(self)) is not None:
            self._show_layout(preview)
        if (request := DraftPage.request.made_in(self)) is not None:
            self._show_request(request)

    def _show_layout(self, preview: PreviewCard) -> None:
        config = self.model.get(TRANSCODING)
        preview.setVisible(self.model.mode == "mix")
        preview.show_layout(config if isinstance(config, Mapping) else {}, canvas(self.model))

    def _show_request(self, request: RequestCard) -> None:
        request.show_request(
            self.model.text("cname"),
            self.model.text("uid"),
            self.model.config(),
            self.form.shown_secrets(),
        )
