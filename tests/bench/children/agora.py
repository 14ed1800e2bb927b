"""An Agora on loopback without limits: `python -m tests.bench.children.agora SECONDS`."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from dataclasses import asdict, replace

from agora_console.simulator import Simulator
from agora_console.simulator.pace import PACE, Limits

AT_ONCE = replace(
    PACE,
    warm_up=(0.0, 0.0, 0.0),
    ready=0.0,
    first_file={"mix": 0.0, "individual": 0.0, "web": 0.0},
    upload=0.0,
    control=0.0,
)
"""No call takes longer than its answer, and what was started has a file."""


async def _serve(answer_after: float) -> None:
    limits = Limits(requests_per_second=None, tasks=1_000_000, web_tasks=1_000_000)
    faults = [f"slow:{answer_after}"] if answer_after else []
    simulator = Simulator(faults=faults, limits=limits, pace=AT_ONCE)
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    async with simulator:
        print(json.dumps({"url": simulator.url, **asdict(simulator.account)}), flush=True)
        await ended.wait()


if __name__ == "__main__":
    asyncio.run(_serve(float(sys.argv[1])))
