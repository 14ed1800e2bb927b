"""A double click: a config becomes the draft, a ticket a recording here, and no secret stays."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from agora_console.arguments import Arguments
from agora_console.domain.intake.ticket_text import ticket_json
from agora_console.domain.session import Phase
from agora_console.services.errands.desk import Desk
from agora_console.services.errands.handover.client import raise_owner
from agora_console.services.errands.handover.host import hosting
from agora_console.simulator import Simulator
from agora_console.ui.look.theme import Theme
from tests.flow.secret_forms import basic, found_in, text_below
from tests.flow.stage import SPEED, stage
from tests.flow.window.screen import everything
from tests.flow.window.stage import DemoOpening, Set, demo_window, window_of
from tests.flow.window.test_window_secrets import record_texts

SECRETS = ["AKIA-pasted-4F2A", "storage+pasted/9Z8Y", "007token-pasted-7Q2W", "customer-pasted-5T6"]
ACCESS, STORAGE, TOKEN, CUSTOMER = SECRETS
BODY = {
    "cname": "keynote",
    "uid": "4711",
    "clientRequest": {
        "token": TOKEN,
        "recordingConfig": {"channelType": 1, "maxIdleTime": 77},
        "storageConfig": {
            "vendor": 1,
            "region": 0,
            "bucket": "pasted-bucket",
            "accessKey": ACCESS,
            "secretKey": STORAGE,
        },
    },
}
CURL = (
    "curl -X POST https://api.agora.io/v1/apps/a/cloud_recording/resourceid/r/mode/mix/start "
    f"-H 'Authorization: Basic {basic('id', CUSTOMER)}' -d '{json.dumps(BODY)}'"
)


async def test_no_secret_of_what_is_pasted_or_half_typed_stays_anywhere(
    tmp_path: Path, theme: Theme, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    seen: list[str] = []
    async with demo_window(tmp_path, theme) as it:
        QGuiApplication.clipboard().setText(CURL)
        it.window.commands.paste.trigger()
        draft = it.workspace.draft
        seen += everything(it.window)
        assert (draft.title(), draft.model.text("uid")) == ("keynote", "4711")
        draft.toggle_json()
        draft.json.editor.go_to(draft.json.editor.text().index('"recordingConfig"'))
        draft.json.editor.insertPlainText(f'"secretKey": "{STORAGE}", oops "token": "{TOKEN}')
        draft.judge.judge()
        seen += everything(it.window)
        typed = draft.json.editor.text()
        assert 'oops "token": "' in typed
        draft.save_now()
    async with demo_window(tmp_path, theme) as it:
        draft = it.workspace.draft
        assert draft.json.editor.text() == typed
        assert draft.model.get("clientRequest.recordingConfig.maxIdleTime") == 77
        seen += everything(it.window)
    assert found_in("\n".join(seen), SECRETS) == []
    assert found_in(text_below(tmp_path / "data"), SECRETS) == []
    assert found_in("\n".join(record_texts(caplog.records)), SECRETS) == []


async def test_a_config_named_on_the_command_line_is_opened(tmp_path: Path, theme: Theme) -> None:
    path = tmp_path / "Evening show.agora-config"
    path.write_text(json.dumps({"mode": "individual", "clientRequest": {}}), "utf-8")
    async with Simulator(speed=SPEED, files=tmp_path / "bucket", seed=1) as simulator:
        source = DemoOpening(simulator, tmp_path / "data")
        arguments = Arguments(demo=True, open=path)
        async with window_of(arguments, theme, source) as seat:
            it = Set(seat.window, seat.console, seat.served, simulator)
            await it.reads("The draft has the settings of Evening show.agora-config now")
            assert it.workspace.draft.model.mode == "individual"


async def test_a_ticket_that_a_second_start_hands_over_is_taken_over(
    tmp_path: Path, theme: Theme
) -> None:
    path = tmp_path / "show.agora-ticket"
    async with stage(tmp_path / "there") as there:
        session = await there.confirmed()
        path.write_text(ticket_json(there.console.recordings.ticket(session.id)), "utf-8")
        async with (
            demo_window(tmp_path / "here", theme, simulator=there.simulator) as it,
            hosting(tmp_path / "here" / "data", Desk(it.console).take),
        ):
            assert await raise_owner(tmp_path / "here" / "data", path)
            await it.hands.until(lambda: it.workspace.opening.adopt is not None, "no dialog")
            adopt = it.workspace.opening.adopt
            assert adopt is not None
            assert adopt.lines["sid"].text() == session.sid
            adopt.take.click()
            await it.reads("is in the journal here.", "Agora was asked once: REC")
            await it.until(lambda s: s.phase is Phase.RECORDING)
            assert it.session.adopted_at is not None
