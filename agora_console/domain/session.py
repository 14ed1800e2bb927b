"""Session: one recording as far as its evidence goes, with its phase and its files.

A session is a frozen value. It changes only in `evidence/judge.py`, which takes one fact and
returns the next value; the journal stores it and the window shows it, both unchanged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, InstanceOf, PlainSerializer

from agora_console.domain.files.verdict import Arrival
from agora_console.domain.guards import Pair, Watchdog
from agora_console.domain.page import Page

Mode = Literal["mix", "individual", "web"]

CONFIRM_WITHIN = 90.0
"""Seconds after the sid in which status 4 or 5 must be seen (operating practice of the API)."""

FAILOVER_WINDOW = 90.0
"""Seconds for which a 404 may mean that Agora is moving the task to another server."""

RESOURCE_LIFE = 300.0
"""Seconds for which a resourceId can be started after acquire."""


class Phase(StrEnum):
    """What is known of a recording. The value is what the journal stores."""

    INTENT = "intent"  # written down, nothing sent
    STARTING = "starting"  # acquire or start is on its way
    OUTCOME_UNKNOWN = "outcome_unknown"  # start was sent and not answered
    UNCONFIRMED = "unconfirmed"  # sid received, no status 4 or 5 yet
    RECORDING = "recording"  # a fresh 4 or 5
    UNKNOWN = "unknown"  # 404, 5xx or silence: may still record
    STOPPING = "stopping"  # stop sent, or Agora says that it is ending
    UPLOADING = "uploading"  # stop accepted, upload not reported as done
    FILES_LISTED = "files_listed"  # Agora says uploaded; not found whole in the bucket, or not yet
    SAFE = "safe"  # the files were found in the bucket
    IN_BACKUP = "in_backup"  # at least one file went to Agora's backup: delayed, not lost
    NOTHING_RECORDED = "nothing_recorded"  # 435
    ENDED = "ended"  # over, with a cause
    FAILED = "failed"  # refused, never confirmed, or exited abnormally
    OUT_OF_REACH = "out_of_reach"  # the control window (resourceExpiredHour) has passed
    DISMISSED = "dismissed"  # a person says that it is over; Agora never did


class Uploading(StrEnum):
    """`uploadingStatus` of a stop reply; `unknow` of older replies counts as UNKNOWN."""

    UPLOADED = "uploaded"
    BACKUPED = "backuped"
    UNKNOWN = "unknown"


class FileEntry(NamedTuple):
    """One file as Agora lists it; every key but the name may be missing in a reply.

    `slice_start_time` is in seconds since the epoch, UTC, whatever unit the reply used. There may
    be 100 000 of them, made and compared in C: whoever makes one has read the types already.
    """

    file_name: str
    track_type: str = ""
    uid: str = ""
    mixed_all_user: bool | None = None
    is_playable: bool | None = None
    slice_start_time: float | None = None

    def known(self) -> dict[str, Any]:
        """What the reply said, by field."""
        values = zip(FileEntry._fields, self, _UNSAID, strict=True)
        return {name: value for name, value, default in values if value != default}

    @classmethod
    def read(cls, said: object) -> FileEntry:
        """What `known` said; keys of a newer version are ignored. ValueError where it did not."""
        if not isinstance(said, Mapping):
            raise ValueError("A file is told by its fields.")
        values = [said.get(*pair) for pair in zip(cls._fields, _UNSAID, strict=True)]
        if not all(isinstance(*pair) for pair in zip(values, _TYPES, strict=True)):
            raise ValueError("These are not the fields of a file.")
        return cls(*values)


_UNSAID = (None, *FileEntry._field_defaults.values())
_TYPES = (str, str, str, bool | None, bool | None, float | int | None)


def _entries(files: object) -> object:
    """Files that are entries already, and those that a text told."""
    if not isinstance(files, list | tuple) or set(map(type, files)) <= {FileEntry}:
        return files
    return [each if isinstance(each, FileEntry) else FileEntry.read(each) for each in files]


Files = Annotated[
    tuple[InstanceOf[FileEntry], ...],
    BeforeValidator(_entries),
    PlainSerializer(lambda files: [each._asdict() for each in files]),
]


class Session(BaseModel):
    """One recording. Times are seconds since the epoch (UTC); None means it has not happened.

    `config` is the config document without any secret. `over` is True only when it is proven that
    nothing records any more. `cause` is the sentence that explains the phase. `trouble_since` is
    the first of the failed questions in a row, `missing_since` the first 404 since the last good
    status and `missing_at` the last of them. `adopted_at` is set where another console started the
    recording; `ids_typed` says that its ids were typed and that no answer has proven them yet.
    `token_expires_at` is when the token of the start keeps the recorder out of the channel.
    `sts_expires_at` is when the temporary credentials of the storage end that Agora took last.
    `stop_planned_at` is when the console stops it by itself. `next_ask_at` and `next_stop_at`, when
    it is asked and when a stop is sent again, are plans of the present run.
    `stop_answered_at` is when Agora last said that a stop is carried out, or that it is ending
    already; `stop_refused_at` is when it refused one, until another is sent.
    `ending_at` is when Agora first said, unasked, that it is ending. `predecessor_id` names the
    lost session that this one makes good, `restarts` how often that was done before.
    `layout` and `subscription` (`streamSubscribe`) are what Agora accepted last, a layout from the
    start on; what was valid before is in `layout_before` and `subscription_before`, None where
    that is the start, or not known. `page` is what is known of a page beside its status.
    `arrival` is the last look into the bucket.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    id: str
    project_id: str
    app_id: str
    api_url: str
    cname: str
    uid: str
    mode: Mode
    config: dict[str, Any]
    created_at: float
    phase: Phase = Phase.INTENT
    since: float = 0.0
    cause: str = ""
    over: bool = False

    resource_id: str = ""
    acquired_at: float | None = None
    start_sent_at: float | None = None
    sid: str = ""
    started_at: float | None = None
    confirmed_at: float | None = None
    adopted_at: float | None = None
    ids_typed: bool = False

    last_status: int | None = None
    last_status_at: float | None = None
    last_answer: str = ""
    last_answer_at: float | None = None
    next_ask_at: float | None = None
    next_stop_at: float | None = None
    trouble_since: float | None = None
    trouble_count: int = 0
    missing_since: float | None = None
    missing_at: float | None = None

    token_expires_at: float | None = None
    sts_expires_at: float | None = None

    layout: dict[str, Any] | None = None
    layout_at: float | None = None
    layout_before: dict[str, Any] | None = None
    subscription: dict[str, Any] | None = None
    subscription_at: float | None = None
    subscription_before: dict[str, Any] | None = None
    page: Page = Page()

    stop_planned_at: float | None = None
    stop_sent_at: float | None = None
    stop_accepted_at: float | None = None
    stop_answered_at: float | None = None
    stop_refused_at: float | None = None
    ending_at: float | None = None
    ended_at: float | None = None
    uploading: Uploading | None = None
    files: Files = ()
    arrival: Arrival | None = None

    watchdog: Watchdog | None = None
    predecessor_id: str = ""
    restarts: int = 0
    pair: Pair | None = None

    @property
    def client_request(self) -> dict[str, Any]:
        """`clientRequest` of the start call, without secrets."""
        request = self.config.get("clientRequest")
        return request if isinstance(request, dict) else {}

    @property
    def max_idle_time(self) -> int:
        """Seconds without anybody in the channel after which the recorder leaves; default 30."""
        recording = self.client_request.get("recordingConfig")
        value = recording.get("maxIdleTime") if isinstance(recording, dict) else None
        return value if isinstance(value, int) else 30

    @property
    def confirm_by(self) -> float:
        """When status 4 or 5 must have been seen: 90 s after the start, or after the adoption."""
        return max(self.started_at or 0.0, self.adopted_at or 0.0) + CONFIRM_WITHIN

    @property
    def control_ends_at(self) -> float | None:
        """When query, update and stop cease to work (`resourceExpiredHour`, default 72 h)."""
        if self.started_at is None:
            return None
        return self.started_at + 3600.0 * self.control_hours

    @property
    def control_hours(self) -> int:
        """Hours of the control window (`resourceExpiredHour`); default 72."""
        acquire = self.config.get("acquire")
        hours = acquire.get("resourceExpiredHour") if isinstance(acquire, dict) else None
        return hours if isinstance(hours, int) else 72

    @property
    def longest_hours(self) -> int | None:
        """Hours after which a page recording ends by itself, where its config says so."""
        if self.mode != "web":
            return None
        service = self.client_request.get("extensionServiceConfig")
        services = service.get("extensionServices") if isinstance(service, dict) else None
        for each in services if isinstance(services, list) else ():
            parameters = each.get("serviceParam") if isinstance(each, dict) else None
            hours = parameters.get("maxRecordingHour") if isinstance(parameters, dict) else None
            if isinstance(hours, int):
                return hours
        return None

    @property
    def live(self) -> bool:
        """True while a recording may exist at Agora: it has to be watched and can be stopped."""
        return not self.closed and self.start_sent_at is not None

    @property
    def closed(self) -> bool:
        """True when nobody has to care for it: it is over, or a person says that it is."""
        return self.over or self.phase is Phase.DISMISSED

    @property
    def stoppable(self) -> bool:
        """True when there is a recording, or may be one, and the ids that stop it are known."""
        started = not self.over and self.start_sent_at is not None
        return started and bool(self.resource_id and self.sid)

    def to_json(self) -> str:
        """The journal's text of this session."""
        return self.model_dump_json(exclude_defaults=True)

    @classmethod
    def from_json(cls, text: str) -> Session:
        """Read what `to_json` wrote; keys of a newer version are ignored."""
        try:
            return cls.model_validate_json(text)
        except ValueError:  # half of a surrogate pair, which the faster reader does not take
            return cls.model_validate(json.loads(text))
