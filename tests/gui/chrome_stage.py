"""A console for the whole window: the draft's stand-in, with sessions, projects and health."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from agora_console.api.redact import Redactor
from agora_console.domain.autostart import DESKTOP
from agora_console.domain.planned_start import PlannedStart
from agora_console.domain.preflight import PROJECT as PROJECT_SETTINGS
from agora_console.domain.preflight import Check, Line, Sheet, State, Subject
from agora_console.domain.preflight_lines import (
    Answer,
    Asked,
    budget_line,
    clock_line,
    credentials_line,
    request_line,
    service_line,
    uid_taken_line,
    web_token_line,
    window_line,
)
from agora_console.domain.problems import Problem
from agora_console.domain.secrets import Credentials, StartSecrets
from agora_console.domain.session import Phase, Session
from agora_console.release import Release
from agora_console.services.events import Event
from agora_console.services.files.downloads import Downloads
from agora_console.services.files.merging import Merging
from agora_console.services.files.snapshots import Snapshots
from agora_console.services.gate import Gate
from agora_console.services.setup.autostart import Autostart, FileNote
from agora_console.services.setup.presets import Presets
from agora_console.services.setup.updates import Updates
from agora_console.services.start.batch import Progress
from agora_console.services.start.orders import StartOrder
from agora_console.services.start.table_text import Line as TableLine
from agora_console.services.tasks import Tasks
from agora_console.services.values import Entry, Project, StorageTarget, VaultState
from agora_console.services.watching.alarms import Alarms
from agora_console.services.watching.health import Health
from agora_console.settings.preferences import Preferences
from agora_console.vault.errors import Condition
from tests.gui import session_stage
from tests.gui.draft_stand_in import PROJECT, StandInConsole, StandInProjects, StandInRecordings
from tests.gui.session_stage import BEGIN, Arrivals, BucketFolder, Clock, KeptCues
from tests.support.configs import web

NOW = BEGIN + 6012.0
IDLE = Project(id="p2", name="Beta & Sons", app_id="b" * 32, customer_id="c" * 32)
UNLOCKED = VaultState("GNOME Keyring", Condition.OK, "Secrets go into GNOME Keyring.")
ABSENT = VaultState("", Condition.ABSENT, "There is no keyring.", "Install GNOME Keyring.")

LOCKED = Problem("GNOME Keyring is locked.", action="Unlock it.")


def session(key: str, made: Session, **changes: Any) -> Session:
    """A session of the session stage under another id and channel."""
    return made.model_copy(update={"id": key, "cname": key, **changes})


def full_house() -> tuple[Session, ...]:
    """Sessions in many states: live ones, and some that ended today and before."""
    day = 86_400.0
    return (
        session("old-show", session_stage.files_listed(), created_at=BEGIN - 2 * day),
        session("older-show", session_stage.ended(), created_at=BEGIN - 9 * day),
        session("keynote-a", session_stage.recording()),
        session("breakout-3", session_stage.unknown(), created_at=BEGIN + 5, uid="90133"),
        session("green-room", session_stage.unconfirmed(), created_at=BEGIN + 9, uid="88120045"),
        session("panel-2", session_stage.nothing_recorded(), created_at=BEGIN + 1),
        session("rehearsal", session_stage.files_listed(), created_at=BEGIN),
        session("sound-check", session_stage.failed(), created_at=BEGIN - 3),
    )


def every_kind() -> WindowConsole:
    """What every screen can be shown with: each state and mode, a planned start, snapshots."""
    order = {**session_stage.recording().client_request, "snapshotConfig": {}}
    on_air = session_stage.recording(token_expires_at=NOW + 2900.0)
    pictures = {**on_air.config, "clientRequest": order}
    page = session_stage.recording(mode="web", config=web(), files=(), uid="88120046")
    console = WindowConsole(
        *full_house(),
        session("home-page", page),
        session("keynote", on_air, config=pictures),
    )
    console.planned.known.append(
        PlannedStart(
            id="plan-town-hall",
            at=NOW + 7200.0,
            project_id=PROJECT.id,
            cname="town-hall",
            uid="4002",
            config=on_air.config,
        )
    )
    return console


@dataclass
class WindowRecordings(StandInRecordings):
    """Sessions that a test changes by `put`; wishes are written down."""

    known: dict[str, Session] = field(default_factory=dict)
    told: Event[Problem] = field(default_factory=Event)
    removed: Event[str] = field(default_factory=Event)
    exchanged: Event[Any] = field(default_factory=Event)
    wishes: list[tuple[Any, ...]] = field(default_factory=list)
    read_only: str = ""

    def sessions(self) -> tuple[Session, ...]:
        return tuple(self.known.values())

    def get(self, session_id: str) -> Session | None:
        return self.known.get(session_id)

    async def entries(self, session_id: str) -> list[Entry]:
        return []

    def stop(self, session_id: str, how: str = "") -> None:
        self.wishes.append(("stop", session_id))

    def stopping(self, session_id: str) -> bool:
        return False

    def starting(self, session_id: str) -> bool:
        return False

    def update_layout(self, session_id: str, layout: dict[str, Any]) -> None:
        self.wishes.append(("layout", session_id, layout))

    def update(self, session_id: str, change: Mapping[str, Any]) -> None:
        self.wishes.append(("update", session_id, change))

    def plan_stop(self, session_id: str, moment: float | None) -> None:
        self.wishes.append(("plan", session_id, moment))

    def close_case(self, session_id: str) -> None:
        self.wishes.append(("close", session_id))

    def ask_now(self, session_id: str) -> None:
        self.wishes.append(("ask", session_id))

    def put(self, changed: Session) -> None:
        self.known[changed.id] = changed
        self.changed.emit(changed)

    def end_all(self) -> None:
        for one in self.sessions():
            if one.live:
                self.put(one.model_copy(update={"over": True, "phase": Phase.ENDED}))


@dataclass
class WindowProjects(StandInProjects):
    """One or more projects, a keyring that says what it is told to."""

    others: tuple[Project, ...] = (IDLE,)
    state: VaultState = UNLOCKED
    secret: SecretStr | None = SecretStr("customer-secret-7Q2W")  # noqa: RUF009 - frozen
    verdict: Problem | None = None
    tested: list[tuple[Project, SecretStr | None]] = field(default_factory=list)
    secrets: list[SecretStr | None] = field(default_factory=list)

    def all(self) -> tuple[Project, ...]:
        return (self.project, *self.others) if self.project else ()

    def choose(self, project_id: str) -> None:
        chosen = next(each for each in self.all() if each.id == project_id)
        self.others = tuple(each for each in self.all() if each.id != project_id)
        self.project = chosen
        self.changed.emit(None)

    def for_this_run(self, project_id: str) -> bool:
        return False

    async def vault_state(self) -> VaultState:
        return self.state

    async def credentials(self, project_id: str) -> Credentials:
        if self.secret is None:
            raise LookupError("The customer secret is not in the keyring.")
        return Credentials("", "", self.secret)

    async def test(self, project: Project, customer_secret: SecretStr | None) -> Problem | None:
        self.tested.append((project, customer_secret))
        return self.verdict

    async def save(
        self, project: Project, customer_secret: SecretStr | None, *rest: Any, **more: Any
    ) -> None:
        self.secrets.append(customer_secret)
        await super().save(project, customer_secret, *rest, **more)


@dataclass
class KeptPreferences:
    """Settings that last as long as the test."""

    kept: Preferences = field(default_factory=Preferences)
    cues: KeptCues = field(default_factory=KeptCues)

    rows: list[Any] = field(default_factory=list)
    plans: list[Any] = field(default_factory=list)

    def planned(self) -> list[Any]:
        return self.plans

    def save_planned(self, planned: list[dict[str, Any]]) -> None:
        self.plans = planned

    def batch(self) -> list[Any]:
        return self.rows

    def save_batch(self, rows: list[dict[str, str]]) -> None:
        self.rows = rows

    def preferences(self) -> Preferences:
        return self.kept

    def save_preferences(self, preferences: Preferences) -> None:
        self.kept = preferences


@dataclass
class StandInPlans:
    """Planned starts that a test puts here; wishes are written down."""

    known: list[PlannedStart] = field(default_factory=list)
    changed: Event[None] = field(default_factory=Event)
    wishes: list[tuple[Any, ...]] = field(default_factory=list)

    def all(self) -> tuple[PlannedStart, ...]:
        return tuple(sorted(self.known, key=lambda plan: plan.at))

    def get(self, plan_id: str) -> PlannedStart | None:
        return next((plan for plan in self.known if plan.id == plan_id), None)

    def check(self, order: StartOrder, at: float) -> tuple[Problem, ...]:
        return () if at > NOW else (Problem("That was too early."),)

    def plan(self, order: StartOrder, at: float, token_seconds: int = 0) -> str:
        self.wishes.append(("plan", order.cname, at))
        plan = PlannedStart(
            id=f"plan-{len(self.known)}",
            at=at,
            project_id=order.project.id,
            cname=order.cname,
            uid=order.uid,
            config=dict(order.config),
        )
        self.known.append(plan)
        self.changed.emit(None)
        return plan.id

    def move(self, plan_id: str, at: float) -> None:
        self.wishes.append(("move", plan_id, at))

    def cancel(self, plan_id: str) -> None:
        self.wishes.append(("cancel", plan_id))
        self.known = [plan for plan in self.known if plan.id != plan_id]
        self.changed.emit(None)

    def start_now(self, plan_id: str) -> None:
        self.wishes.append(("start", plan_id))


class StandInPreflight:
    """Answers at once, each line another way."""

    def target_path(self, order: StartOrder, name: str) -> str | Problem:
        return f"bucket/{name}"

    async def run(
        self, order: StartOrder, name: str, told: Callable[[Check], None], **rest: Any
    ) -> Sheet:
        asked = Asked(Answer.ACCEPTED, NOW, "api.example.com", 200, 41.0, server_date=NOW - 300.0)
        checks = (
            request_line((), NOW),
            credentials_line(asked),
            service_line(asked),
            clock_line(asked),
            web_token_line(NOW),
            uid_taken_line(order.uid, "", "4003", NOW),
            Check(Line.STORAGE, State.UNSEEN, "Removed again.", NOW, "Wait.", PROJECT_SETTINGS),
            budget_line(asked, 1, 3, 10),
            window_line(72, 7200.0, NOW),
        )
        for check in checks:
            told(check)
        about = Subject("a" * 32, order.cname, order.uid, order.config, 7200.0)
        return Sheet(about, NOW, NOW, checks)


@dataclass
class StandInBatch:
    """Lines of which a test says what became; started ones are written down."""

    known: dict[str, Progress] = field(default_factory=dict)
    changed: Event[str] = field(default_factory=Event)
    started: list[dict[str, TableLine]] = field(default_factory=list)
    running: bool = False

    def progress(self, key: str) -> Progress | None:
        return self.known.get(key)

    def can_start(self, key: str) -> bool:
        return key not in self.known or self.known[key].problem is not None

    async def keys_of(self, base: StartOrder, presets: Any) -> dict[str, StartSecrets]:
        return {}

    def check(self, base: StartOrder, line: TableLine, keys: Any = None) -> tuple[Problem, ...]:
        return () if line.uid.isdigit() else (Problem(f"{line.uid} is no UID.", path="uid"),)

    def start(self, base: StartOrder, lines: dict[str, TableLine], token_seconds: int = 0) -> None:
        self.started.append(lines)
        self.running = True
        for key in lines:
            self.known[key] = Progress(waiting=True)
            self.changed.emit(key)

    def tell(self, key: str, progress: Progress) -> None:
        self.known[key] = progress
        self.changed.emit(key)

    def halt(self) -> None:
        self.running = False


class UnfollowedSnapshots(Snapshots):
    """Nobody looks for pictures: there is no loop to do it in."""

    def follow(self, session_id: str) -> None:
        pass


class WindowConsole(StandInConsole):
    """What the window needs of a console."""

    recordings: WindowRecordings
    projects: WindowProjects

    def __init__(self, *sessions: Session, project: Project | None = PROJECT) -> None:
        super().__init__(
            recordings=WindowRecordings(known={each.id: each for each in sessions}),
            projects=WindowProjects(project=project),
        )
        self.clock = Clock(NOW)
        self.arrivals = Arrivals()
        self.buckets = BucketFolder()
        self.tasks = Tasks()
        self.downloads = Downloads(self.clock, self.tasks, self.buckets.of_session)
        self.merging = Merging(self.tasks, self.downloads)
        self.snapshots = UnfollowedSnapshots(
            self.clock, self.tasks, self.buckets.of_session, self.recordings.get
        )
        self.folder = Path("data")
        self.demo = False
        self.beside_owner = False
        self.settings = KeptPreferences()
        self.planned = StandInPlans()
        self.batch = StandInBatch()
        self.preflight = StandInPreflight()
        self.gate = Gate(self.recordings, self.clock, keep=self._keep_lock, planned=self.planned)
        self.notes: list[tuple[str, str]] = []
        self.kept_alarms: list[dict[str, Any]] = []
        self.alarms = Alarms(keep=self._keep_alarms, note=lambda *note: self.notes.append(note))
        self.presets = Presets(self.folder)
        self.autostart = Autostart(FileNote(self.folder / "autostart"), DESKTOP, None)
        self.updates = Updates(Release("1.0.0"), self.settings, self.clock.now)  # type: ignore[arg-type]
        self.redactor = Redactor()
        self.health = Health(self.clock)
        self.fails = ""  # the name of the work that finds the keyring locked
        self.health.say(keyring="Keyring: GNOME Keyring", journal="Journal saved")

    def probe_path(self, project: Project, target: StorageTarget, name: str) -> str | Problem:
        return "/".join((target.bucket, *target.prefix, name))

    def use(self, recordings: WindowRecordings) -> None:
        """Take other recordings, behind the same gate."""
        self.recordings = recordings
        self.gate = Gate(recordings, self.clock, keep=self._keep_lock, planned=self.planned)

    def _keep_lock(self, locked: bool) -> None:
        kept = self.settings.preferences()
        self.settings.save_preferences(kept.model_copy(update={"locked": locked}))

    def _keep_alarms(self, alarms: list[dict[str, Any]]) -> None:
        self.kept_alarms = alarms

    def run(
        self,
        name: str,
        work: Coroutine[Any, Any, Any],
        done: Callable[[Any], None],
        failed: Callable[[Problem], None],
    ) -> None:
        """As the console does it: what a service raises reaches `failed` as a sentence."""
        if name == self.fails:
            work.close()
            failed(LOCKED)
            return
        try:
            work.send(None)
        except StopIteration as end:
            done(end.value)
        except LookupError as error:
            failed(Problem(str(error)))
