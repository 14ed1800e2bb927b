"""TopBar: which project, LIVE or DEMO, how many recordings, and the menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from agora_console.ui.lock_switch import LockSwitch
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.widgets.ground import hide_behind, paint_ground
from agora_console.ui.widgets.labels import ElidedLabel, label, restyle
from agora_console.ui.widgets.menus import give_menu

if TYPE_CHECKING:
    from agora_console.ui.listing.session_rows import Counts


NARROW, TIGHT = 84.0, 62.0
"""Below these widths, in em, the bar says less, so that the counts keep their place."""


class TopBar(QFrame):
    """The bar at the top. `project_chosen` carries the id of a project."""

    project_chosen = Signal(str)
    project_settings_requested = Signal()
    project_new_requested = Signal()

    def __init__(self, menu: QMenu, *, demo: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        hide_behind(self)
        self._demo = demo
        self._brief = True
        self._counted: Counts | None = None
        self._name = label(self.tr("Agora Console"), "title")
        self._name.setFont(scaled(self._name.font(), 1.1, bold=True))
        self.project_button = QPushButton(self.tr("No project"))
        self.project_button.setAccessibleName(self.tr("Project"))
        self.project_button.setToolTip(self.tr("Choose or change the project"))
        self._projects = give_menu(self.project_button, QMenu(self.project_button))
        self._badge = self._make_badge(demo)
        self._counts = ElidedLabel()
        self._counts.setProperty("role", "muted")
        self.palette_button = self._tool("search", self.tr("Command palette (Ctrl+K)"))
        self.palette_button.setAccessibleName(self.tr("Command palette"))
        self.wall_button = self._tool("grid", self.tr("Wall of cards (Ctrl+Shift+W)"))
        self.wall_button.setAccessibleName(self.tr("Wall of cards"))
        self.alarms_button = QPushButton()
        self.alarms_button.setObjectName("bell")
        self.alarms_button.hide()
        self.lock = LockSwitch()
        self.lock.hide()
        self.menu_button = QPushButton(self.tr("Menu"))
        self.menu_button.setAccessibleName(self.tr("Menu with every command and its shortcut"))
        self.menu_button.setToolTip(self.tr("Every command and its shortcut (F10)"))
        give_menu(self.menu_button, menu)
        tint(self.menu_button, "menu", "muted", 1.0)
        self._lay_out()
        self._say_less(brief=True, nameless=True)  # or the bar would be wider than a small screen
        self.project_button.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self)

    def set_projects(self, projects: Sequence[tuple[str, str]], current: str) -> None:
        """Show the projects as (id, name) pairs; `current` is the id of the chosen one."""
        self._projects.clear()
        group = QActionGroup(self._projects)
        for project_id, name in projects:
            action = QAction(name.replace("&", "&&"), group, checkable=True)
            action.setChecked(project_id == current)
            action.setData(project_id)
            self._projects.addAction(action)
        group.triggered.connect(self._on_project_triggered)
        self._add_wishes(bool(projects))
        name = next((name for id_, name in projects if id_ == current), self.tr("No project"))
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, em(self, 16))
        self.project_button.setText(shown.replace("&", "&&"))
        self.project_button.setAccessibleDescription(name)
        self.project_button.show()

    def _add_wishes(self, some: bool) -> None:
        """The demo has its own project: a real one in it would record under the word DEMO."""
        self._projects.addSeparator()
        if self._demo:
            note = self._projects.addAction(self.tr("The demo works on the simulator only"))
            note.setEnabled(False)
            return
        if some:
            settings = self._projects.addAction(self.tr("Project settings…"))
            settings.triggered.connect(self.project_settings_requested)
        new = self._projects.addAction(self.tr("New project…"))
        new.triggered.connect(self.project_new_requested)

    def set_counts(self, counts: Counts) -> None:
        """Say how many recordings are proven and how many want a look."""
        if counts == self._counted:
            return
        self._counted = counts
        self._counts.setText(self._counts_text(counts))
        restyle(self._counts, "role", "amber" if counts.attention else "muted")

    def set_alarms(self, count: int, *, grave: bool) -> None:
        """Say how many alarms wait to be acknowledged."""
        text = self.tr("1 alarm") if count == 1 else self.tr("{0} alarms").format(count)
        role = "danger" if grave else "amber" if count else "muted"
        tint(self.alarms_button, "bell", role, 1.25)
        restyle(self.alarms_button, "alarm", role if count else "")
        self.alarms_button.setText(text if count else "")
        said = self.tr("{0} waiting").format(text) if count else self.tr("No alarm is waiting")
        self.alarms_button.setAccessibleName(said)
        self.alarms_button.setToolTip(self.tr("{0} (F9)").format(said))

    def set_ready(self, ready: bool) -> None:
        """Show what needs the services."""
        for button in (self.alarms_button, self.palette_button, self.wall_button):
            button.setVisible(ready)
        self.lock.setVisible(ready)

    def minimumSizeHint(self) -> QSize:
        """That of what is said in a small window: it becomes small by being made smaller."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), em(self, TIGHT)), hint.height()) if not self._brief else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        brief = self.width() < em(self, NARROW)
        self._say_less(brief=brief, nameless=self.width() < em(self, TIGHT))

    def _say_less(self, *, brief: bool, nameless: bool) -> None:
        self._brief = brief
        self.lock.set_brief(brief)
        self._name.setHidden(nameless)
        for button, drawing, words in (
            (self.palette_button, "search", self.tr("Commands  Ctrl+K")),
            (self.wall_button, "grid", self.tr("Wall")),
        ):
            button.setText("" if brief else words)
            tint(button, drawing, "muted")  # with words it keeps a distance from them
        if self._demo:
            long = self.tr("DEMO — nothing is recorded")
            self._badge.setText(self.tr("DEMO") if brief else long)

    def _counts_text(self, counts: Counts) -> str:
        parts = []
        if counts.recording:
            parts.append(self.tr("{0} recording").format(counts.recording))
        waiting = counts.open - counts.recording
        if waiting and not counts.attention:
            parts.append(self.tr("{0} starting or ending").format(waiting))
        if counts.attention == 1:
            parts.append(self.tr("1 needs attention"))
        elif counts.attention:
            parts.append(self.tr("{0} need attention").format(counts.attention))
        if not parts:
            parts.append(self.tr("nothing is recording"))
        if counts.planned:
            parts.append(self.tr("{0} planned").format(counts.planned))
        return " · ".join(parts)

    def _tool(self, icon: str, tip: str) -> QPushButton:
        """A button with a drawing, which is all that there is of it where there is little room."""
        button = QPushButton()
        button.setObjectName("bell")
        button.setToolTip(tip)
        tint(button, icon, "muted", 1.25)
        button.hide()
        return button

    def _make_badge(self, demo: bool) -> QLabel:
        badge = label(self.tr("DEMO — nothing is recorded") if demo else self.tr("LIVE"))
        badge.setObjectName("badge")
        badge.setProperty("demo", "true" if demo else "false")
        badge.setFont(scaled(badge.font(), 0.88, bold=True))
        said = self.tr("Demo: a simulator on this machine answers, nothing is recorded")
        badge.setAccessibleName(said if demo else self.tr("Live: real recordings, real costs"))
        badge.setToolTip(badge.accessibleName())
        return badge

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 1.1), em(self, 0.7), em(self, 1.1), em(self, 0.7))
        row.setSpacing(em(self, 1))
        row.addWidget(self._name)
        row.addWidget(self.project_button)
        row.addWidget(self._badge)
        row.addWidget(self._counts, 1)
        row.addWidget(self.palette_button)
        row.addWidget(self.wall_button)
        row.addWidget(self.alarms_button)
        row.addWidget(self.lock)
        row.addWidget(self.menu_button)

    def _on_project_triggered(self, action: QAction) -> None:
        self.project_chosen.emit(action.data())
