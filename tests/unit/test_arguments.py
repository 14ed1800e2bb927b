"""What may be typed on the command line."""

from __future__ import annotations

from typing import get_args

import pytest

from agora_console.arguments import parse
from agora_console.settings.preferences import Theme


@pytest.mark.parametrize("theme", get_args(Theme))
def test_every_theme_that_can_be_kept_can_be_asked_for(theme: str) -> None:
    assert parse(["--theme", theme]).theme == theme


def test_another_theme_ends_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        parse(["--theme", "purple"])
    assert "purple" in capsys.readouterr().err
