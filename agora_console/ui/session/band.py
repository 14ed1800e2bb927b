"""The band: the phases of a session over time, painted, and told in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from agora_console.domain.session import Phase
from agora_console.ui.metrics import em, scaled, tabular
from agora_console.ui.session.spans import TONES, Stretch, shares
from agora_console.ui.times import clock, minute, minute_on_day, span
from agora_console.ui.tokens import Tokens, tokens_of

_TROUBLE = frozenset({Phase.UNKNOWN, Phase.OUTCOME_UNKNOWN, Phase.FAILED, Phase.OUT_OF_REACH})
_HATCHES = {"amber": Qt.BrushStyle.BDiagPattern, "danger": Qt.BrushStyle.DiagCrossPattern}


class BandView(QWidget):
    """Phases by colour and hatching, with times and names; the same in the description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Stretch, ...] = ()
        self._open = False
        self.setAccessibleName(self.tr("Phases over time"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_stretches(self, parts: Sequence[Stretch], *, still_open: bool) -> None:
        """Show `parts`, oldest first; `still_open` when the last one goes on."""
        shown = tuple(parts)
        if (shown, still_open) == (self._parts, self._open):
            return
        self._parts, self._open = shown, still_open
        words = self.words()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
        self.update()

    def words(self) -> str:
        """What the band shows, as sentences; they change only when a phase does."""
        if not self._parts:
            return self.tr("Nothing has happened yet.")
        return " ".join(self._phrase(part) for part in self._parts)

    def sizeHint(self) -> QSize:
        return QSize(em(self, 20), round(self._bar_top() + em(self, 1.0) + self._line() * 1.3))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self, 10), self.sizeHint().height())

    def boxes(self) -> tuple[QRectF, ...]:
        """Where each stretch is painted, in device-independent pixels."""
        left, result = 0.0, []
        for share in shares(self._parts, em(self, 0.4) / max(1, self.width())):
            result.append(QRectF(left, self._bar_top(), share * self.width(), em(self, 1.0)))
            left += share * self.width()
        return tuple(result)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        boxes = self.boxes()
        self._paint_bar(painter, boxes, tokens)
        self._paint_times(painter, tokens)
        self._paint_names(painter, boxes, tokens)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            x = event.pos().x()
            for part, box in zip(self._parts, self.boxes(), strict=True):
                if box.left() <= x < box.right():
                    QToolTip.showText(event.globalPos(), self._tip(part), self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)

    # --- painting --------------------------------------------------------------

    def _paint_bar(self, painter: QPainter, boxes: Sequence[QRectF], tokens: Tokens) -> None:
        outline = QPainterPath()
        bar = QRectF(0, self._bar_top(), self.width(), em(self, 1.0))
        outline.addRoundedRect(bar, em(self, 0.2), em(self, 0.2))
        painter.fillPath(outline, tokens.color("raised"))
        ground = tokens.color("surface")
        painter.setClipPath(outline)
        for part, box in zip(self._parts, boxes, strict=True):
            self._paint_stretch(painter, box, TONES[part.phase], tokens)
            if box.left() > 0:  # where one phase ends, also between two of one colour
                painter.fillRect(QRectF(box.left() - 0.5, box.top(), 1, box.height()), ground)
        painter.setClipping(False)

    def _paint_stretch(self, painter: QPainter, box: QRectF, tone: str, tokens: Tokens) -> None:
        color = tokens.color(tone)
        if tone in _HATCHES:  # trouble is told by hatching too, not by colour alone
            painter.fillRect(box, tokens.tint(tone, 0.35))
            painter.fillRect(box, QBrush(color, _HATCHES[tone]))
        else:
            painter.fillRect(box, color)

    def _paint_times(self, painter: QPainter, tokens: Tokens) -> None:
        if not self._parts:
            return
        painter.setPen(tokens.color("muted"))
        line = QRectF(0, 0, self.width(), self._line())
        start, end = self._ends()
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), start)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), end)

    def _paint_names(self, painter: QPainter, boxes: Sequence[QRectF], tokens: Tokens) -> None:
        """Name what there is room for, the longest stretches first: trouble above, rest below."""
        metrics = QFontMetricsF(painter.font())
        gap = metrics.horizontalAdvance("  ")
        edge = max(metrics.horizontalAdvance(text) for text in self._ends()) + gap
        above = [QRectF(0, 0, edge, 1), QRectF(self.width() - edge, 0, edge, 1)]
        below: list[QRectF] = []
        pairs = sorted(zip(self._parts, boxes, strict=True), key=lambda pair: -pair[1].width())
        for part, box in pairs:
            trouble = part.phase in _TROUBLE
            text = self._label(part)
            width = metrics.horizontalAdvance(text)
            left = box.center().x() - width / 2
            margin = edge + gap if trouble else 0.0
            left = max(margin, min(left, self.width() - width - margin))
            taken = above if trouble else below
            room = QRectF(left - gap / 2, 0, width + gap, 1)
            if any(room.intersects(other) for other in taken):
                continue
            taken.append(room)
            top = 0.0 if trouble else box.bottom() + em(self, 0.2)
            painter.setPen(tokens.color(TONES[part.phase] if trouble else "muted"))
            painter.drawText(QRectF(left, top, width + 2, self._line()), text)

    def _ends(self) -> tuple[str, str]:
        """When the band begins and ends; the day is named where it is not the same."""
        if not self._parts:
            return "", ""
        first, last = self._parts[0].start, self._parts[-1].end
        return minute_on_day(first, last), self.tr("now") if self._open else minute(last)

    # --- words -----------------------------------------------------------------

    def _label(self, part: Stretch) -> str:
        name = self._name(part.phase).lower()
        return f"{name} {span(part.length)}" if part.phase in _TROUBLE else name

    def _phrase(self, part: Stretch) -> str:
        name, start = self._name(part.phase), clock(part.start)
        if self._open and part is self._parts[-1]:
            return self.tr("{0} since {1}.").format(name, start)
        return self.tr("{0} from {1} for {2}.").format(name, start, span(part.length))

    def _tip(self, part: Stretch) -> str:
        until = self.tr("now") if self._open and part is self._parts[-1] else clock(part.end)
        return self.tr("{0}: {1} to {2}, {3}").format(
            self._name(part.phase), clock(part.start), until, span(part.length)
        )

    def _name(self, phase: Phase) -> str:
        match phase:
            case Phase.STARTING:
                return self.tr("Starting")
            case Phase.UNCONFIRMED:
                return self.tr("Not confirmed")
            case Phase.RECORDING:
                return self.tr("Recording")
            case Phase.UNKNOWN | Phase.OUTCOME_UNKNOWN:
                return self.tr("Unknown")
            case Phase.STOPPING:
                return self.tr("Stopping")
            case Phase.UPLOADING:
                return self.tr("Uploading")
            case Phase.OUT_OF_REACH:
                return self.tr("Out of reach")
            case _:
                return self.tr("Failed")

    def _small(self) -> QFont:
        return tabular(scaled(self.font(), 0.85))

    def _line(self) -> float:
        return QFontMetricsF(self._small()).height()

    def _bar_top(self) -> float:
        return self._line() + em(self, 0.25)
