"""What an order's token says, before anything is sent."""

from __future__ import annotations

import time

import pytest
from pydantic import SecretStr

from agora_console.api.token import build_token
from agora_console.domain.problems import Severity
from agora_console.domain.secrets import StartSecrets
from agora_console.services.start.checking import check_order, token_end
from agora_console.services.start.orders import StartOrder
from agora_console.settings.projects import Project
from tests.support.configs import mix

APP_ID, CERTIFICATE = "0123456789abcdef" * 2, SecretStr("fedcba9876543210" * 2)
PROJECT = Project(id="p", name="Acme", app_id=APP_ID, customer_id="me")
KEYS = StartSecrets(access_key=SecretStr("access"), secret_key=SecretStr("secret"))


def order(token: str | None, cname: str = "town-hall", uid: str = "7") -> StartOrder:
    secret = SecretStr(token) if token is not None else None
    secrets = StartSecrets(access_key=KEYS.access_key, secret_key=KEYS.secret_key, token=secret)
    return StartOrder(PROJECT, cname, uid, mix(), secrets)


def made(seconds: int = 3600) -> str:
    return build_token(APP_ID, CERTIFICATE, "town-hall", "7", seconds)


def found(of: StartOrder, now: float) -> list[str]:
    problems = check_order(of, (), now, lambda: "1")
    return [each.sentence for each in problems if each.path == "token"]


def test_the_end_of_a_token_is_when_it_was_made_and_its_life() -> None:
    end = token_end(order(made(3600)))
    assert end is not None
    assert end == pytest.approx(time.time() + 3600, abs=60)


@pytest.mark.parametrize("token", [None, "007nonsense"])
def test_without_a_token_that_can_be_read_no_end_is_known(token: str | None) -> None:
    assert token_end(order(token)) is None


def test_a_token_that_fits_is_no_problem() -> None:
    assert found(order(made()), time.time()) == []


def test_what_does_not_fit_is_said_at_the_token() -> None:
    now = time.time()
    assert found(order(made(), cname="other"), now) == [
        "The token was not made for the channel other."
    ]
    assert found(order(made(), uid="8"), now) == ["The token was not made for the recorder UID 8."]
    assert found(order(made(60)), now + 120)[0].startswith("The token expired ")


def test_what_cannot_be_read_is_a_warning() -> None:
    problems = check_order(order("007nonsense"), (), time.time(), lambda: "1")
    (problem,) = [each for each in problems if each.rule == "token-unreadable"]
    assert (problem.path, problem.severity) == ("token", Severity.WARNING)
