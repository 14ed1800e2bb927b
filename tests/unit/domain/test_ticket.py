"""A ticket carries a session from desk to desk: whole, without keys, or with a sentence."""

from __future__ import annotations

import base64
import json
import re
import string
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.evidence.facts import (
    AskFailed,
    Missing,
    StatusSeen,
    StopFoundEnding,
    StopSent,
)
from agora_console.domain.evidence.judge import judge
from agora_console.domain.intake.ticket import (
    NOT_ASKED_YET,
    Ticket,
    TicketError,
    adopted_session,
    make_ticket,
    ticket_of,
)
from agora_console.domain.intake.ticket_text import read_ticket, ticket_json, ticket_line
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from tests.support.configs import mix, web
from tests.support.sessions import make_session

SID, RESOURCE = "5f" * 16, "Vx-Zr_9~" + "kQ3" * 150

TICKET = Ticket(
    app_id="a" * 32,
    cname="town hall?",
    uid="527841",
    mode="mix",
    resource_id=RESOURCE,
    sid=SID,
    started=1_779_000_000,
    max_idle_time=300,
    resource_expired_hour=24,
    api_host="api.agora.io",
)
TYPED = {"cname": "a", "uid": "7", "mode": "mix", "resourceId": "R", "sid": "S"}


def started(**changes: Any) -> Session:
    values = {"resource_id": RESOURCE, "sid": SID, "started_at": 1_779_000_000.75}
    return make_session(**{**values, **changes})


def adopted(ticket: Ticket = TICKET, now: float = 2e9) -> Session:
    return adopted_session(
        ticket, session_id="s2", project_id="p", app_id="a" * 32, api_url="https://x", now=now
    )


# --- round trips -----------------------------------------------------------------------

ids = st.text(string.ascii_letters + string.digits + "._~!$&'()*+,;=:@-", min_size=1).filter(
    lambda text: text not in {".", ".."}
)
names = st.text(
    string.ascii_letters + string.digits + " !#$%&()+-:;<=.>?@[]^_{}|~,", min_size=1, max_size=63
)
tickets = st.builds(
    Ticket,
    app_id=ids,
    cname=names,
    uid=st.integers(1, 4294967295).map(str),
    mode=st.sampled_from(["mix", "individual", "web"]),
    resource_id=ids,
    sid=ids,
    started=st.none() | st.integers(1, 7_000_000_000),
    max_idle_time=st.integers(5, 2_592_000),
    resource_expired_hour=st.integers(1, 720),
    api_host=st.sampled_from(["", "api.agora.io", "127.0.0.1:8080"]),
    typed=st.booleans(),
)


@given(tickets)
def test_both_texts_give_the_ticket_back(ticket: Ticket) -> None:
    assert read_ticket(ticket_json(ticket)) == ticket
    assert read_ticket(ticket_line(ticket)) == ticket


@given(tickets)
def test_the_line_is_letters_and_digits_alone(ticket: Ticket) -> None:
    assert re.fullmatch(r"agora-ticket:1:[A-Za-z0-9]+", ticket_line(ticket))


@given(tickets, st.integers(1, 90), st.sampled_from(["\n", "\r\n", "\n> ", " ", "=\n", "\u200b"]))
def test_the_line_survives_being_broken_quoted_and_written_around(
    ticket: Ticket, width: int, between: str
) -> None:
    line = ticket_line(ticket)
    parts = between.join(line[at : at + width] for at in range(0, len(line), width))
    assert read_ticket(f"Hi,\nplease stop this: {parts}\nThank you, D.") == ticket


@given(tickets, st.data())
def test_a_changed_line_is_never_another_ticket(ticket: Ticket, data: st.DataObject) -> None:
    line = ticket_line(ticket)
    at = data.draw(st.integers(len("agora-ticket:1:"), len(line) - 1))
    sign = data.draw(st.sampled_from(string.ascii_letters + string.digits))
    try:
        found = read_ticket(line[:at] + sign + line[at + 1 :])
    except TicketError:
        return
    assert found == ticket


@given(tickets, st.data())
def test_a_line_that_was_cut_is_refused(ticket: Ticket, data: st.DataObject) -> None:
    line = ticket_line(ticket)
    cut = data.draw(st.integers(0, len(line) - 2))
    with pytest.raises(TicketError):
        read_ticket(line[:cut])


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_garbage_gives_a_sentence(text: str) -> None:
    for hostile in (text, "agora-ticket:1:" + text, "{" + text, '{"agoraTicket":1,"sid":' + text):
        with pytest.raises(TicketError) as refused:
            read_ticket(hostile)
        assert str(refused.value).endswith(".")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)
KEYS = ["agoraTicket", "appId", "uid", "mode", "started", "maxIdleTime", "resourceExpiredHour"]
ODD_KEYS = [*KEYS, "cname", "apiHost", "config", "sid", "resourceId", "typed", "checksum"]


@given(st.dictionaries(st.sampled_from(ODD_KEYS), json_values))
def test_any_json_is_a_ticket_or_a_sentence(odd: dict[str, Any]) -> None:
    text = json.dumps({**TYPED, **odd})
    try:
        ticket = read_ticket(text)
    except TicketError:
        return
    assert ticket.typed
    assert adopted(ticket).stoppable
    assert ticket_of(adopted(ticket)).sid == ticket.sid


# --- tolerance -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        '{"resource_id": "R", "SID": "S", "Channel Name": "a", "uid": 7, "Mode": "mix"}',
        "here: {“resourceId”: “R”,\u00a0“sid”: “S”, “cname”: “a”, “uid”: “7”, “mode”: “mix”} bye",
        '{"resourceId": "R", "sid": "S\n", "cname": "a", "uid": "7", "mode": "mix", "odd": [1]}',
    ],
    ids=["names", "quotes", "break"],
)
def test_ids_as_others_write_them_count_as_typed(text: str) -> None:
    assert read_ticket(text) == make_ticket(TYPED)
    assert read_ticket(text).typed


@pytest.mark.parametrize(
    "moment",
    [
        "2026-05-17T06:40:00Z",
        "2026-05-17T06:40:00",
        "2026-05-17T08:40:00+02:00",
        "1779000000",
        1_779_000_000,
        1_779_000_000.9,
        1_779_000_000_123,
    ],
)
def test_a_start_is_read_in_every_usual_form(moment: object) -> None:
    assert make_ticket({**TYPED, "started": moment}).started == 1_779_000_000


def test_texts_of_single_fields_make_a_ticket() -> None:
    ticket = make_ticket({**TYPED, "maxIdleTime": "600", "resourceExpiredHour": "", "appId": ""})
    assert (ticket.max_idle_time, ticket.resource_expired_hour, ticket.app_id) == (600, 72, "")


# --- refusals --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("mode", None, "missing"),
        ("mode", "MIX", "mix, individual or web"),
        ("mode", ["mix"], "mix, individual or web"),
        ("cname", "", "no name"),
        ("cname", "a/b", "which Agora does not allow"),
        ("uid", "0", "0 is not allowed"),
        ("uid", True, "empty"),
        ("uid", 4294967296, "above"),
        ("resourceId", "", "missing"),
        ("resourceId", "a/../b", "'/'"),
        ("resourceId", "R" * 5000, "5000"),
        ("sid", "..", "no id"),
        ("appId", "ä", "no id"),
        ("started", "yesterday", "2026-05-17T18:30:00Z"),
        ("started", -1, "-1"),
        ("started", True, "True"),
        ("started", float("inf"), "inf"),
        ("maxIdleTime", 4, "5 to 2592000"),
        ("maxIdleTime", "soon", "seconds"),
        ("resourceExpiredHour", 721, "1 to 720"),
        ("resourceExpiredHour", True, "hours"),
        ("resourceExpiredHour", "x" * 99, "…"),
    ],
)
def test_a_value_that_fits_nothing_is_named(field: str, value: object, word: str) -> None:
    with pytest.raises(TicketError) as refused:
        make_ticket({**TYPED, field: value})
    assert refused.value.field == field
    assert word in str(refused.value)


def test_a_label_of_a_page_recording_can_be_shown() -> None:
    assert make_ticket({**TYPED, "mode": "web", "cname": "Übung / 1"}).cname == "Übung / 1"
    with pytest.raises(TicketError, match="cannot be shown"):
        make_ticket({**TYPED, "mode": "web", "cname": "a\nb"})


def resealed(**changes: Any) -> str:
    values = {**json.loads(ticket_json(TICKET)), **changes}
    code = base64.urlsafe_b64encode(json.dumps(values).encode()).decode()
    return f"agora-ticket:1:{code}"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "no ticket"),
        ("hello", "no ticket"),
        ('{"mode": "mix", "clientRequest": {}}', "no ticket"),
        ("[1]", "no ticket"),
        ("{" * 5000, "not whole"),
        ('{"sid": "S", ', "not whole"),
        ('{"sid": NaN}', "not whole"),
        ("x" * 1_000_001, "far too long"),
        ("agora-ticket:2:e30", "newer"),
        ('{"agoraTicket": 3}', "newer"),
        ("agora-ticket:1:e30", "damaged"),
        ("agora-ticket:1:A", "damaged"),
        (resealed(sid="other"), "damaged"),
        (resealed(checksum=None), "damaged"),
        (resealed(uid="0"), "damaged"),
        (ticket_json(TICKET).replace("527841", "527842"), "damaged"),
    ],
)
def test_a_text_that_is_no_ticket_is_refused_in_words(text: str, word: str) -> None:
    with pytest.raises(TicketError) as refused:
        read_ticket(text)
    assert word in str(refused.value)


def test_the_words_of_a_refusal_stay_short() -> None:
    with pytest.raises(TicketError) as refused:
        make_ticket({**TYPED, "mode": "m" * 10_000})
    assert len(str(refused.value)) < 200


# --- from and to a session ---------------------------------------------------------------


def test_a_session_has_the_ticket_of_its_ids() -> None:
    config = {**mix(maxIdleTime=300), "acquire": {"resourceExpiredHour": 24}}
    ticket = ticket_of(started(config=config), "api.agora.io")
    assert ticket == replace(TICKET, cname="town-hall", config=config)
    assert read_ticket(ticket_json(ticket)) == ticket
    assert read_ticket(ticket_line(ticket)) == replace(ticket, config={})


@pytest.mark.parametrize("missing", ["resource_id", "sid"])
def test_a_session_whose_ids_are_not_known_has_no_ticket(missing: str) -> None:
    with pytest.raises(TicketError, match="has no ticket"):
        ticket_of(started(**{missing: ""}))


def test_figures_that_agora_would_not_take_are_left_out() -> None:
    config = {"mode": "mix", "acquire": {"resourceExpiredHour": 9999}}
    ticket = ticket_of(started(config=config | {"clientRequest": {"recordingConfig": {}}}))
    assert (ticket.max_idle_time, ticket.resource_expired_hour) == (30, 72)


def test_a_ticket_holds_no_key() -> None:
    keyed = web(url="https://example.org/?key=PAGE-KEY")
    keyed["clientRequest"]["token"] = "RTC-KEY"
    keyed["clientRequest"]["storageConfig"] |= {"accessKey": "ACCESS", "secretKey": "SECRET"}
    keyed["acquire"] = {"startParameter": {"token": "COPY"}, "resourceExpiredHour": 48}
    text = ticket_json(ticket_of(started(mode="web", config=keyed)))
    assert not [word for word in ("KEY", "ACCESS", "SECRET", "COPY") if word in text]
    assert "studio-archive" in text


@pytest.mark.parametrize(
    "config",
    [
        "mix",
        {"mode": "individual"},
        {"mode": "mix", "clientRequest": []},
        {"mode": "mix", "clientRequest": {"recordingConfig": {"transcodingConfig": "big"}}},
        {"mode": "mix", "clientRequest": {"storageConfig": json.loads("[" * 50 + "]" * 50)}},
    ],
)
def test_a_config_that_cannot_be_trusted_is_left_out(config: object) -> None:
    assert make_ticket({**TYPED, "config": config}).config == {}


def test_a_host_that_is_none_is_left_out() -> None:
    assert make_ticket({**TYPED, "apiHost": "http://evil.example/path"}).api_host == ""


def test_an_adopted_session_claims_nothing_but_its_ids() -> None:
    session = adopted()
    assert session.phase is Phase.UNKNOWN
    assert session.cause == NOT_ASKED_YET
    assert session.stoppable
    assert (session.confirmed_at, session.last_status_at) == (None, None)
    assert look(session, 2e9).word == "UNKNOWN, MAY STILL RECORD"


def test_an_adopted_session_keeps_its_deadlines() -> None:
    session = adopted()
    assert session.max_idle_time == 300
    assert session.control_ends_at == 1_779_000_000 + 24 * 3600
    unknown = adopted(replace(TICKET, started=None))
    assert unknown.control_ends_at is None
    assert unknown.live


def test_an_adopted_page_recording_gets_no_channel_settings() -> None:
    config = web()
    session = adopted(replace(TICKET, mode="web", config=config))
    assert session.config == config | {"acquire": {"resourceExpiredHour": 24}}


@given(tickets.filter(lambda ticket: not ticket.typed))
def test_the_ticket_of_an_adopted_session_is_the_one_it_came_from(ticket: Ticket) -> None:
    session = adopted_session(
        ticket, session_id="s", project_id="p", app_id=ticket.app_id, api_url="", now=1e9
    )
    again = ticket_of(session, ticket.api_host)
    idle = 30 if ticket.mode == "web" else ticket.max_idle_time
    assert replace(again, config={}) == replace(ticket, max_idle_time=idle)


# --- what is proven of an adopted session --------------------------------------------------


def missing(at: float) -> AskFailed:
    return AskFailed(at, Missing.NO_WORKER, "404")


def test_a_copied_ticket_that_agora_does_not_find_for_90_s_has_ended() -> None:
    session = judge(adopted(now=100.0), missing(101.0))
    assert session.phase is Phase.UNKNOWN
    assert not session.over
    session = judge(session, missing(192.0))
    assert session.phase is Phase.ENDED
    assert session.over


def test_typed_ids_that_agora_does_not_find_prove_no_end() -> None:
    session = judge(adopted(make_ticket(TYPED), now=100.0), missing(101.0))
    assert "may be moving" in session.cause
    session = judge(session, missing(192.0))
    assert "typed ids is wrong" in session.cause
    assert not session.over
    session = judge(judge(session, StopSent(193.0)), missing(194.0))
    assert session.phase is Phase.STOPPING
    assert not session.over


@pytest.mark.parametrize("fact", [StatusSeen(105.0, 5), StopFoundEnding(105.0)])
def test_an_answer_proves_typed_ids(fact: StatusSeen | StopFoundEnding) -> None:
    session = judge(adopted(make_ticket(TYPED), now=100.0), fact)
    session = judge(judge(session, missing(110.0)), missing(200.0))
    assert session.over
    assert not session.ids_typed


def test_an_adopted_recorder_that_never_gets_ready_is_judged_from_its_adoption() -> None:
    session = judge(adopted(now=2e9), StatusSeen(2e9 + 1, 2))
    assert session.phase is Phase.UNCONFIRMED
    session = judge(session, StatusSeen(2e9 + 91, 2))
    assert session.phase is Phase.FAILED
    assert "90 s of the adoption" in session.cause
    assert not session.over


def test_every_value_of_a_ticket_is_in_its_text() -> None:
    full = replace(TICKET, config=mix(), typed=True)
    names = {re.sub("_", "", each.name).lower() for each in fields(Ticket)}
    keys = {key.lower() for key in json.loads(ticket_json(full))}
    assert keys == names | {"agoraticket", "checksum"}
