"""A bench for services: a real journal, a clock that moves when somebody waits, an Agora by script.

The script is for answers that no server can be made to give at the right moment.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from agora_console.api.budget import Priority
from agora_console.api.policy import RetryPolicy
from agora_console.api.replies import Acquired, QueryReply, Started, StopReply
from agora_console.api.wire import Handle
from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Session
from agora_console.journal.writer import AsyncJournal
from agora_console.services.ending.stopping import Stopper
from agora_console.services.sessions.book import Book
from agora_console.services.start.starting import Starter
from agora_console.services.watching.asking import Asker
from tests.support.sessions import make_session

SECRETS = StartSecrets(access_key=SecretStr("access-key"), secret_key=SecretStr("secret-key"))

DEFAULTS: dict[str, Any] = {
    "acquire": Acquired("resource"),
    "start": Started("sid"),
    "query": QueryReply(5),
    "stop": StopReply(None),
    "updateLayout": None,
    "update": None,
}


class StillClock:
    """Time that passes only while somebody waits."""

    def __init__(self, now: float = 1_000.0) -> None:
        self._now = now
        self.slept: list[float] = []

    def now(self) -> float:
        return self._now

    wall = now

    def monotonic(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._now += max(0.0, seconds)
        await asyncio.sleep(0)

    def not_before(self, moment: float) -> None:
        self._now = max(self._now, moment)


@dataclass
class ScriptedAgora:
    """Gives the next answer of the script, an error by raising it; after the script the default."""

    script: dict[str, list[Any]] = field(default_factory=dict)
    calls: list[tuple[str, Handle | None]] = field(default_factory=list)

    def count(self, method: str) -> int:
        return sum(1 for each, _ in self.calls if each == method)

    async def acquire(self, cname: str, uid: str, document: Mapping[str, Any]) -> Acquired:
        answer: Acquired = await self._answer("acquire", None)
        return answer

    async def start(
        self, ids: Handle, document: Mapping[str, Any], secrets: StartSecrets
    ) -> Started:
        answer: Started = await self._answer("start", ids)
        return answer

    async def query(self, ids: Handle, *, priority: Priority = Priority.POLL) -> QueryReply:
        answer: QueryReply = await self._answer("query", ids)
        return answer

    async def update(
        self, ids: Handle, client_request: Mapping[str, Any], secrets: StartSecrets
    ) -> None:
        await self._answer("update", ids)

    async def update_layout(self, ids: Handle, layout: Mapping[str, Any]) -> None:
        await self._answer("updateLayout", ids)

    async def stop(self, ids: Handle, async_stop: bool = False) -> StopReply:
        answer: StopReply = await self._answer("stop", ids)
        return answer

    async def _answer(self, method: str, ids: Handle | None) -> Any:
        self.calls.append((method, ids))
        await asyncio.sleep(0)
        waiting = self.script.get(method, [])
        answer = waiting.pop(0) if waiting else DEFAULTS[method]
        if isinstance(answer, Exception):
            raise answer
        return answer


class Bench:
    """What start, stop and questions are made of, around one session."""

    def __init__(self, journal: AsyncJournal, session: Session, script: dict[str, Any]) -> None:
        self.clock = StillClock()
        self.journal = journal
        self.book = Book(journal, self.clock)
        self.book.place(session)
        self.agora = ScriptedAgora({key: list(value) for key, value in script.items()})
        self.asker = Asker(self.book, self.clock)
        policy = RetryPolicy()
        self.starter = Starter(self.book, self.clock, policy)
        self.stopper = Stopper(self.book, self.clock, self.asker, policy)
        self.told: list[Session] = []
        self.book.changed.subscribe(self.told.append)

    @property
    def session(self) -> Session:
        return self.book.sessions()[0]

    async def start(self) -> Session:
        """acquire and start as one."""
        ready = asyncio.ensure_future(asyncio.sleep(0))
        return await self.starter.run(self.session.id, self.agora, SECRETS, ready)

    async def on_disk(self) -> Session:
        """The session as the journal has it."""
        (found,) = await self.journal.sessions()
        return found


@asynccontextmanager
async def bench(
    folder: Path, session: Session | None = None, **script: Any
) -> AsyncIterator[Bench]:
    """The bench, with the session in its journal; `script` has a list of answers per method."""
    journal = await AsyncJournal.open(folder / "journal.sqlite3")
    it = Bench(journal, session or make_session(), script)
    await it.book.write(it.session.id)
    try:
        yield it
    finally:
        await journal.close()


def running(**changes: Any) -> Session:
    """A session that records."""
    values: dict[str, Any] = {
        "phase": "recording",
        "resource_id": "resource",
        "sid": "sid",
        "acquired_at": 900.0,
        "start_sent_at": 900.0,
        "started_at": 901.0,
        "confirmed_at": 905.0,
        "last_status": 5,
        "last_status_at": 995.0,
    }
    return make_session(**{**values, **changes})
