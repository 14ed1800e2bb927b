"""`agora-console simulate`: the simulator as a program, until it is interrupted."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from agora_console.simulator.account import Account
from agora_console.simulator.faults import KINDS
from agora_console.simulator.routes import METHODS
from agora_console.simulator.simulator import Simulator

_ARGUMENTS = (
    f"Also, in any order: a method ({', '.join(METHODS)}) it is limited to;\n"
    "`acted`, when the request has its effect behind a wrong answer; `always` instead of TIMES.\n"
    "AGE and SECONDS are simulated seconds. Example: --fault error-504:stop:acted:2"
)

PATIENCE = 15
"""How many times as long it is waited while something records."""

IDLE_STEP = 1.0
"""Seconds between two looks at whether anybody still needs the simulator."""


def main(argv: Sequence[str]) -> int:
    """Run until SIGINT or SIGTERM; 0, or 2 with a sentence on stderr when it cannot begin."""
    options = _parser().parse_args(argv)
    if options.list_faults:
        print(_fault_list())
        return 0
    try:
        simulator = Simulator(
            Account(),
            port=options.port,
            speed=options.speed,
            faults=options.fault,
            files=options.files,
            people=options.people,
        )
        asyncio.run(_serve(simulator, options))
    except KeyboardInterrupt:
        return 0
    except ValueError as error:
        print(f"agora-console simulate: {error}", file=sys.stderr)
        return 2
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        print(f"agora-console simulate: port {options.port}: {reason}", file=sys.stderr)
        return 2
    return 0


async def _serve(simulator: Simulator, options: argparse.Namespace) -> None:
    asked_to_end = asyncio.Event()
    loop = asyncio.get_running_loop()

    def end(*_: object) -> None:
        loop.call_soon_threadsafe(asked_to_end.set)

    # Plain handlers: loops on Windows know no add_signal_handler.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    async with simulator:
        print(_greeting(simulator, as_json=options.json), flush=True)
        if options.end_when_idle is None:
            await asked_to_end.wait()
        else:
            await _idle(simulator, options.end_when_idle, asked_to_end)


def _greeting(simulator: Simulator, *, as_json: bool) -> str:
    """Where it listens and for whom; the account is public and guards nothing."""
    account = simulator.account
    if as_json:
        return json.dumps({"url": simulator.url, **asdict(account)})
    return (
        f"{simulator.url} app-id={account.app_id} customer-id={account.customer_id}"
        f" customer-secret={account.customer_secret}"
    )


async def _idle(simulator: Simulator, seconds: float, asked_to_end: asyncio.Event) -> None:
    """Return when nobody has asked or looked for `seconds`, or when asked to end.

    While something records, whoever started it is waited for a good deal longer.
    """
    quiet, last = 0.0, _traces(simulator)
    while quiet < seconds * (PATIENCE if _records(simulator) else 1):
        with suppress(TimeoutError):
            await asyncio.wait_for(asked_to_end.wait(), IDLE_STEP)
            return
        newest = _traces(simulator)
        quiet = 0.0 if newest != last else quiet + IDLE_STEP
        last = newest


def _traces(simulator: Simulator) -> tuple[int | None, int]:
    """What changes with every request."""
    requests = simulator.ledger.requests
    return (id(requests[-1]) if requests else None), simulator.ledger.looks


def _records(simulator: Simulator) -> bool:
    return any(each.ended_at is None for each in simulator.recordings.values())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="agora-console simulate",
        description="An Agora Cloud Recording service on this machine, for trying things out.",
    )
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="NAME[:ARG]",
        help="something that goes wrong; may be given many times",
    )
    parser.add_argument("--speed", type=float, default=1.0, help="simulated seconds in a real one")
    parser.add_argument("--files", type=Path, metavar="DIR", help="write recordings below DIR")
    parser.add_argument("--people", type=int, default=3, help="how many publish in a channel")
    parser.add_argument("--json", action="store_true", help="say address and account as JSON")
    parser.add_argument(
        "--end-when-idle",
        type=float,
        metavar="SECONDS",
        help="end when nothing has recorded and nobody has asked for so long",
    )
    parser.add_argument("--list-faults", action="store_true", help="show every fault and end")
    return parser


def _fault_list() -> str:
    rows = []
    for kind in KINDS.values():
        arguments = "".join(f"[:{number.upper()}]" for number in kind.numbers)
        rows.append((f"{kind.name}{arguments}", kind.sentence))
    width = max(len(name) for name, _ in rows)
    lines = [f"{name:{width}}  {sentence}" for name, sentence in rows]
    return "\n".join([*lines, "", _ARGUMENTS])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
