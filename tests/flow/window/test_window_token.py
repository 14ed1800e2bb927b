"""A token for the recorder, made with the App certificate when Start is pressed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from agora_console.arguments import Arguments
from agora_console.services.start.tokens import read_token
from agora_console.simulator import Simulator
from agora_console.ui.look.theme import Theme
from tests.flow.stage import SPEED
from tests.flow.window.screen import everything
from tests.flow.window.stage import window_of
from tests.flow.window.test_window_project import new_project
from tests.support.secret_service import SecretService

CERTIFICATE = "fedcba9876543210fedcba9876543210"
HOURS = 2


@pytest.mark.keyring
async def test_start_makes_a_token_that_fits_and_the_page_shows_its_end(
    tmp_path: Path, theme: Theme, secret_service: SecretService
) -> None:
    data = tmp_path / "data"
    async with (
        Simulator(speed=SPEED, seed=1) as simulator,
        window_of(Arguments(data_dir=data, speed=SPEED), theme) as seat,
    ):
        form = await new_project(seat)
        form.fill_account(simulator)
        form.hands.type_into("App certificate", CERTIFICATE)
        form.fill_storage()
        await form.save()
        seat.fill_draft()
        generate = seat.hands.find(QAbstractButton, "Token: Generate")
        await seat.hands.until(generate.isEnabled, "the certificate is not found")
        seat.hands.press("Token: Generate")
        seat.hands.type_into("Hours for which the token is valid", str(HOURS))
        session = await seat.start()
        sent = simulator.ledger.requests[1].body["clientRequest"]["token"]
        token = read_token(sent)
        assert (token.channel, token.uid) == (session.cname, session.uid)
        assert session.token_expires_at == token.usable_until
        await seat.reads("Token", "ends in 1 h")
        kept = [path.read_text("utf-8", "replace") for path in data.rglob("*") if path.is_file()]
        for secret in (sent, CERTIFICATE):
            assert not any(secret in text for text in (*kept, *everything(seat.window)))
