"""`record` as a child process against `simulate` as a child process."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.flow.children import (
    STORAGE_KEYS,
    Ended,
    SimulatorChild,
    command_line,
    console_child,
    run_console,
    simulator_child,
)
from tests.flow.stage import INDIVIDUAL, MIX

WRONG = "0badc0de0badc0de0badc0de0badc0de"
"""A customer secret that is none."""

FAST = "--speed=40"
"""The time of the console, as fast as that of the simulator."""


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorChild]:
    """One simulator for many recordings; each test has a channel of its own."""
    with simulator_child("--people=3") as it:
        yield it


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """What the form saves, mix."""
    return written(tmp_path / "config.json", MIX)


def written(path: Path, document: object) -> Path:
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def record(config: Path | str, *more: str, channel: str = "town-hall") -> list[str]:
    return [FAST, "record", str(config), "--channel", channel, "--json", *more]


def recording_of(simulator: SimulatorChild, channel: str) -> dict[str, Any]:
    found = [each for each in simulator.recordings() if each["cname"] == channel]
    assert len(found) == 1
    return found[0]


def clean(ended: Ended) -> Ended:
    """Nothing unexpected was said on stderr: no traceback, no warning, no task left behind."""
    assert ended.err == ""
    return ended


# --- confirmed and stopped -------------------------------------------------------------------


@pytest.mark.parametrize("document", [MIX, INDIVIDUAL], ids=["mix", "individual"])
def test_a_recording_that_was_confirmed_and_stopped_exits_with_0(
    document: dict[str, Any], simulator: SimulatorChild, tmp_path: Path
) -> None:
    config = written(tmp_path / "config.json", document)
    channel = f"whole-{document['mode']}"
    ended = clean(
        run_console(
            *record(config, "--uid", "4711", "--for", "60s", channel=channel), env=simulator.env()
        )
    )
    assert ended.code == 0
    assert ended.result["event"] == "result"
    assert ended.result["good"] is True
    assert ended.result["phase"] == "files_listed"
    recording = recording_of(simulator, channel)
    assert (recording["uid"], recording["mode"]) == ("4711", document["mode"])
    assert not recording["live"]
    assert recording["ended"] - recording["ready"] >= 60  # counted from the confirmation
    assert recording["sid"] == ended.result["sid"]
    names = [event["file_name"] for event in ended.events if event["event"] == "file"]
    assert len(names) == ended.result["files"] > 0


def test_the_events_are_json_lines_in_the_order_of_what_happened(
    simulator: SimulatorChild, config: Path
) -> None:
    ended = clean(
        run_console(*record(config, "--for", "30s", channel="in-order"), env=simulator.env())
    )
    assert all({"event", "at"} <= set(event) for event in ended.events)
    times = [event["at"] for event in ended.events]
    assert times == sorted(times)
    phases = list(dict.fromkeys(e["phase"] for e in ended.events if e["event"] == "state"))
    assert phases == ["intent", "starting", "unconfirmed", "recording", "stopping", "files_listed"]
    assert [event["event"] for event in ended.events][-1] == "result"


def test_without_json_there_is_a_line_a_person_can_read(
    simulator: SimulatorChild, config: Path
) -> None:
    arguments = record(config, "--for", "20s", channel="readable")
    arguments.remove("--json")
    ended = clean(run_console(*arguments, env=simulator.env()))
    assert ended.code == 0
    for word in ("STARTING", "STARTED, NOT CONFIRMED", "REC", "STOPPING", "FILES LISTED", "RESULT"):
        assert word in ended.out


def test_from_stdin_and_without_a_uid_an_unused_one_is_taken(simulator: SimulatorChild) -> None:
    ended = run_console(
        *record("-", "--for", "10s", channel="piped"),
        env=simulator.env(),
        stdin=json.dumps(MIX).encode(),
    )
    assert clean(ended).code == 0
    assert 1 <= int(recording_of(simulator, "piped")["uid"]) <= 4_294_967_295


def test_in_real_time_it_does_the_same(tmp_path: Path, config: Path) -> None:
    with simulator_child(speed=4) as simulator:
        arguments = record(config, "--for", "1s")
        arguments.remove(FAST)
        ended = clean(run_console(*arguments, env=simulator.env()))
        assert ended.code == 0


# --- tried and not reached -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("faults", "words"),
    [
        (["conflict:start:always"], "53"),
        (["over-load"], "406"),
        (["never-ready"], "90 s"),
        (["no-data:stop"], "nothing_recorded"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_was_not_confirmed_and_stopped_exits_with_1_and_says_why(
    faults: list[str], words: str, simulator: SimulatorChild, config: Path
) -> None:
    channel = f"faulty-{faults[0].split(':')[0]}"
    simulator.change_faults(*faults)
    try:
        arguments = record(config, "--for", "20s", channel=channel)
        ended = clean(run_console(*arguments, env=simulator.env()))
    finally:
        simulator.change_faults(remove=["*"])
    assert ended.code == 1
    assert ended.result["good"] is False
    assert words in ended.out
    assert not any(each["live"] for each in simulator.recordings() if each["cname"] == channel)


@pytest.mark.parametrize(
    ("url", "words"),
    [("http://127.0.0.1:1", "refused the connection"), ("https://agora.invalid", "not found")],
)
def test_no_network_exits_with_1_and_says_so(
    url: str, words: str, simulator: SimulatorChild, config: Path
) -> None:
    ended = clean(run_console(*record(config, "--for", "5s"), "--api", url, env=simulator.env()))
    assert ended.code == 1
    assert "Agora cannot be reached" in ended.result["sentence"]
    assert words in ended.result["sentence"]


def test_a_wrong_secret_exits_with_1_and_starts_nothing(
    simulator: SimulatorChild, config: Path
) -> None:
    env = {**simulator.env(), "AGORA_CUSTOMER_SECRET": WRONG}
    ended = clean(run_console(*record(config, channel="wrong-secret"), env=env))
    assert ended.code == 1
    assert "401" in ended.result["sentence"]
    assert not [each for each in simulator.recordings() if each["cname"] == "wrong-secret"]


def test_a_simulator_that_is_killed_in_the_middle_leaves_it_open_and_exits_with_1(
    config: Path,
) -> None:
    with (
        simulator_child() as simulator,
        console_child(*record(config, "--for", "20s"), env=simulator.env()) as child,
    ):
        child.says('"phase": "recording"')
        simulator.kill()
        ended = clean(child.ended())
        assert ended.code == 1
        assert ended.result["good"] is False
        assert ended.result["over"] is False
        assert "may still record" in ended.result["sentence"]


# --- input that cannot be used ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "ends too early"),
        ('{"mode": "mix", "clientRequest": {"storageConfig": []}}', "storageConfig"),
        ('{"mode": ["mix"], "clientRequest": {}}', "mode"),
        ("[" * 100_000, "nested"),
    ],
    ids=lambda text: text[:45],
)
def test_a_config_that_cannot_be_used_exits_with_2_and_sends_nothing(
    text: str, words: str, simulator: SimulatorChild, tmp_path: Path
) -> None:
    config = tmp_path / "config.json"
    config.write_text(text, encoding="utf-8")
    before = len(simulator.ledger()["requests"])
    ended = run_console(*record(config), env=simulator.env())
    assert ended.code == 2, ended
    assert words in ended.out + ended.err
    assert ended.out + ended.err
    assert "Traceback" not in ended.err
    assert "unforeseen" not in ended.err
    assert len(simulator.ledger()["requests"]) == before


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"bitrate": 8000}, "6500"),
        ({"backgroundColor": "red"}, "#"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_config_that_agora_would_refuse_exits_with_2_and_a_sentence_each(
    changes: dict[str, Any], words: str, simulator: SimulatorChild, tmp_path: Path
) -> None:
    document = json.loads(json.dumps(MIX))
    document["clientRequest"]["recordingConfig"]["transcodingConfig"] |= changes
    ended = clean(run_console(*record(written(tmp_path / "c.json", document)), env=simulator.env()))
    problems = [event for event in ended.events if event["event"] == "problem"]
    assert ended.code == 2
    assert any(words in problem["sentence"] for problem in problems), problems
    assert all(problem["path"] for problem in problems)


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("AGORA_CUSTOMER_SECRET", "No credentials"),
        ("AGORA_STORAGE_SECRET_KEY", "key"),
    ],
)
def test_a_missing_variable_exits_with_2(
    missing: str, words: str, simulator: SimulatorChild, config: Path
) -> None:
    env = {name: value for name, value in simulator.env().items() if name != missing}
    ended = run_console(*record(config), env=env)
    assert ended.code == 2
    assert words in ended.out + ended.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["record", "no-such-file.json", "--channel", "c"], "no-such-file.json"),
        (["--tour"], "--demo"),
        (["simulate", "--fault", "unheard-of"], "unheard-of"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_line_that_makes_no_sense_exits_with_2_and_a_sentence(
    arguments: list[str], words: str, simulator: SimulatorChild
) -> None:
    ended = run_console(*arguments, env=simulator.env())
    assert ended.code == 2
    assert words in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("name", ["--api", "AGORA_API_URL"])
def test_plain_http_to_the_network_is_refused_with_a_sentence(
    name: str, simulator: SimulatorChild, config: Path
) -> None:
    url = "http://api.agora.io"
    arguments = record(config, *(("--api", url) if name == "--api" else ()))
    env = {**simulator.env(), **({"AGORA_API_URL": url} if name != "--api" else {})}
    ended = run_console(*arguments, env=env)
    assert ended.code in (1, 2)
    assert "not encrypted" in ended.out + ended.err
    assert "127.0.0.1" in ended.out + ended.err


# --- interruption ----------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda s: s.name)
def test_an_interruption_stops_the_recording_and_ends(
    number: signal.Signals, simulator: SimulatorChild, config: Path
) -> None:
    channel = f"halted-{number.name}"
    with console_child(*record(config, channel=channel), env=simulator.env()) as child:
        child.says('"phase": "recording"')
        child.send(number)
        ended = clean(child.ended())
    assert ended.code == 0
    assert ended.result["good"] is True
    assert not recording_of(simulator, channel)["live"]


def test_a_second_interruption_leaves_it_running_and_a_later_run_finds_it(
    config: Path, tmp_path: Path
) -> None:
    with simulator_child("--fault=slow:stop:2000") as simulator:
        with console_child(*record(config, channel="left"), env=simulator.env()) as child:
            child.says('"phase": "recording"')
            child.send(signal.SIGINT)
            child.says('"phase": "stopping"')
            child.send(signal.SIGINT)
            ended = child.ended()
        assert ended.code == 1
        assert "Traceback" not in ended.err
        assert "Task" not in ended.err
        simulator.change_faults(remove=["slow"])
        asked = len(simulator.calls("query"))
        with console_child(*record(config, channel="next"), env=simulator.env()) as child:
            child.says('"phase": "recording"')
            sid = recording_of(simulator, "left")["sid"]
            assert (
                any(sid in each["path"] for each in simulator.calls("query")[asked:])
                or not (recording_of(simulator, "left")["live"])
            )
            child.send(signal.SIGINT)
            assert clean(child.ended()).code == 0


def test_an_interruption_before_a_start_was_sent_starts_nothing(
    simulator: SimulatorChild, config: Path
) -> None:
    simulator.change_faults("slow:acquire:200")
    try:
        with console_child(*record(config, channel="never"), env=simulator.env()) as child:
            child.says('"phase": "starting"')
            child.send(signal.SIGINT)
            ended = clean(child.ended())
    finally:
        simulator.change_faults(remove=["*"])
    assert ended.code == 1
    assert ended.result["good"] is False
    assert not [each for each in simulator.recordings() if each["cname"] == "never"]


# --- secrets ---------------------------------------------------------------------------------


def test_no_secret_is_in_what_others_can_read_of_the_process(
    simulator: SimulatorChild, config: Path
) -> None:
    env = {**simulator.env(), "AGORA_TOKEN": "007eJxTYBB-token-of-the-environment"}
    with console_child(*record(config, channel="hushed"), env=env) as child:
        child.says('"phase": "recording"')
        line = command_line(child.process.pid)
        child.send(signal.SIGINT)
        ended = child.ended()
    secrets = [env["AGORA_CUSTOMER_SECRET"], env["AGORA_TOKEN"], *STORAGE_KEYS.values()]
    assert not [each for each in secrets if each in line + ended.out + ended.err]


# --- where things lie ------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["option", "option behind", "variable"])
def test_the_data_folder_moves(
    where: str, simulator: SimulatorChild, config: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    arguments = record(config)
    env = {**simulator.env(), "AGORA_CUSTOMER_SECRET": WRONG}
    match where:
        case "option":
            arguments = ["--data-dir", str(folder), *arguments]
        case "option behind":
            arguments = [*arguments, "--data-dir", str(folder)]
        case _:
            env["AGORA_CONSOLE_DATA_DIR"] = str(folder)
    assert clean(run_console(*arguments, env=env)).code == 1
    assert (folder / "journal.sqlite3").is_file()
    assert sorted(path.name for path in (tmp_path).iterdir()) == ["config.json", "elsewhere"]


def test_a_data_folder_that_cannot_be_used_is_told(
    simulator: SimulatorChild, config: Path, tmp_path: Path
) -> None:
    ended = run_console("--data-dir", str(config), *record(config), env=simulator.env())
    assert ended.code != 0
    assert "cannot be written" in ended.out + ended.err
    assert "Traceback" not in ended.err


# --- with guards -----------------------------------------------------------------------------


def test_a_second_recorder_is_started_with_the_first_and_stopped_with_it(
    simulator: SimulatorChild, config: Path
) -> None:
    guards = ("--second-recorder", "--watchdog", "2")
    ended = clean(
        run_console(*record(config, "--for", "30s", *guards, channel="twice"), env=simulator.env())
    )
    assert ended.code == 0
    assert any("costs twice as much" in each.get("sentence", "") for each in ended.events)
    found = [each for each in simulator.recordings() if each["cname"] == "twice"]
    assert [each["live"] for each in found] == [False, False]
    assert len({each["uid"] for each in found}) == 2
    (second,) = [each for each in ended.events if each["event"] == "second"]
    assert second["over"] is True


def test_a_watchdog_out_of_range_sends_nothing(simulator: SimulatorChild, config: Path) -> None:
    guards = ("--watchdog", "99")
    ended = run_console(*record(config, *guards, channel="too-often"), env=simulator.env())
    assert ended.code == 2
    assert any("1 to 10 times, not 99" in each.get("sentence", "") for each in ended.events)
    assert [each for each in simulator.recordings() if each["cname"] == "too-often"] == []
