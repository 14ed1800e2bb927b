"""Teller: says what happens, for a person or one JSON object a line for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TextIO

from agora_console.domain.problems import Problem
from agora_console.services.errands.telling import problem_facts


class Teller:
    """Says events on `out`: one JSON object a line, or one readable line each.

    What a person has to read, and a program that takes the text does not, goes to `aside`.
    """

    def __init__(self, out: TextIO, *, as_json: bool, aside: TextIO | None = None) -> None:
        self._out = out
        self._aside = aside or out
        self._as_json = as_json

    def say(self, event: str, facts: Mapping[str, Any]) -> None:
        """Print one event with its facts and the time, UTC."""
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if self._as_json:
            line = json.dumps({"event": event, "at": at, **facts}, ensure_ascii=False)
            print(line, file=self._out, flush=True)
        elif event == "error":
            print(facts.get("sentence", ""), file=sys.stderr, flush=True)
        else:
            out = self._aside if event in ("problem", "note") else self._out
            print(self._line(event, at, facts), file=out, flush=True)

    def problem(self, problem: Problem) -> None:
        """Print one problem."""
        self.say("problem", problem_facts(problem))

    def _line(self, event: str, at: str, facts: Mapping[str, Any]) -> str:
        words = [at[11:19], facts.get("word") or event.upper()]
        if event == "session":
            words += [facts["cname"], f"UID {facts['uid']}", facts["sid"] or "no sid"]
        line = "  ".join((*words, facts.get("sentence", ""))).rstrip()
        return "".join(sign if sign.isprintable() else "�" for sign in line)
