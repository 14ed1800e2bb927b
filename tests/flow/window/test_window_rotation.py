"""Temporary storage credentials of a recording are renewed on air, and are nowhere afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import SecretStr

from agora_console.domain.secrets import StartSecrets
from agora_console.services.start.orders import StartOrder
from agora_console.ui.look.theme import Theme
from tests.flow.stage import MIX
from tests.flow.window.stage import Set, demo_window

NEW = {"access": "ASIA-new-access-9K", "secret": "new+secret/of=sts", "token": "new-sts-token-77"}


async def recording(it: Set, *, temporary: bool) -> str:
    """A recording into a bucket with temporary credentials, or lasting ones."""
    project = it.console.projects.current()
    assert project is not None
    request = MIX["clientRequest"]
    secrets = StartSecrets(access_key=SecretStr("old-access"), secret_key=SecretStr("old-secret"))
    if temporary:
        ends = int(it.console.clock.now()) + 5 * 3600
        storage = {**request["storageConfig"], "stsExpiration": ends}
        request = {**request, "storageConfig": storage}
        secrets = replace(secrets, sts_token=SecretStr("old-sts-token"))
    order = StartOrder(project, "town-hall", "4711", {**MIX, "clientRequest": request}, secrets)
    session_id = it.console.guarded.start(order)
    await it.until(lambda session: session.confirmed_at is not None, "never confirmed")
    it.workspace.show_session(session_id)
    return session_id


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


async def test_new_credentials_reach_agora_whole_and_move_the_deadline(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        session_id = await recording(it, temporary=True)
        it.window.commands.rotate.trigger()
        dialog = it.workspace.rotations.dialog
        assert dialog is not None
        dialog.access.setText(NEW["access"])
        dialog.ends.setText("soon")
        dialog.send.click()
        assert it.calls("update") == []
        assert "point in time" in dialog.ends.accessibleDescription()
        assert "missing" in dialog.token.accessibleDescription()
        dialog.secret.setText(NEW["secret"])
        dialog.token.setText(NEW["token"])
        dialog.ends.setText(str(int(it.console.clock.now()) + 3600))
        dialog.send.click()
        assert it.calls("update") == []  # Agora wants four hours
        ends = int(it.console.clock.now()) + 12 * 3600
        dialog.ends.setText(str(ends))
        dialog.send.click()
        await it.hands.until(lambda: it.workspace.rotations.dialog is None, "never accepted")
        storage = it.request("update")["storageConfig"]
        assert (storage["bucket"], storage["stsExpiration"]) == ("demo-bucket", ends)
        assert {"accessKey", "secretKey", "stsToken"} <= storage.keys()
        session = it.console.recordings.get(session_id)
        assert session is not None
        assert session.sts_expires_at == ends
        await it.console.recordings.flushed()
    for text in contents(tmp_path):
        assert not [word for word in NEW.values() if word.encode() in text]


async def test_lasting_keys_cannot_be_renewed_and_a_refusal_loses_nothing(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.window.commands.rotate.trigger()
        await it.reads("Choose the recording")
        session_id = await recording(it, temporary=False)
        it.window.commands.rotate.trigger()
        await it.reads("started with lasting keys")
        assert it.workspace.rotations.dialog is None
        assert it.calls("update") == []
        assert it.console.recordings.get(session_id) is not None


async def test_what_agora_does_not_take_stays_typed(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme, "unauthorized:update:always") as it:
        await recording(it, temporary=True)
        it.window.commands.rotate.trigger()
        dialog = it.workspace.rotations.dialog
        assert dialog is not None
        for line, text in zip(
            (dialog.access, dialog.secret, dialog.token), NEW.values(), strict=True
        ):
            line.setText(text)
        dialog.ends.setText(str(int(it.console.clock.now()) + 12 * 3600))
        dialog.send.click()
        await it.hands.until(lambda: dialog.notice.problem() is not None, "nothing was said")
        assert dialog.token.text() == NEW["token"]
        assert dialog.send.isEnabled()
        it.console.gate.lock()
        dialog.send.click()
        assert "Locked" in dialog.notice.problem().sentence  # type: ignore[union-attr]
