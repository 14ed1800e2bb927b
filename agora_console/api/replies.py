"""From Agora's replies to values: decided by type, never by hope; pure, and nothing here raises.

Replies differ by mode, age and mood: `fileList` is a text, an array or JSON inside a text, keys
change their case, numbers and booleans arrive as text, times in seconds or milliseconds, and a
proxy answers HTML. What is not understood stays in `raw`, and `understood` is False.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from agora_console.api.bodies import (
    Body,
    as_object,
    lower,
    raw_text,
    read_fields,
    read_list,
    reply_code,
)
from agora_console.api.file_lists import read_files
from agora_console.api.redact import mask_push_urls
from agora_console.api.values import to_bool, to_int, to_seconds, to_text, usable_id
from agora_console.domain.session import FileEntry, Uploading


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


def parse_acquire(body: Body) -> Acquired:
    """Reply of acquire."""
    return Acquired(usable_id(read_fields(body).get("resourceid")))


def parse_start(body: Body) -> Started:
    """Reply of start; the empty sid of some failures is no sid."""
    return Started(usable_id(read_fields(body).get("sid")))


def parse_update(body: Body) -> Updated:
    """Reply of update and updateLayout: the ids, and nothing else."""
    return Updated(understood=bool(read_fields(body).keys() & {"resourceid", "sid"}))


def parse_query(body: Body) -> QueryReply:
    """Reply of query in any mode; see `QueryReply`."""
    response = _server_response(read_fields(body))
    services = _services(response)
    status = to_int(response.get("status"))
    files = _all_files(response, services)
    return QueryReply(
        status=status,
        files=files,
        file_list_mode=to_text(response.get("filelistmode")),
        slice_start_time=to_seconds(response.get("slicestarttime")),
        services=services,
        raw=raw_text(body),
        understood=status is not None or bool(files or services),
    )


def parse_stop(body: Body) -> StopReply:
    """Reply of stop in any mode; an asynchronous one holds the ids alone."""
    fields = read_fields(body)
    response = _server_response(fields)
    services = _services(response)
    return StopReply(
        uploading=_all_uploading(response, services),
        files=_all_files(response, services),
        services=services,
        code=reply_code(fields),
        raw=raw_text(body),
        understood=bool(response or fields.keys() & {"resourceid", "sid"}),
    )


def parse_ncs_ip(body: Body) -> tuple[str, ...]:
    """Addresses from which Agora sends notifications (`data.service.hosts[].primaryIP`)."""
    data = lower(as_object(read_fields(body).get("data")) or {})
    service = lower(as_object(data.get("service")) or {})
    hosts = (as_object(host) for host in read_list(service.get("hosts")))
    addresses = (to_text(lower(host or {}).get("primaryip")) for host in hosts)
    return tuple(address for address in addresses if address)


def _server_response(fields: Mapping[str, Any]) -> dict[str, Any]:
    return lower(as_object(fields.get("serverresponse")) or {})


def _services(response: Mapping[str, Any]) -> tuple[ServiceState, ...]:
    entries = (as_object(entry) for entry in read_list(response.get("extensionservicestate")))
    services = [_service(lower(entry)) for entry in entries if entry is not None]
    parts = as_object(response.get("subservicestatus")) or {}
    return (*services, *(ServiceState(name, state=to_text(state)) for name, state in parts.items()))


def _service(entry: Mapping[str, Any]) -> ServiceState:
    # "playload" is how two years of the reference spelled it.
    payload = lower(as_object(entry.get("payload") or entry.get("playload")) or {})
    outputs = (as_object(output) for output in read_list(payload.get("outputs")))
    return ServiceState(
        service_name=to_text(entry.get("servicename")),
        state=to_text(payload.get("state")) or to_text(payload.get("status")),
        onhold=to_bool(payload.get("onhold")),
        uploading=_uploading(payload.get("uploadingstatus")),
        files=read_files(payload.get("filelist")),
        outputs=tuple(_output(lower(output)) for output in outputs if output is not None),
    )


def _output(fields: Mapping[str, Any]) -> PushOutput:
    return PushOutput(mask_push_urls(to_text(fields.get("rtmpurl"))), to_text(fields.get("status")))


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
    files = read_files(response.get("filelist")) or read_files(response.get("fileliststr"))
    return files + tuple(entry for service in services for entry in service.files)
