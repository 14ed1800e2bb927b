"""What `save` has returned for is there after the process was killed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from agora_console.journal.store import Journal
from tests.unit.journal.samples import python

SAVE_AND_DIE = """
journal = Journal.open(path)
journal.save(session())
changes = {changes}
for done in range(1, len(changes) + 1):
    journal.save(session(**dict(list(changes.items())[:done])), entry(text=str(done)))
os.kill(os.getpid(), signal.SIGKILL)
"""
SAVE_FOR_EVER = """
journal = Journal.open(path)
number = 0
while True:
    number += 1
    journal.save(session(str(number), sid=f"sid-{number}"), entry(str(number)))
    print(number, flush=True)
"""


@pytest.mark.parametrize(
    "changes",
    [{}, {"resource_id": "resource"}, {"resource_id": "resource", "sid": "sid"}],
    ids=["intent", "resource", "sid"],
)
def test_each_step_of_a_start_survives_a_kill(
    path: Path, open_journal: Callable[[], Journal], changes: dict[str, str]
) -> None:
    with python(SAVE_AND_DIE.replace("{changes}", repr(changes)), path) as child:
        child.wait(timeout=30)

    journal = open_journal()

    (found,) = journal.sessions()
    assert (found.resource_id, found.sid) == (
        changes.get("resource_id", ""),
        changes.get("sid", ""),
    )
    assert len(journal.entries("one")) == len(changes)


@pytest.mark.parametrize("lines", [1, 20, 60])
def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_reported(
    path: Path, open_journal: Callable[[], Journal], lines: int
) -> None:
    with python(SAVE_FOR_EVER, path) as child:
        assert child.stdout is not None
        reported = [child.stdout.readline() for _ in range(lines)]
        child.kill()
        reported += child.stdout.readlines()

    journal = open_journal()

    assert journal.notes == ()
    found = {each.id for each in journal.sessions()}
    assert {line.strip() for line in reported if line.endswith("\n")} <= found
    assert all(len(journal.entries(each)) == 1 for each in found)
