"""Virtual time: an asyncio loop whose clock jumps to the next timer when nothing else is to do.

A day of waiting passes in the time that the work in it takes. Nothing real may be waited for: no
socket and no thread answers while time jumps. Threads of `to_thread` are known to the loop and
waited for in real time, during which the clock stands still.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

T = TypeVar("T")

START = 1_000.0
"""Where the clock of a new loop stands, in seconds."""


class DeadlockError(RuntimeError):
    """Everybody waits, and nothing that could end the waiting will ever happen."""


class _Selector(selectors.DefaultSelector):
    """Looks whether anything real is ready; if not, lets the time pass instead of waiting."""

    loop: VirtualLoop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if self.loop.outside:
            # A timer may be due after all; else a thread will say that it is ready.
            return self._real(0 if timeout == 0 else None)
        ready = self._real(0)
        if ready or timeout == 0:
            return ready
        if timeout is None:
            raise DeadlockError("Nothing is left that could happen.")
        self.loop.advance(timeout)
        return []

    def _real(self, timeout: float | None) -> list[tuple[selectors.SelectorKey, int]]:
        ready: list[tuple[selectors.SelectorKey, int]] = super().select(timeout)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop with a clock of its own; `outside` counts what runs in threads meanwhile."""

    def __init__(self) -> None:
        self._now = START
        self.outside = 0
        selector = _Selector()
        selector.loop = self
        super().__init__(selector)
        # The real resolution is finer than what differences of virtual times keep.
        self._clock_resolution = 1e-6

    def time(self) -> float:
        """Seconds of virtual time."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Let time pass, whatever is due in it."""
        self._now += seconds

    def run_in_executor(  # type: ignore[override]  # the base class returns a Future as well
        self, executor: Executor | None, func: Callable[..., T], *args: Any
    ) -> asyncio.Future[T]:
        """The work of `to_thread`: while it runs, time stands still."""
        done = super().run_in_executor(executor, func, *args)
        self.outside += 1
        done.add_done_callback(self._is_back)
        return done

    async def shutdown_default_executor(self, *timeout: float | None) -> None:
        """The end of the threads, which takes a thread of its own; newer ones have a time limit."""
        self.outside += 1
        try:
            await super().shutdown_default_executor(*timeout)
        finally:
            self.outside -= 1

    def _is_back(self, _: asyncio.Future[Any]) -> None:
        self.outside -= 1


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run `main` to its end in virtual time; no task may be left behind."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(_alone(main))


async def _alone(main: Coroutine[Any, Any, T]) -> T:
    result = await main
    await asyncio.sleep(0)
    left = asyncio.all_tasks() - {asyncio.current_task()}
    assert not left, f"tasks left running: {sorted(task.get_name() for task in left)}"
    return result


class VirtualDisk(Executor):
    """A worker thread that is none: what is handed to it is done in order, in virtual time.

    It stands in for the one thread of the journal. Each piece of work takes `latency()` seconds
    and is done at their end, as a whole. After `pull_the_plug` nothing more is done, and whoever
    waits waits for ever: that is what a crash leaves behind.
    """

    def __init__(self, latency: Callable[[], float]) -> None:
        self._latency = latency
        self._free_at = 0.0
        self._dead = False
        self._closed = False
        self.waiting = 0

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Do `fn` when everything before it is done."""
        if self._closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        done: Future[T] = Future()
        loop = asyncio.get_running_loop()
        self._free_at = max(self._free_at, loop.time()) + self._latency()
        self.waiting += 1

        def work() -> None:
            self.waiting -= 1
            if self._dead:
                return
            done.set_running_or_notify_cancel()
            try:
                done.set_result(fn(*args, **kwargs))
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits for it
                done.set_exception(error)

        loop.call_at(self._free_at, work)
        return done

    def pull_the_plug(self) -> None:
        """Do nothing more, not even what was handed over."""
        self._dead = True

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take nothing more; what was handed over is done."""
        self._closed = True
