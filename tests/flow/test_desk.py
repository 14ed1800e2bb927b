"""Errands on an open console: what is said, and the exit code that tells a script the truth."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Phase, Session
from agora_console.services.errands.desk import Desk
from agora_console.services.errands.errand import (
    Adopt,
    Close,
    Errand,
    Find,
    Lent,
    ListSessions,
    MakeTicket,
    Record,
    Recover,
    Stop,
)
from agora_console.services.errands.exits import DONE, NOT_REACHED, UNUSABLE
from agora_console.services.start.orders import RefusedError
from tests.flow.stage import MIX, Stage, console_on, stage

Said = list[tuple[str, dict[str, Any]]]


async def done(it: Stage, errand: Errand, halted: asyncio.Event | None = None) -> tuple[int, Said]:
    """Exit code of an errand, and everything that was said."""
    said: Said = []
    desk = Desk(it.console)
    code = await desk.carry_out(
        errand, lambda event, facts: said.append((event, facts)), halted or asyncio.Event()
    )
    return code, said


def order(**changes: Any) -> Record:
    values = {"session": uuid.uuid4().hex, "channel": "town-hall", "config": MIX, "seconds": 20.0}
    return Record(**{**values, "project": "Simulator", **changes})


async def test_a_stop_says_its_files_and_how_it_ended(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        await it.until(session.id, lambda s: bool(s.files))
        code, said = await done(it, Stop(key=session.sid))
        assert code == DONE
        assert [event for event, _ in said][-1] == "result"
        assert said[-1][1]["over"] is True
        assert said[-1][1]["files"] == sum(event == "file" for event, _ in said) > 0


async def test_a_stop_that_is_refused_is_no_success(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        it.simulator.add_fault("unauthorized:stop")
        code, said = await done(it, Stop(key=session.id))
        assert code == NOT_REACHED
        assert said[-1][1]["over"] is False
        assert "may still record" in said[-1][1]["sentence"]


async def test_a_stop_goes_on_through_trouble_until_it_is_proven(tmp_path: Path) -> None:
    async with stage(tmp_path, "error-502:stop:2", "lost-reply:stop:1") as it:
        session = await it.confirmed()
        code, _ = await done(it, Stop(key=session.id))
        assert code == DONE
        assert it.simulator.recordings[session.sid].ended_at is not None


async def test_a_locked_console_takes_a_stop_only_from_who_knows_of_the_lock(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        it.console.gate.lock()
        code, said = await done(it, Stop(key=session.id))
        assert (code, it.ledger_calls("stop")) == (NOT_REACHED, 0)
        assert "locked" in said[-1][1]["sentence"]
        assert "--despite-lock" in said[-1][1]["sentence"]
        await it.console.close()
        async with console_on(it.simulator, tmp_path / "data") as console:
            again = Stage(it.simulator, console)
            assert console.gate.locked
            assert (await done(again, Stop(key=session.id, despite_lock=True)))[0] == DONE
            lines = [line.text for line in await console.recordings.entries(session.id)]
            assert "Stop ordered: by a command." in lines


async def test_what_is_over_needs_no_second_stop(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        assert (await done(it, Stop(key=session.id)))[0] == DONE
        stops = it.ledger_calls("stop")
        code, said = await done(it, Stop(key=session.id))
        assert code == DONE
        assert "over already" in said[-1][1]["sentence"]
        assert it.ledger_calls("stop") == stops


async def test_a_session_without_a_sid_cannot_be_stopped_and_has_no_ticket(tmp_path: Path) -> None:
    async with stage(tmp_path, "lost-reply:start:always") as it:
        session_id = it.console.recordings.start(it.order())
        await it.until(session_id, lambda s: s.phase in (Phase.UNKNOWN, Phase.OUTCOME_UNKNOWN))
        code, said = await done(it, Stop(key=session_id))
        assert (code, said[-1][0]) == (NOT_REACHED, "problem")
        assert "sid" in said[-1][1]["sentence"]
        code, said = await done(it, MakeTicket(key=session_id))
        assert (code, said[-1][0]) == (UNUSABLE, "error")


async def test_a_case_that_no_answer_settles_is_closed_by_the_word_of_the_operator(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, "already-started:start:acted:always") as it:
        session_id = it.console.recordings.start(it.order())
        await it.until(session_id, lambda s: s.phase is Phase.UNKNOWN)
        code, said = await done(it, Close(key=session_id))
        assert (code, said[-1][1]["word"]) == (DONE, "CLOSED, NOT PROVEN")
        assert not said[-1][1]["over"]
        assert it.session(session_id).closed
        lines = [line.text for line in await it.console.recordings.entries(session_id)]
        assert any("I have made sure that it is over" in line for line in lines)
        code, said = await done(it, Close(key=session_id))
        assert (code, said[-1][0]) == (NOT_REACHED, "problem")
        code, said = await done(it, ListSessions())
        assert said == []
    async with stage(tmp_path) as it:  # it stays closed, and is not taken up again
        assert it.session(session_id).phase is Phase.DISMISSED


async def test_a_case_of_which_agora_still_answers_stays_open(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        code, said = await done(it, Close(key=session.id))
        assert code == NOT_REACHED
        assert "Agora still answers" in said[-1][1]["sentence"]
        assert it.session(session.id).phase is Phase.RECORDING


async def test_a_stop_is_planned_for_a_time_at_which_it_can_work(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        now = it.console.clock.now()
        for moment, why in ((now - 5, "ago. Choose a time"), (now + 80 * 3600, "earlier time")):
            with pytest.raises(RefusedError, match=why):
                it.console.recordings.plan_stop(session.id, moment)
        it.console.recordings.plan_stop(session.id, now + 20)
        ended = await it.until(session.id, lambda each: each.over)
        assert ended.phase is Phase.FILES_LISTED
        with pytest.raises(RefusedError, match="is over"):
            it.console.recordings.plan_stop(session.id, now + 9_000)


async def test_recover_tells_what_became_of_each(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        first = await it.confirmed()
        second = await it.confirmed(cname="second")
        await it.console.close()
        async with console_on(it.simulator, tmp_path / "data") as console:
            code, said = await done(Stage(it.simulator, console), Recover())
        assert code == DONE
        assert {facts["sid"]: facts["word"] for _, facts in said} == {
            first.sid: "REC",
            second.sid: "REC",
        }


async def test_a_cut_off_start_whose_keys_are_gone_is_settled_with_those_of_the_environment(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, "drop:start:always") as it:
        session_id = it.console.recordings.start(it.order())
        session = await it.until(session_id, lambda s: s.phase is Phase.OUTCOME_UNKNOWN)
        await it.console.close()  # the keys of a demo last for one run
        it.simulator.remove_fault("*")
        sent = it.ledger_calls("start")
        async with console_on(it.simulator, tmp_path / "data") as console:
            other = Stage(it.simulator, console)
            await console.recordings.start_ended(session_id)
            account = it.simulator.account
            keys = {"access_key": SecretStr("a"), "secret_key": SecretStr("b")}
            lent = Lent(
                app_id=account.app_id,
                customer_id=account.customer_id,
                customer_secret=SecretStr(account.customer_secret),
            )

            await done(other, Recover(lent=lent, secrets=keys))
            of_others = it.ledger_calls("start")
            await console.recordings.recover(session_id, StartSecrets(**keys))

            settled = await other.until(session_id, lambda s: bool(s.sid))
        assert session.project_id != lent.project_id
        assert of_others == sent
        assert settled.live


@pytest.mark.parametrize(
    ("change", "more"),
    [({"decryptionMode": 1}, {}), ({}, {"token_expires_at": 9e9})],
    ids=["encrypted", "with a token"],
)
async def test_keys_that_cannot_be_all_of_a_start_do_not_stand_in(
    tmp_path: Path, change: dict[str, Any], more: dict[str, Any]
) -> None:
    async with stage(tmp_path) as it:
        order_ = it.order()
        session = Session(
            id="cut-off",
            project_id=order_.project.id,
            app_id=order_.project.app_id,
            api_url=order_.project.api_url,
            cname="cut-off",
            uid="1",
            mode="mix",
            config={"mode": "mix", "clientRequest": {"recordingConfig": change}},
            created_at=0.0,
            phase=Phase.OUTCOME_UNKNOWN,
            resource_id="resource",
            acquired_at=1.0,
            start_sent_at=2.0,
            **more,
        )
        await it.console._book.take_in(session)
        keys = StartSecrets(access_key=SecretStr("a"), secret_key=SecretStr("b"))
        found = await it.console.recordings.recover(session.id, keys)
        assert found.phase is Phase.OUTCOME_UNKNOWN
        assert it.ledger_calls("start") == 0


async def test_a_cut_off_stop_goes_on_when_it_is_recovered(tmp_path: Path) -> None:
    async with stage(tmp_path, "slow:stop:60") as it:
        session = await it.confirmed()
        it.console.recordings.stop(session.id)
        await it.until(session.id, lambda s: s.stop_sent_at is not None)
        await it.console.close()
        it.simulator.remove_fault("*")
        async with console_on(it.simulator, tmp_path / "data") as console:
            other = Stage(it.simulator, console)
            await done(other, Recover())
            await other.until(session.id, lambda s: s.over)
        assert it.simulator.recordings[session.sid].ended_at is not None


async def test_a_record_is_halted_by_whoever_ordered_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        errand, halted = order(seconds=None), asyncio.Event()
        errand = errand.model_copy(
            update={"secrets": {"access_key": SecretStr("a"), "secret_key": SecretStr("b")}}
        )
        it.console.recordings.changed.subscribe(
            lambda session: halted.set() if session.confirmed_at is not None else None
        )
        code, said = await done(it, errand, halted)
        assert code == DONE
        assert said[-1][1]["session"] == errand.session


async def test_a_record_that_was_begun_elsewhere_is_followed_and_not_started_again(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        code, _ = await done(it, order(session=session.id, seconds=10.0))
        assert code == DONE
        assert it.ledger_calls("start") == 1


@pytest.mark.parametrize(
    ("errand", "code", "words"),
    [
        (order(project="Nobody"), UNUSABLE, "There is no project Nobody"),
        (order(project=""), UNUSABLE, "No credentials"),
        (order(api="http://127.0.0.1:9"), UNUSABLE, "not to http://127.0.0.1:9"),
        (order(config={"mode": "mix", "clientRequest": 5}), UNUSABLE, "Nothing was sent."),
        (Find(key=""), UNUSABLE, "There is no session"),
        (Adopt(ticket="rubbish"), UNUSABLE, "This is no ticket"),
    ],
)
async def test_an_errand_that_cannot_be_done_says_why_and_sends_nothing(
    errand: Errand, code: int, words: str, tmp_path: Path
) -> None:
    async with stage(tmp_path) as it:
        found, said = await done(it, errand)
        assert found == code
        assert words in said[-1][1]["sentence"]
        assert len(it.simulator.ledger.requests) == 0


async def test_a_console_that_only_shows_lists_and_refuses_the_rest(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        async with console_on(it.simulator, tmp_path / "data") as second:
            shown = Stage(it.simulator, second)
            code, said = await done(shown, ListSessions())
            assert (code, [facts["sid"] for _, facts in said]) == (DONE, [session.sid])
            for errand in (Stop(key=session.id), order(channel="other")):
                code, said = await done(shown, errand)
                assert code != DONE
                assert any("only shows" in facts["sentence"] for _, facts in said)


async def test_credentials_that_are_lent_change_nothing_that_is_known(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        before = it.console.projects.current()
        lent = Lent(
            app_id="b" * 32,
            customer_id="c",
            customer_secret=SecretStr("secret"),
            api_url="http://127.0.0.1:9",
        )
        await done(it, ListSessions(lent=lent))
        again = lent.model_copy(update={"api_url": "http://127.0.0.1:10"})
        await done(it, ListSessions(lent=again))
        project = it.console.projects.get(lent.project_id)
        assert project is not None
        assert project.api_url == "http://127.0.0.1:9"
        assert it.console.projects.current() == before


async def test_a_message_of_another_version_is_refused(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        said: Said = []
        code = await Desk(it.console).take(
            {"kind": "format"}, lambda event, facts: said.append((event, facts)), asyncio.Event()
        )
        assert (code, said[0][0]) == (UNUSABLE, "error")


async def test_nobody_is_raised_where_there_is_no_window(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        desk, raised = Desk(it.console), list[str]()

        def say(event: str, facts: dict[str, Any]) -> None:
            pytest.fail(f"{event} {facts}")

        assert await desk.take({"kind": "raise"}, say, asyncio.Event()) == NOT_REACHED
        it.console.raise_requested.subscribe(raised.append)
        assert await desk.take({"kind": "raise"}, say, asyncio.Event()) == DONE
        assert raised == [""]
        order = {"kind": "raise", "file": "/shows/evening.agora-config"}
        assert await desk.take(order, say, asyncio.Event()) == DONE
        assert raised[1:] == ["/shows/evening.agora-config"]
