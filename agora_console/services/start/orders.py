"""What a person orders: a start, with everything that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from agora_console.domain.guards import Pair, Watchdog
from agora_console.domain.layout import LAYOUT_KEYS
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.secrets import Secret, StartSecrets
from agora_console.settings.projects import Project

_ORDER = list(Severity)


@dataclass(frozen=True, slots=True)
class Bond:
    """What joins a session to others: the one it follows, the other recorder of its pair."""

    watchdog: Watchdog | None = None
    predecessor_id: str = ""
    restarts: int = 0
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class StartOrder:
    """One recording to start. `config` is the config document, without any secret.

    The secrets stand beside it and go into the request and nowhere else. `guards` is the document
    of `domain.guards`, which `GuardedStart` carries out; `second_token` is that of the second
    recorder. `bond` is set by whoever starts one session because of another.
    """

    project: Project
    cname: str
    uid: str
    config: Mapping[str, Any]
    secrets: StartSecrets
    guards: Mapping[str, Any] = field(default_factory=dict)
    second_token: Secret | None = None
    bond: Bond = Bond()


def layout_of(config: Mapping[str, Any]) -> dict[str, Any] | None:
    """The layout with which a recording begins, as updateLayout would send it; None unless mix."""
    if config.get("mode") != "mix":
        return None
    recording = config.get("clientRequest", {}).get("recordingConfig", {})
    picture = recording.get("transcodingConfig", {})
    return {key: picture[key] for key in LAYOUT_KEYS if key in picture}


class RefusedError(Exception):
    """The console does not do what was ordered, and nothing was sent.

    `problems` say why, the gravest first.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(problems, key=lambda each: _ORDER.index(each.severity)))
        super().__init__(self.problems[0].sentence if problems else "Refused.")

    @classmethod
    def because(cls, sentence: str) -> RefusedError:
        """One reason, in a sentence."""
        return cls((Problem(sentence),))
