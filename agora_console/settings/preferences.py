"""Preferences: what the window remembers of the person who uses it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Theme = Literal["system", "light", "dark", "contrast"]
Language = Literal["system", "en", "de"]

Sort = Literal["started", "attention", "newest", "channel", "state"]
"""The order within a section of the list; `started` leaves live recordings in their place."""


class Preferences(BaseModel):
    """`last_project` is the id of a project, `window` base64 of the window's own geometry.

    `locked` keeps a show locked over a crash; `sound` says whether alarms are heard.
    `sort` is the order of the list. `updates` says whether each start asks for a newer release,
    `update_issued` when the newest answer so far was signed (seconds since 1970).
    `keep_days` is how many days the journal keeps what is provably over; 0 keeps it for ever.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    theme: Theme = "system"
    language: Language = "system"
    last_project: str = ""
    window: str = ""
    locked: bool = False
    sound: bool = True
    updates: bool = False
    update_issued: int = Field(default=0, ge=0)
    sort: Sort = "started"
    keep_days: int = Field(default=90, ge=0)
