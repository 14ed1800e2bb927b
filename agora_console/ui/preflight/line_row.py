"""LineRow: one line of the preflight - its state, the evidence, and the way to mend it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.preflight import (
    ASKING_LOOK,
    NOT_ASKED_LOOK,
    PROJECT,
    TITLES,
    Check,
    Line,
    State,
    look_of,
)
from agora_console.domain.states import Look
from agora_console.ui.look.looks import said_look
from agora_console.ui.look.metrics import em
from agora_console.ui.look.times import clock
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.chip import StateChip, chip_size
from agora_console.ui.widgets.labels import label


class LineRow(QWidget):
    """`fix_requested` carries a Fix, `place_requested` the path of the place to mend."""

    fix_requested = Signal(object)
    place_requested = Signal(str)

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._check: Check | None = None
        self.chip = StateChip()
        self._title = label(said(TITLES[line]), "title")
        self._evidence = label("", "muted", wrap=True)
        self._evidence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = label("", wrap=True)
        self._when = label("", "muted")
        self.mend = QPushButton()
        self.mend.setAutoDefault(False)
        self.mend.clicked.connect(self._on_mend_clicked)
        self._lay_out()
        self.show_not_asked("")

    def check(self) -> Check | None:
        """The answer that is shown."""
        return self._check

    def evidence(self) -> str:
        """What is said of it."""
        return self._evidence.text()

    def show_not_asked(self, sentence: str) -> None:
        """Say what will be asked."""
        self._show(NOT_ASKED_LOOK, sentence)

    def show_asking(self) -> None:
        """Say that it is being asked; what was known before is gone."""
        self._show(ASKING_LOOK, "")

    def show_check(self, check: Check) -> None:
        """Show the answer."""
        self._show(look_of(check.state), said(check.evidence))
        self._check = check
        self._action.setText(said(check.action))
        self._action.setVisible(bool(check.action))
        self._when.setText(clock(check.at))
        self._show_mend(check)
        self._describe(" ".join((said(check.evidence), said(check.action))))

    def _show(self, look: Look, sentence: str) -> None:
        self._check = None
        self.chip.set_look(said_look(look))
        self._evidence.setText(sentence)
        self._evidence.setVisible(bool(sentence))
        self._action.hide()
        self._when.clear()
        self.mend.hide()
        self._describe(sentence)

    def _show_mend(self, check: Check) -> None:
        if check.fix is not None:
            text = said(check.fix.label)
        elif check.path == PROJECT:
            text = self.tr("Project settings…")
        else:
            text = self.tr("Go to the field")
        self.mend.setText(text)
        self.mend.setAccessibleName(f"{said(TITLES[check.line])}: {text}")
        self.mend.setVisible(check.fix is not None or bool(check.path))

    def _describe(self, sentence: str) -> None:
        look = self.chip.look()
        assert look is not None
        self.setAccessibleName(f"{said(TITLES[self.line])}: {look.word}")
        self.setAccessibleDescription(sentence.strip())
        self.chip.setAccessibleName(f"{said(TITLES[self.line])}: {look.word}")

    def _on_mend_clicked(self) -> None:
        if self._check is None:
            return
        if self._check.fix is not None:
            self.fix_requested.emit(self._check.fix)
        else:
            self.place_requested.emit(self._check.path)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(em(self, 0.15))
        for part in (self._title, self._evidence, self._action):
            words.addWidget(part)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, em(self, 0.35), 0, em(self, 0.35))
        grid.setHorizontalSpacing(em(self, 0.9))
        top = Qt.AlignmentFlag.AlignTop
        grid.setColumnMinimumWidth(0, widest_chip(self.font()))
        grid.addWidget(self.chip, 0, 0, top)
        grid.addLayout(words, 0, 1)
        grid.addWidget(self.mend, 0, 2, top)
        grid.addWidget(self._when, 0, 3, top)
        grid.setColumnStretch(1, 1)


def widest_chip(font: QFont) -> int:
    """The room that the longest word of all states takes, in device-independent pixels."""
    return max(chip_size(said_look(look), font).width() for look in _EVERY_LOOK)


_EVERY_LOOK = (
    ASKING_LOOK,
    NOT_ASKED_LOOK,
    *(look_of(state) for state in State),
)
