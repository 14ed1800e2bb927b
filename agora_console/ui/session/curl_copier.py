"""Copying a request of a session as a line or a script: the clipboard, the keyring behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from agora_console.domain.session import Session
from agora_console.services.papers.curl_lines import (
    SentRequest,
    curl_line,
    curl_line_with_secrets,
    httpie_line,
    python_script,
)
from agora_console.ui.session.calls import Call

if TYPE_CHECKING:
    from agora_console.services.console import Console


class CurlCopier(QObject):
    """`copied` follows when the line is in the clipboard, `failed` carries a Problem."""

    copied = Signal()
    failed = Signal(object)

    def __init__(self, console: Console, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console

    def copy(self, call: Call) -> None:
        """Copy a line that reads its secrets from the environment."""
        self._take(curl_line(_sent(call)))

    def copy_python(self, call: Call) -> None:
        """Copy a script that reads its secrets from the environment."""
        self._take(python_script(_sent(call)))

    def copy_httpie(self, call: Call) -> None:
        """Copy an HTTPie command that reads its secrets from the environment."""
        self._take(httpie_line(_sent(call)))

    def copy_with_secrets(self, session: Session, call: Call) -> None:
        """Copy a line with the secrets in it, as soon as the keyring has handed them out."""
        work = curl_line_with_secrets(self._console.projects, session, _sent(call))
        self._console.run("session-page:curl", work, self._take, self.failed.emit)

    def _take(self, line: str) -> None:
        QGuiApplication.clipboard().setText(line)
        self.copied.emit()


def _sent(call: Call) -> SentRequest:
    return SentRequest(call.method, call.address, call.request)
