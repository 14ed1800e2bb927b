"""Forks victims from a process that has imported everything, so that a kill costs no start.

`python -m tests.flow.crash.nursery` says `ready`, then takes one Order a line on stdin and answers
each, when its victim is dead, with a Death without `said`. Linux.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import select
import signal
import sys
import time
import traceback
from pkgutil import walk_packages

from keyring.backend import get_all_keyring

from agora_console import ui
from tests.flow.crash.victim import Order, live

PRELOADED = (
    "agora_console.cli",
    "agora_console.serving",
    "agora_console.commands.record",
    "agora_console.services.papers.curl_lines",
    "agora_console.services.opening",
    "agora_console.services.files.playing",
    "agora_console.vault.keychain",
    "anyio._backends._asyncio",
    "certifi",
    "cryptography.hazmat.primitives.asymmetric.ec",
    "httpcore",
    "httpx",
    "qasync",
)


def main() -> None:
    """Serve until stdin ends."""
    window = (found.name for found in walk_packages(ui.__path__, f"{ui.__name__}."))
    for name in (*PRELOADED, *window):
        importlib.import_module(name)
    get_all_keyring()
    gc.freeze()  # no victim looks through what it was born with
    # Blocked, it waits to be waited for.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    print("ready", flush=True)
    for line in sys.stdin:
        report = _raise_and_bury(Order(**json.loads(line)))
        print(json.dumps(report), flush=True)


def _raise_and_bury(order: Order) -> dict[str, float]:
    begun, begin = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(begun)
        _be(order, begin)
    os.close(begin)
    select.select([begun], [], [])  # its first step, or its end
    os.close(begun)
    since = time.monotonic()
    if order.after and signal.sigtimedwait({signal.SIGCHLD}, order.after) is None:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    lasted = time.monotonic() - since
    signal.sigtimedwait({signal.SIGCHLD}, 0)
    code = os.waitstatus_to_exitcode(status)
    return {"code": max(code, 0), "signal": max(-code, 0), "lasted": lasted}


def _be(order: Order, begin: int) -> None:
    """Be the victim, and never come back."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    code = 70
    try:
        log = os.open(order.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(log, 1)
        os.dup2(log, 2)
        code = live(order, begin)
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
