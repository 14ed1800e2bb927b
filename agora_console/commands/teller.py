"""Teller: says what happens, for a person or one JSON object a line for a program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TextIO

from agora_console.domain.problems import Problem


class Teller:
    """Says events on stdout: one JSON object a line, or one readable line each."""

    def __init__(self, out: TextIO, *, as_json: bool) -> None:
        self._out = out
        self._as_json = as_json

    def say(self, event: str, facts: Mapping[str, Any]) -> None:
        """Print one event with its facts and the time, UTC."""
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if self._as_json:
            line = json.dumps({"event": event, "at": at, **facts}, ensure_ascii=False)
        else:
            words = facts.get("word") or event.upper()
            line = f"{at[11:19]}  {words}  {facts.get('sentence', '')}".rstrip()
        print(line, file=self._out, flush=True)

    def problem(self, problem: Problem) -> None:
        """Print one problem."""
        facts = {"severity": problem.severity.value, "path": problem.path, "rule": problem.rule}
        words = [problem.sentence, problem.holds, problem.action]
        self.say("problem", {**facts, "sentence": " ".join(part for part in words if part)})
