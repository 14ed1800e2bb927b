"""Verdict: what one look into the bucket proved of a recording."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Verdict(StrEnum):
    """What a look into the bucket proved."""

    SAFE = "safe"  # everything that is known to belong to the recording is there
    INCOMPLETE = "incomplete"  # something is missing, empty or does not fit together
    UNKNOWN = "unknown"  # nobody could look


class Arrival(BaseModel):
    """One look into the bucket at `at` (seconds since the epoch, UTC).

    `sentence` is the verdict in words. `wrong` says what is missing, `remarks` what is worth
    knowing; `left_out` counts sentences that were not kept. `files` and `size` (bytes) are what
    was found, `seconds` what the playlists sum up to.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    verdict: Verdict
    at: float
    sentence: str
    wrong: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    left_out: int = 0
    files: int = 0
    size: int = 0
    seconds: float = 0.0
