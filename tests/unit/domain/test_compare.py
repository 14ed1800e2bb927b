"""Two configs are compared by what they mean to Agora, not by their text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.compare import Difference, Side, compare

RECORDING = "clientRequest.recordingConfig"
PICTURE = f"{RECORDING}.transcodingConfig"


def mix(picture: dict[str, Any] | None = None, **recording: Any) -> dict[str, Any]:
    if picture is not None:
        recording["transcodingConfig"] = picture
    return {"mode": "mix", "clientRequest": {"recordingConfig": recording}}


def paths(left: dict[str, Any], right: dict[str, Any]) -> list[str]:
    return [difference.path for difference in compare(left, right)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (mix(), mix(maxIdleTime=30)),
        (mix(), {"mode": "mix"}),
        (mix({}), mix({"width": 360, "height": 640, "fps": 15, "bitrate": 500})),
        (mix(subscribeAudioUids=["1", "2"]), mix(subscribeAudioUids=["2", "1"])),
        (mix(maxIdleTime=60), mix(maxIdleTime=60.0)),
        (mix(streamTypes=1, maxIdleTime=9), mix(maxIdleTime=9, streamTypes=1)),
        (mix(secret="one"), mix(secret="other")),
        ({**mix(), "acquire": {"resourceExpiredHour": 72}}, mix()),
        (
            mix({"layoutConfig": [{"uid": "1"}]}),
            mix({"layoutConfig": [{"uid": "1", "alpha": 1, "render_mode": 0}]}),
        ),
    ],
)
def test_what_means_the_same_is_no_difference(left: dict[str, Any], right: dict[str, Any]) -> None:
    assert compare(left, right) == ()
    assert compare(right, left) == ()


def test_a_difference_has_its_name_unit_and_the_default_it_is_compared_with() -> None:
    assert compare(mix(maxIdleTime=300), mix()) == (
        Difference(
            f"{RECORDING}.maxIdleTime", "Leave when idle", Side("300 s"), Side("30 s", default=True)
        ),
    )


def test_a_choice_is_told_in_words() -> None:
    (found,) = compare(mix(streamTypes=0), mix())
    assert (found.left.text, found.right.text) == ("0 (audio only)", "2 (audio and video)")


def test_a_bitrate_has_the_unit_of_the_form() -> None:
    (found,) = compare(mix({"bitrate": 500}), mix({"bitrate": 3420}))
    assert found.right.text == "3420 Kbps"


def test_the_order_of_a_prefix_and_of_regions_counts() -> None:
    def stored(*prefix: str) -> dict[str, Any]:
        return {"mode": "mix", "clientRequest": {"storageConfig": {"fileNamePrefix": [*prefix]}}}

    assert paths(stored("a", "b"), stored("b", "a")) == [
        "clientRequest.storageConfig.fileNamePrefix"
    ]
    one, two = {"uid": "1", "x_axis": 0.0}, {"uid": "2", "x_axis": 0.0}
    regions = paths(mix({"layoutConfig": [one, two]}), mix({"layoutConfig": [two, one]}))
    assert regions == [f"{PICTURE}.layoutConfig[0].uid", f"{PICTURE}.layoutConfig[1].uid"]


def test_a_region_more_is_told_without_the_defaults_nobody_set() -> None:
    found = compare(mix({"layoutConfig": [{"uid": "1"}]}), mix({"layoutConfig": []}))
    assert [(each.path, each.left.text, each.right.text) for each in found] == [
        (f"{PICTURE}.layoutConfig[0]", "yes", "—"),
        (f"{PICTURE}.layoutConfig[0].uid", "1", "—"),
    ]


def test_snapshots_are_a_difference_by_being_there() -> None:
    def taking(more: dict[str, Any]) -> dict[str, Any]:
        return {"mode": "individual", "clientRequest": more}

    found = compare(taking({"snapshotConfig": {}}), taking({}))
    assert [(each.path, each.left.text) for each in found] == [
        ("clientRequest.snapshotConfig", "yes")
    ]
    assert compare(taking({"snapshotConfig": {}}), taking({"snapshotConfig": {}})) == ()


def test_a_default_of_another_mode_does_not_count() -> None:
    individual = {"mode": "individual", "clientRequest": {}}
    found = {each.path: each.right.text for each in compare(mix({"fps": 15}), individual)}
    assert found["mode"] == "individual"
    assert found[f"{PICTURE}.fps"] == "—"


def test_an_unknown_key_is_compared_as_it_is() -> None:
    (found,) = compare({**mix(), "odd key": {"a": None}}, mix())
    assert (found.path, found.title, found.left.text) == ('["odd key"].a', "", "null")
    assert compare(mix(odd=True), mix(odd=1))[0].left.text == "yes"
    assert compare(mix(odd=[1, "a"]), mix(odd=False))[0].left.text == "1, a"


def test_a_list_of_all_sorts_is_compared_item_by_item() -> None:
    found = compare(mix(odd=[{"a": 1}, 2]), mix(odd=[{"a": 3}, 2]))
    assert [each.path for each in found] == [f"{RECORDING}.odd[0].a"]


def test_no_secret_and_no_push_key_is_ever_shown() -> None:
    def pushed(key: str, secret: str) -> dict[str, Any]:
        service = {
            "serviceName": "rtmp_publish_service",
            "serviceParam": {"outputs": [{"rtmpUrl": f"rtmp://host/app/{key}"}]},
        }
        extension = {"extensionServices": [service]}
        return {
            "mode": "web",
            "clientRequest": {"token": secret, "extensionServiceConfig": extension},
        }

    found = compare(pushed("stream-key-1", "tok-1"), pushed("stream-key-2", "tok-2"))
    assert len(found) == 1
    assert "stream-key" not in str(found)
    assert "tok-" not in str(found)


documents = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["a", "b", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["mode", "clientRequest", "recordingConfig", "uid", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["mode", "clientRequest", "acquire"]), documents))
def test_a_config_does_not_differ_from_itself_whatever_it_is(document: dict[str, Any]) -> None:
    shuffled = json.loads(json.dumps(dict(reversed(list(document.items())))))
    assert compare(document, shuffled) == ()
