"""Serving: the window on the loop, from its first paint until it is asked to end.

The only module that names qasync. `asyncio.Runner` owns the loop, so that whatever is pending at
the end is cancelled and awaited. Closing the window never stops a recording: `closeEvent` asks,
the finished shutdown closes the window.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, AsyncExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import qasync
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from agora_console.arguments import Arguments
from agora_console.settings.folders import console_dir
from agora_console.settings.glance import glance
from agora_console.ui.caret import Caret
from agora_console.ui.look.theme import Theme
from agora_console.ui.speech.language import Language
from agora_console.ui.waking import waking_signals
from agora_console.ui.window import MainWindow

if TYPE_CHECKING:
    from agora_console.domain.problems import Problem
    from agora_console.services.console import Console

log = logging.getLogger(__name__)

UNSEEN = 1.0
"""Seconds after which a window that is not painted, such as a minimised one, is served as well."""

SETTLE = 0.05
"""Seconds in which what has just been made finds its place."""

MOST_THREADS = 10
"""For what would keep the loop waiting; each is begun when those there are have work."""

Script = Callable[[MainWindow, "Console"], Awaitable[None]]
"""What drives the window instead of a person."""


def serve_window(arguments: Arguments, application: QApplication, window: MainWindow) -> int:
    """Furnish the window that has been painted and serve it; returns the exit code."""
    kept = _kept(arguments)
    theme = Theme(application, arguments.theme or kept.get("theme", "system"))
    Caret(application)
    # The tour reads the window in English.
    choice = "en" if arguments.tour else kept.get("language", "system")
    language = Language(choice, application)
    with asyncio.Runner(loop_factory=lambda: _loop(application)) as runner:
        if arguments.tour:
            return runner.run(_tour(arguments, theme, language, window))
        return runner.run(_serve(arguments, theme, language, window))


def _loop(application: QApplication) -> asyncio.AbstractEventLoop:
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(application)
    # Its own begins with ten threads, most of which never have anything to do.
    loop.set_default_executor(ThreadPoolExecutor(MOST_THREADS))
    return loop


async def _serve(arguments: Arguments, theme: Theme, language: Language, window: MainWindow) -> int:
    serving = Serving(arguments, theme, language=language, window=window, keep_crash_notes=True)
    code = await serving.run()
    if serving.demo_wanted:
        demo = replace(arguments, demo=True)
        code = await Serving(demo, theme, language=language, keep_crash_notes=True).run()
    return code


async def _tour(arguments: Arguments, theme: Theme, language: Language, first: MainWindow) -> int:
    def say(text: str) -> None:
        print(text, flush=True)

    from agora_console.ui.tour.script import Tour

    tour = Tour(theme, arguments.shots, say)
    windows = iter([first])
    for script in tour.scripts():
        serving = Serving(
            arguments, theme, language=language, window=next(windows, None), keep_crash_notes=True
        )
        code = await serving.run(script)
        if code:
            return code
    return 0


class Opening(Protocol):
    """What is heavy to import: `services.opening`."""

    def open_console(
        self, wishes: Arguments, tell: Callable[[Problem], None], /
    ) -> AbstractAsyncContextManager[Console]: ...


class Serving:
    """One window from its opening to its end. `load` imports what opens the data folder.

    `window` is one that stands there already, and has been painted. `keep_crash_notes` is for the
    window of a process of its own; see `services.crashes`.
    `demo_wanted` says, after the end, that the person wants to go on with the demo.
    """

    def __init__(
        self,
        arguments: Arguments,
        theme: Theme,
        load: Callable[[], Opening] | None = None,
        *,
        language: Language | None = None,
        window: MainWindow | None = None,
        keep_crash_notes: bool = False,
    ) -> None:
        self.demo_wanted = False
        self._arguments = arguments
        self._load = load or _load_opening
        self._keep_crash_notes = keep_crash_notes
        if window is None:
            window = MainWindow(demo=arguments.demo)
            window.restore_place(_kept(arguments).get("window", ""))
        self._window = window
        window.furnish(theme, language)
        self._quit: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._console: Console | None = None

    async def run(self, script: Script | None = None) -> int:
        """Show the window, open the data folder, serve until the person leaves; the exit code."""
        self._window.close_requested.connect(self._on_window_close_requested)
        self._window.demo_requested.connect(self._on_window_demo_requested)
        with self._listening_to_signals():
            return await self._run(script)

    async def _run(self, script: Script | None) -> int:
        await self._be_seen()
        try:
            async with AsyncExitStack() as stack:
                console = await self._open(stack)
                if console is None:
                    return 1 if script is not None else await self._quit or 1
                if console.beside_owner and await self._gave_way(console):
                    return 0
                if self._keep_crash_notes and not console.beside_owner:
                    from agora_console.services.papers.crashes import keep_crash_notes

                    logs = console.folder / "logs"
                    stack.enter_context(keep_crash_notes(logs, self._window.show_problem))
                return await self._serve(console, script)
        finally:
            self._console = None
            self._window.finish()
            # Left to Python's collector, it could be destroyed by another thread, and crash.
            self._window.deleteLater()

    async def _be_seen(self) -> None:
        painted = asyncio.Event()
        self._window.painted.connect(painted.set)
        if self._arguments.minimized:
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowMinimized)
        self._window.show()
        if not self._window.painted_at and not self._arguments.minimized:
            with suppress(TimeoutError):
                await asyncio.wait_for(painted.wait(), UNSEEN)

    async def _open(self, stack: AsyncExitStack) -> Console | None:
        """The console, or None when its data folder cannot be opened, which the window then says.

        The window stays, so that the sentence can be read.
        """
        opening = await asyncio.to_thread(self._load)
        try:
            return await stack.enter_async_context(
                opening.open_console(self._arguments, self._window.show_problem)
            )
        except Exception as error:  # noqa: BLE001 - whatever keeps it from opening becomes a sentence
            from agora_console.services.failures import problem_of

            problem = problem_of(error)
            print(problem.sentence, file=sys.stderr)
            self._window.show_failure(problem)
            _begin_collecting()
            return None

    async def _gave_way(self, console: Console) -> bool:
        """True when the window that owns the data folder has come to the front instead."""
        from agora_console.domain.problems import Problem
        from agora_console.services.errands.handover.client import raise_owner

        if not self._arguments.tour and await raise_owner(console.folder, self._arguments.open):
            return True
        self._window.show_problem(Problem(console.recordings.read_only))
        return False

    def _come_to_front(self, file: str) -> None:
        self._window.come_to_front()
        if file:
            self._window.open_file(Path(file))

    async def _serve(self, console: Console, script: Script | None) -> int:
        self._console = console
        console.raise_requested.subscribe(self._come_to_front)
        self._window.attach(console)
        QTimer.singleShot(0, self._note_times)  # by then the window is laid out
        _begin_collecting()
        if self._arguments.open is not None:
            self._window.open_file(self._arguments.open)
        driver = asyncio.ensure_future(self._drive(script, console)) if script else None
        code = await self._quit
        if driver is not None:
            await driver
        self._window.detach()
        return code

    def _note_times(self) -> None:
        """For the log, and whoever measures: epoch seconds, as the process began before Python."""
        log.info("Painted at %.3f, ready at %.3f", self._window.painted_at, time.time())

    async def _be_whole(self) -> None:
        """A script is faster than any eye: it waits for what is made after the beginning."""
        space = self._window.workspace
        assert space is not None
        space.draft.complete()  # also where something of an earlier run is in front of it
        await asyncio.sleep(SETTLE)

    async def _drive(self, script: Script, console: Console) -> None:
        try:
            await self._be_whole()
            await script(self._window, console)
        except Exception as error:
            print(f"The tour failed: {error}", file=sys.stderr)
            log.debug("The tour failed", exc_info=error)
            self.end(1)

    def _on_window_close_requested(self) -> None:
        console = self._console
        if console is None:
            self.end(0)
            return
        live = (session for session in console.recordings.sessions() if session.live)
        self._window.ask_quit(tuple(live), self.end)

    def _on_window_demo_requested(self) -> None:
        self.demo_wanted = True
        self.end(0)

    def end(self, code: int = 0) -> None:
        """Close the window and end with `code`; recordings are left as they are."""
        if not self._quit.done():
            self._quit.set_result(code)

    @contextmanager
    def _listening_to_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()

        def on_signal(number: int, frame: Any) -> None:
            loop.call_soon_threadsafe(self.end, 0)

        with waking_signals():
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, on_signal)
            yield


def _kept(arguments: Arguments) -> Mapping[str, str]:
    """What the last window left behind; the rest is read with the services."""
    return glance(console_dir(arguments.data_dir, os.environ, demo=arguments.demo))


def _begin_collecting() -> None:
    """Let Python's collector begin, where it was told to wait; what stands there is no garbage."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _load_opening() -> Opening:
    """Import what is heavy; off the loop, so that the window stays alive meanwhile."""
    from agora_console.services import opening

    return opening
