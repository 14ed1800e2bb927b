"""A film in a window of its own: play, pause, go to a moment, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from agora_console.ui.look.metrics import em, tabular
from agora_console.ui.look.times import elapsed
from agora_console.ui.session.player_engine import Engine
from agora_console.ui.widgets.labels import label

STEP = 5_000
"""Milliseconds that an arrow key moves."""

PAGE = 60_000
"""Milliseconds that Page up and Page down move."""


class Player(QDialog):
    """Plays `address` as soon as it is open. The address is kept in memory alone.

    Space plays and pauses, the arrows go 5 s, Page up and Page down a minute.
    """

    def __init__(
        self,
        engine: Engine,
        name: str,
        address: QUrl,
        parent: QWidget | None = None,
        open_outside: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self._engine = engine
        self._address = address
        self._open_outside = open_outside
        self._playing = False
        self.play = QPushButton(self.tr("Play"))
        self.where = QSlider(Qt.Orientation.Horizontal)
        self.time = QLabel(elapsed(0))
        self.problem = label("", "amber", wrap=True)
        self.outside = QPushButton(self.tr("Open in another player"))
        self._prepare()
        self._lay_out()
        self._connect()
        engine.load(address)
        engine.play()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._engine.stop()
        super().done(result)

    def _prepare(self) -> None:
        self.play.setAutoDefault(False)
        self.play.setToolTip(self.tr("Play or pause (Space)"))
        self.outside.setAutoDefault(False)
        self.where.setRange(0, 0)
        self.where.setSingleStep(STEP)
        self.where.setPageStep(PAGE)
        self.where.setTracking(False)
        self.where.setAccessibleName(self.tr("Position in the film"))
        self.time.setFont(tabular(self.time.font()))
        self.problem.hide()
        self._engine.picture.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding
        )
        self._engine.picture.setMinimumHeight(em(self, 14))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(em(self, 0.6))
        line.addWidget(self.play)
        line.addWidget(self.where, 1)
        line.addWidget(self.time)
        line.addWidget(self.outside)
        column = QVBoxLayout(self)
        column.addWidget(self._engine.picture, 1)
        column.addWidget(self.problem)
        column.addLayout(line)
        self.resize(em(self, 60), em(self, 38))
        self.where.setFocus()

    def _connect(self) -> None:
        self.play.clicked.connect(self._toggle)
        self.outside.clicked.connect(self._on_outside_clicked)
        self.where.valueChanged.connect(self._on_value_changed)
        self._engine.moved.connect(self._on_moved)
        self._engine.length_known.connect(self._on_length_known)
        self._engine.playing_changed.connect(self._on_playing_changed)
        self._engine.failed.connect(self._on_failed)

    def _toggle(self) -> None:
        (self._engine.pause if self._playing else self._engine.play)()

    def _on_playing_changed(self, playing: bool) -> None:
        self._playing = playing
        self.play.setText(self.tr("Pause") if playing else self.tr("Play"))

    def _on_length_known(self, length: int) -> None:
        self.where.setRange(0, length)
        self._tell_time()

    def _on_moved(self, at: int) -> None:
        if not self.where.isSliderDown():
            self.where.blockSignals(True)
            self.where.setValue(at)
            self.where.blockSignals(False)
        self._tell_time(at)

    def _on_value_changed(self, at: int) -> None:
        self._engine.seek(at)

    def _tell_time(self, at: int = 0) -> None:
        whole = self.where.maximum()
        self.time.setText(f"{elapsed(at / 1000)} / {elapsed(whole / 1000)}")

    def _on_failed(self) -> None:
        self.problem.setText(
            self.tr("This player cannot play it. Another one on this machine may.")
        )
        self.problem.show()

    def _on_outside_clicked(self) -> None:
        self._engine.pause()
        self._open_outside(self._address)
