"""From the config document to Agora's JSON and paths, spelled exactly; pure functions.

Order and spelling of the keys come from the field descriptions in `domain.config`. Only what was
set is sent. The other direction, from a reply to values, is `replies`; both are offered here.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from agora_console.api.replies import (
    Acquired,
    QueryReply,
    ServiceState,
    Started,
    StopReply,
    parse_acquire,
    parse_ncs_ip,
    parse_query,
    parse_start,
    parse_stop,
    parse_update,
)
from agora_console.domain.config import (
    AcquireRequest,
    FieldSpec,
    LayoutUpdate,
    StartRequest,
    StopRequest,
    UpdateRequest,
    tree,
)
from agora_console.domain.secrets import Secret, StartSecrets

__all__ = [
    "Acquired",
    "Handle",
    "Operation",
    "QueryReply",
    "ServiceState",
    "Spelling",
    "Started",
    "StopReply",
    "acquire_body",
    "encode",
    "parse_acquire",
    "parse_ncs_ip",
    "parse_query",
    "parse_start",
    "parse_stop",
    "parse_update",
    "path",
    "start_body",
    "stop_body",
    "update_body",
    "update_layout_body",
]

Operation = Literal["acquire", "start", "query", "update", "updateLayout", "stop", "ncsIp"]
Spelling = Literal["unSubscribe", "unsubscribe"]
"""How the black lists are spelled: the sources of the API disagree, and keys are case-sensitive."""

Json = dict[str, Any]

REGIONLESS_VENDORS = (5, 6, 11)
"""Azure, Google and S3-compatible stores: `region` has no effect there and has to be 0."""

_BLACK_LISTS = {
    "unsubscribeAudioUids": "unSubscribeAudioUids",
    "unsubscribeVideoUids": "unSubscribeVideoUids",
}
_SEGMENT = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@-]+")
_NO_SECRETS = StartSecrets()


@dataclass(frozen=True, slots=True)
class Handle:
    """What names one recording to Agora: the ids, exactly as Agora sent them, and the mode."""

    resource_id: str
    cname: str
    uid: str
    mode: str
    sid: str = ""


# --- paths -------------------------------------------------------------------------


def path(operation: Operation, app_id: str, handle: Handle | None = None) -> str:
    """The path of a call, ids kept verbatim.

    Raises ValueError, with a sentence, for an id that is missing or would change the path.
    """
    if operation == "ncsIp":
        return "/v2/ncs/ip"
    parts = ["/v1/apps", _segment("App ID", app_id), "cloud_recording"]
    if operation != "acquire":
        if handle is None:
            raise ValueError(f"{operation} needs the ids of a recording.")
        parts += ["resourceid", _segment("resourceId", handle.resource_id)]
        if operation != "start":
            parts += ["sid", _segment("sid", handle.sid)]
        parts += ["mode", _segment("mode", handle.mode)]
    return "/".join((*parts, operation))


def _segment(name: str, value: str) -> str:
    if not value:
        raise ValueError(f"There is no {name}, and the call cannot be made without it.")
    if value in {".", ".."} or not _SEGMENT.fullmatch(value):
        odd = sorted({c for c in value if not _SEGMENT.fullmatch(c)}) or [value]
        raise ValueError(
            f"The {name} contains {odd[0]!a}, which cannot stand in an address. "
            f"Copy it again exactly as Agora gave it."
        )
    return value


# --- bodies ------------------------------------------------------------------------


def acquire_body(
    cname: str,
    uid: str,
    document: Mapping[str, Any],
    *,
    secrets: StartSecrets | None = None,
    spelling: Spelling = "unSubscribe",
) -> Json:
    """Body of acquire. `scene` follows from the mode and is always sent.

    With `secrets`, the very clientRequest that start will send goes along as `startParameter`.
    """
    options = dict(_object(document, "acquire"))
    options.pop("startParameter", None)
    options.setdefault("scene", 1 if document.get("mode") == "web" else 0)
    if secrets is not None:
        options["startParameter"] = _start_request(document, secrets, spelling)
    return _body(cname, uid, _ordered(options, tree(AcquireRequest), spelling))


def start_body(
    cname: str,
    uid: str,
    document: Mapping[str, Any],
    secrets: StartSecrets,
    *,
    spelling: Spelling = "unSubscribe",
) -> Json:
    """Body of start, secrets in their places."""
    return _body(cname, uid, _start_request(document, secrets, spelling))


def update_body(
    cname: str,
    uid: str,
    client_request: Mapping[str, Any],
    secrets: StartSecrets = _NO_SECRETS,
    *,
    spelling: Spelling = "unSubscribe",
) -> Json:
    """Body of update; `secrets` fill a `storageConfig` that rotates STS keys, or the push."""
    request = dict(client_request)
    if storage := _object(request, "storageConfig"):
        request["storageConfig"] = _storage(storage, secrets)
    if secrets.rtmp_url is not None and (push := _object(request, "rtmpPublishConfig")):
        address = secrets.rtmp_url.get_secret_value()
        targets = [{**each, "rtmpUrl": address} for each in dicts(push.get("outputs"))]
        request["rtmpPublishConfig"] = {**push, "outputs": targets}
    return _body(cname, uid, _ordered(request, tree(UpdateRequest), spelling))


def update_layout_body(cname: str, uid: str, layout: Mapping[str, Any]) -> Json:
    """Body of updateLayout: a full replacement, what is left out returns to its default."""
    return _body(cname, uid, _ordered(layout, tree(LayoutUpdate), "unSubscribe"))


def stop_body(cname: str, uid: str, async_stop: bool = False) -> Json:
    """Body of stop; False waits for the upload (about 20 s), True answers at once."""
    return _body(cname, uid, _ordered({"async_stop": async_stop}, tree(StopRequest), "unSubscribe"))


def encode(body: Mapping[str, Any]) -> bytes:
    """The bytes that are sent. Raises ValueError or TypeError for what JSON cannot say."""
    return json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _body(cname: str, uid: str, client_request: Json) -> Json:
    return {"cname": cname, "uid": uid, "clientRequest": client_request}


def _start_request(document: Mapping[str, Any], secrets: StartSecrets, spelling: Spelling) -> Json:
    request = dict(_object(document, "clientRequest"))
    if document.get("mode") != "web":
        _put(request, "token", secrets.token)
        if recording := _object(request, "recordingConfig"):
            request["recordingConfig"] = _recording(recording, secrets)
    if storage := _object(request, "storageConfig"):
        request["storageConfig"] = _storage(storage, secrets)
    if secrets.rtmp_url is not None and (service := _object(request, "extensionServiceConfig")):
        request["extensionServiceConfig"] = _pushed(service, secrets.rtmp_url)
    return _ordered(request, tree(StartRequest), spelling)


def _pushed(config: Mapping[str, Any], rtmp_url: Secret) -> Json:
    """The services of a page with the address of the push, of which the document has the host."""
    filled = copy.deepcopy(dict(config))
    for output in push_outputs(filled):
        output["rtmpUrl"] = rtmp_url.get_secret_value()
    return filled


def push_outputs(config: Mapping[str, Any]) -> Iterator[Json]:
    """The targets of the push service in an `extensionServiceConfig`, however broken it is."""
    services = config.get("extensionServices")
    for service in services if isinstance(services, list) else ():
        param = service.get("serviceParam") if _is_push(service) else None
        yield from dicts(param.get("outputs") if isinstance(param, dict) else None)


def dicts(items: object) -> Iterator[Json]:
    """The objects in what should be a list of them."""
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield item


def _is_push(service: object) -> bool:
    return isinstance(service, dict) and service.get("serviceName") == "rtmp_publish_service"


def _recording(recording: Mapping[str, Any], secrets: StartSecrets) -> Json:
    filled = dict(recording)
    if filled.get("decryptionMode"):
        _put(filled, "secret", secrets.channel_secret)
        _put(filled, "salt", secrets.salt)
    return filled


def _storage(storage: Mapping[str, Any], secrets: StartSecrets) -> Json:
    filled = dict(storage)
    _put(filled, "accessKey", secrets.access_key)
    _put(filled, "secretKey", secrets.secret_key)
    _put(filled, "stsToken", secrets.sts_token)
    if filled.get("vendor") in REGIONLESS_VENDORS:
        filled["region"] = 0
    extras = {k: v for k, v in _object(filled, "extensionParams").items() if v not in (None, "")}
    filled["extensionParams"] = extras or None
    return filled


def _put(target: Json, key: str, secret: Secret | None) -> None:
    if secret is not None and secret.get_secret_value():
        target[key] = secret.get_secret_value()


def _object(parent: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = parent.get(key)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ValueError(f"{key} has to be a JSON object, not {type(value).__name__}.")
    return value


def _ordered(data: Mapping[str, Any], specs: Mapping[str, FieldSpec], spelling: Spelling) -> Json:
    """`data` without what was not set, known keys first and in the order of the reference."""
    given = {_BLACK_LISTS.get(key, key): value for key, value in data.items()}
    keys = [key for key in specs if key in given] + [key for key in given if key not in specs]
    return {
        _spelled(key, spelling): _ordered_value(given[key], specs.get(key), spelling)
        for key in keys
        if given[key] is not None
    }


def _ordered_value(value: Any, spec: FieldSpec | None, spelling: Spelling) -> Any:
    children = spec.children if spec is not None else {}
    if isinstance(value, Mapping):
        return _ordered(value, children, spelling)
    if isinstance(value, list | tuple):
        return [_ordered_value(item, spec, spelling) for item in value]
    return value


def _spelled(key: str, spelling: Spelling) -> str:
    if key in _BLACK_LISTS.values():
        return spelling + key.removeprefix("unSubscribe")
    return key
