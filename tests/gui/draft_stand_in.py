"""A console for the draft page: real rules and events, a keyring in memory, no request."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from pydantic import SecretStr
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from agora_console.domain.guard_rules import check_guards
from agora_console.domain.problems import Problem, has_errors
from agora_console.domain.rules import CheckContext, check, check_cname, check_uid
from agora_console.services.console import Console
from agora_console.services.events import Event
from agora_console.services.setup.projects import StorageKeys
from agora_console.services.start.orders import RefusedError, StartOrder
from agora_console.services.values import Keep, Project, StorageTarget
from agora_console.ui.look.theme import Theme
from tests.gui.session_stage import Clock

TARGET = StorageTarget(
    id="t1", name="Main bucket", vendor=1, region=7, bucket="acme-recordings", prefix=("demo",)
)
OTHER_TARGET = StorageTarget(id="t2", name="Archive", vendor=2, region=0, bucket="acme-archive")
PROJECT = Project(
    id="p1",
    name="Acme Live",
    app_id="0123456789abcdef0123456789abcdef",
    customer_id="customer",
    storage=(TARGET, OTHER_TARGET),
)
KEYS = (SecretStr("AKIAEXAMPLE4F2A"), SecretStr("storage-secret-9Z8Y"))


def dark_theme(app: QApplication) -> Theme:
    """A theme, after the widgets of the test before have really gone: each would be restyled."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return Theme(app, "dark")


@dataclass
class StandInRecordings:
    changed: Event[Any] = field(default_factory=Event)
    orders: list[StartOrder] = field(default_factory=list)
    suggested: int = 71_305_525

    def suggest_uid(self) -> str:
        self.suggested += 1
        return str(self.suggested)

    def check(self, order: StartOrder) -> tuple[Problem, ...]:
        context = CheckContext(
            has_storage_keys=bool(order.secrets.access_key and order.secrets.secret_key)
        )
        named = (check_cname(order.cname, "mix"), check_uid(order.uid))
        guards = check_guards(order.guards, order.uid)
        return (*(each for each in named if each), *check(order.config, context=context), *guards)

    def start(self, order: StartOrder) -> str:
        problems = self.check(order)
        if has_errors(problems):
            raise RefusedError(problems)
        self.orders.append(order)
        return f"session-{len(self.orders)}"


@dataclass
class StandInProjects:
    project: Project | None = PROJECT
    keys: dict[str, StorageKeys] = field(default_factory=lambda: {"t1": KEYS})
    saved: list[tuple[Project, Mapping[str, StorageKeys], Keep]] = field(default_factory=list)
    readers: dict[str, StorageKeys | None] = field(default_factory=dict)
    changed: Event[None] = field(default_factory=Event)
    app_certificate: SecretStr | None = None

    async def make_token(self, project: Project, cname: str, uid: str, seconds: int) -> SecretStr:
        if self.app_certificate is None:
            raise LookupError("There is no certificate.")
        return SecretStr(f"token of {cname} {uid} {seconds}")

    async def certificate(self, project_id: str) -> SecretStr | None:
        return self.app_certificate

    def current(self) -> Project | None:
        return self.project

    async def storage_keys(self, project_id: str, target_id: str) -> StorageKeys | None:
        return self.keys.get(target_id)

    async def read_keys(self, project_id: str, target_id: str) -> StorageKeys | None:
        return self.readers.get(target_id)

    async def save(
        self,
        project: Project,
        customer_secret: SecretStr | None,
        storage_keys: Mapping[str, StorageKeys],
        keep: Keep,
        certificate: SecretStr | None = None,
        *,
        read_keys: Mapping[str, StorageKeys | None] | None = None,
    ) -> None:
        self.project = project
        self.keys.update(storage_keys)
        self.readers.update(read_keys or {})
        self.app_certificate = certificate or self.app_certificate
        self.saved.append((project, storage_keys, keep))
        self.changed.emit(None)


@dataclass
class StandInConsole:
    """Work that is run is carried out at once, or by `release` while `slow` is set."""

    recordings: StandInRecordings = field(default_factory=StandInRecordings)
    projects: StandInProjects = field(default_factory=StandInProjects)
    clock: Clock = field(default_factory=lambda: Clock(1_790_000_000.0))
    kept: dict[str, Any] | None = None
    kept_text: str = ""
    failure: Problem | None = None
    slow: bool = False
    waiting: list[Callable[[], None]] = field(default_factory=list)

    @property
    def guarded(self) -> StandInRecordings:
        """Guards are judged, and carried out, elsewhere."""
        return self.recordings

    def release(self) -> None:
        """Carry out what was held back."""
        while self.waiting:
            self.waiting.pop(0)()

    def run(
        self,
        name: str,
        work: Coroutine[Any, Any, Any],
        done: Callable[[Any], None],
        failed: Callable[[Problem], None],
    ) -> None:
        def carry_out() -> None:
            if self.failure is not None:
                work.close()
                failed(self.failure)
                return
            try:
                work.send(None)
            except StopIteration as end:
                done(end.value)

        if self.slow:
            self.waiting.append(carry_out)
        else:
            carry_out()

    def draft(self) -> dict[str, Any] | None:
        return self.kept

    def draft_text(self) -> str:
        return self.kept_text

    def save_draft(self, document: Mapping[str, Any], unread: str = "") -> None:
        self.kept = dict(document)
        self.kept_text = unread

    def as_console(self) -> Console:
        """For the type checker."""
        return cast("Console", self)
