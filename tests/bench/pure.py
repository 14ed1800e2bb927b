"""Without a window: the linter at each key, and the journal against bare SQLite."""

from __future__ import annotations

import sqlite3
import time

from agora_console.domain.config import RecordingConfig
from agora_console.domain.rules import CheckContext, check
from agora_console.journal.entries import Entry
from agora_console.journal.rows import ADD_ENTRY, PUT_SESSION, entry_row, session_row
from agora_console.journal.store import Journal
from tests.bench.kit import Kit
from tests.bench.measure import Sample, take_turns, timed
from tests.bench.rows import Row, at_most, number, ratio
from tests.support.configs import full_mix
from tests.support.sessions import make_session

WRITES = 5
"""Writes of a turn."""


def rows(kit: Kit) -> list[Row]:
    """Lint and journal."""
    return [_lint(kit), _journal(kit)]


def _lint(kit: Kit) -> Row:
    document = full_mix()
    RecordingConfig.model_validate(document)
    context = CheckContext(cname="town-hall", uid="527841", now=time.time())
    check(document, context=context)
    measure = timed(lambda: check(document, context=context))
    spent = Sample(tuple(measure() for _ in range(kit.pick(200, 2000))))
    measured = f"p50 {number(spent.median, 'ms')}, p95 {number(spent.percentile(95), 'ms')} ms"
    return at_most(
        "lint of a full config, p95", spent.percentile(95), limit=0.002, measured=measured
    )


def _journal(kit: Kit) -> Row:
    """The same statements with the same rows, with what makes the rows and without.

    Each write moves the session: SQLite leaves a page out that stays as it is. The log of both
    grows to its full length before anything is measured, as growing it costs more than writing
    over it, and the two have to be in the same of these states.
    """
    journal = Journal.open(kit.folder / "ours.sqlite3")
    Journal.open(kit.folder / "bare.sqlite3").close()
    bare = sqlite3.connect(kit.folder / "bare.sqlite3", isolation_level=None)
    bare.execute("PRAGMA synchronous=FULL")
    first = make_session(resource_id="r" * 200, sid="5" * 32, phase="starting")
    entry = Entry(first.id, 0.0, "state", "console", "The ids are here.", {})
    growing, rounds = kit.pick(1, 80), kit.pick(20, 150)
    moves = range((growing + rounds) * WRITES)
    sessions = [first.model_copy(update={"since": float(move)}) for move in moves]
    ours, theirs = iter(sessions), iter([session_row(session) for session in sessions])
    entry_values = entry_row(entry)

    def floor() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(PUT_SESSION, next(theirs))
        bare.execute(ADD_ENTRY, entry_values)
        bare.execute("COMMIT")

    # Short turns and many: a disk is busy with others for longer than one write.
    turns = [timed(lambda: journal.save(next(ours), entry), WRITES), timed(floor, WRITES)]
    take_turns(growing, turns)
    mine, other = take_turns(rounds, turns)
    journal.close()
    bare.close()
    floor_name = "bare SQLite, synchronous=FULL"
    return ratio("journal: ids durable", mine, other, limit=1.2, floor_name=floor_name)
