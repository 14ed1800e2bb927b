"""Batch: many recordings from one config, each with its own channel and recorder UID.

acquire and start are a pair that has to follow each other within seconds, and an App ID has ten
requests a second. So a few starts are under way at once, and the next begins when one is settled.
Nothing is started twice: a line that was sent is never sent again, unless it is certain that
nothing was started.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from agora_console.domain.guards import SECOND, second_uid_of
from agora_console.domain.problems import Problem
from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Phase, Session
from agora_console.services.events import Event
from agora_console.services.failures import problem_of
from agora_console.services.recordings import Recordings
from agora_console.services.setup.presets import Presets
from agora_console.services.setup.projects import Projects
from agora_console.services.start.orders import RefusedError, StartOrder
from agora_console.services.start.push import push_addresses
from agora_console.services.start.second import GuardedStart
from agora_console.services.start.start_keys import with_stored_keys, with_tokens
from agora_console.services.start.table_text import Line
from agora_console.services.tasks import Tasks

AT_ONCE = 3
"""Starts under way at once: so acquire and start follow each other within about a second."""

MOST = 500
"""Lines of a batch."""

_OPEN = (Phase.INTENT, Phase.STARTING)
TASK = "batch"


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of a line: it waits for its turn, was refused with `problem`, or is a session."""

    waiting: bool = False
    session_id: str = ""
    problem: Problem | None = None


class Batch:
    """Checks lines and starts them. `changed` carries the key of a line that stands otherwise."""

    def __init__(
        self,
        recordings: Recordings,
        guarded: GuardedStart,
        projects: Projects,
        presets: Presets,
        tasks: Tasks,
    ) -> None:
        self.changed: Event[str] = Event()
        self._recordings = recordings
        self._guarded = guarded
        self._projects = projects
        self._presets = presets
        self._tasks = tasks
        self._progress: dict[str, Progress] = {}
        self._pushed: set[str] = set()

    @property
    def running(self) -> bool:
        """True while lines wait or are being sent."""
        return self._tasks.running(TASK)

    def progress(self, key: str) -> Progress | None:
        """What became of a line; None for one that was never started."""
        return self._progress.get(key)

    def can_start(self, key: str) -> bool:
        """Whether starting this line cannot record twice."""
        progress = self._progress.get(key)
        if progress is None:
            return True
        if progress.waiting:
            return False
        session = self._session(progress)
        if session is None:
            return progress.problem is not None or not progress.session_id
        return nothing_started(session)

    def forget(self, keys: Iterable[str]) -> None:
        """Lines that are not in the table any more."""
        for key in keys:
            self._progress.pop(key, None)

    def check(
        self, base: StartOrder, line: Line, keys: Mapping[str, StartSecrets] | None = None
    ) -> tuple[Problem, ...]:
        """What is wrong with one line, judged as one start; `keys` is what `keys_of` found."""
        try:
            order = self.order(base, line)
        except RefusedError as refused:
            return refused.problems
        if line.preset in (keys or {}):
            order = replace(order, secrets=(keys or {})[line.preset])
        return self._recordings.check(order)

    def order(self, base: StartOrder, line: Line) -> StartOrder:
        """The order of one line: `base` with what the line says. RefusedError without its preset.

        A preset brings its own storage, so the keys of `base` stay only where it is the same. Where
        it pushes a page, the stream key of `base` is not its own.
        """
        config, secrets = dict(base.config), base.secrets
        if line.preset:
            preset = self._presets.get(line.preset)
            if preset is None:
                why = f"There is no preset “{line.preset}”. Choose one, or leave the cell empty."
                raise RefusedError((Problem(why, path="preset"),))
            config = dict(preset.document)
            secrets = replace(secrets, rtmp_url=None)
            if _storage(config) != _storage(base.config):
                secrets = replace(secrets, access_key=None, secret_key=None, sts_token=None)
        if line.prefix:
            config = _with_prefix(config, line.prefix)
        return replace(base, cname=line.cname, uid=line.uid, config=config, secrets=secrets)

    async def keys_of(self, base: StartOrder, presets: Iterable[str]) -> dict[str, StartSecrets]:
        """The secrets of a start with each of these presets. Raises VaultError."""
        found: dict[str, StartSecrets] = {}
        for name in set(presets):
            if name and self._presets.get(name) is not None:
                order = self.order(base, Line(preset=name))
                found[name] = (await with_stored_keys(self._projects, order)).secrets
        return found

    def start(
        self, base: StartOrder, lines: Mapping[str, Line], token_seconds: int = 0
    ) -> asyncio.Task[None] | None:
        """Start these lines (by their keys), those that may be; the work goes on by itself."""
        due = {key: line for key, line in lines.items() if self.can_start(key)}
        if self.running or not due:
            return None
        self._pushed.clear()
        for key in due:
            self._tell(key, Progress(waiting=True))
        return self._tasks.start(TASK, self._run(base, due, token_seconds))

    async def ended(self) -> None:
        """Return when no line waits or is being sent."""
        await self._tasks.ended(TASK)

    def halt(self) -> None:
        """Begin nothing more; what was sent goes on."""
        self._tasks.cancel(TASK)

    async def _run(self, base: StartOrder, lines: Mapping[str, Line], token_seconds: int) -> None:
        turns = asyncio.Semaphore(AT_ONCE)
        try:
            async with asyncio.TaskGroup() as group:
                for key, line in lines.items():
                    await turns.acquire()
                    group.create_task(self._one(key, base, line, token_seconds, turns))
        finally:
            for key in lines:
                if (progress := self._progress.get(key)) is not None and progress.waiting:
                    self._progress.pop(key, None)
                    self.changed.emit(key)

    async def _one(
        self, key: str, base: StartOrder, line: Line, seconds: int, turns: asyncio.Semaphore
    ) -> None:
        try:
            order = self._pushing_alone(self.order(base, line))
            if order.secrets.access_key is None or order.secrets.secret_key is None:
                order = await with_stored_keys(self._projects, order)
            order = await with_tokens(self._projects, self._own_second(order), seconds)
            session_id = uuid.uuid4().hex
            self._guarded.start(order, session_id)
            self._tell(key, Progress(session_id=session_id))
            await self._settled(session_id)
            if self._recordings.get(session_id) is None:
                why = "It could not be written down. Nothing was sent."
                self._tell(key, Progress(problem=Problem(why)))
        except RefusedError as refused:
            self._tell(key, Progress(problem=refused.problems[0]))
        except Exception as error:  # noqa: BLE001 - one line keeps no other from starting
            self._tell(key, Progress(problem=problem_of(error)))
        finally:
            turns.release()

    def _pushing_alone(self, order: StartOrder) -> StartOrder:
        """The order, unless another line of this batch pushes to the same address."""
        where = push_addresses(order)
        if where & self._pushed:
            raise RefusedError((_PUSHED_TWICE,))
        self._pushed |= where
        return order

    def _own_second(self, order: StartOrder) -> StartOrder:
        """A second recorder in another channel is another one."""
        if second_uid_of(order.guards) is None:
            return order
        uid = self._recordings.suggest_uid()
        guards = {**order.guards, SECOND: {**order.guards[SECOND], "uid": uid}}
        return replace(order, guards=guards)

    async def _settled(self, session_id: str) -> None:
        """Return when this start sends nothing more at once, whatever came of it."""
        moved = asyncio.Event()
        unsubscribe = self._recordings.changed.subscribe(lambda _: moved.set())
        ended = asyncio.ensure_future(self._recordings.start_ended(session_id))
        ended.add_done_callback(lambda _: moved.set())
        try:
            while not ended.done():
                session = self._recordings.get(session_id)
                if session is None or session.sid or session.phase not in _OPEN:
                    return
                moved.clear()
                await moved.wait()
        finally:
            unsubscribe()
            ended.cancel()

    def _session(self, progress: Progress) -> Session | None:
        return self._recordings.get(progress.session_id) if progress.session_id else None

    def _tell(self, key: str, progress: Progress) -> None:
        self._progress[key] = progress
        self.changed.emit(key)


_PUSHED_TWICE = Problem(
    "Another line pushes to the same RTMP address, which takes one stream.",
    path="preset",
    rule="push-twice",
    action="Choose a preset with an address of its own, or without a push.",
)


def nothing_started(session: Session) -> bool:
    """True when it is certain that this session never recorded, so another start may follow."""
    return session.over and not session.sid and session.phase is Phase.FAILED


def _storage(config: Mapping[str, object]) -> object:
    request = config.get("clientRequest")
    place = request.get("storageConfig") if isinstance(request, dict) else None
    return (place.get("vendor"), place.get("bucket")) if isinstance(place, dict) else None


def _with_prefix(config: dict[str, object], prefix: str) -> dict[str, object]:
    request = config.get("clientRequest")
    request = dict(request) if isinstance(request, dict) else {}
    storage = request.get("storageConfig")
    storage = dict(storage) if isinstance(storage, dict) else {}
    storage["fileNamePrefix"] = [part for part in prefix.split("/") if part]
    return {**config, "clientRequest": {**request, "storageConfig": storage}}


def doubles(lines: Sequence[Line]) -> dict[int, Problem]:
    """The lines (by their number) whose channel and recorder UID stand twice in a table."""
    wanted = Counter((line.cname, line.uid) for line in lines if line.uid)
    found = enumerate(lines)
    return {n: _twice(line) for n, line in found if wanted[line.cname, line.uid] > 1}


def _twice(line: Line) -> Problem:
    return Problem(
        f"Recorder UID {line.uid} stands twice for {line.cname} in this table.",
        path="uid",
        rule="uid-twice",
        action="Give each line a UID of its own.",
    )
