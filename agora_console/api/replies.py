"""From Agora's replies to values: decided by type, never by hope; pure, and nothing here raises.

Replies differ by mode, age and mood: `fileList` is a text, an array or JSON inside a text, keys
change their case, numbers and booleans arrive as text, times in seconds or milliseconds, and a
proxy answers HTML. What is not understood stays in `raw`, and `understood` is False.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from functools import partial
from itertools import repeat
from operator import itemgetter
from typing import Any, Final, cast

from agora_console.api.redact import mask_push_urls
from agora_console.domain.session import FileEntry, Uploading

Body = bytes | str | Mapping[str, Any] | None
"""A reply as it came, or as `decode` read it."""

HandOn = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes an object that was read and returns it."""

RAW_LIMIT = 32_768
"""Characters of a reply that are kept for a person to read."""

MILLISECONDS_FROM = 1e11
MICROSECONDS_FROM = 1e14
"""Times above these are in ms and µs; as seconds they would lie in the year 5138 and later."""

_ID = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@-]+")
_PIECE = 1024  # files that are read at once, where they are alike
_NESTING = 3  # JSON inside a text inside JSON: how deep it is looked for


@dataclass(frozen=True, slots=True)
class Acquired:
    """Reply of acquire; `resource_id` is empty where there was none that can be used."""

    resource_id: str

    @property
    def understood(self) -> bool:
        """True when start can follow."""
        return bool(self.resource_id)


@dataclass(frozen=True, slots=True)
class Started:
    """Reply of start; `sid` is empty where there was none that can be used."""

    sid: str

    @property
    def understood(self) -> bool:
        """True when the recording can be asked and stopped."""
        return bool(self.sid)


@dataclass(frozen=True, slots=True)
class Updated:
    """Reply of update and updateLayout."""

    understood: bool = True


@dataclass(frozen=True, slots=True)
class PushOutput:
    """One target of an RTMP push; the stream key in `rtmp_url` is masked."""

    rtmp_url: str
    status: str


@dataclass(frozen=True, slots=True)
class ServiceState:
    """One service of a web page recording (`extensionServiceState`), or a `subServiceStatus`."""

    service_name: str
    state: str = ""
    onhold: bool | None = None
    uploading: Uploading | None = None
    files: tuple[FileEntry, ...] = ()
    outputs: tuple[PushOutput, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryReply:
    """Reply of query. `slice_start_time` is in seconds since the epoch, UTC.

    `status` is None where the reply has none that is a number: that is no sign of life.
    """

    status: int | None
    files: tuple[FileEntry, ...] = ()
    file_list_mode: str = ""
    slice_start_time: float | None = None
    services: tuple[ServiceState, ...] = ()
    raw: str = ""
    understood: bool = True


@dataclass(frozen=True, slots=True)
class StopReply:
    """Reply of stop, also of one that failed. `uploading` None: nothing is said of the upload."""

    uploading: Uploading | None
    files: tuple[FileEntry, ...] = ()
    services: tuple[ServiceState, ...] = ()
    code: int | None = None
    raw: str = ""
    understood: bool = True


# --- bodies --------------------------------------------------------------------------


def decode(body: Body, hand_on: HandOn = lambda item: item) -> dict[str, Any] | None:
    """The JSON object of a reply, without an envelope `{"Code", "Body"}`; None for all else.

    Every object that is read goes through `hand_on`. It is Python, so that a list of 200 000 files
    lets other threads have their turn.
    """
    data = _as_object(body, hand_on)
    if data is None:
        return None
    fields = lower(data)
    inner = _as_object(fields.get("body"))
    if inner is None or fields.keys() & {"resourceid", "sid", "serverresponse"}:
        return data
    if "code" not in lower(inner) and not code_is_fine(fields.get("code")):
        inner["code"] = fields["code"]
    return inner


def body_text(body: bytes | str) -> str:
    """A body as text; bytes that are no UTF-8 become replacement characters."""
    return body.decode("utf-8-sig", "replace") if isinstance(body, bytes) else body


def reply_code(fields: Mapping[str, Any]) -> int | None:
    """`code` of a reply with lower-case keys."""
    return to_int(fields.get("code"))


def code_is_fine(value: object) -> bool:
    """True for a `code` that does not contradict a 200: none, 0, or the 200 of an envelope."""
    return value in (None, "") or to_int(value) in (0, 200)


def reply_reason(fields: Mapping[str, Any]) -> str:
    """What the service or the gateway says of a failure; empty where it says nothing."""
    for key in ("reason", "message", "msg", "error"):
        if isinstance(text := fields.get(key), str) and text:
            return text
    return ""


def usable_id(value: object) -> str:
    """An id that can stand in the path of the next call, or an empty text."""
    text = value if isinstance(value, str) else ""
    return text if _ID.fullmatch(text) and text not in {".", ".."} else ""


def lower(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same with keys in lower case; of two keys that differ in case, one with a value wins."""
    fields = {key.lower(): value for key, value in data.items()}
    if len(fields) == len(data):
        return fields
    fields.clear()
    for key, value in data.items():
        name = key.lower()
        if name not in fields or value not in (None, ""):
            fields[name] = value
    return fields


def retry_after(header: str | None, now: float) -> float | None:
    """Seconds to wait by a `Retry-After` header (seconds or a date), never negative."""
    if not header:
        return None
    seconds = to_float(header)
    if seconds is None:
        at = moment(header)
        seconds = None if at is None else at - now
    return None if seconds is None else max(0.0, seconds)


def moment(header: str | None) -> float | None:
    """The moment of a header like `Date`, in seconds since the epoch; None for no date."""
    try:
        at = parsedate_to_datetime(header or "")
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


# --- replies ---------------------------------------------------------------------------


def parse_acquire(body: Body) -> Acquired:
    """Reply of acquire."""
    return Acquired(usable_id(_fields(body).get("resourceid")))


def parse_start(body: Body) -> Started:
    """Reply of start; the empty sid of some failures is no sid."""
    return Started(usable_id(_fields(body).get("sid")))


def parse_update(body: Body) -> Updated:
    """Reply of update and updateLayout: the ids, and nothing else."""
    return Updated(understood=bool(_fields(body).keys() & {"resourceid", "sid"}))


def parse_query(body: Body) -> QueryReply:
    """Reply of query in any mode; see `QueryReply`."""
    response = _server_response(_fields(body))
    services = _services(response)
    status = to_int(response.get("status"))
    files = _all_files(response, services)
    return QueryReply(
        status=status,
        files=files,
        file_list_mode=_text(response.get("filelistmode")),
        slice_start_time=to_seconds(response.get("slicestarttime")),
        services=services,
        raw=_raw(body),
        understood=status is not None or bool(files or services),
    )


def parse_stop(body: Body) -> StopReply:
    """Reply of stop in any mode; an asynchronous one holds the ids alone."""
    fields = _fields(body)
    response = _server_response(fields)
    services = _services(response)
    return StopReply(
        uploading=_all_uploading(response, services),
        files=_all_files(response, services),
        services=services,
        code=reply_code(fields),
        raw=_raw(body),
        understood=bool(response or fields.keys() & {"resourceid", "sid"}),
    )


def parse_ncs_ip(body: Body) -> tuple[str, ...]:
    """Addresses from which Agora sends notifications (`data.service.hosts[].primaryIP`)."""
    data = lower(_as_object(_fields(body).get("data")) or {})
    service = lower(_as_object(data.get("service")) or {})
    hosts = (_as_object(host) for host in _items(service.get("hosts")))
    addresses = (_text(lower(host or {}).get("primaryip")) for host in hosts)
    return tuple(address for address in addresses if address)


def _server_response(fields: Mapping[str, Any]) -> dict[str, Any]:
    return lower(_as_object(fields.get("serverresponse")) or {})


def _services(response: Mapping[str, Any]) -> tuple[ServiceState, ...]:
    entries = (_as_object(entry) for entry in _items(response.get("extensionservicestate")))
    services = [_service(lower(entry)) for entry in entries if entry is not None]
    parts = _as_object(response.get("subservicestatus")) or {}
    return (*services, *(ServiceState(name, state=_text(state)) for name, state in parts.items()))


def _service(entry: Mapping[str, Any]) -> ServiceState:
    # "playload" is how two years of the reference spelled it.
    payload = lower(_as_object(entry.get("payload") or entry.get("playload")) or {})
    outputs = (_as_object(output) for output in _items(payload.get("outputs")))
    return ServiceState(
        service_name=_text(entry.get("servicename")),
        state=_text(payload.get("state")) or _text(payload.get("status")),
        onhold=to_bool(payload.get("onhold")),
        uploading=_uploading(payload.get("uploadingstatus")),
        files=_files(payload.get("filelist")),
        outputs=tuple(_output(lower(output)) for output in outputs if output is not None),
    )


def _output(fields: Mapping[str, Any]) -> PushOutput:
    return PushOutput(mask_push_urls(_text(fields.get("rtmpurl"))), _text(fields.get("status")))


def _all_uploading(
    response: Mapping[str, Any], services: Iterable[ServiceState]
) -> Uploading | None:
    stated = _uploading(response.get("uploadingstatus"))
    if stated is not None:
        return stated
    return next((service.uploading for service in services if service.uploading), None)


def _uploading(value: object) -> Uploading | None:
    if not isinstance(value, str) or not value:
        return None
    try:
        return Uploading(value.lower())
    except ValueError:  # "unknow" of 2024, and whatever comes next
        return Uploading.UNKNOWN


def _all_files(
    response: Mapping[str, Any], services: Iterable[ServiceState]
) -> tuple[FileEntry, ...]:
    files = _files(response.get("filelist")) or _files(response.get("fileliststr"))
    return files + tuple(entry for service in services for entry in service.files)


def _files(value: object, nesting: int = _NESTING) -> tuple[FileEntry, ...]:
    """A `fileList` by its type: one name, JSON inside a text, an array, one object, or nothing."""
    if isinstance(value, str):
        text = value.strip()
        if text[:1] in ("[", "{", '"'):
            inner = _json(text)
            return _files(inner, nesting - 1) if nesting and inner is not None else ()
        return (FileEntry(file_name=text),) if text else ()
    if isinstance(value, Mapping):
        entry = _file(lower(value))
        return (entry,) if entry else ()
    if isinstance(value, list) and nesting:
        return tuple(_each_file(value, nesting - 1))
    return ()


def _each_file(items: list[Any], nesting: int) -> list[FileEntry]:
    found: list[FileEntry] = []
    for start in range(0, len(items), _PIECE):
        piece = items[start : start + _PIECE]
        alike = _by_columns(piece)
        found.extend(alike or (entry for item in piece for entry in _files(item, nesting)))
    return found


def _by_columns(items: list[Any]) -> Iterator[FileEntry] | None:
    """The entries of a list whose items have the same keys, as nearly all have; None of others.

    A loop over the items of 100 000 would take five times as long as reading their JSON.
    """
    if set(map(type, items)) != {dict} or len(set(map(len, items))) > 1:
        return None
    spelled = {key.lower(): key for key in items[0]}
    if len(spelled) < len(items[0]) or "filename" not in spelled:
        return None
    # A key that none of them has is read as the name, and its column replaced below.
    keys = [spelled.get(key, spelled["filename"]) for key, _, _ in _COLUMNS]
    try:
        columns = list(zip(*map(itemgetter(*keys), items), strict=True))
    except KeyError:
        return None
    if not all(columns[0]):
        return None
    values = (
        read(column) if key in spelled else repeat(default)
        for column, (key, read, default) in zip(columns, _COLUMNS, strict=True)
    )
    return map(_entry, zip(*values, strict=False))


def _texts(values: Sequence[Any]) -> Sequence[str]:
    return values if set(map(type, values)) == {str} else list(map(_text, values))


def _booleans(values: Sequence[Any]) -> Sequence[bool | None]:
    return values if set(map(type, values)) == {bool} else list(map(to_bool, values))


def _moments(values: Sequence[Any]) -> Sequence[float | None]:
    alike = set(map(type, values)) == {int}
    if alike and min(values) > MILLISECONDS_FROM and max(values) <= MICROSECONDS_FROM:
        return [value / 1e3 for value in values]
    return list(map(to_seconds, values))


_entry = cast(Callable[[Iterable[Any]], FileEntry], partial(tuple.__new__, FileEntry))
_COLUMNS: Final[tuple[tuple[str, Callable[[Sequence[Any]], Sequence[Any]], Any], ...]] = (
    ("filename", _texts, ""),
    ("tracktype", _texts, ""),
    ("uid", _texts, ""),
    ("mixedalluser", _booleans, None),
    ("isplayable", _booleans, None),
    ("slicestarttime", _moments, None),
)
"""In the order of the fields of `FileEntry`."""


def _file(fields: Mapping[str, Any]) -> FileEntry | None:
    name = _text(fields.get("filename"))
    if not name:
        return None
    return FileEntry(
        file_name=name,
        track_type=_text(fields.get("tracktype")),
        uid=_text(fields.get("uid")),
        mixed_all_user=to_bool(fields.get("mixedalluser")),
        is_playable=to_bool(fields.get("isplayable")),
        slice_start_time=to_seconds(fields.get("slicestarttime")),
    )


# --- values ------------------------------------------------------------------------------


def to_int(value: object) -> int | None:
    """A whole number, also as text; None for anything else (a boolean is no number)."""
    number = to_float(value)
    return int(number) if number is not None and number.is_integer() else None


def to_float(value: object) -> float | None:
    """A finite number, also as text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def to_bool(value: object) -> bool | None:
    """A boolean, also as text or as 0 and 1."""
    match value:
        case bool():
            return value
        case str():
            return {"true": True, "1": True, "false": False, "0": False}.get(value.lower())
        case 0 | 1:
            return bool(value)
        case _:
            return None


def to_seconds(value: object) -> float | None:
    """A time in seconds since the epoch, whatever its unit; 0 and less mean that it is unknown."""
    number = to_float(value)
    if number is None or number <= 0:
        return None
    if number > MICROSECONDS_FROM:
        return number / 1e6
    return number / 1e3 if number > MILLISECONDS_FROM else number


def _fields(body: Body) -> dict[str, Any]:
    return lower(decode(body) or {})


def _as_object(value: object, hand_on: HandOn = lambda item: item) -> dict[str, Any] | None:
    for _ in range(_NESTING):
        if isinstance(value, bytes):
            value = body_text(value)
        if not isinstance(value, str):
            break
        value = _json(value, hand_on)
    return dict(value) if isinstance(value, Mapping) else None


def _json(text: str, hand_on: HandOn = lambda item: item) -> Any:
    try:
        return json.loads(text, object_hook=hand_on)
    except (ValueError, RecursionError):
        return None


def _items(value: object) -> list[Any]:
    if isinstance(value, str):
        value = _json(value)
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return format(value) if abs(value) < 1 << 64 else ""
    return ""


def _raw(body: Body) -> str:
    if isinstance(body, bytes | str):
        return body_text(body[: RAW_LIMIT * 4])[:RAW_LIMIT]
    return ""
