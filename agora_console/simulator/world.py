"""What there is: channels, resources, recordings; and what time and faults do to them."""

from __future__ import annotations

import base64
import random
from dataclasses import dataclass, field

from agora_console.simulator.channel import Channel
from agora_console.simulator.clock import Clock
from agora_console.simulator.faults import Fault, FaultBoard
from agora_console.simulator.ledger import Ledger
from agora_console.simulator.pace import Pace
from agora_console.simulator.recording import Json, Recording, Resource

# A start with one of these is accepted, and the recorder never comes up: bad storage or token
# settings surface as 404 on query (API section 3.2).
BAD_BUCKET = "missing-bucket"
BAD_KEY = "bad-key"
BAD_TOKEN = "bad-token"


@dataclass(slots=True)
class World:
    """The state behind the service."""

    clock: Clock
    faults: FaultBoard
    pace: Pace
    people: int
    chance: random.Random
    ledger: Ledger = field(default_factory=Ledger)
    resources: dict[str, Resource] = field(default_factory=dict)
    recordings: dict[str, Recording] = field(default_factory=dict)
    _channels: dict[str, Channel] = field(default_factory=dict)

    # --- channels ------------------------------------------------------------------

    def channel(self, cname: str) -> Channel:
        """The channel of this name; it is there as soon as it is named."""
        return self._channels.setdefault(cname, Channel(self.people, self.settle))

    # --- resources and recordings ----------------------------------------------------

    def hand_out(self, cname: str, uid: str, request: Json) -> Resource:
        token = base64.urlsafe_b64encode(self.chance.randbytes(150)).decode("ascii")
        resource = Resource(token, cname, uid, request, self.clock.now())
        self.resources[token] = resource
        return resource

    def begin(self, resource: Resource, mode: str, request: Json) -> Recording:
        """A recording on `resource`, which is spent by it."""
        now = self.clock.now()
        sid = self.chance.randbytes(16).hex()
        recording = Recording(sid, resource, mode, request, now, self.pace)
        resource.sid = sid
        self.recordings[sid] = recording
        self.ledger.recordings.append(recording)
        if _cannot_work(request):
            recording.vanish(now, "settings")
        return recording

    def live(self) -> list[Recording]:
        """The recordings that are not over."""
        return [each for each in self.recordings.values() if each.ended_at is None]

    # --- time ------------------------------------------------------------------------

    def settle(self) -> None:
        """Bring every live recording forward to now."""
        now = self.clock.now()
        for recording in self.live():
            self.bring_forward(recording, now)

    def bring_forward(self, recording: Recording, now: float) -> None:
        """Let time pass for one recording, and the faults that strike it on the way."""
        if recording.ended_at is not None:
            return
        self._kick(recording, now)
        due = sorted(
            (max(recording.started_at + fault.age, recording.settled_at), index, fault)
            for index, fault in enumerate(self.faults.strikes())
            if recording.sid not in fault.struck
        )
        for moment, _, fault in due:
            if moment <= now and recording.ended_at is None:
                self._advance(recording, moment)
                fault.struck.add(recording.sid)
                _strike(recording, fault, moment)
        self._advance(recording, now)

    def _kick(self, recording: Recording, now: float) -> None:
        """A recorder whose UID somebody else has is put out of the channel (rule X27)."""
        if recording.mode != "web" and self.channel(recording.cname).holds(recording.uid):
            moment = max(recording.settled_at, recording.started_at + self.pace.ready)
            if moment <= now:
                self._advance(recording, moment)
                recording.end(moment, "kicked")

    def _advance(self, recording: Recording, now: float) -> None:
        stuck = self.faults.standing("never-ready")
        recording.ceiling = stuck.level if stuck else 3
        recording.backup = recording.backup or self.faults.standing("backup") is not None
        channel = self.channel(recording.cname)
        recording.advance(
            now,
            channel.people,
            channel.present(recording.subscription.named),
            stuck=stuck is not None,
            barren=self.faults.standing("long-four") is not None,
        )


def _cannot_work(request: Json) -> bool:
    storage = request["storageConfig"]
    return (
        storage["bucket"] == BAD_BUCKET
        or BAD_KEY in {storage["accessKey"], storage["secretKey"]}
        or request.get("token") == BAD_TOKEN
    )


def _strike(recording: Recording, fault: Fault, moment: float) -> None:
    match fault.kind.name:
        case "failover":
            recording.fail_over(moment, fault.seconds)
        case "gone":
            recording.vanish(moment, "gone")
        case "idle-exit":
            recording.end(moment, "idle")
        case name:
            recording.end(moment, name)
