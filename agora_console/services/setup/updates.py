"""Updates: whether a newer release is out. Off until somebody wants it; nothing is downloaded."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from agora_console.release import Release
from agora_console.settings.store import Settings

if TYPE_CHECKING:
    from agora_console.domain.update import Announcement

Ask = Callable[[str, str], Awaitable[str]]
"""Takes the address and the public key of a feed, gives the text that was signed, or raises
ValueError with a sentence."""


class Updates:
    """`asked` says whether this run has asked; `found` is the newer release that an answer of it
    has proven, None where none has.
    """

    def __init__(
        self,
        release: Release,
        settings: Settings,
        now: Callable[[], float],
        ask: Ask | None = None,
    ) -> None:
        self.asked = False
        self.found: Announcement | None = None
        self._release = release
        self._settings = settings
        self._now = now
        self._ask = ask or _released

    @property
    def version(self) -> str:
        """The version that runs."""
        return self._release.version

    @property
    def host(self) -> str:
        """Who is asked; empty where this build knows nobody."""
        return urlsplit(self._release.feed).netloc if self._release.key else ""

    @property
    def on(self) -> bool:
        """Whether somebody wants to be told, and there is somebody to ask."""
        return bool(self.host) and self._settings.preferences().updates

    def switch(self, on: bool) -> None:
        """Keep the wish; raises SettingsError, and ValueError where there is nobody to ask."""
        if on and not self.host:
            raise ValueError("This build knows no address to ask for new releases.")
        kept = self._settings.preferences()
        self._settings.save_preferences(kept.model_copy(update={"updates": on}))

    async def ask(self) -> Announcement | None:
        """Ask once: the release that is newer than this one, None where this is the newest.

        Raises ValueError with a sentence for an answer that is missing or not believed, and
        SettingsError where it cannot be written down that this one was heard.
        """
        from agora_console.domain.update import (  # noqa: PLC0415 - few ask
            announcement_of,
            believed,
            is_newer,
        )

        self.asked = True
        text = await self._ask(self._release.feed, self._release.key)
        kept = self._settings.preferences()
        answer = believed(announcement_of(text), newest=kept.update_issued, now=self._now())
        if answer.issued > kept.update_issued:
            heard = {"update_issued": answer.issued}
            self._settings.save_preferences(kept.model_copy(update=heard))
        self.found = answer if is_newer(answer.version, self.version) else None
        return self.found


async def _released(feed: str, key: str) -> str:
    released = await asyncio.to_thread(_feed)
    return await released(feed, key)


def _feed() -> Ask:
    """Loaded when somebody asks, and off the loop: cryptography is large."""
    from agora_console.api.release_feed import released  # noqa: PLC0415

    return released
