"""BatchDesk: joins the table of channels with the services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from agora_console.domain.problems import Problem, has_errors
from agora_console.domain.secrets import StartSecrets
from agora_console.services.reading import read_beginning
from agora_console.services.start.batch import doubles
from agora_console.services.start.orders import StartOrder
from agora_console.services.start.table_text import Line
from agora_console.services.values import SettingsError
from agora_console.ui.batch.looks import line_look
from agora_console.ui.batch.model import BatchModel, Item
from agora_console.ui.batch.page import BatchPage

if TYPE_CHECKING:
    from agora_console.ui.ticks import Tick
    from agora_console.ui.workspace import Workspace

AT_ONCE = 8
"""Lines that are judged in one turn of the loop."""

SAVE_MS = 800
LARGEST_FILE = 1_000_000


class BatchDesk(QObject):
    """Belongs to a workspace."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._console = space.console
        self._batch = space.console.batch
        self.model = BatchModel(
            self._console.recordings.suggest_uid,
            lambda key: not self._batch.can_start(key),
            self,
        )
        self.page = BatchPage(self.model)
        self.dialog: QFileDialog | None = None
        self._problems: dict[str, tuple[Line, tuple[Problem, ...]]] = {}
        self._keys: dict[str, StartSecrets] = {}
        self._base: StartOrder | None = None
        self._seconds = 0
        self._judging = QTimer(self, interval=0)
        self._saving = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._ends: list[Callable[[], None]] = []
        space.window.pages.addWidget(self.page)

    def begin(self) -> None:
        """Connect everything, and show the table that was last typed."""
        page = self.page
        self.model.load(_read(self._console.settings.batch()))
        self._ends = [
            self._batch.changed.subscribe(lambda _: self._show()),
            self._console.presets.changed.subscribe(lambda _: self._on_presets_changed()),
        ]
        self._space.ticker.tick.connect(self._on_tick)
        self._judging.timeout.connect(self._judge_some)
        self._saving.timeout.connect(self.save)
        self.model.undo.indexChanged.connect(self._on_edited)
        page.start_requested.connect(self.start)
        page.halt_requested.connect(self._batch.halt)
        page.stop_requested.connect(self._on_stop_requested)
        page.file_requested.connect(self.ask_file)
        page.config_changed.connect(self.refresh)

    def end(self) -> None:
        """Keep the table, and listen no more."""
        if self._saving.isActive():
            self.save()
        self._judging.stop()
        for end in self._ends:
            end()
        self._ends.clear()
        if self.dialog is not None:
            self.dialog.reject()

    def open(self) -> None:
        """Show the table; its lines are judged by the draft as it is now."""
        self._space.show_page(self.page)
        self.refresh()
        self.page.go_to_first()

    def refresh(self) -> None:
        """Take the config anew, and judge every line by it."""
        self.page.set_presets([preset.name for preset in self._console.presets.all()])
        self._base = self._space.draft.order()
        self._seconds = self._space.draft.form.channel.token.seconds()
        self._problems.clear()
        if self._base is not None:
            names = {line.preset for line in map(self._line, self.model.items())}
            self._console.run(
                "batch-keys",
                self._batch.keys_of(self._base, names),
                self._on_keys,
                self.page.notice.show_problem,
            )
        self._judging.start()
        self._show()

    def start(self) -> None:
        """Start every line that is ready."""
        if self._base is None:
            return
        due = {item.key: self._line(item) for item in self._ready()}
        self._batch.start(self._base, due, self._seconds)
        self._show()

    def save(self) -> None:
        """Keep the table for the next run."""
        self._saving.stop()
        try:
            self._console.settings.save_batch([asdict(item.line) for item in self.model.items()])
        except SettingsError as error:
            self.page.notice.show_problem(error.problem)

    def ask_file(self) -> None:
        """Ask for a file with lines."""
        dialog = QFileDialog(self._space.window, self.tr("Read lines from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.read_file(Path(path)))
        dialog.finished.connect(self._on_dialog_finished)
        self.dialog = dialog
        dialog.open()

    def read_file(self, path: Path) -> None:
        """Put in the lines of a file."""
        try:
            data = read_beginning(path, LARGEST_FILE + 1)
            if len(data) > LARGEST_FILE:
                raise ValueError(self.tr("The file is too large for a table of channels."))
            text = data.decode("utf-8-sig", "replace")
        except (OSError, ValueError) as error:
            said = self.tr("{0} cannot be read: {1}").format(path.name, error)
            self.page.notice.show_problem(Problem(said))
            return
        self.page.insert_text(text)

    def _line(self, item: Item) -> Line:
        """What is started for a line: a common preset counts where it names none."""
        return replace(item.line, preset=item.line.preset or self.page.preset())

    def _ready(self) -> list[Item]:
        return [
            item
            for item in self.model.items()
            if (found := self._problems.get(item.key)) is not None
            and found[0] == self._line(item)
            and not has_errors(found[1])
            and self._batch.can_start(item.key)
        ]

    def _judge_some(self) -> None:
        """Judge a few lines; the rest in the next turn of the loop."""
        items = self.model.items()
        base = self._base
        due = [
            item for item in items if self._problems.get(item.key, (None,))[0] != self._line(item)
        ]
        if base is None or not due:
            self._judging.stop()
        else:
            lines = [self._line(item) for item in items]
            twice = doubles(lines)
            for item in due[:AT_ONCE]:
                line = self._line(item)
                found = self._batch.check(base, line, self._keys)
                self._problems[item.key] = (line, found)
            for number, item in enumerate(items):
                self._mark_double(item, twice.get(number))
        self._show()

    def _mark_double(self, item: Item, problem: Problem | None) -> None:
        line, found = self._problems.get(item.key, (None, ()))
        if line is None:
            return
        found = tuple(each for each in found if each.rule != "uid-twice")
        self._problems[item.key] = (line, (problem, *found) if problem is not None else found)

    def _show(self) -> None:
        now, looks = self._console.clock.now(), {}
        ready = {item.key for item in self._ready()}
        started = wrong = 0
        for item in self.model.items():
            progress = self._batch.progress(item.key)
            sid = progress.session_id if progress is not None else ""
            session = self._console.recordings.get(sid) if sid else None
            found = self._problems.get(item.key)
            looks[item.key] = line_look(progress, session, found[1] if found else None, now)
            started += session is not None
            wrong += item.key not in ready and session is None
        self.model.show_looks(looks)
        self.page.show_counts(
            ready=len(ready), started=started, wrong=wrong, running=self._batch.running
        )

    def _on_tick(self, tick: Tick) -> None:
        if self._space.window.pages.currentWidget() is self.page:
            self._show()

    def _on_edited(self) -> None:
        self._saving.start()
        named = {item.line.preset for item in self.model.items()} - {""}
        if named <= self._keys.keys():
            self._judging.start()
        else:
            self.refresh()

    def _on_keys(self, keys: dict[str, StartSecrets]) -> None:
        self._keys = keys
        self._problems.clear()
        self._judging.start()

    def _on_presets_changed(self) -> None:
        if self._space.window.pages.currentWidget() is self.page:
            self.refresh()

    def _on_stop_requested(self) -> None:
        known = (self._batch.progress(item.key) for item in self.model.items())
        self._space.guards.stop_all.ask([each.session_id for each in known if each is not None])

    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _read(rows: list[object]) -> list[Line]:
    """The lines of an earlier run, as far as they can be used."""
    names = {field.name for field in fields(Line)}
    return [
        Line(**{key: str(value) for key, value in row.items() if key in names})
        for row in rows
        if isinstance(row, dict)
    ]
