"""What the gallery asks for: the pictures of the session in sight, while they are in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from agora_console.domain.session import Session
from agora_console.services.files.snapshots import Shot
from agora_console.services.values import BucketError
from agora_console.ui.session.gallery import Gallery
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from agora_console.services.console import Console


class GalleryDesk(QObject):
    """Stands between the gallery and the console. `open_picture` takes the name of one."""

    def __init__(
        self,
        console: Console,
        gallery: Gallery,
        notice: Notice,
        open_picture: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._gallery = gallery
        self._thumbs = gallery.thumbs
        self._notice = notice
        self._session: Session | None = None
        gallery.shown.connect(self._on_shown)
        gallery.chosen.connect(self._load)
        gallery.open_requested.connect(open_picture)
        self.destroyed.connect(console.snapshots.changed.subscribe(self._on_changed))

    def show_session(self, session: Session, now: float) -> None:
        """Show the pictures of a session, as old as they are now."""
        other = self._session is None or self._session.id != session.id
        self._session = session
        if not self._gallery.isVisible():
            return
        if other:
            self._on_shown(True)
        self._gallery.refresh(now)

    def _on_shown(self, shown: bool) -> None:
        if not shown or self._session is None:
            self._console.snapshots.leave()
            return
        self._thumbs.clear()
        self._show()
        self._console.snapshots.follow(self._session.id)

    def _on_changed(self, session_id: str) -> None:
        if self._session is not None and session_id == self._session.id:
            self._show()
            self._load()

    def _show(self) -> None:
        if self._session is None:
            return
        snapshots, at = self._console.snapshots, self._session.id
        nothing = self.tr("There is no snapshot in the bucket yet.")
        unknown = self.tr("Nobody has looked for snapshots in the bucket yet.")
        self._gallery.show_shots(
            snapshots.of(at),
            self._console.clock.now(),
            said(snapshots.trouble(at)),
            nothing if snapshots.looked(at) else unknown,
        )

    def _load(self) -> None:
        """Bring the pictures that are in sight, one after the other."""
        self._gallery.refresh(self._console.clock.now())
        wanted = [each for each in self._gallery.wanted if self._thumbs.get(each.name) is None]
        if wanted:
            self._console.run(
                "gallery",
                self._bring(wanted),
                lambda _: self._gallery.refresh(self._console.clock.now()),
                self._notice.show_problem,
            )

    async def _bring(self, wanted: Sequence[Shot]) -> None:
        for number, shot in enumerate(wanted):
            try:
                data = await self._console.snapshots.fetch(shot)
            except BucketError:
                data = b""  # what cannot be fetched is shown as an empty place
            await self._thumbs.put(shot.name, data)
            if number % 8 == 0:
                self._gallery.refresh(self._console.clock.now())
