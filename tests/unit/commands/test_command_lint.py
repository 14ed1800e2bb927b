"""`lint`: exit codes, findings for people and programs, fixing, and input of every kind."""

from __future__ import annotations

import json
import os
import stat
import time
from pathlib import Path
from typing import Any

import pytest

from agora_console.commands import reading
from tests.support.configs import changed, lacking, mix
from tests.unit.commands.conftest import Run

IDLE = "clientRequest.recordingConfig.maxIdleTime"
CANVAS = "clientRequest.recordingConfig.transcodingConfig"
KEYS = {"accessKey": "access-of-nobody", "secretKey": "secret-of-nobody"}


def with_keys(document: dict[str, Any]) -> dict[str, Any]:
    """The config as a start sends it."""
    for key, value in KEYS.items():
        document = changed(document, f"clientRequest.storageConfig.{key}", value)
    return document


def start_body(document: dict[str, Any], **names: Any) -> dict[str, Any]:
    names = names or {"cname": "town-hall", "uid": "4001"}
    return {**names, "clientRequest": with_keys(document)["clientRequest"]}


def curl_line(body: object, call: str = "mode/mix/start") -> str:
    way = f"resourceid/RES/{call}" if call != "acquire" else call
    address = f"https://api.agora.io/v1/apps/APP/cloud_recording/{way}"
    return f"curl -X POST '{address}' -u 'id:hunter2' --data-raw '{json.dumps(body)}'"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "config.json"


def put(path: Path, document: object) -> str:
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


# --- exit codes ------------------------------------------------------------------------


def test_a_clean_config_ends_with_0_and_says_so(console: Run, saved: Path) -> None:
    ended = console("lint", put(saved, mix()))

    assert (ended.code, ended.out, ended.err) == (0, "No problem found.\n", "")


@pytest.mark.parametrize(
    ("document", "code", "summary"),
    [
        (lacking(mix(), IDLE), 0, "1 note"),
        (changed(mix(), f"{CANVAS}.fps", 29), 0, "1 warning"),
        (changed(mix(), IDLE, 4), 1, "1 error"),
        (changed(changed(mix(), IDLE, 4), f"{CANVAS}.bitrate", 6501), 1, "2 errors"),
    ],
)
def test_only_an_error_makes_it_end_with_1(
    console: Run, saved: Path, document: dict[str, Any], code: int, summary: str
) -> None:
    ended = console("lint", put(saved, document))

    assert ended.code == code
    assert ended.out.endswith(f"{summary}\n")
    assert ended.err == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{\n  "mode": "mix",\n}', "2:16: This is not JSON: there is a comma too many"),
        ("{'mode': 'mix'}", "1:2: This is not JSON: JSON wants double quotes"),
        ('{"mode": "mix" // so\n}', "1:16: This is not JSON: "),
        ('{"fps": NaN}', "1:9: This is not JSON: NaN is not a number in JSON."),
        ('{"mode": ', "1:10: This is not JSON: the text ends too early"),
        ("mode: mix", "1:1: This is not JSON"),
        ("[]", "1:1: A config is a JSON object"),
        ("", "The text is empty."),
        ("curl https://api.agora.io", "The cURL line has no body"),
        ("curl -d '{", "A quote in the cURL line is not closed."),
        (curl_line({}).replace("'{}'", "'{,}'"), "In the body of the cURL line: This is not JSON"),
    ],
)
def test_input_that_is_no_config_ends_with_2_and_a_place(
    console: Run, saved: Path, text: str, sentence: str
) -> None:
    saved.write_text(text, encoding="utf-8")

    ended = console("lint", str(saved))

    assert ended.code == 2
    assert ended.out == ""
    assert sentence in ended.err
    assert ended.err.count("\n") == 1


def test_a_file_that_cannot_be_read_ends_with_2(console: Run, tmp_path: Path) -> None:
    for name in (tmp_path / "nothing.json", tmp_path):
        ended = console("lint", str(name))

        assert ended.code == 2
        assert ended.err.startswith(f"{name} cannot be read: ")
    assert console("lint", "a\0b").code == 2


@pytest.mark.parametrize("data", [b"\xff\xfe{\0}\0", b'{"mode": "\xe4"}'])
def test_bytes_that_are_no_utf8_end_with_2(console: Run, saved: Path, data: bytes) -> None:
    saved.write_bytes(data)

    ended = console("lint", str(saved))

    assert ended.code == 2
    assert "is not UTF-8 text" in ended.err
    assert "The input is not UTF-8 text" in console("lint", "-", stdin=data).err


@pytest.mark.parametrize(
    "arguments", [["lint"], ["lint", "a", "b"], ["lint", "--mode", "duet", "-"]]
)
def test_a_command_line_that_makes_no_sense_ends_with_2(console: Run, arguments: list[str]) -> None:
    ended = console(*arguments)

    assert ended.code == 2
    assert ended.err.startswith("usage: ")


# --- what is said -------------------------------------------------------------------------


def test_a_finding_is_said_with_severity_place_sentence_and_what_to_do(
    console: Run, saved: Path
) -> None:
    ended = console("lint", put(saved, changed(mix(), IDLE, 4)))

    assert ended.out.splitlines() == [
        f"error   {IDLE}",
        "        Leave when idle: 4 s is below Agora's 5. Use 5.",
        "1 error",
    ]


def test_a_finding_about_the_whole_is_said_without_a_place(console: Run) -> None:
    ended = console("lint", "-", stdin=b'{"a":' * 50 + b"1" + b"}" * 50)

    assert ended.code == 1
    assert ended.out.startswith("error   (whole)\n")


def test_findings_for_a_program(console: Run, saved: Path) -> None:
    document = changed(changed(mix(), IDLE, 4), "clientRequest.Token", {})
    document = changed(document, f"{CANVAS}.videobitrate", 1)

    ended = console("lint", "--json", put(saved, document))
    said = json.loads(ended.out)

    assert ended.code == 1
    assert ended.out.isascii()
    assert (said["usable"], said["call"], said["mode"]) == (True, "start", "mix")
    assert (said["errors"], said["notes"]) == (1, 0)
    assert said["warnings"] == len(said["findings"]) - 1
    assert said["findings"][0] == {
        "severity": "error",
        "path": IDLE,
        "rule": "maxIdleTime-range",
        "sentence": "Leave when idle: 4 s is below Agora's 5.",
        "action": "Use 5.",
        "fix": {"path": IDLE, "value": 5},
    }


def test_a_fix_that_moves_something_tells_a_program_whereto(console: Run, saved: Path) -> None:
    document = lacking(mix(), CANVAS)
    document = changed(document, "clientRequest.transcodingConfig", {"width": 640})

    said = json.loads(console("lint", "--json", put(saved, document)).out)

    assert said["findings"][0]["fix"] == {
        "path": "clientRequest.transcodingConfig",
        "renameTo": CANVAS,
    }


@pytest.mark.parametrize(
    ("text", "place"), [('{"a" 1}', {"line": 1, "column": 6}), ("", {})], ids=["broken", "empty"]
)
def test_unusable_input_for_a_program(
    console: Run, saved: Path, text: str, place: dict[str, int]
) -> None:
    saved.write_text(text, encoding="utf-8")

    ended = console("lint", "--json", str(saved))
    said = json.loads(ended.out)

    assert ended.code == 2
    assert ended.err == ""
    assert said == {"usable": False, "sentence": said["sentence"], **place}


def test_a_secret_is_never_repeated(console: Run, saved: Path) -> None:
    put(saved, with_keys(changed(mix(), "clientRequest.token", ["007-of-nobody"])))

    for options in ([], ["--json"]):
        ended = console("lint", *options, str(saved))

        assert ended.code == 1
        assert "of-nobody" not in ended.out + ended.err


# --- where the text comes from ---------------------------------------------------------------


def test_a_config_comes_from_stdin(console: Run) -> None:
    ended = console("lint", "-", stdin=b"\xef\xbb\xbf" + json.dumps(mix()).encode())

    assert (ended.code, ended.out) == (0, "No problem found.\n")


def test_a_bare_request_needs_no_mode_but_takes_one(console: Run, saved: Path) -> None:
    name = put(saved, mix()["clientRequest"])

    assert "the keys speak for mix" in console("lint", name).out
    assert console("lint", name, "--mode", "mix").out == "No problem found.\n"
    assert console("lint", name, "--mode", "individual").code == 1


def test_the_body_of_a_call_is_checked_as_it_will_be_sent(console: Run, saved: Path) -> None:
    right = console("lint", "--mode", "mix", put(saved, start_body(mix())))
    names = console("lint", put(saved, start_body(mix(), cname="town/hall", uid="0")))
    keyless = console("lint", put(saved, {**start_body(mix()), **mix()}))

    assert right.out == "No problem found.\n"
    assert names.code == keyless.code == 1
    assert "cname\n" in names.out
    assert "uid\n" in names.out
    assert "The keys of the storage are missing" in keyless.out


@pytest.mark.parametrize(
    ("call", "request_", "code"),
    [
        ("acquire", {}, 0),
        ("acquire", {"scene": 0, "resourceExpiredHour": 721}, 1),
        ("sid/SID/mode/mix/updateLayout", {"mixedVideoLayout": 3}, 1),
        ("sid/SID/mode/mix/updateLayout", {"mixedVideoLayout": 1}, 0),
        ("sid/SID/mode/web/update", {"webRecordingConfig": {"onhold": "true"}}, 1),
        ("sid/SID/mode/mix/stop", {"async_stop": True}, 0),
        ("sid/SID/mode/mix/stop", {"asyncStop": True}, 0),
        ("mode/mix/start", {}, 1),
    ],
)
def test_a_curl_line_is_the_argument_itself_or_in_a_file(
    console: Run, saved: Path, call: str, request_: dict[str, Any], code: int
) -> None:
    line = curl_line({"cname": "a", "uid": "7", "clientRequest": request_}, call)
    saved.write_text(line, encoding="utf-8")

    typed = console("lint", line)

    assert typed.code == code
    assert typed == console("lint", str(saved)) == console("lint", "-", stdin=line.encode())
    assert "hunter2" not in typed.out


def test_a_curl_line_may_be_pasted_with_its_prompt(console: Run) -> None:
    line = curl_line({"cname": "a", "uid": "7", "clientRequest": {"scene": 0}}, "acquire")

    assert console("lint", f"$ {line}").code == 0
    assert console("lint", line.replace("curl -X", "curl.exe  -X")).code == 0


# --- fixing --------------------------------------------------------------------------------


def wrong() -> dict[str, Any]:
    """A config with mistakes that can all be mended."""
    document = changed(mix(), IDLE, "300")
    document = changed(document, f"{CANVAS}.fps", 31)
    document = lacking(document, f"{CANVAS}.bitrate")
    return changed(document, f"{CANVAS}.videobitrate", 2260)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (wrong(), changed(mix(), f"{CANVAS}.fps", 30)),
        (wrong()["clientRequest"], changed(mix(), f"{CANVAS}.fps", 30)["clientRequest"]),
        (start_body(wrong(), uid=4001, cname="a"),
         start_body(changed(mix(), f"{CANVAS}.fps", 30), cname="a", uid="4001")),
        ({"cname": "a", "uid": "7", "clientRequest": {"scene": "0"}, "odd": 1},
         {"cname": "a", "uid": "7", "clientRequest": {"scene": 0}, "odd": 1}),
        ({"mixedVideoLayout": "1", "backgroundcolor": "#102030"},
         {"mixedVideoLayout": 1, "backgroundColor": "#102030"}),
        ({"mode": "Mix", **{k: v for k, v in mix().items() if k != "mode"}}, mix()),
    ],
    ids=["config", "request", "body", "acquire", "layout", "mode"],
)  # fmt: skip
def test_fixing_writes_back_in_the_form_that_was_read(
    console: Run, saved: Path, before: dict[str, Any], after: dict[str, Any]
) -> None:
    name = put(saved, before)

    ended = console("lint", "--fix", "--mode", "mix", name)

    assert json.loads(saved.read_text("utf-8")) == after
    assert ended.code == 0
    assert console("lint", "--mode", "mix", name).out == ended.out
    assert [each.name for each in saved.parent.iterdir()] == [saved.name]


def test_fixing_says_what_is_left(console: Run, saved: Path) -> None:
    document = changed(changed(mix(), IDLE, 4), "clientRequest.storageConfig.region", 26)

    ended = console("lint", "--fix", put(saved, document))

    assert ended.code == 1
    assert "26 is not in Agora's list" in ended.out
    assert ended.out.endswith("1 error\n")
    assert json.loads(saved.read_text("utf-8")) == changed(document, IDLE, 300)


def test_fixing_leaves_a_file_alone_when_there_is_nothing_to_mend(
    console: Run, saved: Path
) -> None:
    saved.write_text(json.dumps(mix(), indent=7), encoding="utf-8")
    before = saved.read_bytes()

    assert console("lint", "--fix", str(saved)).code == 0
    assert saved.read_bytes() == before


def test_fixing_never_deletes_a_secret(console: Run, saved: Path) -> None:
    console("lint", "--fix", put(saved, with_keys(changed(mix(), IDLE, 4))))

    assert json.loads(saved.read_text("utf-8")) == with_keys(changed(mix(), IDLE, 300))


def test_fixing_keeps_the_signs_of_other_languages(console: Run, saved: Path) -> None:
    document = changed(changed(mix(), IDLE, 4), "clientRequest.storageConfig.bucket", "archív")
    console("lint", "--fix", put(saved, document))

    assert "archív" in saved.read_text("utf-8")


def test_fixing_keeps_half_a_character_as_an_escape(console: Run, saved: Path) -> None:
    bucket = "clientRequest.storageConfig.bucket"
    name = put(saved, changed(changed(mix(), IDLE, 4), bucket, "b\ud800"))

    ended = console("lint", "--fix", name)

    assert "half a character" in ended.out
    assert json.loads(saved.read_text("utf-8")) == changed(
        changed(mix(), IDLE, 300), bucket, "b\ud800"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such permissions")
def test_fixing_keeps_who_may_read_the_file_and_the_link_to_it(console: Run, saved: Path) -> None:
    put(saved, changed(mix(), IDLE, 4))
    saved.chmod(0o640)
    link = saved.with_name("link.json")
    link.symlink_to(saved)

    console("lint", "--fix", str(link))

    assert stat.S_IMODE(saved.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert json.loads(saved.read_text("utf-8")) == changed(mix(), IDLE, 300)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing stops root")
def test_a_file_that_cannot_be_written_ends_with_2(console: Run, saved: Path) -> None:
    name = put(saved, changed(mix(), IDLE, 4))
    saved.parent.chmod(0o500)

    ended = console("lint", "--fix", name)

    saved.parent.chmod(0o700)
    assert ended.code == 2
    assert "cannot be written" in ended.err


def test_a_full_disk_leaves_the_file_as_it_was(
    console: Run, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, *_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    name = put(saved, changed(mix(), IDLE, 4))
    before = saved.read_bytes()
    monkeypatch.setattr(Path, "write_text", full)

    ended = console("lint", "--fix", name)

    assert (ended.code, ended.err) == (
        2,
        f"{saved} cannot be written: No space left on device.\n",
    )
    assert saved.read_bytes() == before
    assert [each.name for each in saved.parent.iterdir()] == [saved.name]


@pytest.mark.parametrize("name", ["-", curl_line(start_body(changed(mix(), IDLE, 4)))])
def test_what_is_no_file_cannot_be_mended(console: Run, name: str) -> None:
    ended = console("lint", "--fix", name, stdin=json.dumps(changed(mix(), IDLE, 4)).encode())

    assert ended.code == 2
    assert "--fix writes into a file" in ended.err


@pytest.mark.parametrize(
    ("hours", "code", "said"),
    [
        (5, 0, "No problem found."),
        (3, 1, "Agora wants at least 4 h"),
        (-1.5, 0, "The STS token ended on 20"),
    ],
    ids=["long enough", "too short", "ended"],
)
def test_the_end_of_temporary_keys_is_judged_by_the_clock(
    console: Run, saved: Path, hours: float, code: int, said: str
) -> None:
    storage = {**KEYS, "stsToken": "token", "stsExpiration": int(time.time() + hours * 3600)}
    document = start_body(mix())
    document["clientRequest"]["storageConfig"] |= storage

    ended = console("lint", "--mode", "mix", put(saved, document))

    assert ended.code == code
    assert said in ended.out


# --- hostile input -------------------------------------------------------------------------


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"a": "' + b"x" * 5_000_000 + b'"}', "The text has 5.0 MB"),
        (b"[" * 5_000_000, "The text has 5.0 MB"),
        (b" " * 5_000_000, "The text has 5.0 MB"),
        (b"\0" * 5_000_000, "The text has 5.0 MB"),
        (b"[" * 900_000, "nested too deeply"),
        (b'{"a":' * 180_000, "nested too deeply"),
        (b'{"a": ' + b"9" * 900_000 + b"}", "more than 30 digits"),
        (b"curl " + b"$'" * 400_000, "more than 100000 characters"),
        (b"curl -d '" + b"[" * 90_000 + b"'", "nested too deeply"),
    ],
    ids=range(9),
)
def test_hostile_input_gets_a_sentence_and_no_hang(
    console: Run, data: bytes, sentence: str
) -> None:
    ended = console("lint", "-", stdin=data)

    assert ended.code == 2
    assert sentence in ended.err
    assert len(ended.err) < 300


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        json.dumps({**mix(), **{f"key{n}": n for n in range(19_000)}}),
        json.dumps({**mix(), "clientRequest": {"x" * 70 + str(n): {} for n in range(9_000)}}),
        json.dumps(changed(mix(), f"{CANVAS}.backgroundColor", "x" * 990_000)),
        json.dumps(changed(mix(), f"{CANVAS}.layoutConfig", [{}] * 15_000)),
        '{"a": 1e400, "b": [-1e999]}',
        "{" + ",".join('"mode": "mix"' for _ in range(50_000)) + "}",
    ],
    ids=range(6),
)
def test_a_config_that_is_too_much_is_judged_and_no_hang(console: Run, text: str) -> None:
    ended = console("lint", "-", stdin=text.encode())

    assert ended.code == 1
    assert len(ended.out) < 100_000


@pytest.mark.timeout(20)
def test_a_file_without_an_end_is_not_read_to_its_end(console: Run) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("there is no such file here")

    ended = console("lint", "/dev/zero")

    assert ended.code == 2
    assert "larger than 64 MB" in ended.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of POSIX")
def test_a_pipe_that_nobody_writes_into_gets_a_sentence(
    console: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    os.mkfifo(tmp_path / "pipe")

    ended = console("lint", "--json", str(tmp_path / "pipe"))

    assert ended.code == 2
    assert "is no file, and nothing came out of it." in json.loads(ended.out)["sentence"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of POSIX")
@pytest.mark.parametrize(
    "case",
    [
        ("lint", b"", "nothing came out of it"),
        ("lint", b'{"mode"', "stopped in the middle"),
        ("record", b'{"mode"', "stopped in the middle"),
        ("preflight", b"", "nothing came out of it"),
    ],
)
def test_a_pipe_that_somebody_holds_and_does_not_fill_gets_a_sentence(
    console: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[str, bytes, str],
) -> None:
    command, begun, sentence = case
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    monkeypatch.setattr(reading, "PAUSE", 0.01)
    os.mkfifo(tmp_path / "pipe")
    held = os.open(tmp_path / "pipe", os.O_RDWR)
    os.write(held, begun)
    channel = [] if command == "lint" else ["--channel", "town-hall"]

    ended = console(command, str(tmp_path / "pipe"), *channel)

    os.close(held)
    assert ended.code == 2
    assert sentence in ended.err


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="there are no pipes with a path here")
def test_a_pipe_is_read_to_its_end(console: Run) -> None:
    inner, outer = os.pipe()
    os.write(outer, json.dumps(mix()).encode())
    os.close(outer)

    ended = console("lint", f"/dev/fd/{inner}")

    os.close(inner)
    assert (ended.code, ended.out) == (0, "No problem found.\n")


@pytest.mark.parametrize("name", [".", "nowhere.json"])
def test_a_file_that_cannot_be_read_is_told_to_a_program(console: Run, name: str) -> None:
    ended = console("lint", "--json", name)

    told = json.loads(ended.out)
    assert (ended.code, ended.err) == (2, "")
    assert told["usable"] is False
    assert "cannot be read" in told["sentence"]
