"""Presets: kept under a name, shared as files, never with a secret."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from agora_console.services.setup.presets import LARGEST_FILE, LONGEST_NAME, Preset, Presets
from agora_console.settings.errors import SettingsError

SECRET = "storage-secret-9Z8Y"
CONFIG: dict[str, Any] = {"mode": "mix", "clientRequest": {"recordingConfig": {"maxIdleTime": 60}}}
LEAKY: dict[str, Any] = {
    "mode": "mix",
    "clientRequest": {"token": SECRET, "storageConfig": {"bucket": "b", "secretKey": SECRET}},
}


@pytest.fixture
def presets(tmp_path: Path) -> Presets:
    return Presets(tmp_path)


def names(presets: Presets) -> list[str]:
    return [each.name for each in presets.all()]


def test_a_preset_is_there_again_in_the_next_run(presets: Presets, tmp_path: Path) -> None:
    assert presets.all() == ()
    presets.save("  Evening   show ", CONFIG)
    presets.save("another", {"mode": "web"})
    assert Presets(tmp_path).all() == (
        Preset("another", {"mode": "web"}),
        Preset("Evening show", CONFIG),
    )


def test_saving_under_a_name_that_is_there_replaces_it(presets: Presets) -> None:
    presets.save("Show", {"mode": "web"})
    presets.save("show", CONFIG)
    assert [(each.name, each.document) for each in presets.all()] == [("show", CONFIG)]


def test_renaming_duplicating_and_deleting(presets: Presets) -> None:
    presets.save("Show", CONFIG)
    assert presets.duplicate("show").name == "Show 2"
    assert presets.duplicate("Show").name == "Show 3"
    presets.rename("Show 2", "Matinee")
    presets.rename("Matinee", "matinee")
    presets.delete("Show 3")
    presets.delete("never was")
    assert names(presets) == ["matinee", "Show"]
    with pytest.raises(SettingsError, match="already"):
        presets.rename("matinee", "SHOW")
    with pytest.raises(SettingsError, match="any more"):
        presets.duplicate("gone")


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1)])
def test_a_name_is_neither_empty_nor_endless(presets: Presets, name: str) -> None:
    with pytest.raises(SettingsError):
        presets.save(name, CONFIG)
    assert presets.all() == ()


def test_a_change_is_told(presets: Presets) -> None:
    told: list[None] = []
    presets.changed.subscribe(told.append)
    presets.save("Show", CONFIG)
    assert len(told) == 1


def test_an_exported_preset_is_imported_as_it_was(presets: Presets) -> None:
    presets.save("Show", CONFIG)
    again = presets.import_("Show", presets.export("Show"))
    assert (again.name, again.document) == ("Show 2", CONFIG)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"odd": "mix"}', "[" * 100_000])
def test_what_is_no_config_is_refused_and_nothing_is_kept(presets: Presets, text: str) -> None:
    with pytest.raises(SettingsError, match="no config"):
        presets.import_("Show", text)
    assert presets.all() == ()


def test_a_request_body_is_imported_as_a_config_and_a_ticket_is_none(presets: Presets) -> None:
    body = {"cname": "c", "uid": "1", **{key: LEAKY[key] for key in ("clientRequest",)}}
    document = presets.import_("Body", json.dumps(body)).document
    assert document == {"mode": "mix", "clientRequest": {"storageConfig": {"bucket": "b"}}}
    ids = {"sid": "s", "resourceId": "r", "cname": "c", "uid": "7", "mode": "mix"}
    with pytest.raises(SettingsError, match="It is a ticket"):
        presets.import_("Ticket", json.dumps(ids))


def test_no_secret_gets_into_a_preset_its_file_or_its_export(
    presets: Presets, tmp_path: Path
) -> None:
    presets.save("Saved", LEAKY)
    presets.import_("Imported", json.dumps(LEAKY))
    written = "".join(path.read_text() for path in tmp_path.iterdir())
    assert "bucket" in written
    assert SECRET not in written + presets.export("Saved") + presets.export("Imported")


def test_an_address_that_ends_in_a_stream_key_is_left_out(presets: Presets) -> None:
    outputs = [{"rtmpUrl": "rtmp://host/app/stream-key-1"}, {"kept": 1}]
    presets.save("Push", {"mode": "web", "clientRequest": {"outputs": outputs}})
    assert json.loads(presets.export("Push"))["clientRequest"] == {"outputs": [{}, {"kept": 1}]}


async def test_a_preset_goes_through_a_file(presets: Presets, tmp_path: Path) -> None:
    presets.save("Show", CONFIG)
    await presets.export_file("Show", tmp_path / "Evening.json")
    assert (await presets.import_file(tmp_path / "Evening.json")).name == "Evening"
    (tmp_path / "Late show.agora-config.json").write_text(presets.export("Show"))
    assert (await presets.import_file(tmp_path / "Late show.agora-config.json")).name == "Late show"
    (tmp_path / "huge.json").write_bytes(b" " * (LARGEST_FILE + 1))
    with pytest.raises(SettingsError, match="too large"):
        await presets.import_file(tmp_path / "huge.json")


def test_a_secret_somebody_wrote_into_the_file_is_not_exported(
    presets: Presets, tmp_path: Path
) -> None:
    items = [{"name": "Odd", "document": LEAKY}, {"name": 1}, "nothing"]
    (tmp_path / "presets.json").write_text(json.dumps({"presets": items}))
    assert names(presets) == ["Odd"]
    assert SECRET not in presets.export("Odd")
