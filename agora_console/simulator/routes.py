"""From verb and path to one of the six methods; both are taken literally (API section 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

METHODS = ("acquire", "start", "query", "update", "updateLayout", "stop")
MODES = ("individual", "mix", "web")

_APP = r"/v1/apps/(?P<app_id>[^/]+)/cloud_recording"
_MODE = rf"mode/(?P<mode>{'|'.join(MODES)})"
_ACQUIRE = re.compile(rf"{_APP}/(?P<method>acquire)")
_START = re.compile(rf"{_APP}/resourceid/(?P<resource_id>[^/]+)/{_MODE}/(?P<method>start)")
_SESSION = re.compile(
    rf"{_APP}/resourceid/(?P<resource_id>[^/]+)/sid/(?P<sid>[^/]+)/{_MODE}"
    r"/(?P<method>query|update|updateLayout|stop)"
)
_ADDRESSES = re.compile(r"/v[12]/ncs/(?P<method>ip)")  # two references, two versions


@dataclass(frozen=True, slots=True)
class Route:
    """One call as its URL says it; what the URL of the method does not carry is empty."""

    method: str
    app_id: str = ""
    resource_id: str = ""
    sid: str = ""
    mode: str = ""


def route(verb: str, path: str) -> Route | None:
    """The call that `verb` and `path` (without a query string) name, or None."""
    for pattern in (_ACQUIRE, _START, _SESSION, _ADDRESSES):
        if found := pattern.fullmatch(path):
            call = Route(**found.groupdict())
            wanted = "GET" if call.method in {"query", "ip"} else "POST"
            return call if verb == wanted else None
    return None
