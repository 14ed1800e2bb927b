"""Whose sound and picture a recording takes: the lists of start and of update; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal

from PySide6.QtCore import QCoreApplication

from agora_console.domain.config.recording import EVERYBODY
from agora_console.domain.session import Session

Medium = Literal["Audio", "Video"]

MEDIA: Final[tuple[Medium, ...]] = ("Audio", "Video")

_STREAMS: Final[Mapping[Medium, tuple[int, ...]]] = {"Audio": (0, 2), "Video": (1, 2)}


class Whom(StrEnum):
    """Which people a medium is taken of."""

    EVERYBODY = "everybody"
    ONLY = "only"
    ALL_BUT = "all_but"


@dataclass(frozen=True, slots=True)
class Choice:
    """The people of one medium; `uids` are as they were typed, empty for everybody."""

    whom: Whom = Whom.EVERYBODY
    uids: tuple[str, ...] = ()


Choices = Mapping[Medium, Choice]


def recorded(session: Session) -> tuple[Medium, ...]:
    """The media that the recording takes at all (`streamTypes`); a page recording has none."""
    if session.mode == "web":
        return ()
    streams = _recording(session).get("streamTypes", 2)
    return tuple(medium for medium in MEDIA if streams in _STREAMS[medium])


def at_start(session: Session) -> dict[Medium, Choice]:
    """What start ordered. With a list for one medium alone, Agora takes nobody of the other."""
    lists = _recording(session)
    return {medium: _choice(lists, medium) for medium in recorded(session)}


def subscribed(session: Session) -> dict[Medium, Choice]:
    """What Agora accepted last: what start ordered until an update was accepted."""
    return _accepted(session, session.subscription)


def before(session: Session) -> dict[Medium, Choice] | None:
    """What was valid before the last accepted update; None where there was none, or none is known.

    Of a recording that was started elsewhere nobody here knows what start ordered.
    """
    earlier = session.subscription_before
    if session.subscription_at is None or (earlier is None and not session.client_request):
        return None
    return _accepted(session, earlier)


def request_of(choices: Choices) -> dict[str, Any]:
    """The `clientRequest` of an update. It replaces every earlier list, so all are in it."""
    lists = {f"{medium.lower()}UidList": _lists(medium, each) for medium, each in choices.items()}
    return {"streamSubscribe": lists}


def of_request(change: Mapping[str, Any]) -> dict[Medium, Choice]:
    """What an update ordered, for each medium that it names."""
    subscribe = change.get("streamSubscribe")
    lists = subscribe if isinstance(subscribe, dict) else {}
    named = {medium: lists.get(f"{medium.lower()}UidList") for medium in MEDIA}
    return {
        medium: _choice(each, medium) for medium, each in named.items() if isinstance(each, dict)
    }


def read_uids(text: str) -> tuple[str, ...]:
    """The UIDs of a typed line: separated by blanks, commas or semicolons."""
    return tuple(part for part in re.split(r"[\s,;]+", text) if part)


def in_words(choice: Choice) -> str:
    """Whom a choice takes."""
    uids = ", ".join(choice.uids)
    match choice.whom:
        case Whom.EVERYBODY:
            return _tr("everybody")
        case Whom.ONLY:
            return _tr("only {0}").format(uids or _tr("nobody"))
        case Whom.ALL_BUT:
            return _tr("everybody but {0}").format(uids or _tr("nobody"))


def _accepted(session: Session, lists: Mapping[str, Any] | None) -> dict[Medium, Choice]:
    return at_start(session) if lists is None else of_request({"streamSubscribe": lists})


def _choice(lists: Mapping[str, Any], medium: Medium) -> Choice:
    white = _uids(lists.get(f"subscribe{medium}Uids"))
    if white is not None:
        return Choice() if EVERYBODY in white else Choice(Whom.ONLY, white)
    for spelling in ("unSubscribe", "unsubscribe"):
        black = _uids(lists.get(f"{spelling}{medium}Uids"))
        if black is not None:
            return Choice(Whom.ALL_BUT, black)
    other: Medium = "Video" if medium == "Audio" else "Audio"
    alone = any(key.lower().endswith(f"subscribe{other.lower()}uids") for key in lists)
    return Choice(Whom.ONLY) if alone else Choice()


def _lists(medium: Medium, choice: Choice) -> dict[str, list[str]]:
    match choice.whom:
        case Whom.EVERYBODY:
            return {f"subscribe{medium}Uids": [EVERYBODY]}
        case Whom.ONLY:
            return {f"subscribe{medium}Uids": list(choice.uids)}
        case Whom.ALL_BUT:
            return {f"unSubscribe{medium}Uids": list(choice.uids)}


def _recording(session: Session) -> Mapping[str, Any]:
    recording = session.client_request.get("recordingConfig")
    return recording if isinstance(recording, dict) else {}


def _uids(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Session", text)
