"""What two requests and their answers have apart: lines with a sign, JSON compared by key."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from agora_console.ui.session.calls import Call

Sign = Literal["+", "-", " ", "@"]

CONTEXT = 2
"""Equal lines that are shown around what differs."""


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line: `-` stands in the earlier request only, `+` in the later, `@` is a heading."""

    sign: Sign
    text: str


def call_diff(earlier: Call, later: Call) -> tuple[DiffLine, ...]:
    """Facts, body and reply of two requests; a part that is equal is one line that says so.

    Keys of JSON are sorted first, so that their order alone is no difference.
    """
    parts = (
        ("Facts", _facts(earlier), _facts(later)),
        ("Request", _pretty(earlier.request), _pretty(later.request)),
        ("Reply", _pretty(earlier.reply), _pretty(later.reply)),
    )
    return tuple(line for part in parts for line in _part(*part))


def _part(title: str, before: list[str], after: list[str]) -> Iterator[DiffLine]:
    if before == after:
        yield DiffLine("@", _tr("{0}: the same in both").format(title))
        return
    yield DiffLine("@", title)
    # Two lines name files, the third says where the first piece begins.
    for line in list(difflib.unified_diff(before, after, n=CONTEXT, lineterm=""))[3:]:
        match line[0]:
            case "-":
                yield DiffLine("-", line[1:])
            case "+":
                yield DiffLine("+", line[1:])
            case "@":
                yield DiffLine("@", "…")
            case _:
                yield DiffLine(" ", line[1:])


def _facts(call: Call) -> list[str]:
    """What differs by nature, as the time and the request ID do, is left out."""
    return [
        _tr("call: {0}").format(call.operation),
        _tr("address: {0} {1}").format(call.method, call.address),
        _tr("attempt: {0}").format(call.attempt),
        f"HTTP: {'no answer' if call.http is None else call.http}",
        _tr("code: {0}").format("—" if call.code is None else call.code),
        _tr("status: {0}").format("—" if call.status is None else call.status),
        _tr("error: {0}").format(call.error or "—"),
    ]


def _pretty(body: str) -> list[str]:
    try:
        text = json.dumps(json.loads(body), indent=2, sort_keys=True, ensure_ascii=False)
    except ValueError:  # empty, cut, or not JSON at all: as it came
        text = body
    return text.splitlines()


def _tr(text: str) -> str:
    return QCoreApplication.translate("CallDiff", text)
