"""Carrying an errand out: here, or by the console that owns the data folder.

Whoever owns the folder does the work, so that no recording is asked twice and none is forgotten.
An owner that ends in the middle leaves the errand to the command, which takes the folder over.
"""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import AbstractAsyncContextManager

from agora_console.arguments import Arguments
from agora_console.commands.exits import NOT_REACHED
from agora_console.commands.teller import Teller
from agora_console.services.console import Console
from agora_console.services.errands.desk import Desk
from agora_console.services.errands.errand import (
    Errand,
    Find,
    Lent,
    ListSessions,
    MakeReport,
    MakeTicket,
    Record,
    Stop,
    to_message,
)
from agora_console.services.errands.handover.client import (
    OwnerGoneError,
    OwnerSilentError,
    can_be_reached,
    reach,
)
from agora_console.services.errands.lending import lent_by
from agora_console.services.errands.telling import problem_facts
from agora_console.services.events import Say
from agora_console.services.failures import problem_of
from agora_console.services.opening import (
    PATIENCE,
    console_folder,
    open_console,
    open_to_read,
    wanted_api,
)
from agora_console.services.start.plan_notes import plans_told

_NOTHING = "Nothing was asked or sent"

_READS = Find | ListSessions | MakeReport | MakeTicket
"""Errands for which nobody is asked anything."""

ENDING_PATIENCE = 60.0
"""Seconds for which an owner may be ending under an order that it had: on a busy machine that takes
longer than usual, and giving up would leave a recording to nobody."""

TRIES = 5
"""Owners that may end under an errand before it is given up."""


def carry_out(arguments: Arguments, errand: Errand, teller: Teller, say: Say | None = None) -> int:
    """Carry an errand out and return its exit code; `say` takes its events instead of `teller`."""
    carrier = _Carrier(arguments, errand, teller, say or teller.say)
    try:
        return asyncio.run(carrier.run())
    except Exception as error:  # noqa: BLE001 - the last stop: every failure becomes a sentence
        carrier.say("error", problem_facts(problem_of(error)))
        return NOT_REACHED


def lent(arguments: Arguments) -> Lent | None:
    """The credentials of the environment, for an owner that does not have them."""
    return None if arguments.demo else lent_by(os.environ, wanted_api(arguments))


class _Carrier:
    def __init__(self, arguments: Arguments, errand: Errand, teller: Teller, say: Say) -> None:
        self.say = say
        self._arguments = arguments
        self._errand = errand
        self._teller = teller
        self._halted = asyncio.Event()
        self._handed_over = False
        self._only_reads = isinstance(errand, _READS)

    async def run(self) -> int:
        if isinstance(self._errand, Record):
            _halt_on_signals(self._halted)
        for _ in range(TRIES):
            silent = False
            try:
                code = await self._by_owner()
            except OwnerSilentError:
                code, silent = None, True
            if code is None:
                code = await self._here(silent)
            if code is not None:
                return code
        self.say("error", {"sentence": "The owners of the data folder end one after the other."})
        return NOT_REACHED

    async def _by_owner(self) -> int | None:
        """The exit code that the owner gave; None when nobody owns the folder, or not any more."""
        owner = await reach(console_folder(self._arguments))
        if owner is None:
            return None
        self._handed_over = True
        try:
            return await owner.carry_out(to_message(self._errand), self.say, self._halted)
        except OwnerGoneError:
            return None

    async def _here(self, silent: bool) -> int | None:
        """The exit code of doing it here; None when somebody owns the folder and can be reached."""
        async with self._open(self._patience(silent)) as console:
            if not console.beside_owner:
                with plans_told(console, self.say):
                    return await Desk(console).carry_out(self._errand, self.say, self._halted)
            if silent or not await can_be_reached(console.folder):
                return await self._only_show(console)
            return None

    def _patience(self, silent: bool) -> float:
        """Seconds for which an owner that cannot be reached is waited for."""
        if silent:
            return 0.0
        return ENDING_PATIENCE if self._handed_over and not self._only_reads else PATIENCE

    def _open(self, patience: float) -> AbstractAsyncContextManager[Console]:
        if self._only_reads:
            return open_to_read(self._arguments, self._teller.problem, patience=patience)
        adopt = isinstance(self._errand, Record)
        return open_console(self._arguments, self._teller.problem, adopt=adopt, patience=patience)

    async def _only_show(self, console: Console) -> int:
        """The owner does not answer: say so, and what its journal says."""
        why = console.recordings.read_only
        self.say("error", {"sentence": f"{why} The other one does not answer."})
        shown: Errand = self._errand if self._only_reads else ListSessions()
        if isinstance(self._errand, Stop):
            shown = Find(key=self._errand.key)
        code = await Desk(console).carry_out(shown, self.say, self._halted)
        if self._only_reads:
            return code
        what = "What was ordered may still be done by it" if self._handed_over else _NOTHING
        self.say("error", {"sentence": f"{what}."})
        return NOT_REACHED


def _halt_on_signals(halted: asyncio.Event) -> None:
    """Ctrl+C stops the recording; a second one leaves it running and ends the program."""
    loop = asyncio.get_running_loop()

    def on_signal(number: int, frame: object) -> None:
        signal.signal(number, signal.default_int_handler)
        loop.call_soon_threadsafe(halted.set)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)
