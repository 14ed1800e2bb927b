"""PlaceCard: where the secrets of a project are kept, and what that means."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from agora_console.services.values import Keep, VaultState
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.labels import label, restyle
from agora_console.ui.widgets.segmented import SegmentedControl


class PlaceCard(Card):
    """Keyring or this run only; without a keyring there is no choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Where secrets are kept"))
        self._said, self._usable = "", True
        self.choice = SegmentedControl(
            [(Keep.KEYRING, self.tr("Keyring")), (Keep.RUN, self.tr("This run only"))],
            self.tr("Where secrets are kept"),
        )
        self._text = label("", "muted", wrap=True)
        self.header.addWidget(self.choice)
        self.body.addWidget(self._text)
        self.choice.value_changed.connect(self._show)

    def keep(self) -> Keep:
        """What was chosen."""
        return Keep.RUN if self.choice.value() is Keep.RUN else Keep.KEYRING

    def place(self, state: VaultState) -> str:
        """Where stored secrets are, as it is said behind their last letters."""
        usable = state.condition == "ok"
        return self.tr("in {0}").format(state.backend) if usable else self.tr("for this run")

    def show_state(self, state: VaultState) -> None:
        """Say which keyring there is, and what to do where it cannot be used."""
        self._usable = state.condition == "ok"
        self._said = " ".join(filter(None, map(said, (state.sentence, state.action))))
        if state.condition == "absent":
            self.choice.set_enabled_option(Keep.KEYRING, False, said(state.sentence))
            self.choice.set_value(Keep.RUN)
        self._show()

    def says(self, sentence: str) -> bool:
        """Whether this is said here."""
        return bool(sentence) and said(sentence) in self._text.text()

    def show_failure(self, sentence: str) -> None:
        """Say why it is not known which keyring there is."""
        self._usable, self._said = False, said(sentence)
        self._show()

    def _show(self) -> None:
        run = self.tr("What is typed here ends with the program, and has to be typed again then.")
        chosen = self.keep() is Keep.RUN
        parts = ("" if chosen and self._usable else self._said, run if chosen else "")
        self._text.setText(" ".join(part for part in parts if part))
        restyle(self._text, "role", "muted" if self._usable else "amber")
