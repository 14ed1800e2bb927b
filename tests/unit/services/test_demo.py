"""The demo's simulator: found again, started when it is not there, left when something records."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from agora_console.services import demo
from agora_console.services.demo import DemoAgora, end, find, find_or_start, keep_awake
from tests.support.processes import end as end_process


@contextmanager
def started(folder: Path) -> Iterator[DemoAgora]:
    """A simulator of this folder, ended by its id."""
    agora = find_or_start(folder, 20.0)
    assert agora.process is not None
    try:
        yield agora
    finally:
        end_process(agora.process)


def test_a_second_demo_finds_the_first_one_s_simulator(tmp_path: Path) -> None:
    with started(tmp_path) as first:
        second = find_or_start(tmp_path, 20.0)
        assert second.url == first.url
        assert second.process is None
        assert find(tmp_path) == second


def test_it_is_ended_when_nothing_records(tmp_path: Path) -> None:
    with started(tmp_path) as agora:
        end(agora)
        assert agora.process is not None
        assert agora.process.poll() == 0
        end(agora)
        assert find(tmp_path) is None


def test_one_that_somebody_else_has_started_is_left_alone(tmp_path: Path) -> None:
    with started(tmp_path):
        found = find_or_start(tmp_path, 20.0)
        end(found)
        assert find(tmp_path) is not None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"url": "http://127.0.0.1:1"}', "null"])
def test_a_note_that_says_nothing_finds_nothing(text: str, tmp_path: Path) -> None:
    (tmp_path / "simulator.json").write_text(text, encoding="utf-8")
    assert find(tmp_path) is None


def test_a_note_of_one_that_has_ended_finds_nothing(tmp_path: Path) -> None:
    facts = {
        "url": "http://127.0.0.1:1",
        "app_id": "a",
        "customer_id": "c",
        "customer_secret": "s",
        "speed": 20.0,
    }
    (tmp_path / "simulator.json").write_text(json.dumps(facts), encoding="utf-8")
    assert find(tmp_path) is None


def test_a_simulator_that_does_not_start_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "IDLE_SECONDS", "nonsense")
    with pytest.raises(OSError, match="did not start"):
        find_or_start(tmp_path, 20.0)


async def test_it_is_looked_at_for_as_long_as_a_console_is_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []
    twice = asyncio.Event()

    def get(url: str) -> None:
        looked.append(url)
        if len(looked) > 1:
            loop.call_soon_threadsafe(twice.set)

    loop = asyncio.get_running_loop()
    monkeypatch.setattr(demo, "_get", get)
    agora = DemoAgora("http://127.0.0.1:1", "a", "c", "s", 1.0)
    awake = asyncio.ensure_future(keep_awake(agora, 0.01))
    await twice.wait()
    awake.cancel()
    assert set(looked) == {"http://127.0.0.1:1/_sim/recordings"}
