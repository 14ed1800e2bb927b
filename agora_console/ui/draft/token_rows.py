"""The rows of the recorder's token: none, a pasted one, or one that is made at Start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import SecretStr
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agora_console.domain.paths import MISSING
from agora_console.domain.problems import Problem
from agora_console.ui.draft.fields import ChoiceField, NumberField
from agora_console.ui.draft.form_card import Rows
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.token_words import (
    FROM,
    HOURS,
    HOURS_DEFAULT,
    Source,
    facts,
    generate_problem,
    paste_problem,
)
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.secret_line import SecretLine, last_four

if TYPE_CHECKING:
    from agora_console.services.console import Console

_HOUR = 3600
_TO_BE_MADE = SecretStr("made at Start")


class TokenRows(QObject):
    """`rows` are to be laid out. `edited` follows each change of the token, `left` each end.

    A pasted token is in its line and nowhere else; of one that is made the draft knows the hours.
    `touched` once the line was left.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, owner: QWidget, model: DraftModel, rows: Rows, console: Console) -> None:
        super().__init__(owner)
        self._model = model
        self._console = console
        self.touched = False
        self._project_id = ""
        self._certified = False
        self._pending = False
        self.source = self._make_source()
        self.hours = NumberField(model, HOURS, str(HOURS_DEFAULT), ems=3.2)
        self.hours.widget.setAccessibleName(self.tr("Hours for which the token is valid"))
        self._unit = label(self.tr("h valid"), "muted")
        self.line = SecretLine(self.tr("paste it here"))
        self.choice_row = FieldRow(self.tr("Token"), self.source.widget)
        self.choice_row.add_widget(self.hours.widget)
        self.choice_row.add_widget(self._unit)
        self.paste_row = self.line.row(self.tr("Pasted token"))
        rows.add(self.choice_row, self.source, self.hours, optional=False)
        rows.claim(self.paste_row, "token")
        rows.claim(self.paste_row, "clientRequest.token")
        self.line.textChanged.connect(self._on_text_changed)
        self.line.editingFinished.connect(self._on_line_left)
        model.changed.connect(self._show)
        unsubscribe = console.projects.changed.subscribe(self._on_projects_changed)
        self.destroyed.connect(unsubscribe)
        self._on_projects_changed()
        self._show()

    @property
    def rows(self) -> tuple[FieldRow, FieldRow]:
        """From top to bottom."""
        return self.choice_row, self.paste_row

    def token(self) -> SecretStr | None:
        """The token that was pasted, when a pasted one is to be used."""
        return self.line.secret() if self._source is Source.PASTE else None

    def shown_token(self) -> SecretStr | None:
        """What stands for the token where the request is shown."""
        return _TO_BE_MADE if self._source is Source.GENERATE else self.token()

    def seconds(self) -> int:
        """For how long a token is to be made; 0 when none is to be made."""
        return self._hours() * _HOUR if self._source is Source.GENERATE else 0

    def problems(self) -> tuple[Problem, ...]:
        """What keeps the token from being had."""
        found: Problem | None = None
        if self._source is Source.PASTE:
            found = paste_problem(self.line.text())
        elif self._source is Source.GENERATE and not self._pending:
            project = self._console.projects.current()
            found = generate_problem(
                self._typed_hours(),
                certified=self._certified,
                project=project.name if project else self.tr("The project"),
            )
        return (found,) if found else ()

    @property
    def _source(self) -> Source:
        if self._model.mode == "web":  # a page is opened without a token
            return Source.NONE
        value = self._model.get(FROM)
        return Source(value) if value in list(Source) else Source.NONE

    def _typed_hours(self) -> object:
        hours = self._model.get(HOURS)
        return HOURS_DEFAULT if hours is MISSING else hours

    def _hours(self) -> int:
        hours = self._typed_hours()
        return hours if isinstance(hours, int) else 0

    def _make_source(self) -> ChoiceField:
        options = [
            (Source.NONE.value, self.tr("None")),
            (Source.PASTE.value, self.tr("Paste")),
            (Source.GENERATE.value, self.tr("Generate")),
        ]
        field = ChoiceField(self._model, FROM, options, self.tr("Token"), default=Source.NONE.value)
        field.widget.option(Source.NONE.value).setToolTip(
            self.tr("For a project without an App certificate")
        )
        field.widget.option(Source.PASTE.value).setToolTip(
            self.tr("One that was made elsewhere, for this channel and recorder UID")
        )
        return field

    # --- what is shown -----------------------------------------------------------

    def _show(self) -> None:
        source = self._source
        self.paste_row.setVisible(source is Source.PASTE)
        for widget in (self.hours.widget, self._unit):
            widget.setVisible(source is Source.GENERATE)
        self.choice_row.set_sent(source is Source.GENERATE)
        self.paste_row.set_sent(self.token() is not None)
        made = self.tr("Made when Start is pressed; kept for this start only")
        self.choice_row.set_hint(made if source is Source.GENERATE else "")
        self._show_facts()

    def _show_facts(self) -> None:
        token = self.line.secret()
        if token is None:
            self.paste_row.set_hint(self.tr("Kept for this start only"))
            return
        said = facts(token.get_secret_value(), self._console.clock.now())
        end = last_four(token)
        parts = (f"…{end}" if end else "", said)
        self.paste_row.set_hint(" · ".join(part for part in parts if part))

    def _show_certificate(self) -> None:
        why = self.tr("Makes one for this channel and recorder UID when Start is pressed")
        if self._pending:
            why = self.tr("Asking the keyring for the App certificate")
        elif not self._certified:
            why = self.tr("Needs the App certificate, in the project settings under Advanced")
        offered = self._certified or self._source is Source.GENERATE
        self.source.widget.set_enabled_option(Source.GENERATE.value, offered, why)

    # --- what happens ------------------------------------------------------------

    def _on_text_changed(self) -> None:
        self._show()
        self.edited.emit()

    def _on_line_left(self) -> None:
        self.touched = True
        self.left.emit()

    def _on_projects_changed(self, _: object = None) -> None:
        project = self._console.projects.current()
        self._project_id = asked = project.id if project else ""
        self._certified, self._pending = False, bool(asked)
        if asked:
            self._console.run(
                "draft-certificate",
                self._console.projects.certificate(asked),
                lambda certificate: self._on_answer(asked, certificate is not None),
                lambda problem: self._on_answer(asked, False),
            )
        self._show_certificate()

    def _on_answer(self, asked: str, certified: bool) -> None:
        if asked == self._project_id:
            self._certified, self._pending = certified, False
            self._show_certificate()
            self.left.emit()
