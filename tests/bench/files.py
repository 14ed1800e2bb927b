"""A hundred thousand files: reply parsed, in the table, sorted, filtered."""

from __future__ import annotations

import json

from tests.bench.kit import Kit
from tests.bench.measure import Sample
from tests.bench.parts import Agora, child, read_line, told
from tests.bench.rows import Row, at_most, number, ratio
from tests.support.journals import fill_journal

FILES = 100_000


def rows(kit: Kit) -> list[Row]:
    """The work against raw JSON and an empty model, and the longest gap in the loop meanwhile."""
    count = kit.pick(20_000, FILES)
    facts = told(
        "tests.bench.children.files", str(count), str(kit.rounds), home=kit.folder / "files"
    )
    ours, floor = Sample(tuple(facts["ours"])), Sample(tuple(facts["floor"]))
    what = f"{_spaced(count)} files parsed, shown, sorted, filtered"
    return [
        ratio(what, ours, floor, limit=3.0, floor_name="json.loads and an empty model"),
        _gap(kit, count),
    ]


def _gap(kit: Kit, count: int) -> Row:
    with child("tests.bench.children.flood", str(count), home=kit.folder / "flood") as process:
        url = json.loads(read_line(process))["url"]
        there = Agora(url, "a" * 32, "c" * 32, "s" * 32)
        home = kit.folder / "files-lag"
        fill_journal(home / "data", [there.session("stage", "1", "r" * 64, "5" * 32, 0)])
        facts = told("tests.bench.children.files_lag", str(count), home=home, **there.env())
    measured = ", ".join(f"{name} {number(seconds, 'ms')}" for name, seconds in facts.items())
    what = f"longest gap in the loop with {_spaced(count)} files"
    return at_most(what, max(facts.values()), limit=0.05, measured=f"{measured} ms")


def _spaced(count: int) -> str:
    return f"{count:,}".replace(",", " ")
