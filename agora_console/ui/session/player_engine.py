"""What plays a film: Qt's multimedia module, where it is installed; the packages leave it out."""

from __future__ import annotations

import importlib
from typing import Any

from PySide6.QtCore import QLoggingCategory, QObject, QUrl, Signal
from PySide6.QtWidgets import QWidget


class Engine(QObject):
    """Plays one film into `picture`. Times are in milliseconds.

    `failed` tells True where the film could not be read, False where it is none that the engine
    plays, and nothing more: an engine's own words may hold the address, which is a secret.
    """

    moved = Signal(int)
    length_known = Signal(int)
    playing_changed = Signal(bool)
    failed = Signal(bool)

    picture: QWidget

    def load(self, address: QUrl) -> None:
        """Take a film, and do not play it yet."""
        raise NotImplementedError

    def play(self) -> None:
        """Go on."""
        raise NotImplementedError

    def pause(self) -> None:
        """Stand still."""
        raise NotImplementedError

    def seek(self, at: int) -> None:
        """Go to a moment."""
        raise NotImplementedError

    def stop(self) -> None:
        """Let go of the film."""
        raise NotImplementedError


def qt_engine(parent: QObject) -> Engine | None:
    """Qt's own player; None where its module is not installed, or lacks a library or a plugin."""
    try:
        media = importlib.import_module("PySide6.QtMultimedia")
        widgets = importlib.import_module("PySide6.QtMultimediaWidgets")
    except ImportError:
        return None
    # It prints the address of what it plays, and a signed address is a secret.
    QLoggingCategory.setFilterRules("qt.multimedia.ffmpeg*=false")
    player = media.QMediaPlayer()
    if not player.isAvailable():  # without its plugin it plays nothing, and says so nowhere
        player.deleteLater()
        return None
    return _QtEngine(media, widgets, player, parent)


class _QtEngine(Engine):
    def __init__(self, media: Any, widgets: Any, player: Any, parent: QObject) -> None:
        super().__init__(parent)
        self.picture = widgets.QVideoWidget()
        self._playing = media.QMediaPlayer.PlaybackState.PlayingState
        self._unknown = media.QMediaPlayer.Error.FormatError
        self._player = player
        player.setParent(self)
        self._sound = media.QAudioOutput(self)
        self._player.setAudioOutput(self._sound)
        self._player.setVideoOutput(self.picture)
        self._player.positionChanged.connect(lambda at: self.moved.emit(int(at)))
        self._player.durationChanged.connect(lambda length: self.length_known.emit(int(length)))
        self._player.playbackStateChanged.connect(self._on_state_changed)
        self._player.errorOccurred.connect(self._on_error)

    def load(self, address: QUrl) -> None:
        self._player.setSource(address)

    def play(self) -> None:
        self._player.play()

    def pause(self) -> None:
        self._player.pause()

    def seek(self, at: int) -> None:
        self._player.setPosition(at)

    def stop(self) -> None:
        self._player.stop()
        self._player.setSource(QUrl())

    def _on_state_changed(self, state: Any) -> None:
        self.playing_changed.emit(state == self._playing)

    def _on_error(self, error: Any, *_: object) -> None:
        self.failed.emit(error != self._unknown)
