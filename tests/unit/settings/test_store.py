"""Projects, preferences and the draft: kept, read again, never lost to a bad file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from agora_console.settings.preferences import Preferences
from agora_console.settings.projects import DEFAULT_API_URL, Project, StorageTarget
from agora_console.settings.store import Settings, SettingsError

BUCKET = StorageTarget(
    id="bucket", name="Archive", vendor=1, region=0, bucket="recordings", prefix=("2026", "july")
)
STAGE = Project(id="stage", name="Stage", app_id="a" * 32, customer_id="c" * 32, storage=(BUCKET,))
DEEP = '{"draft": ' + "[" * 100_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def settings(folder: Path) -> Settings:
    return Settings(folder)


def write(path: Path, content: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content))


def content(path: Path) -> Any:
    return json.loads(path.read_text())


# --- what is kept ------------------------------------------------------------------


def test_a_new_folder_has_nothing_in_it(settings: Settings, folder: Path) -> None:
    assert settings.projects() == ()
    assert settings.preferences() == Preferences()
    assert settings.draft() is None
    assert settings.notes == ()
    assert not folder.exists()


def test_a_project_comes_back_as_it_was(settings: Settings, folder: Path) -> None:
    settings.save_project(STAGE)

    assert Settings(folder).projects() == (STAGE,)
    assert STAGE.api_url == DEFAULT_API_URL


def test_every_project_and_target_has_an_id_of_its_own() -> None:
    made = [Project(name="x", app_id="a", customer_id="c") for _ in range(2)]

    assert made[0].id != made[1].id


def test_projects_stay_in_the_order_in_which_they_were_made(settings: Settings) -> None:
    for name in ("one", "two", "three"):
        settings.save_project(STAGE.model_copy(update={"id": name}))
    settings.save_project(STAGE.model_copy(update={"id": "one", "name": "changed"}))

    found = [(project.id, project.name) for project in settings.projects()]

    assert found == [("one", "changed"), ("two", "Stage"), ("three", "Stage")]


def test_preferences_come_back_as_they_were(settings: Settings, folder: Path) -> None:
    chosen = Preferences(theme="dark", last_project="stage", window="AdnQ")

    settings.save_preferences(chosen)

    assert Settings(folder).preferences() == chosen


def test_the_draft_comes_back_as_it_was(settings: Settings, folder: Path) -> None:
    draft = {"mode": "mix", "clientRequest": {"recordingConfig": {"maxIdleTime": 120}}}

    settings.save_draft(draft)

    assert Settings(folder).draft() == draft


def test_json_that_does_not_parse_yet_is_kept_without_what_is_secret_in_it(
    settings: Settings, folder: Path
) -> None:
    settings.save_draft({"mode": "mix"}, '{"mode": "mix", "token": "SECRET", oops')

    assert Settings(folder).draft_text() == '{"mode": "mix", "token": "", oops'
    assert "SECRET" not in (folder / "draft.json").read_text()

    settings.save_draft({"mode": "mix"})

    assert settings.draft_text() == ""


def test_the_files_say_of_which_version_they_are(settings: Settings, folder: Path) -> None:
    settings.save_project(STAGE)
    settings.save_preferences(Preferences())
    settings.save_draft({})

    assert {content(path)["version"] for path in folder.iterdir()} == {1}


# --- what a newer version or a person added ----------------------------------------------


def test_keys_that_are_not_known_stay_where_they_are(settings: Settings, folder: Path) -> None:
    settings.save_project(STAGE)
    path = folder / "projects.json"
    document = content(path)
    document["colour"] = "green"
    document["projects"][0]["colour"] = "red"
    document["projects"][0]["storage"][0]["colour"] = "blue"
    write(path, document)

    settings.save_project(STAGE.model_copy(update={"name": "Renamed"}))

    after = content(path)
    assert after["colour"] == "green"
    assert after["projects"][0]["colour"] == "red"
    assert after["projects"][0]["name"] == "Renamed"
    assert after["projects"][0]["storage"][0]["colour"] == "blue"


@pytest.mark.parametrize("name", ["preferences", "draft"])
def test_other_keys_of_the_other_files_stay_too(
    settings: Settings, folder: Path, name: str
) -> None:
    write(folder / f"{name}.json", {"colour": "green"})

    settings.save_preferences(Preferences(theme="light"))
    settings.save_draft({"mode": "mix"})

    assert content(folder / f"{name}.json")["colour"] == "green"


def test_a_target_that_was_removed_is_gone(settings: Settings) -> None:
    settings.save_project(STAGE)
    settings.save_project(STAGE.model_copy(update={"storage": ()}))

    assert settings.projects()[0].storage == ()


def test_a_file_with_a_byte_order_mark_is_read(settings: Settings, folder: Path) -> None:
    write(folder / "preferences.json", '\ufeff{"theme": "dark"}')

    assert settings.preferences().theme == "dark"


# --- what cannot be read -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("projects", "{"),
        ("projects", "[]"),
        ("projects", '{"projects": {}}'),
        ("preferences", "\x00\x00\x00\x00"),
        ("draft", DEEP),
    ],
)
def test_a_damaged_file_is_set_aside_and_told(
    settings: Settings, folder: Path, name: str, text: str
) -> None:
    write(folder / f"{name}.json", text)

    (note,) = settings.notes

    (aside,) = folder.iterdir()
    assert re.fullmatch(rf"{name}\.damaged-\w+\.json", aside.name)
    assert aside.read_text() == text
    assert str(aside) in note.action
    assert "was set aside" in note.sentence


def test_a_file_damaged_while_it_is_open_is_not_overwritten(
    settings: Settings, folder: Path
) -> None:
    settings.save_project(STAGE)
    write(folder / "projects.json", "half an edit")

    settings.save_project(STAGE)

    (aside,) = folder.glob("*.damaged-*")
    assert aside.read_text() == "half an edit"
    assert settings.projects() == (STAGE,)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ({"id": "other", "name": "Other"}, "Other"),
        ({"id": "other"}, "without a name"),
        ("nonsense", "without a name"),
    ],
)
def test_a_project_that_cannot_be_read_is_told_and_kept(
    settings: Settings, folder: Path, item: Any, words: str
) -> None:
    settings.save_project(STAGE)
    path = folder / "projects.json"
    write(path, {"projects": [item, *content(path)["projects"]]})

    assert settings.projects() == (STAGE,)
    settings.save_project(STAGE)

    assert content(path)["projects"][0] == item
    (note,) = settings.notes
    assert words in note.sentence


def test_what_was_told_is_told_once(settings: Settings, folder: Path) -> None:
    write(folder / "projects.json", {"projects": ["nonsense"]})

    settings.projects()
    settings.projects()

    assert len(settings.notes) == 1


def test_a_preference_that_cannot_be_used_does_not_take_the_others_with_it(
    settings: Settings, folder: Path
) -> None:
    write(folder / "preferences.json", {"theme": "neon", "last_project": "stage", "window": 7})

    assert settings.preferences() == Preferences(last_project="stage")


def test_a_draft_that_is_none_is_none(settings: Settings, folder: Path) -> None:
    write(folder / "draft.json", {"draft": "nonsense"})

    assert settings.draft() is None


# --- what cannot be written -----------------------------------------------------------------


def test_a_newer_file_is_read_and_not_changed(settings: Settings, folder: Path) -> None:
    settings.save_project(STAGE)
    path = folder / "projects.json"
    write(path, {**content(path), "version": 2})
    before = path.read_bytes()

    assert settings.projects() == (STAGE,)
    with pytest.raises(SettingsError, match="newer Agora Console"):
        settings.save_project(STAGE)

    assert path.read_bytes() == before
    assert "newer Agora Console" in settings.notes[0].sentence


@pytest.mark.parametrize(
    "save",
    [
        lambda settings: settings.save_project(STAGE),
        lambda settings: settings.save_preferences(Preferences()),
        lambda settings: settings.save_draft({}),
    ],
)
def test_a_folder_that_cannot_be_made_is_told(
    settings: Settings, folder: Path, save: Callable[[Settings], None]
) -> None:
    folder.write_text("a file where the folder should be")

    with pytest.raises(SettingsError, match="cannot be written") as failed:
        save(settings)

    assert "--data-dir" in failed.value.problem.action


def test_a_file_that_cannot_be_read_is_told_and_not_overwritten(
    settings: Settings, folder: Path
) -> None:
    (folder / "projects.json").mkdir(parents=True)

    assert settings.projects() == ()
    assert "cannot be read" in settings.notes[0].sentence
    with pytest.raises(SettingsError):
        settings.save_project(STAGE)


# --- what is never kept ---------------------------------------------------------------------


def test_a_secret_in_a_draft_is_left_out(settings: Settings, folder: Path) -> None:
    settings.save_draft(
        {
            "clientRequest": {
                "token": "hush",
                "storageConfig": {"bucket": "b", "accessKey": "hush", "secretKey": "hush"},
                "recordingConfig": {
                    "secret": "hush",
                    "salt": "hush",
                    "uids": [{"stsToken": "hush"}],
                },
            }
        }
    )

    assert "hush" not in (folder / "draft.json").read_text()
    assert settings.draft() == {
        "clientRequest": {"storageConfig": {"bucket": "b"}, "recordingConfig": {"uids": [{}]}}
    }


@pytest.mark.parametrize("model", [Project, StorageTarget, Preferences])
def test_no_setting_has_a_place_for_a_secret(model: type[BaseModel]) -> None:
    words = re.compile("secret|key|token|salt|password|credential")

    assert [name for name in model.model_fields if words.search(name)] == []
