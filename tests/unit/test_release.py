"""Which release this is."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from agora_console import __version__
from agora_console.release import Release, this_release


def test_a_checkout_knows_its_version_only() -> None:
    assert this_release() == Release(__version__)
    assert this_release().line == __version__


def test_a_build_knows_what_it_was_made_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = {"version": "9", "commit": "ab" * 20 + "+", "date": "2026-05-17", "target": "linux-x"}
    file = tmp_path / "resources" / "build.json"
    file.parent.mkdir()
    file.write_text(json.dumps(facts))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert this_release().line == f"{__version__} (abababababab+, 2026-05-17, linux-x)"
