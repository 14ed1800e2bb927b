"""From the command line to a console: whose credentials, which folder, and the end in order."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from agora_console.arguments import Arguments
from agora_console.domain.problems import Problem
from agora_console.journal.errors import JournalError
from agora_console.services import demo
from agora_console.services.opening import open_console, open_to_read, wanted_api
from tests.flow.secret_forms import text_below
from tests.support.processes import end as end_process

ENV = {"AGORA_APP_ID": "d" * 32, "AGORA_CUSTOMER_ID": "me", "AGORA_CUSTOMER_SECRET": "lent-secret"}


def quiet(problem: Problem) -> None:
    pytest.fail(problem.sentence)


def lend(monkeypatch: pytest.MonkeyPatch, **more: str) -> None:
    for name, value in {**ENV, **more}.items():
        monkeypatch.setenv(name, value)


def arguments(folder: Path, **more: object) -> Arguments:
    return Arguments(data_dir=folder, **{"speed": 1.0, **more})  # type: ignore[arg-type]


async def test_the_environment_is_the_project_of_this_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch)
    async with open_console(arguments(tmp_path), quiet) as console:
        project = console.projects.current()
        assert project is not None
        assert (project.name, project.app_id) == ("Environment", "d" * 32)
        secret = (await console.projects.credentials(project.id)).customer_secret
        assert secret.get_secret_value() == "lent-secret"
    assert "lent-secret" not in text_below(tmp_path)


@pytest.mark.parametrize("missing", sorted(ENV))
async def test_an_environment_that_is_not_complete_is_none(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch)
    monkeypatch.delenv(missing)
    async with open_console(arguments(tmp_path), quiet) as console:
        assert console.projects.all() == ()


async def test_the_address_of_the_command_line_goes_before_that_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch, AGORA_API_URL="https://by-environment.example")
    assert wanted_api(arguments(tmp_path)) == "https://by-environment.example"
    typed = arguments(tmp_path, api="https://typed.example")
    async with open_console(typed, quiet) as console:
        assert [each.api_url for each in console.projects.all()] == ["https://typed.example"]


async def test_the_demo_goes_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lend(monkeypatch, AGORA_API_URL="https://by-environment.example")
    wishes = arguments(tmp_path, demo=True, speed=20.0)
    async with open_console(wishes, quiet) as console:
        (project,) = console.projects.all()
        assert project.name == "Simulator"
        assert project.api_url.startswith("http://127.0.0.1:")
        assert console.folder == tmp_path / "demo"
    assert demo.find(tmp_path / "demo") is None  # nothing recorded, so it has ended


async def test_a_demo_that_cannot_begin_leaves_nothing_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "IDLE_SECONDS", "nonsense")
    with pytest.raises(OSError, match="did not start"):
        async with open_console(arguments(tmp_path, demo=True), quiet):
            pass
    async with open_to_read(arguments(tmp_path, demo=True), quiet) as console:
        assert not console.beside_owner


async def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(JournalError, match="cannot be written"):
        async with open_console(arguments(file), quiet):
            pass


async def test_what_the_folder_has_to_say_is_told(tmp_path: Path) -> None:
    (tmp_path / "projects.json").write_text("{", encoding="utf-8")
    told: list[Problem] = []
    async with open_console(arguments(tmp_path), told.append) as console:
        assert told == list(console.notes)
        assert "projects.json" in told[0].sentence
    told.clear()
    async with open_to_read(arguments(tmp_path), told.append):
        pass
    assert told == []


async def test_a_console_that_only_reads_lends_and_sends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch)
    async with open_to_read(arguments(tmp_path), quiet) as console:
        assert console.projects.all() == ()


async def test_the_log_is_kept_in_the_folder_for_as_long_as_it_is_open(tmp_path: Path) -> None:
    log = logging.getLogger("agora_console.test")
    async with open_console(arguments(tmp_path), quiet) as console:
        console.redactor.add("a-secret-of-this-run")
        log.info("It says a-secret-of-this-run.")
    log.info("Nobody keeps this.")
    text = (tmp_path / "logs" / "console.log").read_text("utf-8")
    assert "It says ***." in text
    assert "Nobody keeps this." not in text


def test_a_simulator_of_the_demo_can_be_ended_by_its_id(tmp_path: Path) -> None:
    agora = demo.find_or_start(tmp_path, 20.0)
    assert agora.process is not None
    end_process(agora.process)
    assert demo.find(tmp_path) is None
