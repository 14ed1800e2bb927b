"""Hosts in the documented order."""

from __future__ import annotations

import pytest

from agora_console.api.errors import ApiError, NoAnswer, Unreachable, Why
from agora_console.api.hosts import Area, Route, route

AGORA, SD_RTN = "https://api.agora.io", "https://api.sd-rtn.com"


def walk(way: Route, *, why: Why | None) -> list[str]:
    """The hosts that are tried when every attempt fails in the same way."""
    error: ApiError = Unreachable("query", reason="", why=why) if why else NoAnswer("query")
    tried = [way.primary]
    while (base_url := way.after(tried, error)) is not None:
        tried.append(base_url)
    return tried


def test_the_same_host_again_then_the_other_domain_then_the_neighbours() -> None:
    assert walk(route(AGORA, "EU"), why="name") == [
        AGORA,
        AGORA,
        SD_RTN,
        "https://api-eu-west-1.agora.io",
    ]


@pytest.mark.parametrize("why", ["refused", "timeout"])
def test_where_the_name_was_found_the_other_domain_is_skipped(why: Why) -> None:
    assert walk(route(AGORA, "US"), why=why) == [
        AGORA,
        AGORA,
        "https://api-us-west-1.agora.io",
        "https://api-us-east-1.agora.io",
    ]


@pytest.mark.parametrize("why", ["tls", "proxy", "other", None])
def test_other_failures_try_the_other_domain(why: Why | None) -> None:
    assert walk(route(AGORA, "AP"), why=why)[2] == SD_RTN


def test_without_an_area_there_are_two_domains() -> None:
    assert walk(route(AGORA), why="name") == [AGORA, AGORA, SD_RTN, SD_RTN]
    assert walk(route(SD_RTN), why="refused") == [SD_RTN, SD_RTN, AGORA, AGORA]


def test_the_primary_host_of_mainland_china_keeps_to_its_domain_first() -> None:
    assert route(SD_RTN, "CN").neighbours == (
        "https://api-cn-east-1.sd-rtn.com",
        "https://api-cn-north-1.sd-rtn.com",
        "https://api-cn-east-1.agora.io",
        "https://api-cn-north-1.agora.io",
    )


@pytest.mark.parametrize(
    ("prefix", "neighbour"),
    [
        ("api-us-east-1", "api-us-west-1"),
        ("api-eu-west-1", "api-eu-central-1"),
        ("api-ap-northeast-1", "api-ap-southeast-1"),
        ("api-cn-east-1", "api-cn-north-1"),
    ],
)
def test_the_neighbour_of_a_regional_host_is_the_other_of_its_pair(
    prefix: str, neighbour: str
) -> None:
    way = route(f"https://{prefix}.agora.io")
    assert way.twin == f"https://{prefix}.sd-rtn.com"
    assert way.neighbours[0] == f"https://{neighbour}.agora.io"


@pytest.mark.parametrize(
    "base_url",
    [
        "http://127.0.0.1:8000",
        "https://127.0.0.1",
        "https://agora.example.com",
        "https://evil.agora.io",
        "https://api.agora.io:8443",
        "https://api.agora.io/proxy",
        "https://api.agora.io.example.com",
    ],
)
@pytest.mark.parametrize("area", ["", "EU"])
def test_an_address_of_ones_own_stands_alone(base_url: str, area: Area) -> None:
    way = route(base_url, area)
    assert way.single
    assert walk(way, why="refused") == [base_url]
