"""Preflight: asks everything that can be asked before a start, at once, and keeps the answers.

It starts nothing: the one request to Agora is an acquire that nobody uses, and the one thing that
is written is a small object in the storage, removed again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack

from agora_console.api.errors import (
    AllocationFailed,
    ApiError,
    BadRequest,
    Forbidden,
    Inactive,
    Mismatch,
    NotEnabled,
    OverLoad,
    RateLimited,
    TokenRefused,
    Unauthorized,
)
from agora_console.api.exchange import Exchange
from agora_console.api.redact import Redactor
from agora_console.api.token import TokenError, read_token
from agora_console.bucket.errors import BucketError
from agora_console.bucket.store import Bucket
from agora_console.domain.paths import read
from agora_console.domain.preflight import (
    PROJECT,
    Check,
    Line,
    Sheet,
    State,
    Subject,
    kept_sentence,
)
from agora_console.domain.preflight_lines import (
    Answer,
    Asked,
    TokenSight,
    budget_line,
    clock_line,
    credentials_line,
    no_token_line,
    request_line,
    service_line,
    token_line,
    uid_line,
    uid_taken_line,
    unreadable_token_line,
    web_token_line,
    window_line,
)
from agora_console.domain.problems import Problem
from agora_console.domain.secrets import given
from agora_console.domain.states import look
from agora_console.services.clock import Clock
from agora_console.services.failures import problem_of
from agora_console.services.files.buckets import Buckets, storage_of
from agora_console.services.files.probe import Probed, probe
from agora_console.services.links import Links
from agora_console.services.recordings import Recordings
from agora_console.services.sessions.book import Book
from agora_console.services.setup.projects import Projects
from agora_console.services.start.checking import token_misfits
from agora_console.services.start.orders import StartOrder
from agora_console.services.start.start_input import without_secrets
from agora_console.services.watching.health import Health
from agora_console.vault.errors import VaultAbsentError

SOURCE = "preflight"
"""What an entry of the time line with a sheet says it comes from."""

_ANSWERS: Mapping[type[ApiError], Answer] = {
    Unauthorized: Answer.WRONG_KEYS,
    Forbidden: Answer.FORBIDDEN,
    NotEnabled: Answer.NOT_ENABLED,
    Inactive: Answer.NO_ROOM,
    OverLoad: Answer.NO_ROOM,
    AllocationFailed: Answer.NO_ROOM,
    RateLimited: Answer.TOO_MANY,
    BadRequest: Answer.REFUSED,
    Mismatch: Answer.REFUSED,
    TokenRefused: Answer.REFUSED,
}


class Preflight:
    """Runs preflights; belongs to a console."""

    def __init__(
        self,
        *,
        book: Book,
        buckets: Buckets,
        clock: Clock,
        health: Health,
        links: Links,
        projects: Projects,
        recordings: Recordings,
        redactor: Redactor,
    ) -> None:
        self._book = book
        self._buckets = buckets
        self._clock = clock
        self._health = health
        self._links = links
        self._projects = projects
        self._recordings = recordings
        self._redactor = redactor

    def target_path(self, order: StartOrder, name: str) -> str | Problem:
        """Where the probe will write an object of that name; why it will not, otherwise."""
        try:
            return self._buckets.path_of(order.project, storage_of(order.config), name)
        except BucketError as error:
            return error.problem

    async def run(
        self,
        order: StartOrder,
        name: str,
        *,
        planned: float,
        token_seconds: int = 0,
        told: Callable[[Check], None] = lambda check: None,
    ) -> Sheet:
        """Ask everything at once; `told` hears of each line as soon as it is there.

        `name` is that of the object which the probe writes, `planned` the length of the recording
        in seconds, `token_seconds` the life of the token that Start would make (0 makes none).
        Never raises for a line that cannot be looked at; when cancelled, the probe tidies up first.
        """
        begun = self._clock.now()
        order = without_secrets(order)
        for _, secret in given(order.secrets):
            self._redactor.add(secret)
        found: dict[Line, Check] = {}

        def tell(*checks: Check) -> None:
            for check in checks:
                found[check.line] = check
                told(check)

        async with asyncio.TaskGroup() as group:
            group.create_task(self._agora(order, tell))
            for line, work in (
                (Line.TOKEN, self._token(order, planned, token_seconds)),
                (Line.UID, self._uid(order)),
                (Line.STORAGE, self._storage(order, name)),
            ):
                group.create_task(self._safe(line, work, tell))
            now = self._clock.now()
            hours = read(order.config, "acquire.resourceExpiredHour")
            tell(request_line(self._recordings.check(order), now), window_line(hours, planned, now))
        config = dict(order.config)
        subject = Subject(order.project.app_id, order.cname, order.uid, config, planned)
        checks = tuple(found[line] for line in Line)
        return Sheet(subject, begun, self._clock.now(), checks)

    async def keep(self, session_id: str, sheet: Sheet) -> bool:
        """Write the sheet of a recording that was begun into its time line; False for another's."""
        text = kept_sentence(sheet, self._book[session_id])
        if text is None or self._recordings.read_only:
            return False
        record = self._redactor.json(sheet.record())
        await self._book.remark(session_id, SOURCE, self._redactor.text(text), record)
        return True

    # --- lines ---------------------------------------------------------------------

    async def _safe(
        self, line: Line, work: Awaitable[Check], tell: Callable[[Check], None]
    ) -> None:
        try:
            check = await work
        except Exception as error:  # noqa: BLE001 - what fails is a line that could not be looked at
            problem = problem_of(error)
            now = self._clock.now()
            check = Check(line, State.UNSEEN, problem.sentence, now, problem.action)
        tell(check)

    async def _agora(self, order: StartOrder, tell: Callable[..., None]) -> None:
        used = self._health.requests_last_second
        asked = await self._asked(order)
        watched = sum(not each.closed for each in self._recordings.sessions())
        tell(
            credentials_line(asked),
            service_line(asked),
            clock_line(asked),
            budget_line(asked, used, watched, self._health.budget),
        )

    async def _asked(self, order: StartOrder) -> Asked:
        """One acquire for the very channel and UID, with the config's own settings of acquire."""
        now = self._clock.now()
        try:
            credentials = await self._projects.credentials(order.project.id)
        except (LookupError, VaultAbsentError) as error:
            problem = problem_of(error)
            return Asked(
                Answer.NO_SECRET, now, sentence=problem.sentence, action=problem.action or _TYPE_IT
            )
        except Exception as error:  # noqa: BLE001 - a keyring that is locked, or answers not at all
            problem = problem_of(error)
            return Asked(Answer.NONE, now, sentence=problem.sentence, action=problem.action)
        try:
            exchange, failure = await self._links.try_acquire(
                order.project, credentials, order.cname, order.uid, order.config
            )
        except ValueError as error:  # an address or a proxy that cannot be used
            return Asked(Answer.NONE, now, sentence=str(error))
        return _as_asked(exchange, failure, now)

    async def _token(self, order: StartOrder, planned: float, seconds: int) -> Check:
        now = self._clock.now()
        if order.config.get("mode") == "web":
            return web_token_line(now)
        token = order.secrets.token
        if seconds:
            token = await self._projects.make_token(order.project, order.cname, order.uid, seconds)
        if token is None:
            certificate = await self._certificate(order)
            ran = None if certificate else await self._ran_without_token(order.project.app_id)
            return no_token_line(has_certificate=certificate, ran_at=ran, now=now)
        try:
            info = read_token(token.get_secret_value())
        except TokenError as error:
            return unreadable_token_line(str(error), now)
        misfit = " ".join(token_misfits(info, order))
        return token_line(TokenSight(info.usable_until, misfit, bool(seconds)), now, planned)

    async def _certificate(self, order: StartOrder) -> bool:
        try:
            return await self._projects.certificate(order.project.id) is not None
        except VaultAbsentError:  # then none is kept
            return False

    async def _ran_without_token(self, app_id: str) -> float | None:
        """When Agora confirmed a recording of this App ID that was started without a token."""
        for session in reversed(self._recordings.sessions()):
            fits = session.app_id == app_id and session.mode != "web"
            if not fits or session.confirmed_at is None or session.token_expires_at is not None:
                continue
            starts = [
                str(entry.detail.get("request", ""))
                for entry in await self._recordings.entries(session.id)
                if entry.kind == "request" and entry.detail.get("operation") == "start"
            ]
            without = bool(starts) and not any('"token"' in body for body in starts)
            return session.confirmed_at if without else None
        return None

    async def _uid(self, order: StartOrder) -> Check:
        mine = [
            each
            for each in self._recordings.sessions()
            if (each.app_id, each.cname) == (order.project.app_id, order.cname)
        ]
        taken = next((each for each in mine if not each.closed and each.uid == order.uid), None)
        if taken is None:
            return uid_line(order.uid, len(mine), self._clock.now())
        try:
            seen = await self._recordings.ask(taken.id)
            said = look(seen, self._clock.now())
            evidence = f"Asked now: {said.word}. {said.sentence}"
        except Exception as error:  # noqa: BLE001 - the journal's word stands, asked or not
            evidence = f"It could not be asked: {problem_of(error).sentence}"
        spare = self._recordings.suggest_uid()
        return uid_taken_line(order.uid, evidence, spare, self._clock.now())

    async def _storage(self, order: StartOrder, name: str) -> Check:
        storage, secrets = storage_of(order.config), order.secrets
        if secrets.sts_token is not None:
            said = "Temporary keys (STS) can be proved by Agora alone."
            return Check(Line.STORAGE, State.UNSEEN, said, self._clock.now())
        keys = None
        if secrets.access_key is not None and secrets.secret_key is not None:
            keys = (secrets.access_key, secrets.secret_key)
        async with AsyncExitStack() as stack:
            try:
                bucket = self._buckets.of_config(order.project, storage, keys)
            except LookupError as error:
                return Check(
                    Line.STORAGE, State.NO_GO, str(error), self._clock.now(), _TYPE_IT, _ACCESS
                )
            stack.push_async_callback(bucket.close)
            reader = await self._reader(order, storage)
            if reader is not None:
                stack.push_async_callback(reader.close)
            return storage_line(await probe(bucket, name, reader), self._clock.now())

    async def _reader(self, order: StartOrder, storage: Mapping[str, object]) -> Bucket | None:
        try:
            return await self._buckets.reader_of_config(order.project, storage)
        except VaultAbsentError:
            return None


_TYPE_IT = "Type it; it is kept where the project says."
_ACCESS = "clientRequest.storageConfig.accessKey"


def storage_line(probed: Probed, now: float) -> Check:
    """The line of a probe. Only what the store itself refuses is refused to Agora as well."""
    said = " ".join(probed.sentences)
    if probed.problem is None:
        action = "Remove the object by hand." if probed.left_behind else ""
        return Check(Line.STORAGE, State.GO, said, now, action)
    state = State.NO_GO if probed.refused else State.UNSEEN
    return Check(Line.STORAGE, state, said, now, probed.problem.action, PROJECT)


def _as_asked(exchange: Exchange | None, failure: ApiError | None, now: float) -> Asked:
    answer, sentence, action = Answer.ACCEPTED, "", ""
    if failure is not None:
        answer = next(
            (value for kind, value in _ANSWERS.items() if isinstance(failure, kind)), Answer.NONE
        )
        problem = problem_of(failure)
        sentence, action = problem.sentence, problem.action
    if exchange is None:
        return Asked(answer, now, sentence=sentence, action=action)
    return Asked(
        answer,
        exchange.at,
        exchange.host,
        exchange.http,
        exchange.latency_ms,
        sentence,
        action,
        exchange.server_date,
    )
