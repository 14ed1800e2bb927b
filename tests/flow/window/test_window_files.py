"""The files of a recording in a demo, seen, fetched and filed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QListWidget, QTableView

from agora_console.domain.session import Phase
from agora_console.services.console import SIMULATED
from agora_console.simulator import Simulator
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.files_model import FileColumn
from tests.flow.stage import SPEED
from tests.flow.window.stage import demo_window


async def test_the_files_of_a_demo_are_seen_fetched_and_filed(tmp_path: Path, theme: Theme) -> None:
    async with (
        Simulator(speed=SPEED, files=tmp_path / "data" / SIMULATED, seed=1) as simulator,
        demo_window(tmp_path, theme, simulator=simulator) as it,
    ):
        it.fill_draft(mode="Individual")
        it.hands.press("Take JPEG snapshots of everybody")
        it.hands.type_into("Snapshot interval", "5")
        await it.start()
        await it.until(lambda session: session.last_status == 5, "no file was stored")
        it.console.arrivals.follow()
        it.hands.open_tab("Files")
        it.hands.press("What is shown: Snapshots")
        await it.reads("Snapshots:", "People: 3.")
        people = it.hands.find(QListWidget, "Latest snapshot of each person")
        await it.hands.until(
            lambda: people.count() == 3 and not people.item(2).icon().isNull(),
            "the pictures of three people never came",
        )
        it.hands.press("What is shown: Files")
        session = await it.stop()
        await it.until(lambda each: each.phase is Phase.SAFE, "it never became safe")
        await it.reads("Safe.", "found in the bucket")
        table = it.hands.find(QTableView, "Files of the recording")
        states = {
            table.model().index(row, FileColumn.STATE).data()
            for row in range(table.model().rowCount())
        }
        assert states == {"in bucket"}
        it.hands.pick("Kinds of files that are shown", "playlist")
        table.selectAll()
        it.hands.press("Download…")
        dialog = it.window.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(tmp_path / "here"))
        dialog.reject()
        lists = table.model().rowCount()
        await it.reads(f"{lists} of {lists} files are here")
        assert len(list((tmp_path / "here").iterdir())) == lists
        it.hands.choose("Export", "Report of the recording…")
        await it.save_as(tmp_path / "report.html")
        await it.hands.until((tmp_path / "report.html").exists, "no report was written")
        page = (tmp_path / "report.html").read_text("utf-8")
        assert ">SAFE<" in page
        assert f"{session.sid}_town-hall__uid_s_101__uid_e_video" in page
