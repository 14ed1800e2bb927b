"""Who publishes in a channel, and whom of them a recording takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from agora_console.simulator.rules import black_list

MOST_AT_ONCE = 17
_FIRST_STRANGER = 101


class Channel:
    """An RTC channel with `people` publishing audio and video.

    Unless `uids` names them, the people are whomever a recording asks for, then 101, 102, 103 …
    `before_change` is called before people come or go: until then it was as it was.
    """

    def __init__(self, people: int, before_change: Callable[[], None] = lambda: None) -> None:
        self._people = people
        self._uids: tuple[str, ...] | None = None
        self._before_change = before_change

    @property
    def people(self) -> int:
        """How many publish."""
        return self._people

    @people.setter
    def people(self, people: int) -> None:
        self.populate(people, self._uids)

    def populate(self, people: int, uids: tuple[str, ...] | None = None) -> None:
        """From now on `people` publish; these, if they are named."""
        if people < 0:
            raise ValueError(f"there cannot be {people} people in a channel")
        self._before_change()
        self._people, self._uids = people, uids

    def present(self, named: Iterable[str] = ()) -> tuple[str, ...]:
        """UIDs in order of joining."""
        if self._uids is not None:
            return self._uids[: self._people]
        known = tuple(dict.fromkeys(named))
        strangers = (str(_FIRST_STRANGER + n) for n in range(self._people))
        return (known + tuple(uid for uid in strangers if uid not in known))[: self._people]

    def holds(self, uid: str) -> bool:
        """Whether somebody is known to be there with this UID."""
        return self._uids is not None and uid in self.present()


@dataclass(frozen=True, slots=True)
class Choice:
    """The list of one medium: whom it takes. Without a list it takes everybody."""

    white: tuple[str, ...] | None = None
    black: tuple[str, ...] = ()

    def takes(self, uid: str) -> bool:
        everybody = self.white is None or self.white == ("#allstream#",)
        return (everybody or uid in (self.white or ())) and uid not in self.black


NOBODY = Choice(white=())


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a recorder takes from its channel."""

    audio: Choice
    video: Choice

    @property
    def named(self) -> tuple[str, ...]:
        """UIDs that the white lists name."""
        lists = (self.audio.white or ()) + (self.video.white or ())
        return tuple(uid for uid in dict.fromkeys(lists) if uid != "#allstream#")

    def media(self, present: tuple[str, ...]) -> list[tuple[str, list[str]]]:
        """(uid, media) of those recorded: the first 17 of whom anything is taken."""
        taken = [(uid, self._media_of(uid)) for uid in present]
        return [each for each in taken if each[1]][:MOST_AT_ONCE]

    def _media_of(self, uid: str) -> list[str]:
        choices = (("audio", self.audio), ("video", self.video))
        return [medium for medium, choice in choices if choice.takes(uid)]


def subscription(audio: dict[str, Any], video: dict[str, Any], stream_types: int) -> Subscription:
    """The subscription that these lists make (rule X17: a list for one medium drops the other)."""
    chosen = [_choice(audio, "Audio"), _choice(video, "Video")]
    if any(chosen):
        heard, seen = (choice or NOBODY for choice in chosen)
    else:
        heard = seen = Choice()
    return Subscription(
        heard if stream_types in {0, 2} else NOBODY, seen if stream_types in {1, 2} else NOBODY
    )


def _choice(lists: dict[str, Any], medium: str) -> Choice | None:
    white = lists.get(f"subscribe{medium}Uids")
    black = black_list(lists, medium)
    # An empty list is discouraged and means nothing.
    if not white and not black:
        return None
    return Choice(tuple(white) if white else None, tuple(black or ()))
