"""RTC tokens: build one for a recorder, read any without a key.

Building is left to Agora's own package; reading is ours and needs nothing but the token. Version
007 is `base64(zlib(signature, app id, issue time, life, salt, services))`; version 006 names
channel and UID by their CRC-32 only.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
import warnings
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from agora_console.domain.secrets import Secret

MAX_LIFE = 24 * 3600
"""Seconds that a token lives at most, by Agora's own builder."""

MAX_TEXT = 16_384
"""Characters of a token that are read at most; a real one has a few hundred."""

JOIN = "join"

_MAX_UNPACKED = 65_536
_MAX_UID = 4294967295
_HEX_ID = re.compile(r"[0-9a-fA-F]{32}")
_RTC = 1
_PRIVILEGES = {1: JOIN, 2: "publish audio", 3: "publish video", 4: "publish data"}
_SERVICES = {1: "rtc", 2: "rtm", 4: "fpa", 5: "chat", 7: "apaas"}
_TEXTS_OF_SERVICE = {1: 2, 2: 1, 4: 0, 5: 1, 7: 2}
_NUMBERS_OF_SERVICE = {7: 1}  # a 16-bit role behind the texts


class TokenError(ValueError):
    """A token cannot be built or read; the text is a sentence and never holds the token."""


@dataclass(frozen=True, slots=True)
class TokenService:
    """One service of a token: what is allowed until when (seconds since the epoch, UTC)."""

    name: str
    privileges: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """What a token says of itself. Times are seconds since the epoch, UTC.

    `issued_at` is None in version 006. `channel` and `uid` are None where the token does not name
    them in the clear (006, or no RTC service); an empty `uid` admits anybody. `complete` is False
    when a service of an unknown kind hides those behind it. The signature is not checked.
    """

    version: str
    app_id: str
    issued_at: float | None
    expires_at: float
    services: tuple[TokenService, ...]
    channel: str | None = None
    uid: str | None = None
    complete: bool = True
    _channel_crc: int | None = field(default=None, repr=False)
    _uid_crc: int | None = field(default=None, repr=False)

    @property
    def privileges(self) -> Mapping[str, float]:
        """What the token allows in an RTC channel, and until when."""
        return next((s.privileges for s in self.services if s.name == "rtc"), {})

    @property
    def usable_until(self) -> float:
        """When a recorder with this token has to leave: the token or its join privilege ends."""
        return min(self.expires_at, self.privileges.get(JOIN, self.expires_at))

    def is_for_channel(self, cname: str) -> bool:
        """Whether it opens this channel."""
        if self._channel_crc is not None:
            return self._channel_crc == _crc(cname)
        return self.channel == cname

    def is_for_uid(self, uid: str) -> bool:
        """Whether it admits this UID."""
        if self._uid_crc is not None:
            return self._uid_crc in (_crc(uid), _crc(""))
        return self.uid in ("", uid)


# --- build ---------------------------------------------------------------------------


def build_token(app_id: str, certificate: Secret, cname: str, uid: str, seconds: int) -> str:
    """A token with which the recorder `uid` may join `cname` for `seconds` (1 to 86400).

    Raises TokenError with a sentence; Agora's builder would return an empty text instead.
    """
    _check_input(app_id, certificate, cname, uid, seconds)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        # Late: it imports every builder Agora ever had, the deprecated ones too.
        from agoraiotools.AccessToken2 import AccessToken, ServiceRtc  # noqa: PLC0415

    service = ServiceRtc(cname, uid)
    service.add_privilege(ServiceRtc.kPrivilegeJoinChannel, seconds)
    token = AccessToken(app_id, certificate.get_secret_value(), expire=seconds)
    token.add_service(service)
    text = str(token.build())
    if not text:
        raise TokenError("Agora's token builder refused App ID or certificate.")
    return text


def _check_input(app_id: str, certificate: Secret, cname: str, uid: str, seconds: int) -> None:
    if not _HEX_ID.fullmatch(app_id):
        raise TokenError(
            f"The App ID has 32 digits 0-9 and a-f; this one has {len(app_id)} characters. "
            "Copy it from the console's project page."
        )
    if not _HEX_ID.fullmatch(certificate.get_secret_value()):
        raise TokenError(
            "The App Certificate has 32 digits 0-9 and a-f; the one that is stored has not. "
            "Copy it from the console's project page."
        )
    if not cname:
        raise TokenError("A token needs the name of the channel.")
    if not re.fullmatch(r"[1-9][0-9]{0,9}", uid) or int(uid) > _MAX_UID:
        raise TokenError(f"The UID is a whole number from 1 to {_MAX_UID}, not “{uid[:40]}”.")
    if not 1 <= seconds <= MAX_LIFE:
        raise TokenError(
            f"A token lives 1 to {MAX_LIFE} s (24 h), not {seconds} s. Plan a new recording "
            "before it ends: the token of a recorder cannot be renewed."
        )


# --- read ----------------------------------------------------------------------------


def read_token(text: str) -> TokenInfo:
    """What a 006 or 007 token says, read without a key.

    Raises TokenError with a sentence for anything else, however it was made.
    """
    text = text.strip()
    if not text:
        raise TokenError("There is no token to read.")
    if len(text) > MAX_TEXT:
        raise TokenError(
            f"This is no token: it has {len(text)} characters, and a token has a few hundred."
        )
    try:
        if text.startswith("007"):
            info = _read_007(_Bytes(_inflated(_decoded(text[3:]))))
        elif text.startswith("006"):
            info = _read_006(text[3:35], _Bytes(_decoded(text[35:])))
        else:
            raise TokenError("This is no token of version 006 or 007: it begins with other digits.")
    except (struct.error, UnicodeDecodeError, zlib.error, binascii.Error):
        # The errors of the libraries may quote the token.
        raise TokenError("The token is damaged, perhaps cut off when it was copied.") from None
    if not _HEX_ID.fullmatch(info.app_id):
        raise TokenError("The token is damaged: it does not name an App ID.")
    return info


class _Bytes:
    """Little-endian reading from the front; what is not there raises struct.error."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, form: str) -> int:
        (value,) = struct.unpack_from("<" + form, self._data, self._at)
        self._at += struct.calcsize("<" + form)
        return int(value)

    def blob(self) -> bytes:
        size = self.number("H")
        blob = self._data[self._at : self._at + size]
        if len(blob) < size:
            raise struct.error("cut off")
        self._at += size
        return blob

    def text(self) -> str:
        return self.blob().decode("utf-8")

    def privileges(self) -> dict[int, int]:
        return {self.number("H"): self.number("I") for _ in range(self.number("H"))}


def _read_007(data: _Bytes) -> TokenInfo:
    data.blob()  # the signature
    app_id, issued, life = data.text(), data.number("I"), data.number("I")
    data.number("I")  # the salt
    services: list[TokenService] = []
    names: list[str] = []
    complete = True
    for _ in range(data.number("H")):
        kind = data.number("H")
        privileges = data.privileges()
        if kind not in _SERVICES:
            complete = False
            break
        texts = [data.text() for _ in range(_TEXTS_OF_SERVICE[kind])]
        for _ in range(_NUMBERS_OF_SERVICE.get(kind, 0)):
            data.number("h")
        services.append(_service(kind, privileges, issued, life))
        if kind == _RTC and not names:
            names = texts
    channel, uid = names or (None, None)
    return TokenInfo(
        "007", app_id, float(issued), float(issued + life), tuple(services), channel, uid, complete
    )


def _service(kind: int, privileges: Mapping[int, int], issued: int, life: int) -> TokenService:
    # Seconds from the issue; 0 is no limit of its own.
    ends = {key: float(issued + (seconds or life)) for key, seconds in privileges.items()}
    names = _PRIVILEGES if kind == _RTC else {}
    return TokenService(_SERVICES[kind], {names.get(k, str(k)): end for k, end in ends.items()})


def _read_006(app_id: str, data: _Bytes) -> TokenInfo:
    data.blob()  # the signature
    channel_crc, uid_crc = data.number("I"), data.number("I")
    message = _Bytes(data.blob())
    message.number("I")  # the salt
    expires = float(message.number("I"))
    moments = message.privileges()  # times since the epoch; 0 is no limit of its own
    privileges = {
        _PRIVILEGES.get(key, str(key)): float(end) or expires for key, end in moments.items()
    }
    return TokenInfo(
        "006",
        app_id,
        None,
        expires,
        (TokenService("rtc", privileges),),
        _channel_crc=channel_crc,
        _uid_crc=uid_crc,
    )


def _decoded(text: str) -> bytes:
    return base64.b64decode(text.encode("ascii", "replace"), validate=True)


def _inflated(data: bytes) -> bytes:
    inflater = zlib.decompressobj()
    unpacked = inflater.decompress(data, _MAX_UNPACKED)
    if not inflater.eof or inflater.unused_data:
        raise zlib.error("cut off, or too large")
    return unpacked


def _crc(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass")) & 0xFFFFFFFF
