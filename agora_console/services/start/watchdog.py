"""Watchdogs: a recording that is proven to be lost is started again, once for each loss.

The rules stand in `domain.watchdog`. What this adds is the order of writing: the keys are kept for
the successor, its intent is in the journal, and only then is acquire sent. The successor's id
follows from that of the lost session, and its row names it, so that link and intent are one write
and a crash between any two steps leaves one successor or none, never two.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from agora_console.api.token import MAX_LIFE, TokenError, read_token
from agora_console.domain.evidence.facts import WatchdogKeysForgotten, WatchdogStoodDown
from agora_console.domain.guards import partner_of, successor_key
from agora_console.domain.paths import with_value
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Session
from agora_console.domain.watchdog import Decision, Step, decide
from agora_console.services.clock import Clock
from agora_console.services.failures import problem_of
from agora_console.services.recordings import Recordings
from agora_console.services.sessions.book import Book
from agora_console.services.setup.projects import Projects
from agora_console.services.start.keeper import Keeper
from agora_console.services.start.orders import Bond, RefusedError, StartOrder
from agora_console.services.start.second import keeping_away
from agora_console.services.tasks import Tasks
from agora_console.vault.keyring_vault import VaultError

log = logging.getLogger(__name__)

_STS_END = "clientRequest.storageConfig.stsExpiration"

AGAIN = 15.0
"""Seconds between two attempts to ask Agora, or to write the successor down."""


class Watchdogs:
    """The watchdog of every session that has one; they act for as long as the console runs."""

    def __init__(
        self,
        book: Book,
        clock: Clock,
        tasks: Tasks,
        *,
        recordings: Recordings,
        keeper: Keeper,
        projects: Projects,
    ) -> None:
        self._book = book
        self._clock = clock
        self._tasks = tasks
        self._recordings = recordings
        self._keeper = keeper
        self._projects = projects
        self._back: set[str] = set()
        recordings.changed.subscribe(self._on_changed)
        recordings.adopted.subscribe(self._on_adopted)

    def decision(self, session: Session) -> Decision:
        """What the watchdog of a session does now, and the sentence that says so."""
        sessions = self._book.sessions()
        return decide(session, self.successor(session.id), sessions, self._clock.now())

    def successor(self, session_id: str) -> Session | None:
        """The session that was started in place of a lost one."""
        return self._book.get(successor_key(session_id))

    def stand_down(self, session_id: str) -> None:
        """Start nothing any more in place of this recording, which goes on as it is."""
        if self._recordings.read_only:
            raise RefusedError((Problem(self._recordings.read_only, rule="read-only"),))
        fact = WatchdogStoodDown(self._clock.now(), "The watchdog is off: it was switched off.")
        self._tasks.start(f"stand-down:{session_id}", self._apply(session_id, fact))

    # --- when there is something to do -----------------------------------------------------

    def _on_adopted(self, _: None) -> None:
        for session in self._book.sessions():
            self._on_changed(session)

    def _on_changed(self, session: Session) -> None:
        dog = session.watchdog
        if dog is None or self._recordings.read_only or self._tasks.closed:
            return
        if session.over or (dog.off and session.sid):
            name = f"watchdog:{session.id}"
            if not dog.forgotten and not self._tasks.running(name):
                self._tasks.start(name, self._guard(session.id))
        self._look_for_two(session)

    def _look_for_two(self, session: Session) -> None:
        """A loss that was proven by all that Agora says may still be undone by Agora."""
        successor = self.successor(session.id)
        if session.over or successor is None or successor.over or session.id in self._back:
            return
        self._back.add(session.id)
        self._tell(
            session,
            f"{session.cname} is back with UID {session.uid}, after it had been started again "
            f"with UID {successor.uid}: both record and are billed.",
            action="Stop one of them.",
        )

    async def _guard(self, session_id: str) -> None:
        try:
            await self._carry_out(session_id)
        except Exception as error:  # noqa: BLE001 - whatever fails is told with its session
            rule = f"session:{session_id}"
            self._recordings.told.emit(replace(problem_of(error), rule=rule))

    async def _carry_out(self, session_id: str) -> None:
        while True:
            session = self._book[session_id]
            decision = self.decision(session)
            match decision.step:
                case Step.ARMED:
                    return
                case Step.WAIT:
                    await self._clock.sleep((decision.at or 0.0) - self._clock.now())
                case Step.ASK:
                    await self._ask(session)
                case Step.START:
                    await self._start_again(session)
                case Step.GIVE_UP:
                    self._tell(session, f"{session.cname} is lost. {decision.sentence}")
                    return await self._finish(session, decision.sentence)
                case Step.OFF:
                    return await self._finish(session, decision.sentence)

    # --- steps -----------------------------------------------------------------------------

    async def _ask(self, session: Session) -> None:
        """Look once more whether it is really over."""
        try:
            await self._recordings.ask(session.id)
        except Exception as error:  # noqa: BLE001 - no answer is no proof, whatever the reason
            log.info("A lost recording could not be asked again: %s", problem_of(error).sentence)
        if self.decision(self._book[session.id]).step is Step.ASK:
            await self._clock.sleep(AGAIN)

    async def _start_again(self, session: Session) -> None:
        try:
            order = await self._order(session)
        except (LookupError, VaultError, TokenError) as error:
            await self._refuse(session, str(error))
            return
        key = successor_key(session.id)
        await self._keeper.put(key, session.project_id, order.secrets)
        # Whatever has happened meanwhile counts; from here to the order nothing else can.
        if self.decision(self._book[session.id]).step is not Step.START:
            return
        try:
            self._recordings.start(order, key)
        except RefusedError as error:
            await self._refuse(session, str(error))
            return
        self._tell(
            session,
            f"{session.cname} was lost with UID {session.uid} and is started again with UID "
            f"{order.uid}.",
            severity=Severity.WARNING,
        )
        await self._book.note(session.id, f"The watchdog starts again with UID {order.uid}.")
        await self._tasks.ended(f"start:{key}")
        if self.successor(session.id) is None:  # it could not be written down
            await self._clock.sleep(AGAIN)

    async def _order(self, session: Session) -> StartOrder:
        """The order of the successor: the same once more, with another UID."""
        project = self._projects.get(session.project_id)
        if project is None or session.watchdog is None:
            raise LookupError("The project of this recording is not known here any more.")
        uid = self._recordings.suggest_uid()
        partner = partner_of(session, self._book.sessions())
        away = () if partner is None or partner.over else (partner.resource_id,)
        order = StartOrder(
            project=project,
            cname=session.cname,
            uid=uid,
            config=keeping_away(_with_renewed_end(session), away),
            secrets=await self._keeper.get(session.id),
            bond=Bond(
                watchdog=session.watchdog,
                predecessor_id=session.id,
                restarts=session.restarts + 1,
                pair=session.pair,
            ),
        )
        return replace(order, secrets=await self._with_token(order))

    async def _with_token(self, order: StartOrder) -> StartSecrets:
        """The secrets with a token that admits the new UID; one is made where it does not."""
        if order.secrets.token is None:
            return order.secrets
        try:
            token = read_token(order.secrets.token.get_secret_value())
        except TokenError:
            fits = False
        else:
            fits = token.is_for_uid(order.uid) and token.usable_until > self._clock.now()
        if fits:
            return order.secrets
        try:
            made = await self._projects.make_token(order.project, order.cname, order.uid, MAX_LIFE)
        except (LookupError, VaultError, TokenError) as error:
            text = f"the token does not admit another UID, and none can be made. {error}"
            raise LookupError(text) from error
        return replace(order.secrets, token=made)

    # --- the end ---------------------------------------------------------------------------

    async def _refuse(self, session: Session, why: str) -> None:
        sentence = f"Not started again: {why}"
        self._tell(session, f"{session.cname} is lost. {sentence}")
        await self._apply(session.id, WatchdogStoodDown(self._clock.now(), sentence))

    async def _finish(self, session: Session, why: str) -> None:
        """Nothing is started any more in place of this session: its keys are not needed."""
        await self._apply(session.id, WatchdogStoodDown(self._clock.now(), why))
        await self._keeper.drop(session.id)
        if self.successor(session.id) is None:
            await self._keeper.drop(successor_key(session.id))
        await self._apply(session.id, WatchdogKeysForgotten(self._clock.now()))

    async def _apply(
        self, session_id: str, fact: WatchdogStoodDown | WatchdogKeysForgotten
    ) -> None:
        before = self._book[session_id].watchdog
        await self._book.apply(session_id, fact)
        if isinstance(fact, WatchdogStoodDown) and before is not None and not before.off:
            await self._book.note(session_id, fact.why)

    def _tell(
        self,
        session: Session,
        sentence: str,
        *,
        action: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        rule = f"session:{session.id}"
        self._recordings.told.emit(Problem(sentence, severity, rule=rule, action=action))


def _with_renewed_end(session: Session) -> dict[str, Any]:
    """The config with the end of the storage credentials that were renewed on air."""
    if session.sts_expires_at is None:
        return session.config
    return with_value(session.config, _STS_END, int(session.sts_expires_at))
