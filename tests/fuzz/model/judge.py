"""The judge: what must hold at any moment, by the simulator's own ledger.

The ledger knows what Agora did and said. The judge holds it against what the console lists and
claims, and against what its journal would tell the next console.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from agora_console.domain.evidence.status import presumed_over
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from agora_console.journal.rows import SESSION_COLUMNS, session_of
from agora_console.simulator.ledger import Exchange
from agora_console.simulator.recording import Recording
from tests.support.virtual_world import Process, World

ANSWERED_WITHIN = 15.0
"""Seconds that an answer may have been on its way: the longest that a client waits, and a bit."""

ASKED_WITHIN = 60.0
"""Seconds by which a question may come later than was said; a slow answer to another one may be
waited for first."""

NO_PROOF_AFTER = 390.0
"""Seconds after which a 4 or 5 proves nothing at all: 5 minutes, and a move to another server."""

CLAIMS_OVER = frozenset(
    {Phase.FILES_LISTED, Phase.SAFE, Phase.IN_BACKUP, Phase.NOTHING_RECORDED, Phase.ENDED}
)
WITHOUT_SID = frozenset({Phase.STARTING, Phase.OUTCOME_UNKNOWN, Phase.UNKNOWN, Phase.DISMISSED})


@dataclass
class Judge:
    """Looks at a world after each step; `problems` raises AssertionError with what is wrong."""

    world: World
    ordered_to_stop: set[str] = field(default_factory=set)
    _read: int = 0
    _proven: dict[str, float] = field(default_factory=dict)
    _waiting: list[Exchange] = field(default_factory=list)
    _stopped: set[str] = field(default_factory=set)
    _known: dict[str, Session] = field(default_factory=dict)
    _ids: dict[str, str] = field(default_factory=dict)
    _process: int = 0

    def look(self, *, just_woken: bool = False) -> None:
        """Everything that must hold now; a machine that has just woken is late with all it does."""
        self._read_ledger()
        sessions = self.sessions()
        self._nothing_is_lost(sessions)
        self._nothing_is_doubled()
        self._nothing_is_claimed(sessions)
        self._nothing_is_stopped_by_itself(sessions)
        if self.world.process is not None:
            self._nothing_moved_illegally(self.world.process)
            if not just_woken:
                self._everything_is_asked(self.world.process)

    def look_after_rest(self) -> None:
        """What must hold besides, when all faults were off and everybody had time."""
        assert self.world.process is not None
        for session in self.world.process.sessions:
            recording = self.world.simulator.recordings.get(session.sid)
            if recording is None or not session.sid:
                continue
            runs = recording.ended_at is None
            what = f"{session.phase} for a recording that {'runs' if runs else 'is over'}"
            if session.phase in (Phase.OUT_OF_REACH, Phase.DISMISSED):
                continue
            assert session.over is not runs, f"{what}: {session!r}"
            if runs and recording.status(self.world.machine.now()) in (4, 5):
                assert session.phase is Phase.RECORDING, f"{what}: {session!r}"

    # --- the journal and the console --------------------------------------------------------

    def sessions(self) -> tuple[Session, ...]:
        """What the console lists, or would list if it were started now."""
        if self.world.process is not None:
            return self.world.process.sessions
        return tuple(self.journal())

    def journal(self) -> list[Session]:
        """The sessions that are on the disk."""
        path = self.world.folder / "journal.sqlite3"
        if not path.exists():
            return []
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            names = ", ".join(SESSION_COLUMNS)
            rows = db.execute(f"SELECT {names} FROM session").fetchall()
        finally:
            db.close()
        return [session_of(dict(zip(SESSION_COLUMNS, row, strict=True)), ()) for row in rows]

    # --- the ledger -------------------------------------------------------------------------

    def _read_ledger(self) -> None:
        requests = self.world.simulator.ledger.requests
        fresh = list(islice(requests, self._read, None))
        self._read = len(requests)
        waiting, self._waiting = self._waiting, []
        for exchange in waiting + fresh:
            if exchange.method == "stop":
                self._stopped.add(exchange.sid)
            if exchange.status == 0:
                self._waiting.append(exchange)  # its answer, if any, is on its way
            elif exchange.method == "query" and _status_in(exchange.reply) in (4, 5):
                self._proven[exchange.sid] = exchange.time

    # --- what must hold ---------------------------------------------------------------------

    def _nothing_is_lost(self, sessions: Iterable[Session]) -> None:
        listed = {session.resource_id: session for session in sessions if session.resource_id}
        for recording in self.world.simulator.recordings.values():
            session = listed.get(recording.resource.resource_id)
            if recording.ended_at is None:
                assert session is not None, f"not listed: {recording.sid}"
                assert not session.over, f"counted as over: {session!r}"
            if session is not None and not session.sid and not session.over:
                assert session.phase in WITHOUT_SID, f"claims without a sid: {session!r}"
        self._no_sid_is_lost()

    def _no_sid_is_lost(self) -> None:
        process = self.world.process
        if process is None or process.disk.waiting:
            return
        arrived = {s for s, number in self.world.network.sids.items() if number == process.number}
        if arrived:
            written = {session.sid for session in self.journal()}
            arrived -= {session.sid for session in self._known.values() if session.over}
            assert arrived <= written, f"not in the journal: {arrived - written}"

    def _nothing_is_doubled(self) -> None:
        ledger = self.world.simulator.ledger
        assert not ledger.doubled, f"doubled: {ledger.doubled}"
        broken = [each for each in ledger.violations if each.rule in ("overlap", "rate")]
        assert not broken, f"violated: {broken}"

    def _nothing_is_claimed(self, sessions: Iterable[Session]) -> None:
        now = self.world.machine.now()
        for session in sessions:
            recording = self._recording(session)
            runs = recording is not None and recording.ended_at is None
            if session.phase in CLAIMS_OVER or session.over:
                assert not runs, f"{session.phase} while it runs: {session!r}"
            word = look(session, self._now_of_console(now)).word
            if word.startswith("REC"):
                bound = _fresh_for(session) if word == "REC" else NO_PROOF_AFTER
                proof = self._proven.get(session.sid)
                assert proof is not None, f"{word} without proof: {session!r}"
                age = now - proof - self._hidden_since(proof)
                assert age <= bound + ANSWERED_WITHIN, f"{word}, proven {age:.0f} s ago"

    def _now_of_console(self, now: float) -> float:
        process = self.world.process
        return self._now_of_next() if process is None else process.console.clock.now()

    def _now_of_next(self) -> float:
        """The time as a console that were started now would see it."""
        clock = self.world.machine.clock()
        for session in self.sessions():
            if not session.over:
                clock.not_before(max(session.since, session.last_answer_at or 0.0))
        return clock.now()

    def _hidden_since(self, moment: float) -> float:
        """Seconds since then of which the console cannot know, its clock being set back."""
        process = self.world.process
        if process is None:
            return self.world.hidden(self._now_of_next())
        return 0.0 if moment >= process.begun_at else process.hidden

    def _recording(self, session: Session) -> Recording | None:
        for recording in self.world.simulator.recordings.values():
            if recording.resource.resource_id == session.resource_id:
                return recording
        return None

    def _nothing_is_stopped_by_itself(self, sessions: Iterable[Session]) -> None:
        self._ids.update({session.sid: session.id for session in sessions if session.sid})
        for sid in self._stopped:
            assert self._ids.get(sid) in self.ordered_to_stop, f"stopped without an order: {sid}"

    def _nothing_moved_illegally(self, process: Process) -> None:
        """Several facts may lie between two looks, so only what no facts can bring about counts."""
        for session in process.sessions:
            before = self._known.get(session.id)
            # What a crash took before it was on the disk was told to nobody.
            same = process.number == self._process
            if same and before is not None and before.over and not session.over:
                assert presumed_over(before), f"{before.phase} to {session.phase}"
            if before is not None and before.sid:
                assert session.sid == before.sid, "a sid was forgotten"
            # What is not on the disk yet may go down with the process; until then it is told to
            # nobody, and nobody can miss it.
            if not process.disk.waiting:
                self._known[session.id] = session
        self._process = process.number

    def _everything_is_asked(self, process: Process) -> None:
        now = process.console.clock.now()
        for session in process.sessions:
            if session.closed or not session.sid or session.phase is Phase.OUT_OF_REACH:
                continue
            if process.disk.waiting and session.next_ask_at is None:
                continue  # its sid is about to be written down
            if process.console.recordings.stopping(session.id) and session.next_ask_at is None:
                continue  # it was out of reach, and a stop is sent all the same
            assert session.next_ask_at is not None, f"nobody asks: {session!r}"
            late = now - session.next_ask_at - self._asleep_since(session.next_ask_at, now)
            assert late < ASKED_WITHIN, f"asked {late:.0f} s later than it said: {session!r}"

    def _asleep_since(self, moment: float, now: float) -> float:
        """Seconds that the machine has slept since a moment of the console: nobody asks then."""
        machine = self.world.machine
        return machine.asleep_since(moment - now + machine.now())


def _fresh_for(session: Session) -> float:
    """Seconds for which a 4 or 5 is proof enough to leave the word REC alone: two polls."""
    if session.mode == "web":
        return 300.0
    return float(min(300, max(30, 2 * session.max_idle_time)))


def _status_in(reply: Any) -> int | None:
    """The status that an answer to query gives, in whatever shape."""
    while isinstance(reply, dict) and "Body" in reply:
        reply = reply["Body"]
    response = reply.get("serverResponse", {}) if isinstance(reply, dict) else {}
    return int(response["status"]) if "status" in response else None
