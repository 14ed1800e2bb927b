"""Two requests side against side: what differs, with signs and in colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from agora_console.ui.look import times
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.look.tokens import tokens_of
from agora_console.ui.session.call_diff import call_diff
from agora_console.ui.session.calls import Call
from agora_console.ui.widgets.card import Card

_ROLES = {"+": "green", "-": "danger", "─": "muted"}
_MARKS = {"@": "──"}


class CallDiffView(Card):
    """Shows what the later of two requests has other than the earlier."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._pair: tuple[Call, Call] | None = None
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(mono(self.text.font(), 0.95))
        self.text.setAccessibleName(self.tr("What differs between the two requests"))
        self._colors = _DiffColors(self.text.document(), self.text)
        self.body.addWidget(self.text, 1)
        self.setMinimumHeight(em(self, 22))

    def show_pair(self, one: Call, other: Call) -> None:
        """Compare two requests; the earlier one is the ground."""
        pair = (one, other) if one.at <= other.at else (other, one)
        if pair == self._pair:
            return
        self._pair = pair
        said = [times.clock(call.at) for call in pair]
        self.set_title(self.tr("Two requests compared"))
        self.set_hint(self.tr("− {0}   + {1}").format(*said))
        lines = call_diff(*pair)
        self.text.setPlainText(
            "\n".join(f"{_MARKS.get(line.sign, line.sign)} {line.text}" for line in lines)
        )


class _DiffColors(QSyntaxHighlighter):
    """Colours a line by its sign, in the theme of the view."""

    def __init__(self, document: QTextDocument, view: QWidget) -> None:
        super().__init__(document)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.PaletteChange:
            self.rehighlight()
        return False

    def highlightBlock(self, text: str) -> None:
        role = _ROLES.get(text[:1])
        if role is not None:
            look = QTextCharFormat()
            look.setForeground(tokens_of(self._view.palette()).color(role))
            self.setFormat(0, len(text), look)
