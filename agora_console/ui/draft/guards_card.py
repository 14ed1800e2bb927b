"""Safety: what is done against the loss of the recording, and what that costs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QPushButton

from agora_console.domain.guards import COOL_DOWN, GUARDS, SECOND, TIMES, WATCHDOG
from agora_console.domain.paths import MISSING
from agora_console.ui.draft.fields import Field, LineField, NumberField
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.model import DocumentModel, DraftModel
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.labels import label


class SwitchField(Field):
    """On or off. What was typed for the guard stays in the draft while it is off."""

    widget: QCheckBox
    is_set = False  # never a part of the request

    def __init__(self, model: DocumentModel, path: str, text: str) -> None:
        box = QCheckBox(text)
        super().__init__(model, path, box)
        box.toggled.connect(self._on_toggled)
        self.refresh()

    def read(self) -> Any:
        return True if self.widget.isChecked() else MISSING

    def show(self, value: Any) -> None:
        with QSignalBlocker(self.widget):
            self.widget.setChecked(value is True)

    def _on_toggled(self) -> None:
        self.model.set(self.path, self.widget.isChecked())
        self._leave()


class CountField(NumberField):
    """A number that stays here."""

    is_set = False


class UidField(LineField):
    """A UID that stays here until the second recorder is started."""

    is_set = False

    def parse(self, text: str) -> Any:
        return text.strip() or MISSING


class GuardsCard(FormCard):
    """Watchdog and second recorder; what belongs to each is shown while it is on."""

    def __init__(self, model: DraftModel, suggest_uid: Callable[[], str]) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Safety"))
        self._draft = model
        self._suggest_uid = suggest_uid
        dog, second = f"{GUARDS}.{WATCHDOG}", f"{GUARDS}.{SECOND}"
        self.watchdog = SwitchField(model, f"{dog}.on", self.tr("Start again after a loss"))
        self.times = CountField(model, f"{dog}.times", str(TIMES), ems=3.2)
        self.cool_down = CountField(model, f"{dog}.coolDown", str(COOL_DOWN), ems=4)
        self.hours = CountField(model, f"{dog}.hours", self.tr("no end"), ems=6)
        self.second = SwitchField(model, f"{second}.on", self.tr("Record twice, as A and B"))
        self.second_uid = UidField(model, f"{second}.uid", self.tr("of nobody else"))
        self._add_watchdog(dog)
        self._add_second(second)
        model.changed.connect(self._show)
        self._show()

    def renew(self) -> None:
        """Take another UID for the next second recorder, where there is one."""
        if self.second_uid.read() is not MISSING:
            self._draft.set(self.second_uid.path, self._suggest_uid())

    def _add_watchdog(self, path: str) -> None:
        self._dog_row = FieldRow(
            self.tr("Watchdog"),
            self.watchdog.widget,
        )
        self.rows.claim(self._dog_row, path)
        self.add_row(self._dog_row, self.watchdog, optional=False)
        self._often_row = FieldRow(
            self.tr("At most"),
            self.times.widget,
            hint=self.tr("Meanwhile the keys of this start stay in the keyring."),
        )
        self.times.widget.setAccessibleName(self.tr("How often it is started again at most"))
        self.cool_down.widget.setAccessibleName(self.tr("Seconds between the loss and the start"))
        for widget in (
            label(self.tr("times,"), "muted"),
            self.cool_down.widget,
            label(self.tr("seconds after the loss"), "muted"),
        ):
            self._often_row.add_widget(widget)
        self.add_row(self._often_row, self.times, self.cool_down, optional=False)
        self._hours_row = FieldRow(
            self.tr("On duty for"), self.hours.widget, unit=self.tr("hours from Start")
        )
        self.hours.widget.setAccessibleName(self.tr("Hours for which the watchdog is on duty"))
        self.hours.widget.setToolTip(self.tr("Empty: for as long as it records"))
        self.add_row(self._hours_row, self.hours, optional=False)

    def _add_second(self, path: str) -> None:
        self._second_row = FieldRow(self.tr("Second recorder"), self.second.widget)
        self.add_row(self._second_row, self.second, optional=False)
        self._uid_row = FieldRow(self.tr("UID of B"), self.second_uid.widget)
        unused = QPushButton(self.tr("Unused"))
        unused.setToolTip(self.tr("Take a UID that no recording here has used"))
        unused.setAccessibleName(self.tr("Take an unused UID for the second recorder"))
        unused.clicked.connect(self._on_unused_clicked)
        self._uid_row.add_widget(unused)
        self.add_row(self._uid_row, self.second_uid, optional=False)
        self.rows.claim(self._second_row, path)
        self.second.widget.toggled.connect(self._on_second_toggled)

    def _show(self) -> None:
        on = self.watchdog.widget.isChecked()
        self._often_row.setVisible(on)
        self._hours_row.setVisible(on)
        twice = self.second.widget.isChecked()
        self._uid_row.setVisible(twice)
        # Once it is on, what it costs stands among the findings.
        cost = "" if twice else self.tr("Both are billed: the cost doubles.") + " "
        away = self.tr(
            "B keeps away from the zone of A, writes files of its own, and goes on when A is "
            "stopped."
        )
        page = self._draft.mode == "web"
        alone = " " + self.tr("A alone pushes to the CDN.") if page else ""
        self._second_row.set_hint(cost + away + alone)
        self._dog_row.set_hint(self._page_words() if page else self._channel_words())

    def _channel_words(self) -> str:
        return self.tr(
            "With another UID, once Agora proves the loss; never while it may still run. An "
            "empty channel or a stop from another desk can look like a loss: then one start "
            "may be for nothing. Each one is billed."
        )

    def _page_words(self) -> str:
        return self.tr(
            "With another UID, once Agora proves the loss; never while it may still run, and not "
            "when its longest time is over. A page that cannot be opened, or a stop from another "
            "desk, can look like a loss: then one start may be for nothing. Each one is billed."
        )

    def _on_second_toggled(self, on: bool) -> None:
        if on and not self._draft.text(self.second_uid.path):
            self._draft.set(self.second_uid.path, self._suggest_uid())

    def _on_unused_clicked(self) -> None:
        self._draft.set(self.second_uid.path, self._suggest_uid())
        self.left.emit()
