"""Every named fault, in every method that it concerns, at the start, while recording, at the end.

Never a lost sid, never a doubled recording, never a false end, never a hang; and in each cell the
words, the sentence and the calls that are right there. The table stands in the output.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Iterator

import pytest

from tests.flow.matrix.expected import expectations, said
from tests.flow.matrix.play import Cell, Seen, cells, play_all
from tests.support.log_guard import ExpectedLogs, RecordCollector, verdict
from tests.support.table import show, table
from tests.support.trust import small_trust

# All stories are played for the first cell that is looked at.
pytestmark = pytest.mark.timeout(240)

EXPECTED = expectations()

Played = dict[Cell, Seen]


@pytest.fixture(scope="module")
def played(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Played]:
    """The stories of all cells that were asked for."""
    items = [each for each in request.session.items if isinstance(each, pytest.Function)]
    wanted = [each.callspec.params.get("cell") for each in items if each.module is request.module]
    collector = RecordCollector()
    logging.getLogger().addHandler(collector)
    with pytest.MonkeyPatch.context() as environment:
        for name, value in small_trust(tmp_path_factory.mktemp("trust")).items():
            environment.setenv(name, value)
        stories = asyncio.run(play_all([cell for cell in wanted if isinstance(cell, Cell)]))
    logging.getLogger().removeHandler(collector)
    if problems := verdict(collector.records, ExpectedLogs()):
        pytest.fail(problems, pytrace=False)
    yield stories
    show(request.config, drawn(stories))


def drawn(stories: Played) -> str:
    """The table: a row for each cell."""
    rows = [
        (
            f"{cell.fault} always" if cell.stays else cell.fault,
            cell.method,
            cell.moment,
            seen.words,
            said(cell, EXPECTED[cell]),
            " ".join(f"{method} {count}" for method, count in seen.calls.items()),
        )
        for cell, seen in stories.items()
    ]
    head = ("fault", "method", "moment", "the console showed", "and said", "and called")
    return table(f"{len(rows)} cells", head, rows)


CHANGES = ("update", "updateLayout")
TOO_LATE = "This recording is over."


def words_of(cell: Cell, seen: Seen) -> str:
    """The states in their order, without the age of an answer that the cell is not about.

    At forty times the speed a busy machine lets an answer grow old before the next one comes.
    """
    if cell.method in CHANGES:
        return re.sub(r" REC !( REC)?", "", seen.words)
    return seen.words


@pytest.mark.parametrize("cell", cells(), ids=str)
def test_cell(cell: Cell, played: Played) -> None:
    seen, expect = played[cell], EXPECTED[cell]
    assert seen.faults == []
    assert re.fullmatch(expect.words, words_of(cell, seen)), seen.words
    if cell.moment == "stopping" and cell.method in CHANGES and seen.says(TOO_LATE):
        return  # its end was found out before the turn of the change came
    assert seen.says(said(cell, expect)), "\n".join(seen.sentences)
    if expect.calls is not None:
        assert seen.calls[cell.method] == expect.calls
