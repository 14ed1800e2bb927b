"""The header of a session page: state, channel, sentence, timer, stop and ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from agora_console.ui.icons import tint
from agora_console.ui.metrics import em, scaled, tabular
from agora_console.ui.session.header_words import headline, stop_state, timer
from agora_console.ui.widgets.chip import StateChip
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.widgets.labels import ElidedLabel, label


class SessionHeader(QWidget):
    """Says what is known; asks for a stop or a question. It never stops anything itself."""

    stop_requested = Signal()
    ask_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._name = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.chip = StateChip()
        self.chip.setFont(scaled(self.font(), 1.2))
        self.channel = ElidedLabel()
        self.channel.setFont(scaled(self.font(), 1.55, bold=True))
        self.sentence = label("", "muted", wrap=True)
        self.figure = label()
        self.figure.setFont(tabular(scaled(self.font(), 2.5, bold=True)))
        self.caption = label("", "muted")
        self.stop = HoldButton(self.tr("Hold to stop"))
        self.why_not = label("", "muted", wrap=True, size=0.92)
        self.ask = QPushButton(self.tr("Ask now"))
        self._prepare()
        self._lay_out()
        self.setTabOrder(self.ask, self.stop)  # so that the focus never begins on Stop
        self.stop.held.connect(self.stop_requested)
        self.ask.clicked.connect(self.ask_requested)

    def show_session(self, session: Session, now: float, read_only: str = "") -> None:
        """Show the session at `now`; `read_only` says why nothing can be done from here."""
        shown = look(session, now)
        self.chip.set_look(shown)
        self.channel.setText(session.cname)
        self.channel.setAccessibleName(self.tr("Channel {0}").format(session.cname))
        self.sentence.setText(headline(session, now))
        self._show_timer(session, now)
        self._show_stop(session, read_only)
        can_ask = bool(session.sid) and not session.over and not read_only
        self.ask.setEnabled(can_ask and session.phase is not Phase.OUT_OF_REACH)
        self.ask.setVisible(not session.over)
        self._fit_name()
        self._announce(session.cname, shown.word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_name()

    def _fit_name(self) -> None:
        """The channel goes below a long word: which show it is must be read in any state."""
        wanted = self.chip.sizeHint().width() + self.channel.sizeHint().width() + em(self, 1)
        side_by_side = wanted <= self.sentence.width()
        self._name.setDirection(
            QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        )

    def _show_timer(self, session: Session, now: float) -> None:
        shown = timer(session, now)
        self.figure.setText(shown.figure)
        self.figure.setToolTip(shown.tip)
        self.figure.setAccessibleName(f"{shown.figure} {shown.caption}")
        self.caption.setText(shown.caption)

    def _show_stop(self, session: Session, read_only: str) -> None:
        state = stop_state(session, read_only)
        self.stop.setVisible(state.shown)
        self.stop.setEnabled(state.enabled)
        self.why_not.setText(state.reason)
        self.why_not.setVisible(bool(state.reason) and state.shown)

    def _announce(self, cname: str, word: str) -> None:
        said = f"{cname}: {word}"
        if said == self._said:
            return
        if self._said.startswith(f"{cname}: "):  # a change, not the choice of another session
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._said = said

    def _prepare(self) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.figure.setAlignment(right)
        self.caption.setAlignment(right)
        self.why_not.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.why_not.setMaximumWidth(em(self, 13))
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.stop.setToolTip(self.tr("Hold for a second, or hold Ctrl+Shift+."))
        self.ask.setToolTip(self.tr("Ask Agora for the status now (F5)"))
        tint(self.ask, "refresh", "muted")

    def _lay_out(self) -> None:
        self._name.setSpacing(em(self, 0.4))
        self._name.addWidget(self.chip)
        self._name.addWidget(self.channel, 1)
        left = QWidget()
        left.setMinimumWidth(em(self, 21))  # the longest word; the channel then goes below it
        words = QVBoxLayout(left)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(em(self, 0.4))
        words.addLayout(self._name)
        words.addWidget(self.sentence)
        words.addStretch(1)
        clock = QVBoxLayout()
        clock.setSpacing(0)
        clock.addWidget(self.figure)
        clock.addWidget(self.caption)
        clock.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(em(self, 0.4))
        buttons.addWidget(self.stop)
        buttons.addWidget(self.why_not)
        buttons.addWidget(self.ask)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 1))
        row.addWidget(left, 1)
        row.addLayout(clock)
        row.addLayout(buttons)
