"""An empty main window; says when it was painted first."""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Blank(QMainWindow):
    """Nothing but its own background."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        print(json.dumps({"painted": time.time()}), flush=True)
        QApplication.quit()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Blank()
    window.resize(1280, 800)
    window.show()
    application.exec()
