"""What a fleet of watched recordings costs: memory, processor, lateness of the loop, growth."""

from __future__ import annotations

import itertools
import time

from tests.bench.kit import Kit
from tests.bench.measure import Sample, take_turns
from tests.bench.parts import (
    Agora,
    agora,
    cpu_seconds,
    program,
    resident,
    running,
    told,
)
from tests.bench.rows import Row, at_most, number, ratio
from tests.bench.starting import said_times
from tests.support.journals import fill_journal

LIVE = 50
SIZES = (10, 100, 1_000, 10_000)


def rows(kit: Kit) -> list[Row]:
    """Memory and processor with 50 live sessions, lateness with 1 000, growth up to 10 000."""
    with agora(kit.folder) as there:
        return [*_at_rest(kit, there), _lag(kit, there), *_growth(kit)]


class Rest:
    """The program with so many live sessions, left alone for a while."""

    def __init__(self, kit: Kit, there: Agora, live: int) -> None:
        self._kit, self._there, self._live = kit, there, live
        self._sessions = there.record(live)
        self._numbers = itertools.count()
        self.shares: list[float] = []

    def __call__(self) -> float:
        """Bytes after a while; `shares` keeps what part of a core it used meanwhile."""
        home = self._kit.folder / f"rest-{self._live}-{next(self._numbers)}"
        data = home / "data"
        fill_journal(data, self._sessions)
        command = [*program(None), "--data-dir", str(data), "--theme", "dark"]
        with running(command, home, **self._there.env()) as process:
            said_times(data / "logs" / "console.log")
            time.sleep(self._kit.pick(2, 7))  # all were asked once, at most ten a second
            begin, used = time.monotonic(), cpu_seconds(process.pid)
            time.sleep(self._kit.pick(2, 7))
            self.shares.append((cpu_seconds(process.pid) - used) / (time.monotonic() - begin))
            return resident(process.pid)


def _at_rest(kit: Kit, there: Agora) -> list[Row]:
    busy, idle = Rest(kit, there, LIVE), Rest(kit, there, 0)
    rounds = kit.pick(1, 7)
    ours, floor, _ = take_turns(rounds, [busy, lambda: _imports(kit), idle])
    what = f"resident memory, {LIVE} live sessions"
    found = [ratio(what, ours, floor, limit=1.3, floor_name="all imports, no app", unit="MB")]
    for what, rest, limit in (
        ("processor, idle", idle, 0.002),
        (f"processor, {LIVE} watched sessions", busy, 0.01),
    ):
        share = Sample(tuple(rest.shares))
        measured = f"{number(share.median, '%')} % of a core"
        found.append(at_most(what, share.median, limit=limit, measured=measured, unit="%"))
    return found


def _imports(kit: Kit) -> float:
    return float(told("tests.bench.children.imports", home=kit.folder / "imports")["resident"])


def _lag(kit: Kit, there: Agora) -> Row:
    home, fleet = kit.folder / "lag", kit.pick(200, 1000)
    fill_journal(home / "data", there.record(fleet))
    facts = told("tests.bench.children.lag", str(kit.pick(3, 30)), home=home, **there.env())
    late = Sample(tuple(facts["late"]))
    measured = (
        f"p50 {number(late.median, 'ms')}, p99 {number(late.percentile(99), 'ms')}, "
        f"longest {number(max(late.values), 'ms')} ms"
    )
    return at_most(
        f"loop lag p99, {fleet} watched sessions",
        late.percentile(99),
        limit=0.016,
        measured=measured,
        against=f"{facts['asked']:.1f} requests/s",
    )


def _growth(kit: Kit) -> list[Row]:
    """Each step of ten against ten times the step before."""
    sizes = SIZES[: kit.pick(3, 4)]
    facts = [[_grown(kit, size) for size in sizes] for _ in range(kit.pick(1, 7))]
    rows = []
    for key, what, unit in (("bytes", "memory", "MB"), ("tick", "time of a tick", "ms")):
        samples = [
            Sample(tuple(float(each[index][key]) for each in facts)) for index in range(len(sizes))
        ]
        steps = [
            (later.median / earlier.median) / 10
            for earlier, later in itertools.pairwise(samples[1:] if key == "bytes" else samples)
        ]
        said = ", ".join(
            f"{size}: {number(sample.median, unit)}"
            for size, sample in zip(sizes, samples, strict=True)
        )
        rows.append(
            Row(f"{what} by sessions", f"{said} {unit}", "linear", max(steps), 1.0, "≤ 1 × linear")
        )
    return rows


def _grown(kit: Kit, size: int) -> dict[str, float]:
    return told("tests.bench.children.growth", str(size), home=kit.folder / "growth")
