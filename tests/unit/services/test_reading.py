"""Opening a file: bounded, text, and never waiting."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from agora_console.services.reading import LARGEST, read_file
from agora_console.services.start.orders import RefusedError


async def refusal(path: Path) -> str:
    with pytest.raises(RefusedError) as refused:
        await read_file(path)
    (problem,) = refused.value.problems
    assert problem.action.startswith("Choose a config")
    return problem.sentence


async def test_text_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "show.agora-config"
    path.write_text('{"a": "é"}', "utf-8-sig")
    assert await read_file(path) == '{"a": "é"}'


async def test_what_cannot_be_opened_gets_a_sentence(tmp_path: Path) -> None:
    large, binary = tmp_path / "large.json", tmp_path / "picture.json"
    large.write_bytes(b" " * (LARGEST + 1))
    binary.write_bytes(b'{"a": \xff}')
    assert "is larger than 1 MB" in await refusal(large)
    assert "is no UTF-8 text (byte 6)" in await refusal(binary)
    assert "is not there" in await refusal(tmp_path)
    assert "is not there" in await refusal(tmp_path / ("x" * 200))
    assert "x…”" in await refusal(tmp_path / ("x" * 200))
    assert "“a\0b”" in await refusal(tmp_path / "a\0b")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes by name, no such rights")
async def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is no file" in await refusal(tmp_path / "pipe")
