"""Which session and which project a command means, and what it says when there is none."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console.domain.intake.ticket import Ticket
from agora_console.services.clock import SystemClock
from agora_console.services.console import Console
from agora_console.services.errands.choosing import (
    UnusableErrandError,
    find_session,
    project_of_errand,
    project_of_ticket,
)
from agora_console.services.errands.errand import Lent
from agora_console.services.errands.lending import lend, lent_by
from agora_console.services.values import Keep, Project
from tests.support.sessions import make_session

STAGE = Project(id="stage", name="Stage", app_id="a" * 32, customer_id="c")
STUDIO = Project(id="studio", name="Studio", app_id="b" * 32, customer_id="c")
LENT = Lent(app_id="d" * 32, customer_id="me", customer_secret=SecretStr("lent-secret"))


@pytest.fixture
async def console(tmp_path: Path, no_secret_service: None) -> AsyncIterator[Console]:
    opened = await Console.open(tmp_path, SystemClock())
    yield opened
    await opened.close()


async def save(console: Console, *projects: Project) -> None:
    for project in projects:
        await console.projects.save(project, SecretStr("secret"), {}, Keep.RUN)


def ticket(app_id: str) -> Ticket:
    return Ticket(
        app_id=app_id, cname="town-hall", uid="1", mode="mix", resource_id="resource", sid="sid"
    )


async def test_a_session_is_found_by_its_sid_and_by_its_id(console: Console) -> None:
    session = make_session(id="one", sid="f00d")
    console._book.place(session)
    assert find_session(console, "f00d") == session
    assert find_session(console, "one") == session


@pytest.mark.parametrize("key", ["", "two"])
async def test_a_session_that_is_not_there_is_told(key: str, console: Console) -> None:
    console._book.place(make_session(id="one"))
    with pytest.raises(UnusableErrandError, match="sessions --all"):
        find_session(console, key)


@pytest.mark.parametrize("name", ["Stage", "STAGE", "stage"])
async def test_a_project_is_known_by_name_and_by_id(name: str, console: Console) -> None:
    await save(console, STUDIO, STAGE)
    assert project_of_errand(console, name, None).id == "stage"
    assert project_of_ticket(console, ticket("b" * 32), name).id == "stage"


async def test_an_unknown_project_is_told_with_the_known_ones(console: Console) -> None:
    with pytest.raises(UnusableErrandError, match="Known: none"):
        project_of_errand(console, "Theatre", None)
    await save(console, STAGE, STUDIO)
    with pytest.raises(UnusableErrandError, match="Known: Stage, Studio"):
        project_of_errand(console, "Theatre", None)


async def test_without_a_name_the_lent_credentials_count(console: Console) -> None:
    await lend(console, LENT)
    assert project_of_errand(console, "", LENT).app_id == "d" * 32


@pytest.mark.parametrize("lent", [None, LENT])
async def test_without_credentials_both_ways_to_give_them_are_named(
    lent: Lent | None, console: Console
) -> None:
    with pytest.raises(UnusableErrandError, match=r"--project.*AGORA_APP_ID"):
        project_of_errand(console, "", lent)


async def test_a_ticket_belongs_to_the_project_with_its_app_id(console: Console) -> None:
    await save(console, STAGE, STUDIO)
    assert project_of_ticket(console, ticket("B" * 32), "").id == "studio"


async def test_a_ticket_without_an_app_id_belongs_to_the_only_project(console: Console) -> None:
    await save(console, STAGE)
    assert project_of_ticket(console, ticket(""), "").id == "stage"


@pytest.mark.parametrize("app_id", ["", "e" * 32])
async def test_a_ticket_that_nobody_can_ask_for_is_told(app_id: str, console: Console) -> None:
    await save(console, STAGE, STUDIO)
    with pytest.raises(UnusableErrandError, match=r"Known: Stage \(a+\), Studio \(b+\)"):
        project_of_ticket(console, ticket(app_id), "")


# --- lending ------------------------------------------------------------------------------


ENV = {"AGORA_APP_ID": "d" * 32, "AGORA_CUSTOMER_ID": "me", "AGORA_CUSTOMER_SECRET": "lent-secret"}


def test_an_environment_lends_what_it_has() -> None:
    assert lent_by(ENV) == LENT
    with_url = lent_by(ENV, "https://other.example")
    assert with_url is not None
    assert with_url.api_url == "https://other.example"


@pytest.mark.parametrize("missing", sorted(ENV))
def test_an_environment_that_is_not_complete_lends_nothing(missing: str) -> None:
    assert lent_by({name: value for name, value in ENV.items() if name != missing}) is None


async def test_nobody_redirects_what_is_watched_already(console: Console) -> None:
    await lend(console, LENT)
    await lend(console, LENT.model_copy(update={"api_url": "https://thief.example"}))
    project = console.projects.get(LENT.project_id)
    assert project is not None
    assert project.api_url == "https://api.agora.io"
