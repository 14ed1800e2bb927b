"""The errand of a preflight: the place first, then each line, then the verdict."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from agora_console.services.errands.desk import Desk
from agora_console.services.errands.errand import AskBefore, read_message, to_message
from agora_console.services.errands.exits import NOT_REACHED
from tests.flow.stage import MIX, stage


async def test_a_preflight_names_the_place_and_lends_the_read_key(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        project = it.console.projects.current()
        assert project is not None
        secrets = {
            name: SecretStr(f"{name}-of-the-environment")
            for name in ("access_key", "secret_key", "read_access_key", "read_secret_key")
        }
        errand = AskBefore(channel="town-hall", config=MIX, project=project.name, secrets=secrets)
        assert read_message(to_message(errand)) == errand
        said: list[tuple[str, dict[str, Any]]] = []
        code = await Desk(it.console).carry_out(
            errand, lambda event, facts: said.append((event, dict(facts))), asyncio.Event()
        )
        assert code == NOT_REACHED  # whether no token is needed, nobody has proved
        assert said[0][0] == "note"
        assert "demo-bucket/recordings/agora-console-probe-" in said[0][1]["sentence"]
        assert [event for event, _ in said[1:]] == ["check"] * 9 + ["result"]
        assert said[-1][1]["word"] == "COULD NOT LOOK"
        assert it.console.buckets._lent
        assert it.ledger_calls("start") == 0
        assert "of-the-environment" not in repr(said)
