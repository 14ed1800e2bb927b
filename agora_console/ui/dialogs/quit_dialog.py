"""QuitDialog: what becomes of the recordings when the window closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from agora_console.domain.planned_start import GRACE, PlannedStart
from agora_console.domain.session import Session
from agora_console.ui.dialogs.ending_dialog import EndingDialog
from agora_console.ui.dialogs.growing import grow
from agora_console.ui.look.times import minute_on_day
from agora_console.ui.widgets.labels import label, restyle

MOST_PLANS = 5
"""Planned starts that are named."""


class QuitDialog(EndingDialog):
    """Leave running (the default), stop all (held), or stay (`rejected`, also by Esc).

    Where nothing records and starts are planned, to stay is the default. `stop_all_chosen` carries
    the Consent. After `show_stopping` it stays open and shows how the recordings end;
    `show_sessions` updates it.
    """

    leave_chosen = Signal()
    stop_all_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Leave Agora Console?"))
        self._stopping = False
        self.leave = QPushButton(self.tr("Leave running"))
        self.leave.setToolTip(self.tr("Close the window; Agora goes on recording (Enter)"))
        self.stop_all.setToolTip(self.tr("Hold for one second: stops every recording, then leaves"))
        self.stay = QPushButton(self.tr("Cancel"))
        self.stay.setToolTip(self.tr("Go on working (Esc)"))
        self.plans = label("", "amber", wrap=True)
        self.plans.hide()
        self.lay_out(self.stay, self.leave)
        self.body.insertWidget(self.body.indexOf(self.words) + 1, self.plans)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.card.ordered.connect(self.stop_all_chosen)
        self.stay.clicked.connect(self.reject)
        self._show_choice(only_plans=False)

    def show_sessions(
        self,
        sessions: Sequence[Session],
        now: float,
        *,
        stoppable: int,
        locked: str,
        plans: Sequence[PlannedStart] = (),
    ) -> None:
        """List what may be recording, whether all of that can be stopped, and what is planned."""
        self.heading.setText(self._heading(len(sessions), len(plans)))
        if not self._stopping:
            self._show_choice(only_plans=not sessions)
        self.plans.setText(self._plan_words(plans, now))
        self.plans.setVisible(bool(plans))
        self.lines.show_sessions(sessions, now)
        self.stop_all.setVisible(bool(sessions))
        self.card.show_state(stoppable, locked, ordered=self._stopping)
        grow(self)

    def _heading(self, count: int, planned: int) -> str:
        if count:
            one = self.tr("1 recording goes on when you leave")
            many = self.tr("{0} recordings go on when you leave")
            return one if count == 1 else many.format(count)
        one = self.tr("1 planned start does not come when you leave")
        many = self.tr("{0} planned starts do not come when you leave")
        return one if planned == 1 else many.format(planned)

    def _show_choice(self, *, only_plans: bool) -> None:
        """What Enter does: leave recordings running, or stay for what is planned."""
        default, other = (self.stay, self.leave) if only_plans else (self.leave, self.stay)
        if default.isDefault():
            return
        other.setDefault(False)
        other.setAutoDefault(False)
        default.setDefault(True)
        for button in (default, other):
            restyle(button, "kind", "primary" if button is default else "")
        had_focus = self.focusWidget() in (None, default, other)
        if had_focus:
            default.setFocus(Qt.FocusReason.OtherFocusReason)
        self.leave.setText(self.tr("Leave") if only_plans else self.tr("Leave running"))
        self.stay.setText(self.tr("Stay") if only_plans else self.tr("Cancel"))
        self.words.setText(self._words(only_plans=only_plans))

    def _words(self, *, only_plans: bool) -> str:
        if only_plans:
            return self.tr(
                "A planned start is carried out by a console that runs. Where one runs again at "
                "most {0} minutes after its time, it is started then; later than that nothing is "
                "started, and an alarm asks you."
            ).format(int(GRACE // 60))
        return self.tr(
            "Closing the window stops nothing. Agora records and bills until each recording is "
            "stopped, or until its channel has been empty for its idle time. Nobody watches "
            "meanwhile; when you open the console again it finds them and goes on."
        )

    def _plan_words(self, plans: Sequence[PlannedStart], now: float) -> str:
        """The next starts with their times, and how many more there are."""
        if not plans:
            return ""
        named = [
            self.tr("{0}, {1}").format(plan.cname, minute_on_day(plan.at, now))
            for plan in plans[:MOST_PLANS]
        ]
        if len(plans) > MOST_PLANS:
            named.append(self.tr("and {0} more").format(len(plans) - MOST_PLANS))
        said = self.tr("Planned, and not started while no console runs: {0}")
        return said.format(" · ".join(named))

    def show_stopping(self) -> None:
        """Say that the stop is on its way, and that leaving now leaves what has not ended."""
        self._stopping = True
        self.setWindowTitle(self.tr("Stopping"))
        self.words.setText(
            self.tr(
                "Stop is on its way to Agora. The window closes by itself when nothing records "
                "any more. If you leave now, what has not ended yet may go on recording."
            )
        )
        self.leave.setText(self.tr("Leave now"))
        self.stay.setText(self.tr("Stay"))

    def _on_leave_clicked(self) -> None:
        self.leave_chosen.emit()
        self.accept()
