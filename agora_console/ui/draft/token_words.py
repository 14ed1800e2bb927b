"""The recorder's token in words: what a pasted one says, and what keeps one from being had; pure.

Reading a token needs no key; its signature is not checked.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from agora_console.domain.problems import Fix, Problem
from agora_console.services.start.tokens import TokenError, TokenInfo, read_token
from agora_console.ui.look.times import span

translate = QCoreApplication.translate

FROM, HOURS = "tokenFrom", "tokenHours"
"""Keys of a draft beside the config document: where the token comes from, and for how long."""

HOURS_DEFAULT = 24
HOURS_MOST = 24


class Source(StrEnum):
    """Where the token comes from; the value is what the draft keeps."""

    NONE = "none"
    PASTE = "paste"
    GENERATE = "generate"


def facts(text: str, now: float) -> str:
    """Channel, UID and life of a token at `now`; empty for what is no token."""
    try:
        token = read_token(text)
    except TokenError:
        return ""
    return " · ".join((_channel(token), _uid(token), _life(token, now)))


def paste_problem(text: str) -> Problem | None:
    """What is wrong while a token is to be pasted."""
    if text.strip():
        return None
    sentence = translate("Token", "No token is pasted. Paste one, or choose None.")
    return Problem(sentence, path="token", rule="token-missing")


def generate_problem(hours: object, *, certified: bool, project: str) -> Problem | None:
    """What is wrong while a token is to be made; `certified` when there is a certificate."""
    if not certified:
        return Problem(
            translate("Token", "{0} has no App certificate, so no token can be made.").format(
                project
            ),
            path=FROM,
            rule="token-certificate",
            action=translate("Token", "Store it in the project settings, or paste a token."),
        )
    if isinstance(hours, int) and 1 <= hours <= HOURS_MOST:
        return None
    sentence = translate("Token", "A token is valid for 1 to {0} hours, not {1}.")
    fix = Fix(translate("Token", "Use {0}").format(HOURS_DEFAULT), HOURS, HOURS_DEFAULT)
    return Problem(sentence.format(HOURS_MOST, hours), path=HOURS, rule="token-hours", fix=fix)


def _channel(token: TokenInfo) -> str:
    if token.channel is None:
        return translate("Token", "channel not named")
    return translate("Token", "channel {0}").format(token.channel)


def _uid(token: TokenInfo) -> str:
    if token.uid is None:
        return translate("Token", "UID not named")
    return (
        translate("Token", "UID {0}").format(token.uid)
        if token.uid
        else translate("Token", "any UID")
    )


def _life(token: TokenInfo, now: float) -> str:
    left = token.usable_until - now
    if left <= 0:
        return translate("Token", "expired {0} ago").format(span(-left))
    return translate("Token", "expires in {0}").format(span(left))
