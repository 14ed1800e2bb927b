"""A stage for the session page: sessions in every state, their journal, a console for wishes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from agora_console.api.redact import Redactor
from agora_console.bucket.errors import BucketError, NoWayError
from agora_console.bucket.places import local_place
from agora_console.bucket.store import Bucket
from agora_console.domain.files.rows import Looked
from agora_console.domain.guards import partner_of, successor_key
from agora_console.domain.problems import Problem
from agora_console.domain.session import FileEntry, Phase, Session, Uploading
from agora_console.domain.watchdog import Decision, decide
from agora_console.services.console import Console
from agora_console.services.events import Event
from agora_console.services.files.downloads import Downloads
from agora_console.services.files.merging import Merging
from agora_console.services.files.snapshots import Snapshots
from agora_console.services.gate import Gate
from agora_console.services.tasks import Tasks
from agora_console.services.values import Cue, Entry, Exchange
from agora_console.services.watching.alarms import Alarms
from agora_console.ui.ticks import Tick

SID = "38f8e3cfdc474cd56fc1ceba380d7e1a"
RESOURCE = "nUwUbQf9Zg6tsgtLslGnDg0lk8RYaUE09pqOuSIgwfzZ8gEXAMPLEresourceId_0123456789-abc"
BEGIN = 1_790_000_000.0
"""When the sessions of the stage were begun."""

MIX: dict[str, Any] = {
    "mode": "mix",
    "clientRequest": {
        "recordingConfig": {
            "channelType": 1,
            "maxIdleTime": 300,
            "transcodingConfig": {
                "width": 1280,
                "height": 720,
                "fps": 30,
                "bitrate": 3420,
                "mixedVideoLayout": 2,
                "maxResolutionUid": "1001",
                "backgroundColor": "#101828",
            },
        },
        "recordingFileConfig": {"avFileType": ["hls", "mp4"]},
        "storageConfig": {
            "vendor": 1,
            "region": 0,
            "bucket": "acme-recordings",
            "fileNamePrefix": ["shows"],
        },
    },
}

SNAPSHOTS: dict[str, Any] = {
    "mode": "individual",
    "clientRequest": {
        "recordingConfig": {"subscribeUidGroup": 0},
        "snapshotConfig": {"captureInterval": 10, "fileType": ["jpg"]},
        "storageConfig": {"vendor": 1, "region": 0, "bucket": "acme-recordings"},
    },
}


def file(name: str, at: float | None = BEGIN + 8.0, **changes: Any) -> FileEntry:
    """A file as a mix recording lists it."""
    values: dict[str, Any] = {
        "file_name": name,
        "track_type": "audio_and_video",
        "uid": "0",
        "mixed_all_user": True,
        "is_playable": True,
        "slice_start_time": at,
    }
    return FileEntry(**(values | changes))


FILES = (file(f"{SID}_keynote-a.m3u8"), file(f"{SID}_keynote-a_0.mp4"))


def session(phase: Phase, **changes: Any) -> Session:
    """A mix session in `phase`, begun at BEGIN."""
    values: dict[str, Any] = {
        "id": "s-1",
        "project_id": "p-1",
        "app_id": "a" * 32,
        "api_url": "https://api.agora.io",
        "cname": "keynote-a",
        "uid": "527841",
        "mode": "mix",
        "config": MIX,
        "created_at": BEGIN,
        "phase": phase,
        "since": BEGIN,
    }
    return Session(**(values | changes))


STARTED: dict[str, Any] = {
    "resource_id": RESOURCE,
    "acquired_at": BEGIN + 0.2,
    "start_sent_at": BEGIN + 0.3,
    "sid": SID,
    "started_at": BEGIN + 0.8,
}


def starting() -> Session:
    return session(Phase.STARTING, cause="Asking Agora for a recorder (acquire).")


def unconfirmed() -> Session:
    return session(
        Phase.UNCONFIRMED,
        **STARTED,
        last_status=2,
        last_status_at=BEGIN + 9.0,
        last_answer_at=BEGIN + 9.0,
        next_ask_at=BEGIN + 19.0,
    )


def recording(asked: float = BEGIN + 6000.0, **changes: Any) -> Session:
    """Status 5, last asked at `asked`, asked again two minutes later."""
    values: dict[str, Any] = {
        **STARTED,
        "since": BEGIN + 6.0,
        "confirmed_at": BEGIN + 6.0,
        "last_status": 5,
        "last_status_at": asked,
        "last_answer": "200",
        "last_answer_at": asked,
        "next_ask_at": asked + 120.0,
        "files": FILES,
    }
    return session(**({"phase": Phase.RECORDING} | values | changes))


def unknown() -> Session:
    return recording(
        phase=Phase.UNKNOWN,
        since=BEGIN + 6120.0,
        cause="Agora does not find the recorder (404). It may be moving to another server and "
        "still record.",
        trouble_since=BEGIN + 6120.0,
        missing_since=BEGIN + 6120.0,
        trouble_count=3,
        last_answer="no_worker",
        last_answer_at=BEGIN + 6150.0,
        next_ask_at=BEGIN + 6165.0,
    )


def stopping() -> Session:
    return recording(
        phase=Phase.STOPPING,
        since=BEGIN + 6010.0,
        stop_sent_at=BEGIN + 6010.0,
        cause="Stop sent, waiting for Agora's answer.",
        next_ask_at=None,
    )


def uploading() -> Session:
    return recording(
        phase=Phase.UPLOADING,
        since=BEGIN + 6012.0,
        stop_sent_at=BEGIN + 6010.0,
        stop_accepted_at=BEGIN + 6012.0,
        last_status=7,
        cause="Agora accepted the stop and has not said whether the files are uploaded.",
    )


def over(phase: Phase, cause: str, **changes: Any) -> Session:
    """A session that has ended ten minutes after its begin."""
    values: dict[str, Any] = {
        "phase": phase,
        "since": BEGIN + 606.0,
        "cause": cause,
        "over": True,
        "ended_at": BEGIN + 606.0,
        "stop_sent_at": BEGIN + 600.0,
        "stop_accepted_at": BEGIN + 606.0,
        "next_ask_at": None,
    }
    return recording(**(values | changes))


def files_listed(files: Sequence[FileEntry] = FILES) -> Session:
    return over(
        Phase.FILES_LISTED,
        "Agora says that all files are uploaded. Nobody has looked in the bucket.",
        uploading=Uploading.UPLOADED,
        files=tuple(files),
    )


def in_backup() -> Session:
    return over(
        Phase.IN_BACKUP,
        "At least one file went to Agora's backup first. It is delayed, not lost.",
        uploading=Uploading.BACKUPED,
    )


def nothing_recorded() -> Session:
    return over(
        Phase.NOTHING_RECORDED,
        "Nobody was publishing while the recorder was in the channel, so there is no file.",
        stop_accepted_at=None,
        last_status=4,
        files=(),
    )


def failed() -> Session:
    return session(
        Phase.FAILED,
        **STARTED,
        since=BEGIN + 91.0,
        over=True,
        ended_at=BEGIN + 91.0,
        cause="The recorder never got ready: Agora does not find it 90 s after the start. Usual "
        "causes: wrong storage keys or bucket, wrong or expired token, wrong recording settings.",
    )


def ended() -> Session:
    return over(
        Phase.ENDED,
        "The recording ended by itself: Agora does not find the task any more. Nobody in the "
        "channel for 300 s, stopped from elsewhere, or its UID was taken by somebody else.",
        stop_sent_at=None,
        stop_accepted_at=None,
    )


def out_of_reach() -> Session:
    return recording(
        phase=Phase.OUT_OF_REACH,
        since=BEGIN + 259_300.0,
        cause="The control window has passed: Agora answers no call for this recording any more. "
        "If it still runs, only 300 s without anybody in the channel end it.",
        next_ask_at=None,
    )


def snapshots_only() -> Session:
    return recording(mode="individual", config=SNAPSHOTS, files=())


# --- the journal ---------------------------------------------------------------


def state(at: float, phase: Phase, text: str = "", status: int | None = None) -> Entry:
    detail = {"phase": phase.value, "status": status, "over": False}
    return Entry("s-1", BEGIN + at, "state", "console", text, detail)


def request(at: float, operation: str, http: int | None = 200, **changes: Any) -> Entry:
    detail: dict[str, Any] = {
        "at": BEGIN + at,
        "operation": operation,
        "method": "GET" if operation == "query" else "POST",
        "base_url": "https://api.agora.io",
        "host": "api.agora.io",
        "path": f"/v1/apps/aaaa/cloud_recording/{operation}",
        "attempt": 1,
        "http": http,
        "code": None,
        "latency_ms": 91.4,
        "request_id": "a1b2c3d4-0000-4000-8000-1234567890ab",
        "request": "" if operation == "query" else json.dumps({"cname": "keynote-a"}),
        "reply": "{}",
        "error": "",
    }
    text = f"{operation}: HTTP {http}"
    return Entry("s-1", BEGIN + at, "request", "console", text, detail | changes)


def query(at: float, status: int, name: str = "") -> Entry:
    files = [{"fileName": name, "isPlayable": True}] if name else []
    reply = {"sid": SID, "serverResponse": {"status": status, "fileList": files}}
    return request(at, "query", reply=json.dumps(reply))


def missing(at: float) -> Entry:
    reply = json.dumps({"code": 404, "reason": "failed to find worker"})
    return request(at, "query", 404, code=404, reply=reply)


def life(*tail: Entry) -> list[Entry]:
    """The journal of a recording that reached status 5, then `tail`; newest first."""
    entries = [
        state(0.0, Phase.INTENT, "Written down; nothing is sent yet."),
        state(0.1, Phase.STARTING, "Asking Agora for a recorder (acquire)."),
        request(0.1, "acquire", latency_ms=187.0),
        request(0.4, "start", latency_ms=412.0),
        state(0.8, Phase.UNCONFIRMED, "Agora accepted the start."),
        query(6.0, 4),
        state(6.0, Phase.RECORDING, "", 4),
        query(23.0, 5, "x.m3u8"),
        state(23.0, Phase.RECORDING, "", 5),
        *(query(23.0 + 120.0 * n, 5, "x.m3u8") for n in range(1, 30)),
        *tail,
    ]
    return list(reversed(entries))


def failover() -> list[Entry]:
    """A journal in which the recorder moved to another server and came back."""
    return life(
        missing(4210.0),
        state(4210.0, Phase.UNKNOWN, "Agora does not find the recorder (404)."),
        missing(4215.0),
        missing(4225.0),
        query(4251.0, 5, "bak0_x.m3u8"),
        state(4251.0, Phase.RECORDING, "", 5),
        *(query(4251.0 + 120.0 * n, 5, "bak0_x.m3u8") for n in range(1, 15)),
    )


# --- the console ---------------------------------------------------------------


class Clock:
    """A clock that stands until it is set."""

    def __init__(self, at: float) -> None:
        self.at = at

    def now(self) -> float:
        return self.at

    monotonic = wall = now

    async def sleep(self, seconds: float) -> None:
        await asyncio.Event().wait()

    def not_before(self, moment: float) -> None:
        self.at = max(self.at, moment)


class Recordings:
    """Sessions that stay as they are; wishes are written down in `wishes`."""

    def __init__(self, *sessions: Session) -> None:
        self.changed: Event[Session] = Event()
        self.exchanged: Event[Exchange] = Event()
        self.told: Event[Problem] = Event()
        self.read_only = ""
        self.journal: dict[str, list[Entry]] = {}
        self.wishes: list[tuple[Any, ...]] = []
        self.refuse: Exception | None = None
        self.known = {session.id: session for session in sessions}

    def get(self, session_id: str) -> Session | None:
        return self.known.get(session_id)

    async def entries(self, session_id: str) -> list[Entry]:
        return self.journal.get(session_id, [])

    def stop(self, session_id: str, how: str = "") -> None:
        self._wish("stop", session_id)

    def stopping(self, session_id: str) -> bool:
        return False

    def ask_now(self, session_id: str) -> None:
        self._wish("ask", session_id)

    def plan_stop(self, session_id: str, moment: float | None) -> None:
        self._wish("plan", session_id, moment)

    def close_case(self, session_id: str) -> None:
        self._wish("close", session_id)

    def update_layout(self, session_id: str, layout: dict[str, Any]) -> None:
        self._wish("layout", session_id, layout)

    def update(self, session_id: str, change: Mapping[str, Any]) -> None:
        self._wish("update", session_id, change)

    def _wish(self, *what: Any) -> None:
        if self.refuse is not None:
            raise self.refuse
        self.wishes.append(what)


class KeptCues:
    """Cues that last as long as the test; `refuse` is what keeping them ends with."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[Cue, ...]] = {}
        self.refuse: Exception | None = None

    def read(self, project_id: str) -> tuple[Cue, ...]:
        return self.kept.get(project_id, ())

    def write(self, project_id: str, cues: tuple[Cue, ...]) -> None:
        if self.refuse is not None:
            raise self.refuse
        self.kept[project_id] = cues


class Settings:
    """What the page keeps."""

    def __init__(self) -> None:
        self.cues = KeptCues()


class Arrivals:
    """A bucket in which somebody looks when it is ordered, and finds `known`."""

    def __init__(self) -> None:
        self.known: Looked | None = None
        self.ordered: list[str] = []

    def looked(self, session_id: str) -> Looked | None:
        return self.known

    def looking(self, session_id: str) -> bool:
        return session_id in self.ordered

    def look_now(self, session_id: str) -> None:
        self.ordered.append(session_id)


class BucketFolder:
    """A folder that is the bucket of every session; None while there is none to look into."""

    def __init__(self) -> None:
        self.folder: Path | None = None

    def is_local(self, session: Session) -> bool:
        return self.folder is not None

    async def of_session(self, session: Session) -> Bucket:
        if self.folder is None:
            raise NoWayError("The console cannot look into this bucket.")
        return Bucket(local_place(self.folder))

    async def urls(self, session: Session, names: Sequence[str]) -> list[str]:
        return [f"https://bucket.example/{name}" for name in names]


Job = tuple[str, Coroutine[Any, Any, Any], Callable[[Any], None], Callable[[Problem], None]]


class Guards:
    """Both guards: the real rules, on sessions that stay as they are."""

    def __init__(self, recordings: Recordings, clock: Clock) -> None:
        self._recordings = recordings
        self._clock = clock

    def decision(self, session: Session) -> Decision:
        known = self._recordings.known.values()
        return decide(session, self.successor(session.id), known, self._clock.now())

    def successor(self, session_id: str) -> Session | None:
        return self._recordings.get(successor_key(session_id))

    def partner(self, session: Session) -> Session | None:
        return partner_of(session, self._recordings.known.values())

    def stand_down(self, session_id: str) -> None:
        self._recordings._wish("stand down", session_id)

    def both(self, session_id: str) -> tuple[str, ...]:
        session = self._recordings.known[session_id]
        partner = self.partner(session)
        return (session_id,) if partner is None else (session_id, partner.id)


class Stage:
    """What the page needs of a console. While `holding`, work waits for `finish`."""

    def __init__(self, *sessions: Session, now: float = BEGIN + 6012.0) -> None:
        self.recordings = Recordings(*sessions)
        self.arrivals = Arrivals()
        self.buckets = BucketFolder()
        self.tasks = Tasks()
        self.clock = Clock(now)
        self.downloads = Downloads(self.clock, self.tasks, self.buckets.of_session)
        self.merging = Merging(self.tasks, self.downloads)
        self.snapshots = Snapshots(
            self.clock, self.tasks, self.buckets.of_session, self.recordings.get
        )
        self.gate = Gate(self.recordings, self.clock)
        self.alarms = Alarms()
        self.guarded = self.watchdogs = Guards(self.recordings, self.clock)
        self.redactor = Redactor()
        self.projects: Any = None
        self.settings = Settings()
        self.holding = False
        self.loads = 0
        self._jobs: list[Job] = []

    @property
    def console(self) -> Console:
        """This stage, for those who ask for a console."""
        return cast(Console, self)

    def run(
        self,
        name: str,
        work: Coroutine[Any, Any, Any],
        done: Callable[[Any], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self.loads += name.endswith("entries")
        self._jobs.append((name, work, done, failed))
        if not self.holding:
            self.finish()

    def finish(self) -> None:
        """Carry out what waits."""
        while self._jobs:
            _, work, done, failed = self._jobs.pop(0)
            try:
                result = asyncio.run(work)
            except (OSError, BucketError) as error:
                failed(Problem(str(error)))
            else:
                done(result)

    async def finish_here(self) -> None:
        """Carry out what waits on the loop that runs."""
        while self._jobs:
            _, work, done, _ = self._jobs.pop(0)
            done(await work)

    def tick(self, *changed: Session, after: float = 1.0) -> Tick:
        """Let time pass and sessions change; the tick that a window would hand on."""
        self.clock.at += after
        self.recordings.known |= {session.id: session for session in changed}
        return Tick(changed, self.clock.at)
