"""LockSwitch: one click locks, a second of holding unlocks."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from agora_console.ui.look.icons import tint
from agora_console.ui.speech.saying import announce
from agora_console.ui.widgets.hold import REPEAT_MS, HoldButton, HoldLook


class LockSwitch(QWidget):
    """Shows whether the window is locked; `lock_requested` and `unlock_requested` are wishes."""

    lock_requested = Signal()
    unlock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locked: bool | None = None
        self._turned = QElapsedTimer()
        self._keys_locked = False
        self.lock = QPushButton(self.tr("Lock"))
        self.lock.setAccessibleName(self.tr("Lock"))
        self.lock.setAccessibleDescription(
            self.tr("Unlocked. Locking keeps everything from being stopped or changed on air.")
        )
        self.lock.setToolTip(
            self.tr("Keep everything from being stopped or changed on air (Ctrl+L)")
        )
        tint(self.lock, "unlock", "muted", 1.0)
        self.unlock = HoldButton(
            self.tr("LOCKED, hold to unlock"),
            confirm_key=Qt.Key.Key_U,
            confirm_text=self.tr("Press U to unlock, Esc to keep it"),
            look=HoldLook("lock", "amber", "amber", "surface"),
        )
        self.unlock.setToolTip(
            self.tr("Nothing is stopped or changed on air. Hold for a second, or hold Ctrl+L")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.lock)
        row.addWidget(self.unlock)
        self.lock.clicked.connect(self.lock_requested)
        self.unlock.held.connect(self.unlock_requested)
        self.set_locked(False)

    def set_locked(self, locked: bool) -> None:
        """Show it, and say a change aloud."""
        if locked is self._locked:
            return
        before, self._locked = self._locked, locked
        had_focus = self.lock.hasFocus() or self.unlock.hasFocus()
        shown, other = (self.unlock, self.lock) if locked else (self.lock, self.unlock)
        other.hide()  # first, or for a moment there would have to be room for both
        shown.show()
        if had_focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None:
            announce(self, self.tr("Locked") if locked else self.tr("Unlocked"))

    def set_brief(self, brief: bool) -> None:
        """Say less where there is little room; the tool tip has the rest."""
        self.unlock.set_caption(self.tr("LOCKED") if brief else self.tr("LOCKED, hold to unlock"))

    def turn(self) -> None:
        """What the shortcut does: lock at once; unlock while the keys are held."""
        again = self._turned.isValid() and self._turned.elapsed() < REPEAT_MS
        self._turned.start()
        if again and (self._keys_locked or not self._locked):
            return  # the keys that have just turned it may be down yet
        self._keys_locked = not self._locked
        if self._locked:
            self.unlock.begin_key_hold()
        else:
            self.lock_requested.emit()
