"""What is sent with a report: log, versions, counts; no secret."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from agora_console import __version__
from agora_console.arguments import Arguments
from agora_console.services.opening import open_console
from agora_console.services.papers.diagnostics import save_diagnostics
from tests.flow.secret_forms import found_in


async def test_they_hold_log_and_versions_and_no_secret(tmp_path: Path) -> None:
    secret = "customer-secret-0815"
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "crash-20260517-183000.txt").write_text("Fatal Python error")
    async with open_console(Arguments(data_dir=tmp_path, speed=1.0), print) as console:
        (logs / "stacks.txt").write_text(f"known only later: {secret}")
        console.redactor.add(secret)
        path = await save_diagnostics(console, {"qt": "6.11"})

    with zipfile.ZipFile(path) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    about = json.loads(texts["about.json"])
    assert (about["release"], about["qt"], about["sessions"]) == (__version__, "6.11", {})
    assert texts["logs/crash-20260517-183000.txt"] == "Fatal Python error"
    assert found_in("".join(texts.values()), [secret]) == []
    assert path.parent == tmp_path / "diagnostics"
    assert [each.name for each in path.parent.iterdir()] == [path.name]
