"""The band: the phases of a session over time, painted, and told in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from agora_console.domain.session import Phase
from agora_console.ui.look.metrics import em, scaled, tabular
from agora_console.ui.look.times import clock, minute, minute_on_day, span
from agora_console.ui.look.tokens import Tokens, tokens_of
from agora_console.ui.session.marks import Mark, MarkKind, place
from agora_console.ui.session.spans import TONES, Stretch, shares
from agora_console.ui.widgets.picture import Picture

_TROUBLE = frozenset({Phase.UNKNOWN, Phase.OUTCOME_UNKNOWN, Phase.FAILED, Phase.OUT_OF_REACH})
_HATCHES = {"amber": Qt.BrushStyle.BDiagPattern, "danger": Qt.BrushStyle.DiagCrossPattern}


class BandView(Picture):
    """Phases by colour and hatching, with times and names; the same in the description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Stretch, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._open = False
        self.setAccessibleName(self.tr("Phases over time"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_stretches(self, parts: Sequence[Stretch], *, still_open: bool) -> None:
        """Show `parts`, oldest first; `still_open` when the last one goes on."""
        shown = tuple(parts)
        if (shown, still_open) == (self._parts, self._open):
            return
        self._parts, self._open = shown, still_open
        self._follow()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show codes and changes on the stretches, oldest first."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self._follow()

    def words(self) -> str:
        """What the band shows, as sentences; they change only when a phase or a code does."""
        if not self._parts:
            return self.tr("Nothing has happened yet.")
        phases = [self._phrase(part) for part in self._parts]
        changes = [
            self.tr("{0} accepted at {1}.").format(mark.text, clock(mark.at))
            for mark in self._marks
            if mark.kind is MarkKind.CHANGE
        ]
        return " ".join((*phases, *changes))

    def places(self) -> tuple[tuple[Mark, float], ...]:
        """The marks that lie on the band, each with its distance from the left edge."""
        parts = shares(self._parts, em(self, 0.4) / max(1, self.width()))
        found = ((mark, place(mark.at, self._parts, parts)) for mark in self._marks)
        return tuple((mark, at * self.width()) for mark, at in found if at is not None)

    def _follow(self) -> None:
        words = self.words()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
        self.update()

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
        self._paint_marks(painter, tokens)
        self._paint_times(painter, tokens)
        self._paint_names(painter, boxes, tokens)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            x = event.pos().x()
            near = [mark for mark, left in self.places() if abs(left - x) <= em(self, 0.4)]
            for part, box in zip(self._parts, self.boxes(), strict=True):
                if box.left() <= x < box.right():
                    lines = [self._tip(part), *map(self._mark_tip, near)]
                    QToolTip.showText(event.globalPos(), "\n".join(lines), self)
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

    def _paint_marks(self, painter: QPainter, tokens: Tokens) -> None:
        """A code at the beginning of its time where there is room, a diamond for a change."""
        places = self.places()
        codes = [(mark, left) for mark, left in places if mark.kind is MarkKind.CODE]
        ends = [*(left for _, left in codes[1:]), float(self.width())]
        metrics, gap = QFontMetricsF(painter.font()), em(self, 0.25)
        for (mark, left), end in zip(codes, ends, strict=False):
            stretch = self._stretch_at(mark.at)
            room = end - left - 2 * gap
            if stretch in _TROUBLE or metrics.horizontalAdvance(mark.text) > room:
                continue  # trouble is hatched; its length stands above
            painter.setPen(tokens.color("rec_text" if stretch is Phase.RECORDING else "surface"))
            box = QRectF(left + gap, self._bar_top(), room, em(self, 1.0))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(flags), mark.text)
        painter.setPen(tokens.color("surface"))
        painter.setBrush(tokens.color("text"))
        half, middle = em(self, 0.4), self._bar_top() + em(self, 0.5)
        for mark, left in places:
            if mark.kind is MarkKind.CHANGE:
                painter.drawPolygon(_diamond(QPointF(left, middle), half))

    def _stretch_at(self, at: float) -> Phase | None:
        return next((part.phase for part in self._parts if part.start <= at < part.end), None)

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

    def _mark_tip(self, mark: Mark) -> str:
        words = (
            self.tr("{0} accepted at {1}")
            if mark.kind is MarkKind.CHANGE
            else self.tr("Code {0} from {1} on")
        )
        return words.format(mark.text, clock(mark.at))

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


def _diamond(center: QPointF, half: float) -> QPolygonF:
    ways = ((0, -half), (half, 0), (0, half), (-half, 0))
    return QPolygonF([center + QPointF(x, y) for x, y in ways])
