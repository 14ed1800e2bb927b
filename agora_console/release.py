"""Which release this is: the version, and in a build that was handed out, what it was made of."""

from __future__ import annotations

import json
from dataclasses import dataclass

from agora_console import __version__
from agora_console.assets import asset

SHORT = 12
"""Digits of a commit that tell it from any other."""


@dataclass(frozen=True, slots=True)
class Release:
    """`commit`, `date` (of the commit, as 2026-05-17) and `target` are empty in a checkout.

    `feed` is the address that knows the newest release, `key` the public Ed25519 key (base64) of
    its answers; empty where nobody has been named to the build.
    """

    version: str
    commit: str = ""
    date: str = ""
    target: str = ""
    feed: str = ""
    key: str = ""

    @property
    def line(self) -> str:
        """Such as `1.2.0 (3f2a91bc04de, 2026-05-17, linux-x86_64)`, or the version alone."""
        commit = self.commit[:SHORT] + ("+" if self.commit.endswith("+") else "")
        known = ", ".join(fact for fact in (commit, self.date, self.target) if fact)
        return f"{self.version} ({known})" if known else self.version


def this_release() -> Release:
    """What `packaging/build.py` has left in the build; a checkout knows its version only."""
    try:
        facts = json.loads(asset("build.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Release(__version__)
    known = {name: facts.get(name, "") for name in ("commit", "date", "target", "feed", "key")}
    return Release(__version__, **known)
