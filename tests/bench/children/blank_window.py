"""An empty main window; says when it was painted first."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtCore import QTimerEvent


class Blank(QMainWindow):
    """Nothing but its own background."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        print(json.dumps({"painted": time.time()}), flush=True)
        self.startTimer(0)  # Qt still needs the window, to show what was painted

    def timerEvent(self, event: QTimerEvent) -> None:
        QApplication.quit()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Blank()
    window.resize(1280, 800)
    window.show()
    application.exec()
