"""The life of a recording: status, media and end as facts of simulated time.

A recording does nothing by itself. Whoever asks first brings it forward with `advance`, from the
moment it was last asked to now; in between the channel did not change.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from agora_console.simulator.channel import Subscription, subscription
from agora_console.simulator.pace import Pace

Json = dict[str, Any]
FAILOVERS = 3
BOTH = "audio_and_video"


@dataclass(slots=True)
class Resource:
    """What acquire handed out: good for one recording, for five minutes."""

    resource_id: str
    cname: str
    uid: str
    request: Json
    acquired_at: float
    sid: str = ""

    @property
    def scene(self) -> int:
        return int(self.request.get("scene", 0))

    @property
    def control_seconds(self) -> float:
        """How long after start the session can be controlled (resourceExpiredHour)."""
        return 3600.0 * int(self.request.get("resourceExpiredHour", 72))


@dataclass(slots=True)
class Run:
    """Media without interruption, Unix seconds."""

    start: float
    end: float
    closed: bool = False


@dataclass(slots=True)
class Take:
    """One playlist: the media of one UID ("0" for everybody) since one failover; never empty."""

    uid: str
    track: str
    generation: int
    runs: list[Run] = field(default_factory=list)

    @property
    def start(self) -> float:
        return self.runs[0].start

    @property
    def seconds(self) -> float:
        return sum(run.end - run.start for run in self.runs)

    def stored_from(self, first_file: float) -> float:
        """When the first file of this take is stored."""
        first = self.runs[0]
        regular = first.start + first_file
        return min(regular, first.end) if first.closed else regular

    def extend(self, start: float, end: float) -> None:
        """Media from `start` to `end`, in one run with what came just before."""
        if self.runs and not self.runs[-1].closed and self.runs[-1].end >= start:
            self.runs[-1].end = end
        else:
            self.runs.append(Run(start, end))

    def close(self) -> None:
        self.runs[-1].closed = True

    def slices(self, length: float) -> Iterator[tuple[float, float]]:
        """(start, seconds) of the complete slices: full ones, and the last of a closed run."""
        for run in self.runs:
            count = math.floor((run.end - run.start) / length + 1e-9)
            for index in range(count):
                yield run.start + index * length, length
            rest = run.end - run.start - count * length
            if run.closed and rest > 1e-6:
                yield run.start + count * length, rest


@dataclass(slots=True)
class Recording:
    """One task: started once, ended once."""

    sid: str
    resource: Resource
    mode: str
    request: Json
    started_at: float
    pace: Pace
    layout: Json = field(default_factory=dict)
    subscription: Subscription = field(init=False)
    takes: dict[tuple[int, str, str], Take] = field(default_factory=dict)
    settled_at: float = field(init=False)
    ready_at: float | None = None
    idle_since: float | None = None
    ended_at: float | None = None
    cause: str = ""
    vanished: bool = False
    generation: int = 0
    back_at: float = 0.0
    ceiling: int = 3
    onhold: bool = False
    rtmp_url: str = ""
    backup: bool = False

    def __post_init__(self) -> None:
        self.settled_at = self.started_at
        config = self.request.get("recordingConfig", {})
        self.subscription = subscription(config, config, self.stream_types)
        page = self.service("web_recorder_service")
        self.onhold = bool(page.get("onhold", False))
        outputs = self.service("rtmp_publish_service").get("outputs", [])
        self.rtmp_url = outputs[0]["rtmpUrl"] if outputs else ""
        if self.mode == "mix":
            self.layout = dict(config.get("transcodingConfig", {}))

    # --- what it was told --------------------------------------------------------

    @property
    def cname(self) -> str:
        return self.resource.cname

    @property
    def uid(self) -> str:
        return self.resource.uid

    @property
    def config(self) -> Json:
        found: Json = self.request.get("recordingConfig", {})
        return found

    @property
    def stream_types(self) -> int:
        return int(self.config.get("streamTypes", 2))

    @property
    def max_idle(self) -> float:
        """Seconds alone in the channel before it leaves; a page is never alone."""
        return float(self.config.get("maxIdleTime", 30)) if self.mode != "web" else math.inf

    @property
    def storage(self) -> Json:
        found: Json = self.request["storageConfig"]
        return found

    @property
    def file_types(self) -> list[str]:
        """Empty for a recording of snapshots alone."""
        if "snapshotConfig" in self.request and "recordingFileConfig" not in self.request:
            return []
        found: list[str] = self.request.get("recordingFileConfig", {}).get("avFileType", ["hls"])
        return found

    @property
    def snapshot_interval(self) -> float | None:
        """Seconds between snapshots, None without snapshots."""
        config = self.request.get("snapshotConfig")
        return None if config is None else float(config.get("captureInterval", 10))

    @property
    def max_seconds(self) -> float:
        """How long a page is recorded at most."""
        page = self.service("web_recorder_service")
        return 3600.0 * float(page.get("maxRecordingHour", math.inf))

    def service(self, name: str) -> Json:
        """The serviceParam of a service of web mode; empty when it was not asked for."""
        services = self.request.get("extensionServiceConfig", {}).get("extensionServices", [])
        params: Json = next(
            (each["serviceParam"] for each in services if each["serviceName"] == name), {}
        )
        return params

    # --- what happens to it --------------------------------------------------------

    def advance(
        self, now: float, people: int, present: tuple[str, ...], *, stuck: bool, barren: bool
    ) -> None:
        """Bring it forward to `now`, with these people since it was last brought forward.

        `stuck`: the recorder does not get ready; `barren`: it gets nothing stored.
        """
        if self.ended_at is not None or now <= self.settled_at:
            return
        start, self.settled_at = self.settled_at, now
        if self.ready_at is None:
            due = self.started_at + self.pace.ready
            if stuck or now < due:
                return
            self.ready_at = start = max(start, due)
        end, cause = self._end_by(start, now, people)
        if not barren:
            self._record(max(start, self.back_at), end, present)
        if cause:
            self.end(end, cause)

    def _end_by(self, start: float, now: float, people: int) -> tuple[float, str]:
        """Where recording stops in (start, now], and why if it is for good."""
        if people or self.mode == "web":
            self.idle_since = None
        elif self.idle_since is None:
            self.idle_since = start
        ends = [(now, "")]
        if self.idle_since is not None:
            ends.append((self.idle_since + self.max_idle, "idle"))
        ends.append((self.started_at + self.max_seconds, "max_recording_hour"))
        return min(ends, key=lambda each: each[0])

    def _record(self, start: float, end: float, present: tuple[str, ...]) -> None:
        if end <= start:
            return
        media = self._media(present)
        for key, take in self.takes.items():
            if key not in media:
                take.close()
        for key, track in media.items():
            generation, uid, _ = key
            take = self.takes.setdefault(key, Take(uid, track, generation))
            take.extend(start, end)
            if take.track != track:
                take.track = BOTH

    def _media(self, present: tuple[str, ...]) -> dict[tuple[int, str, str], str]:
        """The takes that these people make, each with its trackType."""
        if self.mode == "web":
            return {} if self.onhold else {(self.generation, "0", "mix"): BOTH}
        media = self.subscription.media(present)
        if self.mode == "individual":
            return {(self.generation, uid, kind): kind for uid, kinds in media for kind in kinds}
        mixed = [kind for kind in ("audio", "video") if any(kind in kinds for _, kinds in media)]
        return {(self.generation, "0", "mix"): "_and_".join(mixed)} if mixed else {}

    def end(self, moment: float, cause: str) -> None:
        """It is over at `moment`, because of `cause`."""
        if self.ended_at is None:
            self.ended_at, self.cause = moment, cause
            self._close_takes()

    def vanish(self, moment: float, cause: str) -> None:
        """It is over and nobody answers for it."""
        self.end(moment, cause)
        self.vanished = True

    def fail_over(self, moment: float, seconds: float) -> None:
        """The recorder breaks; another one goes on after `seconds`, with files of its own.

        The fourth time there is no other one.
        """
        if self.generation >= FAILOVERS:
            self.vanish(moment, "failover")
            return
        self._close_takes()
        self.generation += 1
        self.back_at = moment + seconds

    def _close_takes(self) -> None:
        for take in self.takes.values():
            take.close()

    # --- what can be seen of it ----------------------------------------------------

    @property
    def recorded(self) -> bool:
        """Whether there is any media at all."""
        return bool(self.takes)

    def stored(self, now: float) -> list[Take]:
        """The takes of which a file is stored."""
        first = self._first_file
        return [take for take in self.takes.values() if take.stored_from(first) <= now]

    @property
    def _first_file(self) -> float:
        # Snapshots alone are stored one by one.
        if not self.file_types and self.snapshot_interval is not None:
            return self.snapshot_interval
        return self.pace.first_file[self.mode]

    def present(self, now: float) -> bool:
        """Whether it still is in the way of another recorder with the same UID."""
        if self.vanished:
            return False
        return self.ended_at is None or now < self.ended_at + self.pace.components

    def leaving(self, now: float) -> bool:
        """Over, and still answering: the moment of code 49."""
        return self.ended_at is not None and now < self.ended_at + self.pace.leave

    def status(self, now: float) -> int | None:
        """`serverResponse.status`, or None when there is nobody to ask: HTTP 404."""
        if self.vanished or now < self.back_at or now > self.started_at + self._control:
            return None
        if self.ended_at is not None:
            return self._status_after(now - self.ended_at)
        if self.ready_at is None:
            reached = sum(now - self.started_at >= each for each in self.pace.warm_up)
            return min(reached, self.ceiling)
        return 5 if self.stored(now) else 4

    @property
    def _control(self) -> float:
        return self.resource.control_seconds

    def _status_after(self, seconds: float) -> int | None:
        pace = self.pace
        if self.cause == "kicked":
            return None
        if self.cause == "abnormal":
            return 20 if seconds < pace.abnormal else None
        stages = ((pace.upload, 6), (pace.components, 7), (pace.leave, 8))
        return next((status for until, status in stages if seconds < until), None)

    def billed_seconds(self, now: float) -> float:
        """Seconds the recorder was in the channel, idle or not."""
        if self.ready_at is None:
            return 0.0
        return max(0.0, (now if self.ended_at is None else self.ended_at) - self.ready_at)
