"""Facts: what happened to a session, each with its time. `judge.judge` draws the conclusions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from agora_console.domain.files.verdict import Arrival
from agora_console.domain.page import PageService
from agora_console.domain.session import FileEntry, Uploading


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened at `at` (seconds since the epoch, UTC)."""

    at: float


class AcquireSent(Fact):
    """acquire is about to be sent."""


@dataclass(frozen=True, slots=True)
class ResourceReceived(Fact):
    """acquire answered with a resourceId."""

    resource_id: str


class StartSent(Fact):
    """start is about to be sent; from here on a recording may exist."""


@dataclass(frozen=True, slots=True)
class SidReceived(Fact):
    """start answered with a sid: accepted, not proven."""

    sid: str


@dataclass(frozen=True, slots=True)
class StartUnanswered(Fact):
    """start was sent and its outcome is not known."""

    why: str


@dataclass(frozen=True, slots=True)
class StartWithoutSid(Fact):
    """Agora says that the recording runs (201/7, or 53 after our own start), but gives no sid."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused(Fact):
    """Nothing was started: refused, or never sent. `why` is a whole sentence."""

    why: str


@dataclass(frozen=True, slots=True)
class StatusSeen(Fact):
    """query answered. `files` None means that the reply had no file list.

    Of a page recording also: `services` as they were told, `left` names those that have left (state
    exit), `on_hold` says that the page is shown and not recorded for the moment.
    """

    status: int | None
    files: tuple[FileEntry, ...] | None = None
    left: tuple[str, ...] = ()
    on_hold: bool = False
    services: tuple[PageService, ...] = ()


class Missing(StrEnum):
    """Why a question to Agora had no status for an answer."""

    NO_WORKER = "no_worker"  # 404 with code 404: not there, or not there for the moment
    SERVER = "server"  # 5xx, 206/65, an answer that cannot be read
    SILENCE = "silence"  # no answer
    REFUSED = "refused"  # 401 and other refusals: our request is at fault
    EXITING = "exiting"  # 501: the service is leaving
    NOT_ASKED = "not_asked"  # the question was not put: no keys, or 429


@dataclass(frozen=True, slots=True)
class AskFailed(Fact):
    """query was not answered with a status."""

    kind: Missing
    why: str


class StopSent(Fact):
    """stop is about to be sent."""


@dataclass(frozen=True, slots=True)
class StopAccepted(Fact):
    """stop answered with 200; `uploading` None when the reply says nothing of the upload."""

    uploading: Uploading | None
    files: tuple[FileEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class StopFoundEnding(Fact):
    """stop answered 49: the recording was ending already; `files` if the reply named some."""

    files: tuple[FileEntry, ...] = ()


class StopFoundNothing(Fact):
    """stop answered 435: there is no file, because nobody was publishing."""


@dataclass(frozen=True, slots=True)
class StopUnanswered(Fact):
    """stop was sent and its outcome is not known; `received` when Agora says that it has it."""

    why: str
    received: bool = False


@dataclass(frozen=True, slots=True)
class StopRefused(Fact):
    """stop was refused: the recording is what it was before."""

    why: str


@dataclass(frozen=True, slots=True)
class LayoutAccepted(Fact):
    """updateLayout answered with 200; `layout` is what was sent, whole."""

    layout: dict[str, Any]


@dataclass(frozen=True, slots=True)
class UpdateAccepted(Fact):
    """update answered with 200; `change` is its `clientRequest`, without secrets."""

    change: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StopPlanned(Fact):
    """A person wants it stopped at `moment` (seconds since the epoch, UTC); None: not any more."""

    moment: float | None


class CaseClosed(Fact):
    """A person says that it is over, where no answer can."""


@dataclass(frozen=True, slots=True)
class WatchdogStoodDown(Fact):
    """The watchdog starts nothing any more; `why` is a whole sentence."""

    why: str


class WatchdogKeysForgotten(Fact):
    """The keys that were kept for the watchdog are gone."""


@dataclass(frozen=True, slots=True)
class BucketSeen(Fact):
    """Somebody looked into the bucket, or tried to."""

    arrival: Arrival


class TimePassed(Fact):
    """Nothing happened, but a deadline may have passed."""
