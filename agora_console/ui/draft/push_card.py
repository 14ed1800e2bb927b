"""Push: the page goes to a CDN while it is recorded."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import SecretStr
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox

from agora_console.domain.page import PUBLISHER
from agora_console.domain.problems import Problem
from agora_console.services.start.push import shown_address
from agora_console.ui.draft.document import PAGE, service_at, with_service, without_service
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.page_card import PREFIX
from agora_console.ui.draft.spec_fields import named
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.secret_line import SecretLine

_ADDRESS = "outputs[0].rtmpUrl"


class PushCard(FormCard):
    """On or off, and the RTMP address, which ends in the stream key.

    The draft holds the address without its key; all of it is in the line and in memory, so that
    it comes back when the draft says the same host again. `edited` follows each change of it.
    """

    edited = Signal()

    modes = ("web",)

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Push"))
        self._draft = model
        self._known: dict[str, str] = {}
        self.on = QCheckBox(self.tr("Push the page to a CDN as well"))
        self.on.setAccessibleName(self.on.text())
        self.line = SecretLine("rtmp://")
        self._switch_row = FieldRow(self.tr("CDN"), self.on)
        self._address_row = self.line.row(named("outputs[].rtmpUrl", PREFIX))
        self.body.addWidget(self._switch_row)
        self.body.addWidget(self._address_row)
        claims = {
            self._switch_row: ("serviceName", "errorHandlePolicy"),
            self._address_row: ("serviceParam", f"serviceParam.{_ADDRESS}"),
        }
        for row, paths in claims.items():
            self.rows.add(row, optional=False)
            for path in paths:
                self.rows.claim(row, path)
        self.on.clicked.connect(self._on_on_clicked)
        self.line.textEdited.connect(self._on_text_edited)
        self.line.editingFinished.connect(self.left)
        model.changed.connect(self._show)
        self._show()

    def address(self) -> SecretStr | None:
        """The whole address, where the page is to be pushed."""
        return self.line.secret() if self._place and self._draft.mode == "web" else None

    def row_of(self, path: str) -> FieldRow | None:
        place = self._place
        below = path.removeprefix(f"{place}.") if place else path
        return super().row_of(below) if below != path else None

    def show_problems(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        return self.rows.show_problems(problems, self._place or PAGE)

    @property
    def _place(self) -> str:
        return service_at(self._draft.document(), PUBLISHER)

    def _show(self) -> None:
        place = self._place
        with QSignalBlocker(self.on):
            self.on.setChecked(bool(place))
        self._switch_row.set_sent(bool(place))
        self._address_row.setVisible(bool(place))
        if place:
            self._show_address(f"{place}.serviceParam.{_ADDRESS}")

    def _show_address(self, path: str) -> None:
        said = self._draft.text(path)
        shown = shown_address(said)
        if shown != said:  # a pasted request brought the key along
            self._known[shown] = said
            self._draft.set(path, shown)
            return
        if shown_address(self.line.text().strip()) != said:
            bare = "" if said.endswith("***") else said
            self.line.setText(self._known.get(said, bare))
            self.edited.emit()
        kept = self.tr("Its stream key is kept for this start only")
        self._address_row.set_hint(" · ".join(part for part in (said, kept) if part))
        self._address_row.set_sent(bool(said))

    def _on_on_clicked(self, on: bool) -> None:
        document = self._draft.document()
        said = shown_address(self.line.text().strip())
        outputs = {"outputs": [{"rtmpUrl": said}]}
        self._draft.become(
            with_service(document, PUBLISHER, outputs)
            if on
            else without_service(document, PUBLISHER)
        )
        self.left.emit()

    def _on_text_edited(self) -> None:
        text = self.line.text().strip()
        shown = shown_address(text)
        self._known[shown] = text
        if self._place:
            outputs = {"outputs": [{"rtmpUrl": shown}]}
            self._draft.become(with_service(self._draft.document(), PUBLISHER, outputs))
        self.edited.emit()
