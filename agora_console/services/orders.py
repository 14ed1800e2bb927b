"""What a person orders: a start, with everything that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agora_console.domain.layout import LAYOUT_KEYS
from agora_console.domain.problems import Problem
from agora_console.domain.secrets import StartSecrets
from agora_console.settings.projects import Project


@dataclass(frozen=True, slots=True)
class StartOrder:
    """One recording to start. `config` is the config document, without any secret.

    The secrets stand beside it and go into the request and nowhere else.
    """

    project: Project
    cname: str
    uid: str
    config: Mapping[str, Any]
    secrets: StartSecrets


def layout_of(config: Mapping[str, Any]) -> dict[str, Any] | None:
    """The layout with which a recording begins, as updateLayout would send it; None unless mix."""
    if config.get("mode") != "mix":
        return None
    recording = config.get("clientRequest", {}).get("recordingConfig", {})
    picture = recording.get("transcodingConfig", {})
    return {key: picture[key] for key in LAYOUT_KEYS if key in picture}


class RefusedError(Exception):
    """The console does not do what was ordered; `problems` say why, and nothing was sent."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems[0].sentence if problems else "Refused.")
        self.problems = problems
