"""Two processes on one data folder: the owner does the work, whatever becomes of the other one."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agora_console.domain.intake.ticket_text import read_ticket
from agora_console.services.errands.handover.note import read_note
from agora_console.settings.folders import ENDPOINT
from tests.flow.children import (
    LIMIT,
    PROGRAM,
    STORAGE_KEYS,
    Child,
    Ended,
    Json,
    SimulatorChild,
    console_child,
    run_console,
    simulator_child,
)
from tests.flow.stage import MIX
from tests.support.isolation import child_env

FAST = "--speed=40"
"""The time of the consoles, as fast as that of the simulator."""


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorChild]:
    """One simulator for many recordings; each has a channel of its own."""
    with simulator_child("--people=3") as it:
        yield it


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.json"
    path.write_text(json.dumps(MIX), encoding="utf-8")
    return path


class Desk:
    """Command lines on one data folder, with credentials in the environment."""

    def __init__(self, simulator: SimulatorChild, folder: Path, config: Path) -> None:
        self.simulator = simulator
        self.folder = folder
        self.env = {**simulator.env(), "AGORA_CONSOLE_DATA_DIR": str(folder)}
        self.config = config

    def start(self, channel: str, *more: str) -> Any:
        """`record` as a child that goes on."""
        arguments = [FAST, "record", str(self.config), "--channel", channel, "--json", *more]
        return console_child(*arguments, env=self.env)

    def run(self, *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> Ended:
        """A command to its end."""
        return run_console(FAST, *arguments, env=self.env if env is None else env, stdin=stdin)

    def sessions(self, *more: str) -> list[Json]:
        """What `sessions --json` says."""
        ended = self.run("sessions", "--json", *more)
        assert ended.code == 0, ended
        return [each for each in ended.events if each["event"] == "session"]

    def recording(self, channel: str) -> Json:
        """What the simulator knows of a channel; there must be one recording and no second."""
        (found,) = (each for each in self.simulator.recordings() if each["cname"] == channel)
        return found


@pytest.fixture
def desk(simulator: SimulatorChild, tmp_path: Path, config: Path) -> Desk:
    return Desk(simulator, tmp_path / "data", config)


@pytest.fixture
def other_desk(simulator: SimulatorChild, tmp_path: Path, config: Path) -> Desk:
    """A desk with a data folder of its own."""
    return Desk(simulator, tmp_path / "other", config)


def recording(child: Child) -> Json:
    """The event with which a child says that it records."""
    event: Json = json.loads(child.says('"phase": "recording"'))
    return event


def all_bytes(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


# --- orders go to the owner ----------------------------------------------------------------


def test_a_stop_is_handed_to_the_console_that_records(desk: Desk) -> None:
    with desk.start("handed-stop") as owner:
        sid = recording(owner)["sid"]
        stop = desk.run("stop", sid, "--yes", "--json")
        assert (stop.code, stop.result["over"], stop.err) == (0, True, "")
        assert owner.ended().code == 0
    assert not desk.recording("handed-stop")["live"]
    assert len(desk.simulator.calls("stop")) >= 1


def test_the_owner_says_when_each_recording_is_asked_next(desk: Desk) -> None:
    with desk.start("listed") as owner:
        started = recording(owner)
        (session,) = desk.sessions()
        assert session["sid"] == started["sid"]
        assert session["next"] is not None
        text = desk.run("sessions").out
        assert text.split()[:4] == ["STATE", "CHANNEL", "UID", "MODE"]
        assert [word for word in ("REC", "listed", "mix", started["sid"]) if word not in text] == []
        owner.send(signal.SIGINT)
        assert owner.ended().code == 0
    assert desk.sessions() == []
    (over,) = desk.sessions("--all")
    assert (over["over"], over["next"]) == (True, None)


def test_a_second_record_is_done_by_the_first_and_nothing_is_written_of_its_keys(
    desk: Desk,
) -> None:
    with desk.start("first") as owner:
        recording(owner)
        with desk.start("second", "--for", "20s") as second:
            recording(second)
            ended = second.ended()
        assert (ended.code, ended.result["good"], ended.err) == (0, True, "")
        assert {"unconfirmed", "stopping"} <= {each.get("phase") for each in ended.events}
        assert [each["cname"] for each in desk.sessions()] == ["first"]
        written = all_bytes(desk.folder)
        owner.send(signal.SIGINT)
        assert owner.ended().code == 0
    assert not desk.recording("second")["live"]
    secrets = [*STORAGE_KEYS.values(), desk.env["AGORA_CUSTOMER_SECRET"]]
    assert not [each for each in secrets if each.encode() in written]


def test_ctrl_c_stops_a_record_that_was_handed_over_and_no_other(desk: Desk) -> None:
    with desk.start("goes-on") as owner:
        recording(owner)
        with desk.start("halted") as second:
            recording(second)
            second.send(signal.SIGINT)
            assert second.ended().code == 0
        assert desk.recording("goes-on")["live"]
        assert not desk.recording("halted")["live"]
        owner.send(signal.SIGINT)
        assert owner.ended().code == 0


def test_what_is_wrong_with_an_order_comes_back_to_whoever_gave_it(desk: Desk) -> None:
    with desk.start("taken", "--uid", "4711") as owner:
        recording(owner)
        with desk.start("taken", "--uid", "4711") as second:
            ended = second.ended()
        assert ended.code == 2
        assert any("already recording" in each["sentence"] for each in ended.events)
        assert ended.result["sentence"] == "Nothing was sent."
        owner.send(signal.SIGINT)
        assert owner.ended().code == 0


def test_an_owner_without_the_credentials_is_lent_them(desk: Desk) -> None:
    """A recording of one environment, in the folder of a console with another one."""
    with desk.start("lent") as first:
        sid = recording(first)["sid"]
        first.process.kill()
        first.ended()
    stranger = {**desk.env, "AGORA_APP_ID": "b" * 32}
    with console_child(
        *[FAST, "record", str(desk.config), "--channel", "x", "--json"], env=stranger
    ) as owner:
        owner.says('"session"')
        stop = desk.run("stop", sid, "--yes", "--json")
        assert stop.code == 0, stop
    assert not desk.recording("lent")["live"]


def test_an_owner_with_another_address_is_not_trusted_with_a_record(desk: Desk) -> None:
    with desk.start("here") as owner:
        recording(owner)
        elsewhere = {**desk.env, "AGORA_API_URL": "http://127.0.0.1:9"}
        ended = desk.run("record", str(desk.config), "--channel", "there", env=elsewhere)
        assert ended.code == 2
        assert "not to http://127.0.0.1:9" in ended.err
        owner.send(signal.SIGINT)
        assert owner.ended().code == 0


# --- the owner dies ------------------------------------------------------------------------


def test_after_a_killed_owner_its_stale_socket_is_replaced_and_nothing_is_lost(
    desk: Desk,
) -> None:
    with desk.start("orphan") as owner:
        sid = recording(owner)["sid"]
        owner.process.kill()
        owner.ended()
    assert read_note(desk.folder) is not None
    recover = desk.run("recover", "--json")
    assert (recover.code, recover.err) == (0, "")
    (found,) = [each for each in recover.events if each["event"] == "session"]
    assert (found["sid"], found["word"]) == (sid, "REC")
    assert desk.run("stop", sid, "--yes").code == 0
    assert not desk.recording("orphan")["live"]
    assert read_note(desk.folder) is None


def test_a_record_that_was_handed_over_outlives_a_killed_owner(desk: Desk) -> None:
    with desk.start("owner-dies") as owner:
        recording(owner)
        with desk.start("carried-on", "--for", "200s") as second:
            recording(second)
            owner.process.kill()
            owner.ended()
            ended = second.ended()
    assert (ended.code, ended.result["good"], ended.err) == (0, True, "")
    kept = desk.recording("carried-on")
    assert not kept["live"]
    assert kept["ended"] - kept["ready"] >= 200
    (left,) = desk.sessions()
    assert left["cname"] == "owner-dies"
    assert desk.run("stop", left["sid"], "--yes").code == 0


def test_a_record_that_was_handed_over_outlives_an_owner_that_ends(desk: Desk) -> None:
    with desk.start("leaves-first", "--for", "30s") as owner:
        recording(owner)
        with desk.start("stays", "--for", "200s") as second:
            recording(second)
            assert owner.ended().code == 0
            ended = second.ended()
    assert (ended.code, ended.result["good"], ended.err) == (0, True, "")
    assert not desk.recording("stays")["live"]


# --- the owner hangs -------------------------------------------------------------------------


def test_a_hung_owner_is_named_and_what_is_known_is_shown(desk: Desk) -> None:
    with desk.start("hung") as owner:
        sid = recording(owner)["sid"]
        owner.send(signal.SIGSTOP)
        try:
            listed = desk.run("sessions", "--json")
            assert listed.code == 0
            assert f"process {owner.process.pid}" in listed.events[0]["sentence"]
            assert "does not answer" in listed.events[0]["sentence"]
            assert [each["sid"] for each in listed.events[1:]] == [sid]
            stop = desk.run("stop", sid, "--yes")
            assert stop.code == 1
            assert sid in stop.out
            assert "Nothing was asked or sent." in stop.err
            assert desk.recording("hung")["live"]
        finally:
            owner.send(signal.SIGCONT)
        owner.send(signal.SIGINT)
        assert owner.ended().code == 0


# --- tickets -----------------------------------------------------------------------------------


def test_a_ticket_is_adopted_and_stopped_at_another_desk(desk: Desk, other_desk: Desk) -> None:
    with desk.start("carried") as owner:
        sid = recording(owner)["sid"]
        line = desk.run("ticket", sid).out
        assert read_ticket(line).sid == sid
        adopted = other_desk.run("adopt", f"please stop {line}", "--json")
        assert (adopted.code, adopted.result["word"], adopted.err) == (0, "REC", "")
        again = other_desk.run("adopt", line, "--json")
        assert again.result["session"] == adopted.result["session"]
        assert other_desk.run("stop", sid, "--yes").code == 0
        assert not desk.recording("carried")["live"]
        assert json.loads(owner.says('"result"'))["over"] is True
    assert len(other_desk.sessions("--all")) == 1


def test_a_ticket_file_and_typed_ids_are_taken_too(
    desk: Desk, other_desk: Desk, tmp_path: Path
) -> None:
    with desk.start("typed") as owner:
        sid = recording(owner)["sid"]
        file = tmp_path / "ticket.json"
        assert desk.run("ticket", sid, "--file", str(file)).code == 0
        assert not [key for key in STORAGE_KEYS.values() if key in file.read_text()]
        page = desk.run("report", sid).out
        assert page.startswith("<!DOCTYPE html>")
        assert not [key for key in STORAGE_KEYS.values() if key in page]
        ticket = read_ticket(file.read_text())
        typed = ["--sid", sid, "--resource-id", ticket.resource_id, "--uid", ticket.uid]
        typed += ["--channel", "typed"]
        assert other_desk.run("adopt", *typed).code == 0
        piped = other_desk.run("adopt", "-", "--json", stdin=file.read_bytes())
        assert (piped.code, piped.result["word"]) == (0, "REC")
        owner.send(signal.SIGINT)
        assert owner.ended().code == 0


def test_a_wrong_id_is_kept_as_unknown_and_mended_by_the_right_one(
    desk: Desk, other_desk: Desk
) -> None:
    with desk.start("mended") as owner:
        sid = recording(owner)["sid"]
        ticket = read_ticket(desk.run("ticket", sid).out)
        typed = ["--sid", sid, "--uid", ticket.uid, "--channel", "mended"]
        wrong = other_desk.run("adopt", *typed, "--resource-id", "WRONG", "--json")
        assert wrong.code == 1
        assert wrong.result["over"] is False
        right = other_desk.run("adopt", *typed, "--resource-id", ticket.resource_id, "--json")
        assert (right.code, right.result["word"]) == (0, "REC")
        assert right.result["session"] == wrong.result["session"]
        owner.send(signal.SIGINT)
        assert owner.ended().code == 0


TYPED = ["adopt", "--sid", "s", "--resource-id", "r", "--channel", "c", "--uid", "7"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["adopt", "agora-ticket:1:AAAA"], "damaged"),
        (["adopt"], "either a ticket, or the ids"),
        (["adopt", "x", "--sid", "s"], "either a ticket, or the ids"),
        (["adopt", "--sid", "s"], "--channel is missing"),
        (["adopt", "/nowhere/at/all"], "cannot be read"),
        (["adopt", '{"sid": "s", "mode": "fast"}'], "mix, individual or web"),
        (
            [*TYPED, "--app-id", "b" * 32],
            "No project here",
        ),
        (
            [*TYPED, "--project", "Nobody"],
            "There is no project Nobody",
        ),
        (["stop", "nothing", "--yes"], "There is no session nothing"),
        (["stop", "nothing"], "add --yes"),
        (["ticket", "nothing"], "There is no session nothing"),
    ],
)
def test_what_cannot_be_done_is_said_and_exits_with_2(
    desk: Desk, arguments: list[str], words: str
) -> None:
    before = len(desk.simulator.ledger()["requests"])
    ended = desk.run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert len(desk.simulator.ledger()["requests"]) == before


def test_with_nothing_to_do_recover_and_sessions_say_so(desk: Desk) -> None:
    assert "Every session of this data folder is over." in desk.run("recover").out
    assert "no session that is not over" in desk.run("sessions").err
    assert desk.run("sessions", "--all").code == 0


def test_recover_names_what_cannot_be_asked(desk: Desk) -> None:
    with desk.start("keyless") as owner:
        recording(owner)
        owner.process.kill()
        owner.ended()
    without = {name: value for name, value in desk.env.items() if "CUSTOMER" not in name}
    recover = desk.run("recover", env=without)
    assert recover.code == 0
    assert "keyless" in recover.out
    assert "could not be asked" in recover.out
    stop = desk.run("stop", desk.sessions()[0]["sid"], "--yes", env=without)
    assert stop.code == 1
    assert "not known here any more" in stop.out
    assert "may still record" in stop.out
    assert desk.run("stop", desk.sessions()[0]["sid"], "--yes").code == 0


# --- the gate ---------------------------------------------------------------------------------


def at_a_terminal(desk: Desk, *arguments: str, typed: bytes) -> tuple[int, str]:
    """Run a command whose stdin is a terminal; exit code, and what it said."""
    master, terminal = pty.openpty()
    read_end, write_end = os.pipe()
    with subprocess.Popen(
        [*PROGRAM, FAST, *arguments],
        env=child_env(**desk.env),
        stdin=terminal,
        stdout=subprocess.DEVNULL,
        stderr=write_end,
    ) as process:
        os.close(terminal)
        os.close(write_end)
        said = b""
        while not said.endswith(b": "):
            said += os.read(read_end, 10_000) or pytest.fail(f"It asked nothing: {said!r}")
        os.write(master, typed)
        code = process.wait(LIMIT)
        said += os.read(read_end, 10_000)
    os.close(master)
    os.close(read_end)
    return code, said.decode()


def test_a_stop_at_a_terminal_wants_the_channel_name(desk: Desk) -> None:
    with desk.start("gate") as owner:
        sid = recording(owner)["sid"]
        code, said = at_a_terminal(desk, "stop", sid, typed=b"gat\n")
        assert code == 1
        assert "gate" in said
        assert "nothing was stopped" in said
        assert desk.recording("gate")["live"]
        code, said = at_a_terminal(desk, "stop", sid, typed=b"gate\n")
        assert code == 0
        assert owner.ended().code == 0
    assert not desk.recording("gate")["live"]
    assert desk.run("stop", sid, "--yes").code == 0


def test_the_note_is_gone_when_the_owner_has_left(desk: Desk) -> None:
    with desk.start("tidy") as owner:
        recording(owner)
        assert (desk.folder / ENDPOINT).exists()
        owner.send(signal.SIGINT)
        assert owner.ended().code == 0
    assert not (desk.folder / ENDPOINT).exists()
