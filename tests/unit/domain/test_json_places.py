"""Where the members of a JSON text stand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.intake.json_places import nearest, places
from agora_console.domain.paths import MISSING, join, read

TEXT = """{
  "mode": "mix",
  "odd key": [],
  "clientRequest": {
    "layoutConfig": [{"uid": "1"}, [2, {}], 3]
  }
}"""


def said(path: str) -> str:
    place = places(TEXT)[path]
    return TEXT[place.start : place.end]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("mode", '"mode"'),
        ('["odd key"]', '"odd key"'),
        ("clientRequest.layoutConfig", '"layoutConfig"'),
        ("clientRequest.layoutConfig[0]", "{"),
        ("clientRequest.layoutConfig[0].uid", '"uid"'),
        ("clientRequest.layoutConfig[1]", "["),
        ("clientRequest.layoutConfig[1][0]", "2"),
        ("clientRequest.layoutConfig[2]", "3"),
    ],
)
def test_a_member_stands_at_its_key_and_an_item_where_it_begins(path: str, text: str) -> None:
    assert said(path) == text


def test_what_is_not_there_stands_at_what_is_above_it() -> None:
    found = places(TEXT)
    assert (
        nearest(found, "clientRequest.layoutConfig[0].width")
        == found["clientRequest.layoutConfig[0]"]
    )
    assert nearest(found, "acquire.region") is None
    assert nearest(found, "no [path") is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=6), JSON), st.sampled_from([None, 2]))
def test_every_member_of_any_object_is_found(value: dict[str, Any], indent: int | None) -> None:
    found = places(json.dumps(value, indent=indent))
    assert all(read(value, path) is not MISSING for path in found)
    assert set(found) == set(_paths("", value))


def _paths(path: str, value: Any) -> list[str]:
    members: Any = ()
    if isinstance(value, dict):
        members = value.items()
    elif isinstance(value, list):
        members = enumerate(value)
    below = [(join(path, step), inner) for step, inner in members]
    return [each for here, inner in below for each in (here, *_paths(here, inner))]
