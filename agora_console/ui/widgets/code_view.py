"""JsonView: JSON to read and copy, in fixed-width letters and quiet colours."""

from __future__ import annotations

import json
import re

from PySide6.QtCore import QEvent
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from agora_console.ui.look.metrics import mono
from agora_console.ui.look.tokens import Tokens, tokens_of

_TOKEN = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*"(?=\s*:))'
    r'|(?P<hidden>"[^"]*[•]{2,}[^"]*")'
    r'|(?P<string>"(?:[^"\\]|\\.)*")'
    r"|(?P<number>-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b|\btrue\b|\bfalse\b|\bnull\b)"
)
_ROLES = {"key": "text", "hidden": "amber", "string": "green", "number": "link"}


class JsonView(QPlainTextEdit):
    """Read-only JSON. Showing the same again keeps selection and place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(mono(self.font(), 0.95))
        self.setAccessibleName(self.tr("JSON"))
        self._colors = JsonColors(self.document(), tokens_of(self.palette()))

    def set_json(self, value: object) -> None:
        """Show `value` indented by two; keys keep their order, letters of any script stay."""
        text = json.dumps(value, indent=2, ensure_ascii=False)
        if text == self.toPlainText():
            return
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.setPlainText(text)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_colors"):
            self._colors.use(tokens_of(self.palette()))


class JsonColors(QSyntaxHighlighter):
    """Colours keys, texts and numbers of a document; hidden values stand out."""

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        super().__init__(document)
        self._tokens = tokens
        self._formats = _formats(tokens)

    def use(self, tokens: Tokens) -> None:
        """Use the colours of another theme."""
        if tokens is not self._tokens:
            self._tokens = tokens
            self._formats = _formats(tokens)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for found in _TOKEN.finditer(text):
            kind = found.lastgroup or "string"
            self.setFormat(found.start(), found.end() - found.start(), self._formats[kind])


def _formats(tokens: Tokens) -> dict[str, QTextCharFormat]:
    formats = {}
    for kind, role in _ROLES.items():
        formats[kind] = QTextCharFormat()
        formats[kind].setForeground(tokens.color(role))
    return formats
