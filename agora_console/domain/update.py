"""What is believed of an answer about new releases, once its signature has been verified.

A signature proves who wrote an answer, not when it was sent: an old one can be played again to hide
a release, or kept until it is no longer true. So an answer says when it was issued and when it
expires, and one that is older than what was believed before is refused.
"""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

AHEAD = 24 * 3600
"""Seconds by which the clock of whoever signs may be ahead of this one."""

_NUMBERS = re.compile(r"\d+(?:\.\d+)*")


class RefusedAnswer(ValueError):
    """An answer that is not believed, with a sentence that says why."""


class Announcement(BaseModel):
    """The newest release, and the page where it is. `issued` and `expires`: seconds since 1970."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    program: Literal["agora-console"]
    version: str = Field(max_length=40, pattern=r"\A\d{1,6}(\.\d{1,6}){1,3}\z")
    page: str = Field(max_length=300, pattern=r"\Ahttps://[a-z0-9.-]+(:\d{1,5})?/[!-~]*\z")
    issued: int = Field(ge=0)
    expires: int = Field(ge=0)


def announcement_of(text: str) -> Announcement:
    """The announcement in the JSON that was signed; raises RefusedAnswer."""
    try:
        return Announcement.model_validate_json(text)
    except ValidationError as error:
        wrong = sorted({str(each["loc"][0]) for each in error.errors() if each["loc"]})
        said = f"what it says of {', '.join(wrong)}" if wrong else "its form"
        raise RefusedAnswer(
            f"The answer about new releases is signed, but {said} is not understood."
        ) from error


def believed(answer: Announcement, *, newest: int, now: float) -> Announcement:
    """The answer, where it is of today; `newest` is when the newest one so far was issued.

    Raises RefusedAnswer for one that has expired, is from the future, or older than `newest`.
    """
    if now >= answer.expires:
        raise RefusedAnswer("The answer about new releases has expired. It counts for nothing.")
    if answer.issued > now + AHEAD:
        raise RefusedAnswer(
            "The answer about new releases is from the future. Check the clock of this computer."
        )
    if answer.issued < newest:
        raise RefusedAnswer(
            "The answer about new releases is older than one before. It counts for nothing."
        )
    return answer


def is_newer(version: str, than: str) -> bool:
    """Whether a release follows `than`: 1.10 follows 1.9, and 1.0 follows 1.0rc1 and not 1.0.0."""
    return _rank(version) > _rank(than)


def _rank(version: str) -> tuple[list[int], bool]:
    found = _NUMBERS.match(version)
    numbers = [int(part) for part in found[0].split(".")] if found else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return numbers, found is not None and found.end() == len(version)
