"""Console: everything that the window and the commands talk to, wired and ended in order."""

from __future__ import annotations

import asyncio
import logging
import os
import uuid
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from agora_console.api.policy import RetryPolicy
from agora_console.api.redact import Redactor
from agora_console.bucket.errors import BucketError
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.session import Session
from agora_console.journal.writer import AsyncJournal
from agora_console.release import this_release
from agora_console.services.agora import Agora
from agora_console.services.clock import Clock
from agora_console.services.events import Event
from agora_console.services.failures import problem_of
from agora_console.services.files.arrival import Arrivals
from agora_console.services.files.buckets import Buckets
from agora_console.services.gate import Gate
from agora_console.services.links import Links
from agora_console.services.recordings import Recordings
from agora_console.services.sessions.book import Book
from agora_console.services.sessions.retention import Retention
from agora_console.services.setup.projects import Projects, StorageKeys
from agora_console.services.setup.updates import Updates
from agora_console.services.start.keeper import Keeper
from agora_console.services.start.planned_start import PlannedStarts, StartMeans
from agora_console.services.start.second import GuardedStart
from agora_console.services.start.start_input import part_secrets
from agora_console.services.start.watchdog import Watchdogs
from agora_console.services.tasks import Tasks
from agora_console.services.watching.alarms import Alarms
from agora_console.services.watching.following import Follower
from agora_console.services.watching.health import Health
from agora_console.settings.errors import SettingsError
from agora_console.settings.projects import Project, StorageTarget
from agora_console.settings.store import Settings
from agora_console.vault.keyring_vault import Vault

if TYPE_CHECKING:
    from agora_console.bucket.store import Bucket
    from agora_console.services.files.downloads import Downloads
    from agora_console.services.files.merging import Merging
    from agora_console.services.files.probe import Probed
    from agora_console.services.files.snapshots import Snapshots
    from agora_console.services.setup.autostart import Autostart
    from agora_console.services.setup.presets import Presets
    from agora_console.services.start.batch import Batch
    from agora_console.services.start.preflight import Preflight

T = TypeVar("T")
log = logging.getLogger(__name__)

JOURNAL_SAVED = "Journal saved"

TAKEN_OVER = Problem(
    "The other Agora Console has ended. This one watches and stops the recordings from now on.",
    Severity.NOTE,
    rule="journal",
)

SIMULATED = "bucket"
"""Folder of a demo in which its simulator keeps the files."""


class Console:
    """The open data folder with all its services; use `Console.open`, end with `close`.

    `raise_requested` tells that somebody who started a second one wants to see this one; it carries
    the path of the file that is to be opened, or "".
    """

    def __init__(
        self, folder: Path, clock: Clock, journal: AsyncJournal, vault: Vault, *, demo: bool
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.demo = demo
        self.tasks = Tasks()
        self.redactor = Redactor()
        self.raise_requested: Event[str] = Event()
        self.settings = Settings(folder)
        self.health = Health(clock)
        self._journal = journal
        self._vault = vault
        self._book = Book(journal, clock)
        self._links = Links(self.redactor, clock, self._on_exchange)
        self.projects = Projects(
            self.settings, vault, remember=self.redactor.add, prove=self._links.prove
        )
        keeper = Keeper(vault, lambda project_id: demo or self.projects.for_this_run(project_id))
        self.recordings = Recordings(
            self._book,
            clock,
            self.tasks,
            agora_for=self._agora_for,
            at_hand=self._at_hand,
            policy=RetryPolicy(),
            keeper=keeper,
            remember=self.redactor.add,
            project_of=self.projects.get,
            read_only=journal.read_only_reason,
        )
        self.guarded = GuardedStart(self.recordings, clock, self.tasks)
        self.watchdogs = Watchdogs(
            self._book,
            clock,
            self.tasks,
            recordings=self.recordings,
            keeper=keeper,
            projects=self.projects,
        )
        self.alarms = Alarms(self.settings.alarms(), keep=self._keep_alarms, note=self.note)
        means = StartMeans(
            self.recordings,
            self.guarded,
            self.projects,
            keeper,
            self.alarms,
            self.redactor.add,
        )
        self.planned = PlannedStarts(self.settings, means, clock, self.tasks)
        self.recordings.adopted.subscribe(lambda _: self.planned.take_up())
        self.gate = Gate(
            self.recordings,
            clock,
            locked=self.settings.preferences().locked,
            keep=self._keep_lock,
            planned=self.planned,
        )
        self.updates = Updates(this_release(), self.settings, clock.now)
        self.buckets = Buckets(self.projects, folder / SIMULATED if demo else None)
        self.arrivals = Arrivals(
            self._book, clock, self.tasks, self.buckets.of_session, self.buckets.can_look
        )
        self.health.say(journal=journal.read_only_reason or JOURNAL_SAVED)
        self._book.backlog.trouble.subscribe(lambda error: self.health.say(journal=str(error)))
        self._book.backlog.mended.subscribe(lambda _: self.health.say(journal=JOURNAL_SAVED))

    @classmethod
    async def open(
        cls, folder: Path, clock: Clock, *, demo: bool = False, vault: Vault | None = None
    ) -> Console:
        """Open a data folder; raises JournalError with a sentence when that is not possible."""
        journal = await AsyncJournal.open(folder / "journal.sqlite3")
        console = cls(folder, clock, journal, vault or Vault(), demo=demo)
        await console._book.load()
        return console

    # What follows is made when it is asked for first, so that a window is not kept waiting by
    # what few starts of it need.

    @cached_property
    def presets(self) -> Presets:
        """Configs under a name."""
        from agora_console.services.setup.presets import Presets  # noqa: PLC0415

        return Presets(self.folder)

    @cached_property
    def autostart(self) -> Autostart:
        """Whether the program starts with the system."""
        from agora_console.services.setup.autostart import this_autostart  # noqa: PLC0415

        return this_autostart(self.folder, os.environ, demo=self.demo)

    @cached_property
    def batch(self) -> Batch:
        """Many starts from one table."""
        from agora_console.services.start.batch import Batch  # noqa: PLC0415

        return Batch(self.recordings, self.guarded, self.projects, self.presets, self.tasks)

    @cached_property
    def preflight(self) -> Preflight:
        """What can be asked before a start."""
        from agora_console.services.start.preflight import Preflight  # noqa: PLC0415

        return Preflight(
            book=self._book,
            buckets=self.buckets,
            clock=self.clock,
            health=self.health,
            links=self._links,
            projects=self.projects,
            recordings=self.recordings,
            redactor=self.redactor,
        )

    @cached_property
    def downloads(self) -> Downloads:
        """Files from the bucket to the disk."""
        from agora_console.services.files.downloads import Downloads  # noqa: PLC0415

        return Downloads(self.clock, self.tasks, self.buckets.of_session)

    @cached_property
    def merging(self) -> Merging:
        """Slices to films."""
        from agora_console.services.files.merging import Merging  # noqa: PLC0415

        return Merging(self.tasks, self.downloads)

    @cached_property
    def snapshots(self) -> Snapshots:
        """Pictures of a recording, as they come."""
        from agora_console.services.files.snapshots import Snapshots  # noqa: PLC0415

        return Snapshots(self.clock, self.tasks, self.buckets.of_session, self.recordings.get)

    @property
    def beside_owner(self) -> bool:
        """True when another console owns the data folder, so that this one only shows."""
        return self._journal.beside_owner

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What a person must be told of the opening of the data folder."""
        return (*self._journal.notes, *self.settings.notes, *self.planned.notes)

    async def close(self) -> None:
        """End every task, close connections, then the journal; recordings are left as they are."""
        await self.tasks.close()
        await self.recordings.flushed()
        await self._book.backlog.catch_up()
        await self._links.close()
        await self._journal.close()
        self._vault.close()

    def run(
        self,
        name: str,
        work: Coroutine[Any, Any, T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None],
    ) -> None:
        """Run `work` as a supervised task; `done` or `failed` is called on the loop's thread.

        A task of the same name that still runs is replaced, and its callbacks are not called.
        """

        async def guarded() -> None:
            try:
                result = await work
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - every failure becomes a sentence
                failed(problem_of(error))
            else:
                done(result)

        task = self.tasks.start(name, guarded())
        # A task that is cancelled before its first step would leave `work` behind, unawaited.
        task.add_done_callback(lambda _: work.close())

    def note(self, session_id: str, text: str) -> None:
        """Write down what the operator did in the window with a session; a plan has no journal."""
        known = self.recordings.get(session_id) is not None
        if not known or self.recordings.read_only or self.tasks.closed:
            return
        self.run(
            f"note:{uuid.uuid4().hex}",
            self._book.note(session_id, text, "window"),
            lambda _: None,
            self.recordings.told.emit,
        )

    def draft(self) -> dict[str, Any] | None:
        """The draft that was last typed, without secrets."""
        return self.settings.draft()

    def draft_text(self) -> str:
        """The JSON that was typed last and did not parse; empty where it did."""
        return self.settings.draft_text()

    def save_draft(self, document: Mapping[str, Any], unread: str = "") -> None:
        """Keep what is typed, so that it survives a crash; never a secret.

        `unread` is JSON that does not parse yet.
        """
        self.settings.save_draft(part_secrets(document)[0], self.redactor.text(unread))

    async def clean_up(self) -> None:
        """Remove what ended long ago from the journal, now and every day."""

        def days() -> int:
            return self.settings.preferences().keep_days

        await Retention(self._book, self._journal, self.clock, days).run()

    async def follow(self, taken: Callable[[], Awaitable[None]]) -> None:
        """Show what the owner of the data folder does; own it and call `taken` when that ends."""
        await Follower(self._book, self._journal, self.clock, taken).run()

    def take_over(self) -> None:
        """Command from now on, because this console owns its data folder."""
        why = self._journal.read_only_reason
        self.recordings.read_only = why
        self.health.say(journal=why or JOURNAL_SAVED)
        self.planned.read_again()
        self.alarms.take(self.settings.alarms())
        if self.settings.preferences().locked:  # the show stays locked, whoever owns it
            with suppress(SettingsError):  # it is written down already
                self.gate.lock()
        for note in (
            *self._journal.notes,
            *self.planned.notes,
            Problem(why) if why else TAKEN_OVER,
        ):
            self.recordings.told.emit(note)

    def probe_path(self, project: Project, target: StorageTarget, name: str) -> str | Problem:
        """Where a probe would write an object of that name; why it cannot, otherwise."""
        try:
            return self.buckets.path_of_target(project, target, name)
        except BucketError as error:
            return error.problem

    async def probe(
        self,
        project: Project,
        target: StorageTarget,
        name: str,
        keys: StorageKeys | None = None,
        read_keys: StorageKeys | None = None,
    ) -> Probed:
        """Prove a target by a small object of that name; keys as typed, None for those kept.

        Raises BucketError, VaultError or LookupError where it cannot even be tried.
        """
        from agora_console.services.files.probe import probe  # noqa: PLC0415

        self._remember(keys, read_keys)
        async with AsyncExitStack() as stack:
            bucket = await self.buckets.of_target(project, target, keys)
            stack.push_async_callback(bucket.close)
            if read_keys is not None:
                reader: Bucket | None = await self.buckets.of_target(project, target, read_keys)
            else:
                reader = await self.buckets.reader_of(project, target)
            if reader is not None:
                stack.push_async_callback(reader.close)
            return await probe(bucket, name, reader)

    async def probe_read_key(
        self, project: Project, target: StorageTarget, read_keys: StorageKeys | None = None
    ) -> str:
        """What a listing with the read key of a target proves.

        Raises BucketError, VaultError or LookupError with a sentence.
        """
        from agora_console.services.files.probe import can_list  # noqa: PLC0415

        self._remember(read_keys)
        found = read_keys or await self.projects.read_keys(project.id, target.id)
        if found is None:
            raise LookupError(f"{target.name} has no read key.")
        bucket = await self.buckets.of_target(project, target, found)
        try:
            return await can_list(bucket)
        finally:
            await bucket.close()

    async def report(self, session_id: str) -> str:
        """The report of a session as HTML; raises KeyError, or JournalError with a sentence."""
        from agora_console.services.papers.report import session_report  # noqa: PLC0415

        session = self._book[session_id]
        page = await asyncio.to_thread(
            session_report,
            session,
            await self._book.entries(session_id),
            self.clock.now(),
            looked=self.arrivals.looked(session_id),
        )
        return self.redactor.text(page)

    async def look_at_keyring(self) -> None:
        """Say in the status strip which keyring there is; the demo needs none."""
        if self.demo:
            self.health.say(keyring="Demo keys, for this run only")
            return
        state = await self.projects.vault_state()
        self.health.say(keyring=state.sentence)

    async def warm(self) -> None:
        """Prepare the first connection off the loop, so that Start does not wait for it.

        Nor for the schema of its session, where the journal has none.
        """
        await self._links.warm()
        await asyncio.to_thread(Session.model_rebuild)

    def _remember(self, *pairs: StorageKeys | None) -> None:
        for key in (key for pair in pairs if pair is not None for key in pair):
            self.redactor.add(key)

    def _keep_lock(self, locked: bool) -> None:
        """What a console beside the owner of the folder does is its own."""
        if not self.recordings.read_only:
            preferences = self.settings.preferences()
            self.settings.save_preferences(preferences.model_copy(update={"locked": locked}))

    def _keep_alarms(self, alarms: list[dict[str, Any]]) -> None:
        if not self.recordings.read_only:
            self.settings.save_alarms(alarms)

    async def _agora_for(self, session: Session) -> Agora:
        """The address is the project's of today: any host of Agora knows every recording."""
        credentials = await self.projects.credentials(session.project_id)
        project = self.projects.get(session.project_id)
        assert project is not None  # or there were no credentials
        return await self._links.gateway(session.id, project, credentials)

    def _at_hand(self, session: Session) -> bool:
        """Whether `_agora_for` has to wait neither for the keyring nor for the trust store."""
        return self.projects.knows_secret(session.project_id) and self._links.ready

    def _on_exchange(self, session_id: str, exchange: Any) -> None:
        self.health.on_exchange(exchange)
        if session_id:
            self.recordings.on_exchange(session_id, exchange)
