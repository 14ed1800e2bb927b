"""The draft as a document: reading and changing by path, modes, snapshots, fixes."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from agora_console.domain.page import PUBLISHER, RECORDER
from agora_console.domain.paths import MISSING, read
from agora_console.domain.problems import Fix
from agora_console.ui.draft.document import (
    drop,
    mended,
    put,
    service_at,
    switched,
    with_service,
    without_service,
)
from agora_console.ui.draft.model import DraftModel, new_draft

BITRATE = "clientRequest.recordingConfig.transcodingConfig.bitrate"
SNAPSHOT = "clientRequest.snapshotConfig"
FILES = "clientRequest.recordingFileConfig"
HLS = {"avFileType": ["hls"]}

paths = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(".".join)
values = st.one_of(st.integers(), st.text(max_size=4), st.booleans(), st.lists(st.integers()))
documents = st.lists(st.tuples(paths, values), max_size=6).map(
    lambda pairs: _filled(dict(pairs)),
)


def _filled(pairs: dict[str, Any]) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for path, value in pairs.items():
        document = put(document, path, value)
    return document


@given(documents, paths, values)
def test_what_was_put_can_be_read(document: dict[str, Any], path: str, value: Any) -> None:
    assert read(put(document, path, value), path) == value


@given(documents, paths, values)
def test_put_and_drop_leave_the_given_document_alone(
    document: dict[str, Any], path: str, value: Any
) -> None:
    before = copy.deepcopy(document)
    put(document, path, value)
    drop(document, path)
    assert document == before


@given(documents, paths)
def test_what_was_dropped_is_gone(document: dict[str, Any], path: str) -> None:
    assert read(drop(document, path), path) is MISSING


def test_an_object_goes_with_its_last_key() -> None:
    document = {"mode": "mix", "clientRequest": {"recordingConfig": {"transcodingConfig": {}}}}
    assert drop(put(document, BITRATE, 800), BITRATE) == {"mode": "mix", "clientRequest": {}}


def test_objects_whose_presence_means_something_stay() -> None:
    document = {"clientRequest": {"snapshotConfig": {"captureInterval": 10}}}
    assert drop(document, f"{SNAPSHOT}.captureInterval") == {
        "clientRequest": {"snapshotConfig": {}}
    }


def test_an_item_of_a_list_can_be_dropped() -> None:
    assert drop({"a": [1, 2, 3]}, "a[1]") == {"a": [1, 3]}


@pytest.mark.parametrize(
    ("fix", "after"),
    [
        (Fix("Use 6500", "a.bitrate", 6500), {"a": {"bitrate": 6500, "fps": 15}}),
        (Fix("Remove it", "a.bitrate"), {"a": {"fps": 15}}),
        (Fix("Rename", "a.bitrate", rename_to="a.rate"), {"a": {"fps": 15, "rate": 8000}}),
    ],
)
def test_a_fix_mends_the_document(fix: Fix, after: dict[str, Any]) -> None:
    assert mended({"a": {"bitrate": 8000, "fps": 15}}, fix) == after


def test_a_value_in_the_way_gives_way() -> None:
    assert put({"a": "text"}, "a.b", 1) == {"a": {"b": 1}}


# --- the other mode ------------------------------------------------------------


def test_the_other_mode_does_not_get_what_it_does_not_know() -> None:
    mix = put(put(new_draft(), BITRATE, 800), f"{FILES}.avFileType", ["hls", "mp4"])
    individual, _ = switched(mix, "individual", {})
    assert individual["clientRequest"] == {
        "recordingConfig": {"channelType": 1},
        "recordingFileConfig": HLS,
    }


def test_what_was_typed_comes_back_with_its_mode() -> None:
    mix = put(put(new_draft(), BITRATE, 800), f"{FILES}.avFileType", ["hls", "mp4"])
    individual, shelf = switched(mix, "individual", {})
    individual = drop(put(individual, SNAPSHOT, {"fileType": ["jpg"]}), FILES)
    again, shelf = switched(individual, "mix", shelf)
    assert again == mix
    assert switched(again, "individual", shelf)[0] == individual


def test_a_page_has_nothing_of_a_channel_and_gives_it_back() -> None:
    idle = "clientRequest.recordingConfig.maxIdleTime"
    mix = put(put(new_draft(), BITRATE, 800), idle, 300)
    page, shelf = switched(mix, "web", {})
    assert "recordingConfig" not in page["clientRequest"]
    assert service_at(page, RECORDER).endswith("extensionServices[0]")
    page = put(page, f"{service_at(page, RECORDER)}.serviceParam.url", "https://a.example")
    individual, shelf = switched(page, "individual", shelf)
    assert (read(individual, idle), read(individual, BITRATE)) == (300, MISSING)
    assert switched(individual, "mix", shelf)[0] == mix
    assert switched(individual, "web", shelf)[0] == page


def test_a_page_that_was_pasted_becomes_a_channel_with_a_type() -> None:
    mix, _ = switched({"mode": "web", "clientRequest": {}}, "mix", {})
    assert mix["clientRequest"]["recordingConfig"] == {"channelType": 1}


def test_a_service_is_found_wherever_it_stands() -> None:
    push = {"serviceName": PUBLISHER, "serviceParam": {"outputs": []}}
    config = {"extensionServices": ["text", push]}
    document = {"mode": "web", "clientRequest": {"extensionServiceConfig": config}}
    assert service_at(document, RECORDER) == ""
    both = with_service(document, RECORDER, {"url": "https://a.example"})
    services = both["clientRequest"]["extensionServiceConfig"]["extensionServices"]
    assert [each.get("serviceName") for each in services[1:]] == [PUBLISHER, RECORDER]
    changed = with_service(both, PUBLISHER, {"outputs": [1]})
    assert read(changed, f"{service_at(changed, PUBLISHER)}.serviceParam") == {"outputs": [1]}
    assert service_at(without_service(changed, PUBLISHER), PUBLISHER) == ""
    assert without_service(document, RECORDER) == document


def test_the_model_tells_each_change_once(qtbot: QtBot) -> None:
    model = DraftModel()
    told: list[object] = []
    model.changed.connect(lambda: told.append(model.get(BITRATE)))
    model.set(BITRATE, 800)
    model.set(BITRATE, 800)
    assert told == [800]


def test_true_is_not_the_number_one(qtbot: QtBot) -> None:
    model = DraftModel()
    model.set(BITRATE, True)
    model.set(BITRATE, 1)
    assert model.get(BITRATE) is not True


# --- snapshots -----------------------------------------------------------------


def test_snapshots_come_with_recording_files_at_first(qtbot: QtBot) -> None:
    model = DraftModel()
    model.set_mode("individual")
    model.set_snapshots(True)
    assert model.get(SNAPSHOT) == {"fileType": ["jpg"]}
    assert model.get(FILES) == HLS


def test_the_interval_comes_back_with_the_snapshots(qtbot: QtBot) -> None:
    model = DraftModel()
    model.set_mode("individual")
    model.set_snapshots(True)
    model.set(f"{SNAPSHOT}.captureInterval", 60)
    model.set_snapshots(False)
    assert model.get(SNAPSHOT) is MISSING
    model.set_snapshots(True)
    assert model.get(f"{SNAPSHOT}.captureInterval") == 60


def test_without_snapshots_there_are_recording_files_again(qtbot: QtBot) -> None:
    model = DraftModel()
    model.set_mode("individual")
    model.set_snapshots(True)
    model.set(FILES, MISSING)
    model.set_snapshots(False)
    assert model.get(FILES) == HLS


# --- whole documents -----------------------------------------------------------


def test_a_config_document_keeps_channel_and_uid(qtbot: QtBot) -> None:
    model = DraftModel()
    model.set("cname", "town-hall")
    model.replace({"mode": "individual", "clientRequest": {}})
    assert model.document() == {
        "cname": "town-hall",
        "uid": "",
        "mode": "individual",
        "clientRequest": {},
    }


def test_the_config_has_neither_channel_nor_uid(qtbot: QtBot) -> None:
    assert set(DraftModel().config()) == {"mode", "clientRequest"}
