"""Recordings: what a person does with recordings, and the facts that come back."""

from __future__ import annotations

import asyncio
import secrets as randomness
import uuid
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from agora_console.api.exchange import Exchange
from agora_console.api.policy import RetryPolicy
from agora_console.domain.evidence.status import outlives_its_stop
from agora_console.domain.intake.ticket import Ticket, ticket_of
from agora_console.domain.open_case import why_not_closable
from agora_console.domain.problems import Problem, has_errors
from agora_console.domain.secrets import StartSecrets, given
from agora_console.domain.session import Session
from agora_console.journal.entries import Entry
from agora_console.journal.errors import JournalError
from agora_console.services.agora import AgoraFor
from agora_console.services.changing import Changer, check_changeable
from agora_console.services.clock import Clock
from agora_console.services.ending.ending import Ender
from agora_console.services.ending.planning import check_moment
from agora_console.services.events import Event
from agora_console.services.sessions.adopting import Adopter
from agora_console.services.sessions.backlog import MENDED, WRITE_AGAIN, trouble
from agora_console.services.sessions.book import Book
from agora_console.services.start.checking import check_order, token_end
from agora_console.services.start.keeper import Keeper
from agora_console.services.start.launching import Launcher
from agora_console.services.start.orders import RefusedError, StartOrder, layout_of
from agora_console.services.start.start_input import merged, part_change, without_secrets
from agora_console.services.tasks import Tasks
from agora_console.services.watching.asking import Asker
from agora_console.services.watching.troubles import Troubles
from agora_console.services.watching.watch import Watcher
from agora_console.settings.projects import Project

UID_MAX = 4_294_967_295


class Recordings:
    """Start, watch, change and stop; everything is written down before it is told.

    `adopted` tells that everything that another run left open is taken up.
    `changed` tells a session after each change, `exchanged` every request with its answer
    (redacted), `told` what a person must read (`Problem.rule` is `session:<id>`, `path` is `layout`
    where a layout was not accepted, and `update` where another change was not).
    """

    def __init__(
        self,
        book: Book,
        clock: Clock,
        tasks: Tasks,
        *,
        agora_for: AgoraFor,
        at_hand: Callable[[Session], bool],
        policy: RetryPolicy,
        keeper: Keeper,
        remember: Callable[[SecretStr], None],
        project_of: Callable[[str], Project | None],
        read_only: str = "",
    ) -> None:
        self.changed: Event[Session] = book.changed
        self.removed: Event[str] = book.removed
        self.exchanged: Event[Exchange] = Event()
        self.told: Event[Problem] = Event()
        self.adopted: Event[None] = Event()
        self.read_only = read_only
        self._book = book
        self._clock = clock
        self._tasks = tasks
        self._agora_for = agora_for
        self._writing: set[asyncio.Task[None]] = set()
        self._remember = remember
        self._project_of = project_of
        self._troubles = Troubles(self.told)
        self._asker = Asker(book, clock)
        self._watcher = Watcher(
            book,
            clock,
            tasks,
            asker=self._asker,
            agora_for=agora_for,
            report=self._on_ask_error,
        )
        self._launcher = Launcher(
            book,
            clock,
            tasks,
            agora_for=agora_for,
            at_hand=at_hand,
            policy=policy,
            keeper=keeper,
            watcher=self._watcher,
            troubles=self._troubles,
            told=self.told,
            remember=remember,
        )
        self._ender = Ender(
            book,
            clock,
            tasks,
            asker=self._asker,
            agora_for=agora_for,
            policy=policy,
            keeper=keeper,
            watcher=self._watcher,
            troubles=self._troubles,
        )
        self._adopter = Adopter(
            book,
            clock,
            tasks,
            self._watcher,
            settle=self._launcher.settle,
            stop=self._ender.stop,
        )
        self._changer = Changer(
            book,
            clock,
            tasks,
            asker=self._asker,
            watcher=self._watcher,
            agora_for=agora_for,
            keeper=keeper,
            troubles=self._troubles,
        )
        book.backlog.trouble.subscribe(self._on_journal_trouble)
        book.changed.subscribe(self._on_session_changed)

    def sessions(self) -> tuple[Session, ...]:
        """Every session of the journal, oldest first."""
        return self._book.sessions()

    def get(self, session_id: str) -> Session | None:
        """The session of that id, or None."""
        return self._book.get(session_id)

    async def entries(self, session_id: str) -> list[Entry]:
        """The time line of a session, newest first. Raises JournalError."""
        return await self._book.entries(session_id)

    def suggest_uid(self) -> str:
        """A recorder UID (1…4294967295) that no session of this journal has used."""
        used = {session.uid for session in self._book.sessions()}
        while True:
            uid = str(randomness.randbelow(UID_MAX) + 1)
            if uid not in used:
                return uid

    def check(self, order: StartOrder, at: float | None = None) -> tuple[Problem, ...]:
        """Everything that is wrong with an order; errors keep it from being sent.

        `at` is when it is sent (seconds since the epoch, UTC), None for now.
        """
        at = self._clock.now() if at is None else at
        return check_order(order, self._book.sessions(), at, self.suggest_uid)

    def start(self, order: StartOrder, session_id: str = "") -> str:
        """Begin a recording and return its session id; the work goes on by itself.

        Whoever may have to look for the session later says what its id shall be. Raises
        RefusedError with every problem when nothing may be sent.
        """
        if self.read_only:
            raise RefusedError((Problem(self.read_only, rule="read-only"),))
        problems = self.check(order)
        if has_errors(problems):
            raise RefusedError(problems)
        order = without_secrets(order)
        session = Session(
            id=session_id or uuid.uuid4().hex,
            project_id=order.project.id,
            app_id=order.project.app_id,
            api_url=order.project.api_url,
            cname=order.cname,
            uid=order.uid,
            mode=order.config["mode"],
            config=dict(order.config),
            created_at=self._clock.now(),
            since=self._clock.now(),
            cause="Written down; nothing is sent yet.",
            layout=layout_of(order.config),
            token_expires_at=token_end(order),
            **asdict(order.bond),
        )
        for _, secret in given(order.secrets):
            self._remember(secret)
        self._launcher.launch(session, order.secrets)
        return session.id

    def starting(self, session_id: str) -> bool:
        """True while a start is sent, and again as long as its outcome is not known."""
        return self._launcher.running(session_id)

    async def start_ended(self, session_id: str) -> None:
        """Return when no start is sent any more, whatever came of it."""
        await self._launcher.ended(session_id)

    async def call_off(self, session_id: str) -> bool:
        """Give up a start that has not been sent; False where one is on its way, or was sent."""
        return await self._launcher.call_off(session_id)

    def stop(self, session_id: str, how: str = "") -> None:
        """Stop a recording; a stop that is under way is not doubled. Only the gate calls this.

        `how` is how a person meant it, for the time line. Raises RefusedError when there is
        nothing that could be stopped from here.
        """
        session = self._stoppable(session_id)
        if not self.stopping(session_id):
            self._ender.begin(session.id, f"Stop ordered: {how}." if how else "Stop ordered.")

    def stopping(self, session_id: str) -> bool:
        """True while a stop is sent, and again as long as nothing proves the end."""
        return self._ender.running(session_id)

    async def stop_ended(self, session_id: str) -> None:
        """Return when no stop is sent any more, with or without an end."""
        await self._ender.ended(session_id)

    def plan_stop(self, session_id: str, moment: float | None) -> None:
        """Stop a recording at `moment` (seconds since the epoch, UTC); None: not any more.

        It is in the journal and survives a crash. Nothing is stopped while the machine sleeps or no
        console runs: it is done as soon as one does. Raises RefusedError.
        """
        session = self._in_reach(session_id)
        if moment is not None:
            check_moment(session, moment, self._clock.now())
        self._ender.plan(session_id, moment)

    def close_case(self, session_id: str) -> asyncio.Task[None]:
        """Take a person's word that a recording is over, where no answer can say so.

        It is not over for that: the word is shown as a claim, and what Agora says counts more.
        Raises RefusedError where Agora can still be asked, or a start is being settled.
        """
        session = self._book[session_id]
        why = self.read_only or why_not_closable(session)
        if not why and self.starting(session_id):
            why = "The same start is being sent again, to find out whether it records. Wait for it."
        if why:
            raise RefusedError.because(why)
        return self._ender.close(session_id)

    def update_layout(self, session_id: str, layout: dict[str, Any]) -> None:
        """Send a whole layout (mix only). Agora resets what it leaves out.

        Raises RefusedError when the session cannot take one, or one is on its way.
        """
        session = self._changeable(session_id)
        if session.mode != "mix":
            raise RefusedError.because(
                f"A layout exists only in mix mode; this recording is {session.mode}."
            )
        self._changer.begin_layout(session_id, layout)

    def ask_now(self, session_id: str) -> None:
        """Ask Agora for the status now instead of when it is due."""
        session = self._book[session_id]
        if not self.read_only and not session.over and session.sid:
            self._watcher.watch(session_id, at_once=True)

    async def adopt(self) -> None:
        """Take up every session that is not over, as after a crash. Raises JournalError."""
        if self.read_only:
            return
        await self._adopter.take_up_all()
        self._ender.look_at_plans()
        self.adopted.emit(None)

    async def recover(self, session_id: str, keys: StartSecrets | None = None) -> Session:
        """Find out what became of one session: its start, its stop, or what it does now.

        `keys` stand in for those of its start, where these are gone. Raises what keeps Agora from
        being asked; `problem_of` has the sentence.
        """
        session = self._book[session_id]
        if self.read_only:
            raise RefusedError.because(self.read_only)
        if session.over:
            return session
        if keys is not None:
            await self._launcher.stand_in(session_id, keys)
        gone_on = await self._adopter.recover(session)
        if not gone_on and session.sid:
            await self.ask(session_id)
            await self._adopter.wait_for(self.stop_ended(session_id))
        return self._book[session_id]

    async def ask(self, session_id: str) -> Session:
        """Ask Agora once, now, and return what is known then.

        Raises what keeps Agora from being asked; `problem_of` has the sentence.
        """
        agora = await self._agora_for(self._book[session_id])
        return await self._asker.ask(session_id, agora)

    async def adopt_ticket(self, ticket: Ticket, project_id: str, *, at_once: bool = True) -> str:
        """Take over a recording that was started elsewhere; its session id.

        It is in the journal first and watched then; with `at_once` it is asked right away. The sid
        of a session that is known already is that session. Raises RefusedError, JournalError.
        """
        if self.read_only:
            raise RefusedError.because(self.read_only)
        project = self._project_of(project_id)
        return await self._adopter.take_over(ticket, project, at_once=at_once)

    def ticket(self, session_id: str) -> Ticket:
        """The ticket of a session; raises TicketError with a sentence when it has none."""
        session = self._book[session_id]
        return ticket_of(session, urlsplit(session.api_url).netloc)

    def on_exchange(self, session_id: str, exchange: Exchange) -> None:
        """Take a request with its answer: into the journal, and to whoever listens."""
        write = partial(self._book.note_exchange, session_id, exchange)
        task = asyncio.ensure_future(self._troubles.guard(session_id, write))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)
        self.exchanged.emit(exchange)

    async def flushed(self) -> None:
        """Return when every request so far is in the journal."""
        await asyncio.gather(*self._writing)

    def update(
        self, session_id: str, change: Mapping[str, Any], secrets: StartSecrets | None = None
    ) -> None:
        """Send one change of subscriptions, page, push or STS credentials (method update).

        Raises RefusedError when nothing can be changed from here, or a change is on its way.
        """
        self._changeable(session_id)
        change, found = part_change(change)
        secrets = merged(secrets or StartSecrets(), found)
        for _, secret in given(secrets):
            self._remember(secret)
        self._changer.begin(session_id, change, secrets)

    def _on_ask_error(self, session: Session, error: Exception) -> None:
        self._troubles.tell(
            session.id, error, holds="The recording may still run; it is asked again."
        )

    def _on_session_changed(self, session: Session) -> None:
        """A stop that was ordered, and that Agora only said to carry out, is sent again."""
        if self.read_only or self._tasks.closed or not outlives_its_stop(session):
            return
        if not self.stopping(session.id):
            self._ender.begin(session.id, "It still records after its stop: stopped once more.")

    def _on_journal_trouble(self, error: JournalError) -> None:
        self.told.emit(trouble(error))
        if not self._tasks.closed:
            self._tasks.start("journal", self._write_again())

    async def _write_again(self) -> None:
        while not await self._book.backlog.catch_up():
            await self._clock.sleep(WRITE_AGAIN)
        self.told.emit(MENDED)

    def _in_reach(self, session_id: str) -> Session:
        if self.read_only:
            raise RefusedError.because(self.read_only)
        session = self._book[session_id]
        if session.over:
            raise RefusedError.because("This recording is over.")
        return session

    def _changeable(self, session_id: str) -> Session:
        session = self._stoppable(session_id)
        check_changeable(session)
        return session

    def _stoppable(self, session_id: str) -> Session:
        session = self._in_reach(session_id)
        if not session.stoppable:
            raise RefusedError.because(
                "The sid of this recording is not known, so Agora cannot be told which one."
            )
        return session
