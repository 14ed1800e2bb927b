"""Hosts of the API in the order in which they are tried; pure.

Documented order: the same host again, then the other domain, then the neighbour region, with waits
of 1, 3 and 6 s. Where the name was found and the connection failed, the other domain is skipped: it
leads to the same place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from agora_console.api.errors import ApiError, Unreachable

Area = Literal["", "US", "EU", "AP", "CN"]

FAILOVER_WAITS = (1.0, 3.0, 6.0)
"""Seconds before the second, third and fourth attempt."""

PREFIXES: dict[Area, tuple[str, ...]] = {
    "": (),
    "US": ("api-us-west-1", "api-us-east-1"),
    "EU": ("api-eu-west-1", "api-eu-central-1"),
    "AP": ("api-ap-southeast-1", "api-ap-northeast-1"),
    "CN": ("api-cn-east-1", "api-cn-north-1"),
}
"""Regional hosts of an area; each exists under both domains."""

_DOMAINS = ("agora.io", "sd-rtn.com")


@dataclass(frozen=True, slots=True)
class Route:
    """Base URLs that lead to the same service: the primary one, its twin, and its neighbours.

    `twin` is the same host in the other domain, empty where there is none; `neighbours` are the
    regional hosts of the area. A route without both never fails over.
    """

    primary: str
    twin: str = ""
    neighbours: tuple[str, ...] = ()

    @property
    def single(self) -> bool:
        """True for an address of one's own: there is no other way to it."""
        return not (self.twin or self.neighbours)

    def after(self, tried: Sequence[str], error: ApiError) -> str | None:
        """The base URL to try after `tried`, the last of which failed with `error`; None: stop."""
        if self.single or len(tried) > len(FAILOVER_WAITS):
            return None
        if len(tried) == 1:
            return tried[0]
        by_connection = isinstance(error, Unreachable) and error.why in ("refused", "timeout")
        ways = [self.primary, self.twin, *self.neighbours]
        left = [way for way in ways if way and way not in tried]
        if by_connection:
            names = {_name(way) for way in tried}
            left = [way for way in left if _name(way) not in names] or left
        return left[0] if left else tried[-1]


def route(base_url: str, area: Area = "") -> Route:
    """The route of a project. A host that is none of Agora's stands alone."""
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    name, _, domain = host.partition(".")
    known = {"api", *(prefix for prefixes in PREFIXES.values() for prefix in prefixes)}
    if parts.scheme != "https" or parts.port or parts.path or domain not in _DOMAINS:
        return Route(base_url)
    if name not in known:
        return Route(base_url)
    other = _DOMAINS[1 - _DOMAINS.index(domain)]
    area = area or _area_of(name)
    neighbours = tuple(
        url
        for suffix in (domain, other)
        for prefix in PREFIXES[area]
        if (url := f"https://{prefix}.{suffix}") != base_url and prefix != name
    )
    return Route(base_url, twin=f"https://{name}.{other}", neighbours=neighbours)


def _area_of(name: str) -> Area:
    return next((area for area, prefixes in PREFIXES.items() if name in prefixes), "")


def _name(base_url: str) -> str:
    return base_url.partition(".")[0]
