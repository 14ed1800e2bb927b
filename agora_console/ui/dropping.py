"""Dropping: a file or a text that is dragged over the window, wherever it is let go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QWidget

from agora_console.domain.intake.curl import is_curl
from agora_console.domain.problems import Problem
from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.look.tokens import tokens_of


class Dropping(QObject):
    """Hears of a drag before the widget below it does: a line would take a file for its name.

    `file_dropped` carries a Path, `text_dropped` a text, `refused` a Problem.
    """

    file_dropped = Signal(object)
    text_dropped = Signal(str)
    refused = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self.shade = _Shade(window)

    def begin(self) -> None:
        """Listen, from when the window is on the screen."""
        handle = self._window.windowHandle()
        if handle is not None:
            self._handle = handle
            self._window.setAcceptDrops(True)
            handle.installEventFilter(self)

    def end(self) -> None:
        """Listen no more."""
        if self._handle is not None:
            self._handle.removeEventFilter(self)
            self._handle = None
        self.shade.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            assert isinstance(event, QDragMoveEvent)
            return self._on_drag(event)
        if kind == QEvent.Type.DragLeave:
            self.shade.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.shade.hide()
            return self._on_drop(event)
        return False

    def _on_drag(self, event: QDragMoveEvent) -> bool:
        if not _is_ours(event.mimeData(), event.source()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.shade.cover()
        return True

    def _on_drop(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        if not _is_ours(data, event.source()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if len(files) == 1:
            self.file_dropped.emit(files[0])
        elif data.hasUrls():
            sentence = self.tr("One file at a time can be opened; {0} were dropped.")
            if not files:
                sentence = self.tr("An address cannot be opened here, only a file.")
            self.refused.emit(Problem(sentence.format(len(files)), rule="open"))
        else:
            self.text_dropped.emit(data.text())
        return True


class _Shade(QWidget):
    """Lies over the window while something is dragged there, and says what will be done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Drop a config, a ticket or a cURL line"))
        self.hide()

    def cover(self) -> None:
        """Lie over all of the window."""
        self.setGeometry(self.window().contentsRect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.color("window")
        ground.setAlphaF(0.82)
        painter.fillRect(self.rect(), ground)
        edge = em(self, 1)
        painter.setPen(QPen(tokens.color("focus"), em(self, 0.15), Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(edge, edge, -edge, -edge), edge, edge)
        painter.setPen(tokens.color("text"))
        painter.setFont(scaled(self.font(), 1.4, bold=True))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(
            self.rect().adjusted(3 * edge, edge, -3 * edge, -edge), flags, self.accessibleName()
        )


def _is_ours(data: QMimeData, source: QObject | None) -> bool:
    """A file; or, from another program, a text that is no mere words."""
    if data.hasUrls():
        return True
    if source is not None or not data.hasText():
        return False
    begin = data.text()[:200].lstrip()
    return begin.startswith(("{", "agora-ticket")) or is_curl(begin)
