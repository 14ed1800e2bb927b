"""The recorder's token: none, pasted or made at Start, and never in the draft."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from agora_console.domain.paths import MISSING
from agora_console.domain.problems import Problem
from agora_console.services.start.tokens import build_token, read_token
from agora_console.ui.draft.page import DraftPage
from agora_console.ui.draft.token_words import facts, generate_problem, paste_problem
from agora_console.ui.look.theme import Theme
from agora_console.ui.look.times import span
from tests.gui.draft_stand_in import PROJECT, StandInConsole
from tests.gui.shown import shown_draft

CERTIFICATE = SecretStr("fedcba9876543210fedcba9876543210")
HOUR = 3600.0
OLD_TOKEN = (
    "006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7dIfRBXoFHlEAAB"
    "AAAAR/QQAAEAAQCvKDdW"
)
Make = Callable[[], DraftPage]


@pytest.fixture
def console() -> StandInConsole:
    console = StandInConsole()
    console.projects.app_certificate = CERTIFICATE
    return console


@pytest.fixture
def make_page(qtbot: QtBot, theme: Theme, console: StandInConsole) -> Make:
    def make() -> DraftPage:
        page = shown_draft(qtbot, theme, console)
        page.model.set("cname", "town-hall")
        page.judge.judge()
        return page

    return make


@pytest.fixture
def page(make_page: Make) -> DraftPage:
    return make_page()


def choose(page: DraftPage, source: str) -> None:
    page.form.channel.token.source.widget.option(source).click()


def sentences(page: DraftPage) -> list[str]:
    return [problem.sentence for problem in page.problems()]


def made_for(cname: str, uid: str, seconds: int) -> str:
    return build_token(PROJECT.app_id, CERTIFICATE, cname, uid, seconds)


# --- words ---------------------------------------------------------------------


def test_a_token_is_told_by_channel_uid_and_life() -> None:
    token = made_for("town-hall", "527841", 3600)
    assert facts(token, 0.0).startswith("channel town-hall · UID 527841 · expires in ")


def test_a_token_that_has_expired_says_since_when() -> None:
    now = 4e9
    ended = read_token(made_for("town-hall", "1", 60)).usable_until
    assert f"expired {span(now - ended)} ago" in facts(made_for("town-hall", "1", 60), now)


def test_an_old_token_names_neither_channel_nor_uid() -> None:
    assert facts(OLD_TOKEN, 0.0).startswith("channel not named · UID not named · expires in")


@pytest.mark.parametrize("text", ["", "007nonsense", "hello"])
def test_what_is_no_token_has_no_facts(text: str) -> None:
    assert facts(text, 0.0) == ""


def test_a_pasted_token_has_to_be_there() -> None:
    assert paste_problem(" 007x ") is None
    assert paste_problem("  ") is not None


@pytest.mark.parametrize(("hours", "good"), [(0, False), (1, True), (24, True), (25, False)])
def test_a_token_is_made_for_1_to_24_hours(hours: int, good: bool) -> None:
    problem = generate_problem(hours, certified=True, project="Acme")
    assert (problem is None) is good


def test_hours_that_are_no_number_are_refused_with_a_fix() -> None:
    problem = generate_problem("a day", certified=True, project="Acme")
    assert problem is not None
    assert problem.sentence == "A token is valid for 1 to 24 hours, not a day."
    assert problem.fix is not None
    assert (problem.fix.path, problem.fix.value) == ("tokenHours", 24)


# --- none and paste ------------------------------------------------------------


def test_at_first_there_is_no_token(page: DraftPage, console: StandInConsole) -> None:
    assert page.form.channel.token.source.widget.value() == "none"
    assert not page.form.channel.token.paste_row.isVisible()
    page.start()
    (order,) = console.recordings.orders
    assert order.secrets.token is None


def test_a_pasted_token_says_what_it_is_for_and_goes_with_the_order(
    page: DraftPage, console: StandInConsole
) -> None:
    choose(page, "paste")
    token = made_for("town-hall", "7", 3600)
    page.form.channel.token.line.setText(token)
    hint = page.form.channel.token.line.accessibleDescription()
    assert f"…{token[-4:]} · channel town-hall · UID 7" in hint
    page.start()
    (order,) = console.recordings.orders
    assert order.secrets.token == SecretStr(token)
    assert token not in repr(console.kept)


def test_a_token_that_is_put_aside_is_not_sent(page: DraftPage, console: StandInConsole) -> None:
    choose(page, "paste")
    page.form.channel.token.line.setText("007pasted-before")
    choose(page, "none")
    page.start()
    (order,) = console.recordings.orders
    assert order.secrets.token is None


def test_without_the_token_that_was_promised_nothing_starts(
    page: DraftPage, console: StandInConsole, qtbot: QtBot
) -> None:
    row = page.form.channel.token.paste_row
    choose(page, "paste")
    assert not page.bar.start.isEnabled()
    assert row.problem() is None, "nobody was in the line yet"
    page.form.channel.token.line.setFocus()
    qtbot.keyClick(page.form.channel.token.line, Qt.Key.Key_Return)
    assert row.problem() is not None
    page.start()
    assert console.recordings.orders == []


# --- generate ------------------------------------------------------------------


def test_start_makes_a_token_for_this_channel_and_uid(
    page: DraftPage, console: StandInConsole, qtbot: QtBot
) -> None:
    choose(page, "generate")
    hours = page.form.channel.token.hours.widget
    assert hours.isVisible()
    qtbot.keyClicks(hours, "2")
    uid = page.model.text("uid")
    page.start()
    (order,) = console.recordings.orders
    assert order.secrets.token == SecretStr(f"token of town-hall {uid} 7200")
    assert "token of" not in repr(console.kept)


def test_24_hours_are_taken_where_none_are_typed(page: DraftPage, console: StandInConsole) -> None:
    choose(page, "generate")
    page.start()
    (order,) = console.recordings.orders
    assert order.secrets.token is not None
    assert order.secrets.token.get_secret_value().endswith(" 86400")


def test_the_choice_survives_and_is_no_part_of_the_request(
    page: DraftPage, console: StandInConsole, make_page: Make
) -> None:
    choose(page, "generate")
    page.model.set("tokenHours", 3)
    page.save_now()
    again = make_page()
    assert again.form.channel.token.source.widget.value() == "generate"
    assert again.form.channel.token.seconds() == 3 * HOUR
    assert "tokenFrom" not in again.document()


def test_the_request_has_a_place_for_it(page: DraftPage) -> None:
    choose(page, "generate")
    assert '"token": "••••••••"' in page.request.view.toPlainText()
    choose(page, "none")
    assert '"token"' not in page.request.view.toPlainText()


def test_too_many_hours_are_mended_by_a_press(page: DraftPage) -> None:
    choose(page, "generate")
    page.model.set("tokenHours", 48)
    page.judge.judge()
    row = page.form.channel.token.choice_row
    problem = row.problem()
    assert problem is not None
    row.fix_requested.emit(problem.fix)
    assert page.model.get("tokenHours") == 24
    assert row.problem() is None


def test_without_a_certificate_it_is_not_offered(console: StandInConsole, make_page: Make) -> None:
    console.projects.app_certificate = None
    option = make_page().form.channel.token.source.widget.option("generate")
    assert not option.isEnabled()
    assert "project settings" in option.toolTip()


def test_another_project_without_one_keeps_the_choice_and_says_what_is_missing(
    page: DraftPage, console: StandInConsole
) -> None:
    choose(page, "generate")
    console.projects.app_certificate = None
    console.projects.changed.emit(None)
    assert "Acme Live has no App certificate, so no token can be made." in sentences(page)
    assert not page.bar.start.isEnabled()
    page.start()
    assert console.recordings.orders == []


def test_while_the_keyring_is_asked_nothing_is_called_missing(
    console: StandInConsole, make_page: Make
) -> None:
    console.slow = True
    page = make_page()
    page.model.set("tokenFrom", "generate")
    page.judge.judge()
    assert not any("certificate" in sentence for sentence in sentences(page))
    console.release()
    assert page.form.channel.token.source.widget.option("generate").isEnabled()


def test_a_second_press_while_it_is_made_starts_nothing_more(
    page: DraftPage, console: StandInConsole
) -> None:
    choose(page, "generate")
    console.slow = True
    page.start()
    assert page.bar.sentence.text() == "Making the token…"
    assert not page.bar.start.isEnabled()
    page.start()
    console.release()
    assert len(console.recordings.orders) == 1


def test_a_token_that_cannot_be_made_is_said_and_nothing_is_sent(
    page: DraftPage, console: StandInConsole
) -> None:
    choose(page, "generate")
    console.failure = Problem("The keyring is locked.")
    page.start()
    said = page.notice.problem()
    assert said is not None
    assert (said.sentence, said.holds) == ("The keyring is locked.", "Nothing was sent.")
    assert console.recordings.orders == []
    assert page.bar.start.isEnabled()


def test_a_draft_with_a_source_of_the_future_has_no_token(page: DraftPage) -> None:
    page.model.set("tokenFrom", "dictate")
    assert page.form.channel.token.seconds() == 0
    assert page.form.secrets().token is None
    page.model.set("tokenFrom", MISSING)
    assert page.form.channel.token.source.widget.value() == "none"
