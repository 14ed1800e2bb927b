"""The header of a session page: state, channel, sentence, timer, stop and ask."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.session import Phase, Session
from agora_console.ui.look.icons import tint
from agora_console.ui.look.looks import look
from agora_console.ui.look.metrics import em, scaled, tabular
from agora_console.ui.session.header_words import headline, stop_state, timer
from agora_console.ui.speech.saying import announce
from agora_console.ui.widgets.chip import StateChip
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.widgets.labels import ElidedLabel, hint, label, restyle, say
from agora_console.ui.widgets.running import RunningLabel, shape_of
from agora_console.ui.widgets.sentences import Sentences

LINES, LINES_TIGHT, LINES_MOST = 2, 3, 6
"""Lines of text that always have their place, so that a longer sentence moves nothing; and the
most that a long one gets, however low the window."""

TIGHT = 60.0
"""Below this width, in em, sentences take more lines."""

LEAST_WORDS = 21.0
"""Width in em of the longest word of a state; the channel then goes below it."""


class SessionHeader(QWidget):
    """Says what is known; asks for a stop or a question. It never stops anything itself.

    Where it is narrow, timer and buttons stand in a line of their own below the channel.
    """

    stop_requested = Signal()
    ask_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._narrow: bool | None = None
        self._fitted: tuple[object, ...] = ()
        self.chip = StateChip()
        self.chip.setFont(scaled(self.font(), 1.2))
        self.channel = ElidedLabel()
        self.channel.setFont(scaled(self.font(), 1.55, bold=True))
        self.sentence = label("", "muted", wrap=True)
        self.sentence.setFont(tabular(self.sentence.font()))
        self.why_not = label("", "muted", wrap=True)
        self.figure = RunningLabel()
        self.figure.setFont(tabular(scaled(self.font(), 2.5, bold=True)))
        self.caption = label("", "muted")
        self.stop = HoldButton(self.tr("Hold to stop"))
        self.ask = QPushButton(self.tr("Ask now"))
        self._prepare()
        self._name = self._make_name()
        self._words = Sentences(self.sentence, self.why_not)
        self._clock = _column(self.figure, self.caption)
        self._buttons = self._make_buttons()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em(self, 1))
        self._grid.setVerticalSpacing(em(self, 0.4))
        self._arrange(narrow=False)
        self.setTabOrder(self.ask, self.stop)  # so that the focus never begins on Stop
        self.stop.held.connect(self.stop_requested)
        self.ask.clicked.connect(self.ask_requested)

    def show_session(
        self, session: Session, now: float, read_only: str = "", locked: str = ""
    ) -> None:
        """Show the session at `now`; `read_only` says why nothing can be done from here.

        `locked` says why nothing can be stopped just now.
        """
        shown = look(session, now)
        self.chip.set_look(shown)
        if self.channel.text() != session.cname:
            self.channel.setText(session.cname)
            self.channel.setAccessibleName(self.tr("Channel {0}").format(session.cname))
        say(self.sentence, headline(session, now))
        hint(self.sentence, self.sentence.text())  # whole, where a small window cuts it
        self._show_timer(session, now)
        self._show_stop(session, read_only or locked)
        restyle(self.why_not, "role", "amber" if locked else "muted")
        can_ask = bool(session.sid) and not session.over and not read_only
        self.ask.setEnabled(can_ask and session.phase is not Phase.OUT_OF_REACH)
        self.ask.setVisible(not session.over)
        self._buttons.setVisible(not session.over)  # or its gap would stay
        self._fit_if_other()
        self._announce(session.cname, shown.word)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrow arrangement, whatever the present one is."""
        tools = self._clock.minimumSizeHint().width() + self._buttons_width() + em(self, 1)
        width = max(tools, em(self, LEAST_WORDS), self.chip.sizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit_if_other(self) -> None:
        """Find the place of each part again, unless all that moved are digits of one width."""
        shapes = [shape_of(each.text()) for each in (self.sentence, self.why_not, self.figure)]
        hidden = [each.isHidden() for each in (self.why_not, self.stop, self.ask)]
        shown = (self.chip.look(), self.channel.text(), self.caption.text(), *shapes, *hidden)
        if shown != self._fitted:
            self._fit()
            self._fitted = shown

    def _fit(self) -> None:
        """Find the place of each part; which show it is must be read in any state."""
        buttons = 0 if self._buttons.isHidden() else self.stop.sizeHint().width()
        tools = self._clock.minimumSizeHint().width() + buttons
        self._arrange(narrow=self.width() < tools + em(self, LEAST_WORDS + 2))
        lines = LINES_TIGHT if self.width() < em(self, TIGHT) else LINES
        there = self.width() if self._narrow else self.width() - tools - em(self, 2)
        said = [each for each in (self.sentence, self.why_not) if not each.isHidden()]
        needed = sum(each.heightForWidth(max(there, 1)) for each in said)
        line = self.sentence.fontMetrics().lineSpacing()
        self._words.setMinimumHeight(max(lines * line, min(needed, LINES_MOST * line)))
        wanted = self.chip.sizeHint().width() + self.channel.sizeHint().width() + em(self, 1)
        side_by_side = wanted <= there
        self._name_box.setDirection(
            QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        )

    def _arrange(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        for part in (self._name, self._words, self._clock, self._buttons):
            grid.removeWidget(part)
        if narrow:
            grid.addWidget(self._name, 0, 0, 1, 2)
            grid.addWidget(self._clock, 1, 0, Qt.AlignmentFlag.AlignLeft | top)
            grid.addWidget(self._buttons, 1, 1, Qt.AlignmentFlag.AlignRight | top)
            grid.addWidget(self._words, 2, 0, 1, 2)
        else:
            grid.addWidget(self._name, 0, 0)
            grid.addWidget(self._words, 1, 0)
            grid.addWidget(self._clock, 0, 1, 2, 1, top)
            grid.addWidget(self._buttons, 0, 2, 2, 1, top)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(2 if narrow else 1, 1)
        grid.setRowStretch(1 if narrow else 2, 0)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        clock = self._clock.layout()
        assert clock is not None
        clock.setAlignment(self.figure, side)
        self.caption.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        beside, below = QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.TopToBottom
        self._button_box.setDirection(beside if narrow else below)

    def _show_timer(self, session: Session, now: float) -> None:
        shown = timer(session, now)
        self.figure.say(shown.figure)
        hint(self.figure, shown.tip)
        self.figure.setAccessibleName(f"{shown.figure} {shown.caption}")
        say(self.caption, shown.caption)

    def _show_stop(self, session: Session, read_only: str) -> None:
        state = stop_state(session, read_only)
        self.stop.setVisible(state.shown)
        self.stop.setEnabled(state.enabled)
        say(self.why_not, state.reason)
        self.why_not.setVisible(bool(state.reason) and state.shown)

    def _announce(self, cname: str, word: str) -> None:
        said = f"{cname}: {word}"
        if said == self._said:
            return
        if self._said.startswith(f"{cname}: "):  # a change, not the choice of another session
            announce(self, said)
        self._said = said

    def _prepare(self) -> None:
        for text in (self.sentence, self.why_not):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.stop.setToolTip(
            self.tr("Hold for a second, or hold Ctrl+Shift+.; by typing its name: Ctrl+Shift+S")
        )
        self.ask.setToolTip(self.tr("Ask Agora for the status now (F5)"))
        tint(self.ask, "refresh", "muted")

    def _make_name(self) -> QWidget:
        name = QWidget()
        self._name_box = QBoxLayout(QBoxLayout.Direction.LeftToRight, name)
        self._name_box.setContentsMargins(0, 0, 0, 0)
        self._name_box.setSpacing(em(self, 0.4))
        self._name_box.addWidget(self.chip)
        self._name_box.addWidget(self.channel, 1)
        return name

    def _make_buttons(self) -> QWidget:
        buttons = QWidget()
        self._button_box = QBoxLayout(QBoxLayout.Direction.TopToBottom, buttons)
        self._button_box.setContentsMargins(0, 0, 0, 0)
        self._button_box.setSpacing(em(self, 0.4))
        self._button_box.addWidget(self.stop)
        self._button_box.addWidget(self.ask)
        return buttons

    def _buttons_width(self) -> int:
        shown = [each for each in (self.stop, self.ask) if not each.isHidden()]
        return sum(each.sizeHint().width() + em(self, 0.4) for each in shown)


def _column(*parts: QLabel) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole
