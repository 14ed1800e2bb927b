"""What stands on the disk before the first request of a start, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from agora_console.domain.session import Phase, Session
from tests.support.virtual_play import Play, play


def test_that_acquire_is_sent_is_written_with_the_intent_where_nothing_is_waited_for(
    tmp_path: Path,
) -> None:
    async def story(it: Play) -> None:
        told: list[Session] = []
        it.console.recordings.changed.subscribe(told.append)
        first = await it.recording({})  # the keyring is asked
        again = it.console.recordings.start(replace(it.order({}), cname="hall"))
        second = await it.until(again, lambda each: each.phase is Phase.RECORDING)
        begun = {each.id: each.phase for each in reversed(told)}
        assert begun == {first.id: Phase.INTENT, second.id: Phase.STARTING}
        for session in (first, second):
            lines = await it.console.recordings.entries(session.id)
            moves = [line.detail["phase"] for line in lines if line.kind == "state"]
            assert moves[-2:] == ["starting", "intent"]

    play(tmp_path, story)
