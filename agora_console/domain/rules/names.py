"""Channel names, UIDs, colours and addresses: what they may look like."""

from __future__ import annotations

import base64
import re

from agora_console.domain.config.base import MAX_UID
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules.findings import say
from agora_console.domain.session import Mode

CNAME_BYTES = 64
"""Bytes of a channel name in mix and individual; exactly this many is where sources differ."""

WEB_CNAME_BYTES = 1024
WEB_CNAME_SAFE_BYTES = 128
"""Bytes of the label of a page recording: today's limit, and that of older servers."""

SALT_BYTES = 32

_AGAIN = "Type it again."

_REFUSED = re.compile(r"[^A-Za-z0-9 !#$%&()+\-:;<=.>?@\[\]^_{}|~,]")
_UID = re.compile(r"[1-9][0-9]{0,9}")
_VARIABLE = re.compile(r"\$\{?[A-Za-z_][A-Za-z0-9_]*\}?")
_DIGITS = re.compile(r"[0-9]+")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_WEB_ADDRESS = re.compile(r"https?://(?![/?#])\S+", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE)
_RTMP_ADDRESS = re.compile(r"rtmps?://(?![/?#])\S+", re.IGNORECASE)


def check_cname(text: str, mode: Mode) -> Problem | None:
    """Whether `text` can name a channel (web: label a recording); api acquire, `cname`."""
    if not text:
        return _cname("The channel has no name.", "Type the name that the people in it use.")
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        return _cname("The name contains half a character, which no request can carry.", _AGAIN)
    limit = WEB_CNAME_BYTES if mode == "web" else CNAME_BYTES
    if size > limit:
        return _cname(f"The channel name has {size} bytes; Agora allows {limit}.", "Shorten it.")
    if mode == "web":
        return _web_cname(size)
    refused = _REFUSED.search(text)
    if refused:
        return _cname(
            f"The channel name contains {say(refused[0])}, which Agora does not allow.",
            "Use the same name as the app: Latin letters, digits, spaces and common signs, but no "
            "slash, quote, backslash or asterisk.",
        )
    if size == limit:
        return _cname(
            f"The channel name has {size} bytes; some of Agora's servers want fewer than {limit}.",
            "Shorten it if you can.",
            Severity.WARNING,
        )
    return None


def _web_cname(size: int) -> Problem | None:
    if size <= WEB_CNAME_SAFE_BYTES:
        return None
    return _cname(
        f"The name has {size} bytes; older servers of Agora allow {WEB_CNAME_SAFE_BYTES}.",
        "Shorten it if you can.",
        Severity.WARNING,
    )


def _cname(sentence: str, action: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(sentence, severity, path="cname", rule="cname", action=action)


def check_uid(text: str) -> Problem | None:
    """Whether `text` can be the UID of the recorder: 1 to 4294967295; api acquire, `uid`."""
    reason = uid_fault(text)
    if reason is None:
        return None
    return Problem(
        f"The recorder UID {reason}.",
        path="uid",
        rule="uid",
        action=f"Use a whole number from 1 to {MAX_UID} that nobody in the channel has.",
    )


def uid_fault(text: str) -> str | None:
    """What keeps `text` from being a UID, to be read behind its name; None when it is one."""
    if not text:
        return "is empty"
    if _UID.fullmatch(text) and int(text) <= MAX_UID:
        return None
    if text.isascii() and text[0] == "-" and _DIGITS.fullmatch(text[1:]):
        return f"{text[:20]} is below 1"
    if not (text.isascii() and _DIGITS.fullmatch(text)):
        return f"{say(text)} is not a whole number; Agora records number UIDs only"
    if text.startswith("0"):
        return "0 is not allowed" if text == "0" else f"{say(text)} has a leading zero"
    return f"{text if len(text) <= 20 else 'is huge and'} is above Agora's {MAX_UID}"


def check_salt(text: str) -> Problem | None:
    """Whether `text` is base64 of exactly 32 bytes; api start, `salt`. Never repeats the text."""
    try:
        size = len(base64.b64decode(text, validate=True))
    except ValueError:
        return _salt("The channel salt is not base64.")
    if size != SALT_BYTES:
        return _salt(f"The channel salt has {size} bytes; Agora wants {SALT_BYTES}.")
    return None


def _salt(sentence: str) -> Problem:
    return Problem(
        sentence,
        path="clientRequest.recordingConfig.salt",
        rule="X20",
        action="Paste the salt that the app uses.",
    )


def is_variable(text: str) -> bool:
    """True for a shell variable: what stands for a secret in a copied cURL line."""
    return bool(_VARIABLE.fullmatch(text))


def is_colour(text: str) -> bool:
    """True for #RRGGBB."""
    return bool(_COLOUR.fullmatch(text))


def mended_colour(text: str) -> str | None:
    """The colour that was probably meant: a forgotten #, or three digits; else None."""
    digits = text.strip().removeprefix("#").removeprefix("0x")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if is_colour(f"#{digits}") else None


def is_web_address(text: str) -> bool:
    """True for an http or https address with a host."""
    return bool(_WEB_ADDRESS.fullmatch(text))


def mended_address(text: str) -> str | None:
    """The address that was probably meant by a host without https://; else None."""
    return f"https://{text.strip()}" if _HOST.fullmatch(text.strip()) else None


def is_rtmp_address(text: str) -> bool:
    """True for an rtmp or rtmps address with a host."""
    return bool(_RTMP_ADDRESS.fullmatch(text))
