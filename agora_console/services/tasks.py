"""Supervised named tasks: strong references, replacement by name, a route for errors, an end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

log = logging.getLogger(__name__)


class Tasks:
    """Every task of the services: each has a name, an owner and a route for its failure."""

    def __init__(self) -> None:
        self._tasks: dict[str, asyncio.Task[Any]] = {}
        self._closed = False

    def start(self, name: str, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run `work` under `name`; a task of that name that still runs is cancelled first.

        Raises RuntimeError after `close`.
        """
        if self._closed:
            work.close()
            raise RuntimeError(f"No task can start after the end: {name}")
        self.cancel(name)
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks[name] = task
        task.add_done_callback(self._on_done)
        return task

    @property
    def closed(self) -> bool:
        """True from `close` on."""
        return self._closed

    def running(self, name: str) -> bool:
        """True while the task of that name has not ended."""
        task = self._tasks.get(name)
        return task is not None and not task.done()

    async def ended(self, name: str) -> None:
        """Return when no task of that name runs; what became of it is not told here."""
        while (task := self._tasks.get(name)) is not None and not task.done():
            await asyncio.wait({task})

    def cancel(self, name: str) -> None:
        """Ask the task of that name to end; nothing happens when there is none."""
        task = self._tasks.pop(name, None)
        if task is not None:
            task.cancel()

    async def end(self, name: str) -> None:
        """Cancel the task of that name, if there is one, and return when it has ended."""
        task = self._tasks.pop(name, None)
        if task is not None:
            task.cancel()
            await asyncio.wait({task})

    async def close(self) -> None:
        """Cancel everything and wait until it has ended."""
        self._closed = True
        tasks = list(self._tasks.values())
        self._tasks.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        if self._tasks.get(task.get_name()) is task:
            del self._tasks[task.get_name()]
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("Task %s failed", task.get_name(), exc_info=error)
