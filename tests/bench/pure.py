"""Without a window: the linter at each key, and the journal against bare SQLite."""

from __future__ import annotations

import sqlite3
import time

from agora_console.domain.config import RecordingConfig
from agora_console.domain.rules import CheckContext, check
from agora_console.journal.entries import Entry
from agora_console.journal.rows import (
    ENTRY_COLUMNS,
    SESSION_COLUMNS,
    entry_row,
    insert_into,
    session_row,
)
from agora_console.journal.store import Journal
from tests.bench.kit import Kit
from tests.bench.measure import Sample, take_turns, timed
from tests.bench.rows import Row, at_most, number, ratio
from tests.support.configs import full_mix
from tests.support.sessions import make_session


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
    """The same rows into the same tables, with what makes them and without."""
    journal = Journal.open(kit.folder / "ours.sqlite3")
    Journal.open(kit.folder / "bare.sqlite3").close()
    bare = sqlite3.connect(kit.folder / "bare.sqlite3", isolation_level=None)
    bare.execute("PRAGMA synchronous=FULL")
    session = make_session(resource_id="r" * 200, sid="5" * 32, phase="starting")
    entry = Entry(session.id, 0.0, "state", "console", "The ids are here.", {})
    put_session = insert_into("session", SESSION_COLUMNS).replace("INSERT", "INSERT OR REPLACE")
    put_entry = insert_into("entry", ENTRY_COLUMNS)
    session_values, entry_values = session_row(session), entry_row(entry)

    def floor() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(put_session, session_values)
        bare.execute(put_entry, entry_values)
        bare.execute("COMMIT")

    # Short turns and many: a disk is busy with others for longer than one write.
    mine, other = take_turns(
        kit.pick(20, 150), [timed(lambda: journal.save(session, entry), 5), timed(floor, 5)]
    )
    journal.close()
    bare.close()
    floor_name = "bare SQLite, synchronous=FULL"
    return ratio("journal: ids durable", mine, other, limit=1.2, floor_name=floor_name)
