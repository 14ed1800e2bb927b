"""JsonEditor: JSON to type, with colours, line numbers and marks at what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from agora_console.domain.intake.curl import is_curl
from agora_console.domain.intake.json_scrub import scrub
from agora_console.domain.problems import Problem, Severity
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.look.tokens import tokens_of
from agora_console.ui.widgets.code_view import JsonColors
from agora_console.ui.widgets.field import SEVERITY_ROLES

LONGEST = 100_000
"""Characters of a config that can be typed here; one has a few thousand."""

_INDENT = re.compile(r"[ \t]*")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Mark:
    """A problem and where it stands, in characters; `whole_line` colours the line as a whole."""

    start: int
    end: int
    problem: Problem
    whole_line: bool = False


class JsonEditor(QPlainTextEdit):
    """`typed` carries the text after each change a person makes, without secrets.

    `left_out` carries the names of secrets that were taken out as they were typed, `refused` how
    many characters were too many, `brought` a text that is no part of a config, such as a cURL
    line. It has no undo of its own: the draft has one for all of its views.
    """

    typed = Signal(str)
    left_out = Signal(tuple)
    refused = Signal(int)
    brought = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(mono(self.font(), 0.95))
        self._colors = JsonColors(self.document(), tokens_of(self.palette()))
        self._marks: tuple[Mark, ...] = ()
        self._by_line: dict[int, Mark] = {}
        self._quiet = False
        self._gutter = _Gutter(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._on_update_request)
        self.textChanged.connect(self._on_text_changed)
        self._make_room()

    # --- the text ------------------------------------------------------------------

    def text(self) -> str:
        """The text as it is, every blank as it was typed."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show another text; only what differs is replaced, so that place and cursor stay."""
        now = self.text()
        if text == now:
            return
        begin = _common(now, text)
        end = _common(now[begin:][::-1], text[begin:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(now[:begin]))
        cursor.setPosition(_units(now[: len(now) - end]), QTextCursor.MoveMode.KeepAnchor)
        self._quiet = True
        cursor.insertText(text[begin : len(text) - end])
        self._quiet = False
        self.set_marks(())

    def go_to(self, position: int) -> None:
        """Put the cursor at a character, in sight."""
        cursor = self.textCursor()
        cursor.setPosition(
            min(_units(self.text()[:position]), self.document().characterCount() - 1)
        )
        self.setTextCursor(cursor)
        self.centerCursor()

    def line(self) -> int:
        """The line of the cursor, from 0."""
        return self.textCursor().blockNumber()

    # --- marks ---------------------------------------------------------------------

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Underline these and no others."""
        if not marks and not self._marks:
            return
        self._marks = tuple(marks)
        ranks = list(Severity)
        gravest_last = sorted(marks, key=lambda mark: -ranks.index(mark.problem.severity))
        self._by_line = {self.line_of(mark): mark for mark in gravest_last}
        self._paint_marks()

    def mark_of_line(self, line: int) -> Mark | None:
        """The gravest mark in a line (from 0)."""
        return self._by_line.get(line)

    def line_of(self, mark: Mark) -> int:
        """The line in which a mark begins, from 0."""
        return self.document().findBlock(_units(self.text()[: mark.start])).blockNumber()

    def _paint_marks(self) -> None:
        tokens = tokens_of(self.palette())
        text, length = self.text(), self.document().characterCount() - 1
        painted = []
        for mark in self._marks:
            color = tokens.color(SEVERITY_ROLES[mark.problem.severity])
            form = QTextCharFormat()
            if mark.whole_line:
                form.setBackground(tokens.tint(SEVERITY_ROLES[mark.problem.severity], 0.22))
                form.setProperty(QTextFormat.Property.FullWidthSelection, True)
            else:
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                form.setUnderlineColor(color)
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(_units(text[: mark.start]), length))
            if not mark.whole_line:
                end = min(_units(text[: mark.end]), length)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = form
            painted.append(selection)
        self.setExtraSelections(painted)
        self._gutter.severities = {
            line: mark.problem.severity for line, mark in self._by_line.items()
        }
        self._gutter.update()

    # --- what happens --------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the indent of the line, and goes on deeper behind a bracket."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if event.key() not in _ENTER or not plain:
            super().keyPressEvent(event)
            return
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        indent = _INDENT.match(before)
        deeper = "  " if before.rstrip().endswith(("{", "[")) else ""
        self.textCursor().insertText("\n" + (indent[0] if indent else "") + deeper)
        self.ensureCursorVisible()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A cURL line is not typed but taken over; what is too long for a config is refused."""
        text = source.text()
        if is_curl(text[:200]):
            self.brought.emit(text)
        elif len(text) > LONGEST:
            self.refused.emit(len(text))
        else:
            self.textCursor().insertText(scrub(text)[0])
            self._tell_left_out(scrub(text)[1])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_gutter"):
            self._colors.use(tokens_of(self.palette()))
            self._paint_marks()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            line = self.cursorForPosition(event.pos() - self.viewport().pos()).blockNumber()
            mark = self.mark_of_line(line)
            QToolTip.showText(event.globalPos(), mark.problem.sentence if mark else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(
            inside.x(), inside.y(), self._gutter.width_needed(), inside.height()
        )

    def _on_text_changed(self) -> None:
        if self._quiet:
            return
        text, names = scrub(self.text())
        if names:
            self.show_text(text)
            self._tell_left_out(names)
        self.set_marks(())
        self.typed.emit(self.text())

    def _tell_left_out(self, names: tuple[str, ...]) -> None:
        if names:
            self.left_out.emit(names)

    def _make_room(self) -> None:
        self.setViewportMargins(self._gutter.width_needed(), 0, 0, 0)

    def _on_update_request(self, rect: QRect, down: int) -> None:
        if down:
            self._gutter.scroll(0, down)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())


class _Gutter(QWidget):
    """Line numbers; that of a line with a problem has its colour and a sign beside it."""

    def __init__(self, editor: JsonEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.severities: dict[int, Severity] = {}

    def width_needed(self) -> int:
        digits = max(2, len(str(self._editor.blockCount())))
        return self._editor.fontMetrics().horizontalAdvance("0") * digits + em(self, 1.9)

    def sizeHint(self) -> QSize:
        return QSize(self.width_needed(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        editor, tokens = self._editor, tokens_of(self.palette())
        painter = QPainter(self)
        painter.setFont(editor.font())
        block = editor.firstVisibleBlock()
        top = editor.blockBoundingGeometry(block).translated(editor.contentOffset()).top()
        right = self.width() - em(self, 0.6)
        while block.isValid() and top <= event.rect().bottom():
            height = editor.blockBoundingRect(block).height()
            severity = self.severities.get(block.blockNumber())
            role = SEVERITY_ROLES[severity] if severity else "disabled"
            painter.setPen(tokens.color(role))
            line = QRect(0, round(top), right, round(height))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            if severity is not None:
                sign = "✕" if severity is Severity.ERROR else "!"
                painter.drawText(line, Qt.AlignmentFlag.AlignLeft, sign)
            top += height
            block = block.next()


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their begin."""
    shorter = min(len(one), len(other))
    low, high = 0, shorter
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def _units(text: str) -> int:
    """The length of a text as Qt counts it: what lies beyond the BMP counts twice."""
    return len(text) + sum(sign > "\uffff" for sign in text)
