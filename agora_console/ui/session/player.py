"""A film in a window of its own: play, pause, go to a moment, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, QUrl
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
from agora_console.ui.widgets.labels import label, restyle

STEP = 5_000
"""Milliseconds that an arrow key moves."""

PAGE = 60_000
"""Milliseconds that Page up and Page down move."""

PATIENCE = 6
"""Seconds without a sign of the film after which this is said."""


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
        self._broken = False
        self.quiet = QTimer(self, singleShot=True, interval=PATIENCE * 1000)
        self.play = QPushButton(self.tr("Play"))
        self.where = QSlider(Qt.Orientation.Horizontal)
        self.time = QLabel(elapsed(0))
        self.problem = label("", wrap=True)
        self.outside = QPushButton(self.tr("Open in another player"))
        self._prepare()
        self._lay_out()
        self._connect()
        self._say(self.tr("Opening the film."))
        self.quiet.start()
        engine.load(address)
        engine.play()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self.quiet.stop()
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
        self.quiet.timeout.connect(self._on_nothing_came)

    def _toggle(self) -> None:
        (self._engine.pause if self._playing else self._engine.play)()

    def _on_playing_changed(self, playing: bool) -> None:
        self._playing = playing
        (self.quiet.start if playing and not self._broken else self.quiet.stop)()
        self.play.setText(self.tr("Pause") if playing else self.tr("Play"))

    def _on_length_known(self, length: int) -> None:
        self.where.setRange(0, length)
        self._on_sign()
        self._tell_time()

    def _on_moved(self, at: int) -> None:
        if not self.where.isSliderDown():
            self.where.blockSignals(True)
            self.where.setValue(at)
            self.where.blockSignals(False)
        self._on_sign()
        self._tell_time(at)

    def _on_value_changed(self, at: int) -> None:
        self._engine.seek(at)

    def _tell_time(self, at: int = 0) -> None:
        whole = self.where.maximum()
        self.time.setText(f"{elapsed(at / 1000)} / {elapsed(whole / 1000)}")

    def _on_sign(self) -> None:
        """It is not stuck, whatever was said before."""
        if self._broken:
            return
        self._say("")
        if self._playing:
            self.quiet.start()

    def _on_nothing_came(self) -> None:
        self._say(
            self.tr("Nothing of the film has come for {0} s: a slow or broken connection.").format(
                PATIENCE
            )
            + " "
            + self._way_out(),
            "amber",
        )

    def _on_failed(self, unread: bool) -> None:
        """Say it once: what cannot be read any more fails at every packet."""
        if self._broken:
            return
        self._broken = True
        self.quiet.stop()
        if not unread:
            said = self.tr("This player cannot play it. Another one on this machine may.")
        elif self.where.maximum():
            said = self.tr("The rest of the film cannot be read: the connection or the file broke.")
            said += " " + self._way_out()
        else:
            said = self.tr("The film cannot be read: it is gone, or out of reach.")
            said += " " + self._way_out()
        self._say(said, "amber")

    def _way_out(self) -> str:
        return self.tr("Close this and play it again, or download it.")

    def _say(self, said: str, role: str = "muted") -> None:
        self.problem.setText(said)
        self.problem.setVisible(bool(said))
        restyle(self.problem, "role", role)

    def _on_outside_clicked(self) -> None:
        self._engine.pause()
        self._open_outside(self._address)
