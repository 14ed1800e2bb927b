"""The command line as a value: what may be typed, with its ranges and defaults."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from agora_console.first_look import THEMES, Look
from agora_console.release import this_release

TOUR_SPEED = 8.0
"""How fast time runs in the tour, so that two minutes of a recording pass in a quarter of one."""

OPENS = (".json", ".agora-config", ".agora-ticket")
"""Endings of files that the window opens, whether they are there or not."""

_DURATION = re.compile(r"(\d+(?:\.\d+)?)(s|m|h|)\Z")
_UNITS = {"": 1.0, "s": 1.0, "m": 60.0, "h": 3600.0}


@dataclass(slots=True)
class Arguments(argparse.Namespace):
    """What was typed. `command` is empty for the window, which shows the file `open`; durations
    are seconds.
    """

    command: str = ""
    open: Path | None = None
    data_dir: Path | None = None
    api: str = ""
    demo: bool = False
    tour: bool = False
    shots: Path | None = None
    theme: str = ""
    minimized: bool = False
    speed: float = 0.0
    config: str = ""
    channel: str = ""
    uid: str = ""
    for_seconds: float | None = None
    watchdog: int | None = None
    second_recorder: bool = False
    project: str = ""
    json: bool = False
    mode: Literal["", "mix", "individual", "web"] = ""
    fix: bool = False
    code: str = ""
    method: str = ""
    verb: str = ""
    token: str = ""
    life_seconds: float = 0.0
    all: bool = False
    yes: bool = False
    despite_lock: bool = False
    session: str = ""
    ticket: str = ""
    sid: str = ""
    resource_id: str = ""
    app_id: str = ""
    started: str = ""
    file: Path | None = None
    rest: list[str] = field(default_factory=list)


def duration(text: str) -> float:
    """`30s`, `5m`, `1.5h` or plain seconds; raises ArgumentTypeError with a sentence."""
    match = _DURATION.match(text)
    if match is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a duration; write 30s, 5m or 1.5h (a plain number is seconds)"
        )
    return float(match[1]) * _UNITS[match[2]]


def _speed(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.1 <= value <= 1000.0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a speed between 0.1 and 1000")
    return value


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="agora-console",
        description="Control panel for Agora Cloud Recording; opens a window without a command, "
        "and in it the config, ticket or cURL line of a FILE.",
        usage="%(prog)s [options] [FILE | COMMAND …]",
    )
    release = this_release().line
    parser.add_argument("--version", action="version", version=f"agora-console {release}")
    _add_data_dir(parser, default=None)
    _add_api(parser, default="")
    parser.add_argument(
        "--demo", action="store_true", help="use the built-in simulator; nothing is recorded"
    )
    parser.add_argument(
        "--tour", action="store_true", help="with --demo: drive the window through the main job"
    )
    parser.add_argument("--shots", type=Path, metavar="DIR", help="with --tour: a picture a step")
    parser.add_argument("--theme", choices=THEMES, default="")
    parser.add_argument("--minimized", action="store_true", help="open the window minimised")
    parser.add_argument(
        "--speed",
        type=_speed,
        default=0.0,
        metavar="X",
        help=f"with --demo: time runs X times as fast (the tour: {TOUR_SPEED:g})",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_record(commands.add_parser("record", help="record a channel without a window"))
    _add_preflight(commands.add_parser("preflight", help="what speaks against a start"))
    _add_sessions(commands.add_parser("sessions", help="the recordings that are not over"))
    _add_stop(commands.add_parser("stop", help="stop a recording until it is over"))
    _add_close(
        commands.add_parser("close", help="close the case of a recording that cannot be asked")
    )
    _add_adopt(commands.add_parser("adopt", help="take over a recording from another desk"))
    _add_recover(commands.add_parser("recover", help="ask what became of every recording"))
    _add_ticket(commands.add_parser("ticket", help="the ids of a recording, for another desk"))
    _add_report(commands.add_parser("report", help="what became of a recording, as HTML"))
    _add_lint(commands.add_parser("lint", help="check a config before Agora does"))
    _add_explain(commands.add_parser("explain", help="what an answer of Agora means"))
    _add_schema(commands.add_parser("schema", help="the JSON Schema of CONFIG.json"))
    _add_token(commands.add_parser("token", help="build or read a token of a recorder"))
    simulate = commands.add_parser(
        "simulate", help="run an Agora on loopback", add_help=False, prefix_chars="\0"
    )
    simulate.add_argument("rest", nargs=argparse.REMAINDER)
    return parser


def _add_record(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "acquire, start, confirm, wait, stop. Exit code 0 only if the recording was confirmed and "
        "stopped. Credentials come from --project, or from AGORA_APP_ID, AGORA_CUSTOMER_ID, "
        "AGORA_CUSTOMER_SECRET; storage keys from AGORA_STORAGE_ACCESS_KEY and "
        "AGORA_STORAGE_SECRET_KEY; a token from AGORA_TOKEN."
    )
    parser.add_argument("config", metavar="CONFIG.json", help="what the form saves; - for stdin")
    parser.add_argument("--channel", required=True, metavar="C", help="channel name (cname)")
    parser.add_argument("--uid", default="", metavar="U", help="recorder UID, 1…4294967295")
    parser.add_argument(
        "--for",
        dest="for_seconds",
        type=duration,
        metavar="30s",
        help="stop so long after the confirmation; without it, record until Ctrl+C",
    )
    parser.add_argument(
        "--watchdog",
        type=int,
        metavar="N",
        help="start again after a proven loss, with another UID, at most N times (1 to 10)",
    )
    parser.add_argument(
        "--second-recorder",
        action="store_true",
        help="record twice, in two zones, with a UID of its own; both are billed",
    )
    _add_project(parser)
    _add_events(parser)
    _add_place(parser)


def _add_preflight(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Asks what can be asked before a start, and starts nothing: one unused acquire, and a "
        "small object in the storage, removed again. Exit code 0 only if every line is go or not "
        "needed, 1 if one is no go or could not be looked at, 2 for input that cannot be used. "
        "Credentials and keys as for record; AGORA_STORAGE_READ_ACCESS_KEY and "
        "AGORA_STORAGE_READ_SECRET_KEY read back where Agora's key may only write."
    )
    parser.add_argument("config", metavar="CONFIG.json", help="what the form saves; - for stdin")
    parser.add_argument("--channel", required=True, metavar="C", help="channel name (cname)")
    parser.add_argument("--uid", default="", metavar="U", help="recorder UID, 1…4294967295")
    parser.add_argument(
        "--for",
        dest="for_seconds",
        type=duration,
        metavar="2h",
        help="the planned length; 2h without it",
    )
    _add_project(parser)
    _add_events(parser)
    _add_place(parser)


def _add_sessions(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Lists what the journal knows, and asks Agora nothing. Where a console runs on the data "
        "folder, it says when each recording is asked next."
    )
    parser.add_argument("--all", action="store_true", help="those that are over as well")
    _add_events(parser)
    _add_place(parser)


def _add_stop(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Sends stop, and again until nothing can record any more. Exit code 0 only if it is over."
    )
    _add_session(parser)
    parser.add_argument(
        "--yes", action="store_true", help="without typing the channel name; needed in scripts"
    )
    parser.add_argument(
        "--despite-lock", action="store_true", help="although the console is locked"
    )
    _add_events(parser)
    _add_place(parser)


def _add_close(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Your word that a recording is over, where Agora cannot be asked: without its sid, beyond "
        "its control window, with wrong keys. It is kept and shown as your word, not as a proof, "
        "and nothing is sent."
    )
    _add_session(parser)
    parser.add_argument(
        "--yes", action="store_true", help="without typing the channel name; needed in scripts"
    )
    _add_events(parser)
    _add_place(parser)


def _add_adopt(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Writes a recording of another desk into the journal and asks for its status once. Exit "
        "code 0 when Agora answered. The project is the one with the App ID of the ticket."
    )
    parser.add_argument(
        "ticket", nargs="?", default="", metavar="TICKET", help="its text, a file, or - for stdin"
    )
    parser.add_argument("--sid", default="", metavar="SID", help="instead of a ticket, with:")
    parser.add_argument("--resource-id", default="", metavar="R")
    parser.add_argument("--channel", default="", metavar="C", help="channel name (cname)")
    parser.add_argument("--uid", default="", metavar="U", help="recorder UID")
    parser.add_argument("--mode", default="", choices=("mix", "individual", "web"))
    parser.add_argument("--app-id", default="", metavar="A", help="else that of the project")
    parser.add_argument("--started", default="", metavar="T", help="as 2026-05-17T18:30:00Z")
    _add_project(parser)
    _add_events(parser)
    _add_place(parser)


def _add_recover(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Takes up every session that is not over: settles a start that was cut off, goes on with "
        "a stop, and asks each of the others once."
    )
    _add_events(parser)
    _add_place(parser)


def _add_ticket(parser: argparse.ArgumentParser) -> None:
    parser.description = "Prints one line for e-mail or chat. It holds ids and no key."
    _add_session(parser)
    parser.add_argument("--file", type=Path, metavar="F", help="write it into a file, as JSON")
    _add_place(parser)


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Prints one HTML page to file: time line, states, files, the verdict on the bucket and the "
        "config. It holds no secret."
    )
    _add_session(parser)
    parser.add_argument("--file", type=Path, metavar="F", help="write it into a file")
    _add_place(parser)


def _add_lint(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Checks CONFIG.json, a bare clientRequest, the whole body of a call, or a cURL line. "
        "Exit code 0 without an error, 1 with one, 2 for input that cannot be used."
    )
    parser.add_argument("config", metavar="CONFIG.json", help="a file, - for stdin, or 'curl …'")
    _add_mode(parser)
    parser.add_argument("--json", action="store_true", help="the findings as JSON")
    parser.add_argument("--fix", action="store_true", help="write what can be mended into the file")


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.description = "Explains 206/435, 53, 'HTTP 404', or the words of Agora's gateway."
    parser.add_argument("code", help="HTTP status, code, both as 206/435, or words")
    parser.add_argument(
        "--method",
        default="",
        choices=("acquire", "start", "query", "update", "updateLayout", "stop"),
    )


def _add_schema(parser: argparse.ArgumentParser) -> None:
    parser.description = "Prints the JSON Schema of CONFIG.json, of all modes or of one."
    _add_mode(parser)


def _add_token(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", metavar="build | read", required=True)
    build = verbs.add_parser("build", help="from AGORA_APP_ID and AGORA_APP_CERTIFICATE")
    build.add_argument("--channel", required=True, metavar="C", help="channel name (cname)")
    build.add_argument("--uid", required=True, metavar="U", help="recorder UID, 1…4294967295")
    build.add_argument(
        "--life",
        dest="life_seconds",
        type=duration,
        default=24 * 3600.0,
        metavar="24h",
        help="how long it is valid, at most 24h",
    )
    read = verbs.add_parser("read", help="what a token says of itself; needs no key")
    read.add_argument(
        "token",
        help="- for stdin, or the token, which other users of this machine can then read in its "
        "list of processes",
    )
    read.add_argument("--json", action="store_true")


def _add_session(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", metavar="SID", help="the sid, or the id of the session here")


def _add_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--project", default="", metavar="NAME", help="credentials from the keyring"
    )


def _add_events(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON event a line on stdout")


def _add_place(parser: argparse.ArgumentParser) -> None:
    _add_api(parser, default=argparse.SUPPRESS)
    _add_data_dir(parser, default=argparse.SUPPRESS)


def _add_mode(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--mode", default="", choices=("mix", "individual", "web"), help="where the input is mute"
    )


def _add_data_dir(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=default,
        metavar="DIR",
        help="journal and settings (also AGORA_CONSOLE_DATA_DIR)",
    )


def _add_api(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--api",
        default=default,
        metavar="URL",
        help="address of the API (also AGORA_API_URL); plain http for loopback only",
    )


def plain(look: Look) -> Arguments:
    """What `parse` makes of the words in which `first_look` saw a plain start."""
    return Arguments(
        data_dir=look.data_dir,
        theme=look.theme,
        demo=look.demo,
        minimized=look.minimized,
        speed=1.0,
    )


def parse(argv: Sequence[str]) -> Arguments:
    """Read `argv`; ends the program with code 2 and a sentence when it makes no sense."""
    parser = _parser()
    file, rest = _file_to_open(parser, argv)
    arguments = parser.parse_args(rest, namespace=Arguments())
    arguments.command = arguments.command or ""
    arguments.open = file.absolute() if file else None
    if (arguments.tour or arguments.speed) and not arguments.demo and not arguments.command:
        parser.error("--tour and --speed go with --demo")
    if arguments.shots is not None and not arguments.tour:
        parser.error("--shots goes with --tour")
    arguments.speed = arguments.speed or (TOUR_SPEED if arguments.tour else 1.0)
    return arguments


def _file_to_open(
    parser: argparse.ArgumentParser, argv: Sequence[str]
) -> tuple[Path | None, list[str]]:
    """The file that stands where a command would, and everything else."""
    rest, commands = list(argv), _commands(parser)
    for place, word in _words(parser, rest):
        if word in commands:
            break
        path = _path(word)
        if path.is_file() or path.suffix.lower() in OPENS:
            return path, rest[:place] + rest[place + 1 :]
        break
    return None, rest


def _words(parser: argparse.ArgumentParser, argv: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What is neither an option nor its value, with its place."""
    takes_value = {
        option
        for action in parser._actions
        if action.nargs != 0
        for option in action.option_strings
    }
    skip = False
    for place, word in enumerate(argv):
        if skip or (word.startswith("-") and word != "-"):
            skip = not skip and word in takes_value
            continue
        yield place, word


def _commands(parser: argparse.ArgumentParser) -> set[str]:
    choices = (action.choices for action in parser._actions if not action.option_strings)
    return {str(name) for each in choices if each is not None for name in each}


def _path(word: str) -> Path:
    """The path of a name, or of the address of a file that a desktop hands over."""
    if word.lower().startswith("file://"):
        # It imports all of urllib's protocols, for a word that is rare.
        from urllib.request import url2pathname  # noqa: PLC0415

        return Path(url2pathname(urlsplit(word).path))
    return Path(word)
