"""The snapshots of a recording: the latest of each person, and one person's by time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from agora_console.domain.files.pictures import FROZEN_AFTER, Doubt, doubt
from agora_console.services.files.snapshots import Shot
from agora_console.ui.look.metrics import em
from agora_console.ui.look.times import both, day_clock, span
from agora_console.ui.look.tokens import tokens_of
from agora_console.ui.session.thumbs import HEIGHT, WIDTH, Thumbs
from agora_console.ui.widgets.labels import label, restyle, say

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

translate = QCoreApplication.translate

MOST_PEOPLE = 48
"""People whose latest picture is shown."""

MOST_TIMES = 60
"""Pictures of one person that are shown, the latest ones."""

_NAME = Qt.ItemDataRole.UserRole


class Gallery(QWidget):
    """`shown` says whether it is in sight, `chosen` that other pictures are wanted now.

    `open_requested` carries the name of a picture.
    """

    shown = Signal(bool)
    chosen = Signal()
    open_requested = Signal(str)

    def __init__(self, thumbs: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbs = thumbs
        self._latest: dict[str, list[Shot]] = {}
        self._uid = ""
        self._said = ""
        self._trouble = False
        self.sentence = label("", "muted", wrap=True)
        self.people = _strip(self.tr("Latest snapshot of each person"))
        self.which = label("", "muted")
        self.times = _strip(self.tr("Snapshots of one person, latest first"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.5))
        column.addWidget(self.sentence)
        column.addWidget(self.people, 3)
        column.addWidget(self.which)
        column.addWidget(self.times, 2)
        column.addStretch()  # a sentence alone stands at the top
        self.people.currentItemChanged.connect(self._on_person_chosen)
        for each in (self.people, self.times):
            each.itemActivated.connect(lambda item: self.open_requested.emit(item.data(_NAME)))

    @property
    def wanted(self) -> list[Shot]:
        """The pictures that are in sight or tell something of one, the most important first."""
        people = [shots[:1] for shots in self._latest.values()]
        rows = [shots[1:FROZEN_AFTER] for shots in self._latest.values()]
        times = self._latest.get(self._uid, [])[:MOST_TIMES]
        named = {each.name: each for group in (*people, *rows, times) for each in group}
        return list(named.values())

    def show_shots(self, shots: Sequence[Shot], now: float, trouble: str, empty: str) -> None:
        """Show what was found, oldest first; `trouble` or `empty` says why there is nothing."""
        latest: dict[str, list[Shot]] = {}
        for each in reversed(shots):
            latest.setdefault(each.uid, []).append(each)
        order = sorted(latest, key=lambda uid: (len(uid), uid))[:MOST_PEOPLE]
        self._latest = {uid: latest[uid] for uid in order}
        if self._uid not in self._latest:
            self._uid = next(iter(self._latest), "")
        said = self.tr("Snapshots: {0}. People: {1}.").format(len(shots), len(latest))
        self._said = trouble or (said if shots else empty)
        self._trouble = bool(trouble)
        for part in (self.people, self.which, self.times):
            part.setVisible(bool(shots))
        self.refresh(now)

    def refresh(self, now: float) -> None:
        """Show what is kept of the pictures by now, and their age."""
        _fill(self.people, [shots[0] for shots in self._latest.values()], self.thumbs)
        doubtful = 0
        for row, (uid, shots) in enumerate(self._latest.items()):
            item = self.people.item(row)
            seen = self._doubt(shots)
            doubtful += seen is not None
            words, tip = person_words(uid, shots[0], seen, now)
            item.setText(words)
            item.setForeground(tokens_of(self.palette()).color("amber") if seen else QBrush())
            item.setToolTip(tip)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}. {tip}")
        # Not each of them is in sight where many people are.
        warned = self.tr("Black, frozen or unreadable: {0}.").format(doubtful) if doubtful else ""
        say(self.sentence, f"{self._said} {warned}".rstrip())
        restyle(self.sentence, "role", "amber" if doubtful or self._trouble else "muted")
        times = self._latest.get(self._uid, [])[:MOST_TIMES]
        _fill(self.times, times, self.thumbs)
        for row, shot in enumerate(times):
            self.times.item(row).setText(day_clock(shot.at))
            self.times.item(row).setToolTip(both(shot.at))
        self.which.setText(self.tr("UID {0}, latest first").format(self._uid))

    def _doubt(self, shots: Sequence[Shot]) -> Doubt | None:
        row = []
        for shot in shots[:FROZEN_AFTER]:
            thumb = self.thumbs.get(shot.name)
            if thumb is None:
                break
            row.append(thumb.shades)
        return doubt(row)

    def _on_person_chosen(self, item: QListWidgetItem | None) -> None:
        uids = list(self._latest)
        row = self.people.row(item) if item is not None else -1
        if 0 <= row < len(uids) and uids[row] != self._uid:
            self._uid = uids[row]
            self.chosen.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)


def person_words(uid: str, shot: Shot, seen: Doubt | None, now: float) -> tuple[str, str]:
    """What stands below the latest picture of somebody, and its tool tip."""
    age = max(0.0, now - shot.at)  # the clocks of two machines differ
    words = translate("Gallery", "UID {0}, {1} ago").format(uid, span(age))
    tip = both(shot.at)
    match seen:
        case Doubt.BLACK:
            words += "\n" + translate("Gallery", "BLACK")
            tip += "\n" + translate("Gallery", "The picture is black, or nearly so.")
        case Doubt.UNREADABLE:
            words += "\n" + translate("Gallery", "UNREADABLE")
            tip += "\n" + translate("Gallery", "The picture is empty, damaged, or out of reach.")
        case Doubt.FROZEN:
            words += "\n" + translate("Gallery", "FROZEN?")
            tip += "\n" + translate(
                "Gallery", "The last {0} pictures are alike: frozen, or a still picture."
            ).format(FROZEN_AFTER)
    return words, tip


def _strip(name: str) -> QListWidget:
    strip = QListWidget()
    strip.setAccessibleName(name)
    strip.setViewMode(QListView.ViewMode.IconMode)
    strip.setMovement(QListView.Movement.Static)
    strip.setResizeMode(QListView.ResizeMode.Adjust)
    strip.setUniformItemSizes(True)
    strip.setWordWrap(True)
    strip.setIconSize(QSize(WIDTH, HEIGHT) * 0.75)
    strip.setGridSize(QSize(em(strip, 14), round(HEIGHT * 0.75) + em(strip, 4)))
    return strip


def _fill(strip: QListWidget, shots: Sequence[Shot], thumbs: Thumbs) -> None:
    """One item for each picture; items are kept, so that what is chosen stays chosen."""
    while strip.count() > len(shots):
        strip.takeItem(strip.count() - 1)
    while strip.count() < len(shots):
        strip.addItem(QListWidgetItem())
    for row, shot in enumerate(shots):
        item, thumb = strip.item(row), thumbs.get(shot.name)
        mark = (shot.name, thumb is not None)
        if item.data(_NAME + 1) == mark:
            continue
        item.setData(_NAME, shot.name)
        item.setData(_NAME + 1, mark)
        item.setIcon(_icon(thumb.image) if thumb is not None else QIcon())


def _icon(image: QImage) -> QIcon:
    """A picture that keeps its colours where it is chosen: they are what is looked at."""
    pixmap, icon = QPixmap.fromImage(image), QIcon()
    icon.addPixmap(pixmap, QIcon.Mode.Normal)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
