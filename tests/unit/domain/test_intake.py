"""What a pasted, dropped or opened text is, and what of it may be kept."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.intake.json_text import UnusableInput
from agora_console.domain.intake.recognise import (
    Config,
    read_document,
    take_in,
    why_unfit,
    write_document,
)
from agora_console.domain.intake.ticket import Ticket, make_ticket
from agora_console.domain.intake.ticket_text import ticket_json, ticket_line

SECRETS = {"token": "SECRET-tok", "accessKey": "SECRET-acc", "secretKey": "SECRET-sec"}
BODY: dict[str, Any] = {
    "cname": "keynote",
    "uid": "527841",
    "clientRequest": {
        "token": SECRETS["token"],
        "recordingConfig": {"channelType": 1},
        "storageConfig": {
            "vendor": 1,
            "region": 0,
            "bucket": "b",
            "accessKey": SECRETS["accessKey"],
            "secretKey": SECRETS["secretKey"],
        },
    },
}
CURL = (
    "curl -X POST https://api.agora.io/v1/apps/a/cloud_recording/resourceid/r/mode/mix/start "
    f"-H 'Authorization: Basic U0VDUkVU' -u id:SECRET-customer -d '{json.dumps(BODY)}'"
)
TICKET = make_ticket(
    {"sid": "s" * 32, "resourceId": "r" * 40, "cname": "keynote", "uid": "7", "mode": "mix"}
)


def config(text: str) -> Config:
    found = take_in(text)
    assert isinstance(found, Config)
    return found


def sentence(text: str) -> str:
    found = take_in(text)
    assert isinstance(found, UnusableInput)
    return found.sentence


@pytest.mark.parametrize("text", [json.dumps(BODY), CURL, "\ufeff" + json.dumps(BODY)])
def test_a_start_body_brings_channel_and_uid_and_no_secret(text: str) -> None:
    found = config(text)
    assert (found.cname, found.uid, found.mode) == ("keynote", "527841", "mix")
    assert found.curl is text.startswith("curl")
    assert found.left_out == ("token", "accessKey", "secretKey")
    assert "SECRET" not in repr(found)
    assert found.document["clientRequest"]["storageConfig"]["bucket"] == "b"


def test_a_config_and_a_client_request_bring_no_names() -> None:
    whole = {"mode": "individual", "clientRequest": BODY["clientRequest"]}
    for text in (json.dumps(whole), json.dumps(BODY["clientRequest"])):
        found = config(text)
        assert (found.cname, found.uid) == (None, None)
        assert found.document["clientRequest"]["recordingConfig"] == {"channelType": 1}
    assert config(json.dumps(whole)).mode == "individual"


def test_a_number_for_the_uid_is_taken_as_text() -> None:
    assert config(json.dumps({**BODY, "uid": 527841})).uid == "527841"


def test_a_copy_of_the_start_that_holds_a_secret_goes_as_a_whole_and_is_said() -> None:
    copy = {"storageConfig": {"accessKey": "SECRET"}, "list": [{"salt": "SECRET"}]}
    found = config(json.dumps({"mode": "mix", "acquire": {"startParameter": copy}}))
    assert "SECRET" not in repr(found)
    assert found.left_out == ("accessKey", "salt", "startParameter")


@pytest.mark.parametrize(
    "text",
    [ticket_json(TICKET), ticket_line(TICKET), f"Take over, please: {ticket_line(TICKET)} !"],
)
def test_a_ticket_is_known_as_one(text: str) -> None:
    assert isinstance(take_in(text), Ticket)


def test_ids_alone_are_a_ticket() -> None:
    ids = {"sid": "s", "resourceId": "r", "cname": "keynote", "uid": "7", "mode": "mix"}
    assert isinstance(take_in(json.dumps(ids)), Ticket)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("hello", "neither a config nor a cURL line nor a ticket"),
        ("\0\0\0", "neither a config"),
        ('{"mode": "mix\0"}', "line break or a tab"),
        ("[1, 2]", "JSON object"),
        ("{}", "no setting in it"),
        ('{"foo": 1}', "no setting in it"),
        ('{"mode": "mix",}', "comma too many"),
        ('{"agoraTicket": 1, "sid": ', "damaged"),
        ("agora-ticket:1:AAAA", "damaged"),
        ("curl https://api.agora.io/", "no body"),
        ("[" * 100_000, "nested"),
        ('{"mode":' * 60 + "1" + "}" * 60, "nested more than 40"),
        ("x" * 1_100_000, "1.1 MB"),
        ('{"mode": "mix", "clientRequest": {"a": 1e999}}', "too large to be one"),
        ('{"mode": "mix", "clientRequest": {"a": ["\\ud800"]}}', "half a character"),
        ('{"mode": "mix", "\\udfff": 1}', "half a character"),
        (
            json.dumps({"cname": "c", "uid": "1", "clientRequest": {"mixedVideoLayout": 1}}),
            "the body of updateLayout",
        ),
    ],
)
def test_what_is_nothing_gets_a_sentence(text: str, words: str) -> None:
    assert words in sentence(text)


@given(st.text(max_size=200) | st.text(alphabet='{}[]":,curl -d\0\n\\', max_size=200))
def test_no_text_makes_it_fall(text: str) -> None:
    assert isinstance(take_in(text), Config | Ticket | UnusableInput)
    read_document(text)


def test_a_document_is_read_as_it_stands() -> None:
    assert read_document('{"cname": "c", "x": 1}') == {"cname": "c", "x": 1}
    assert isinstance(read_document("{"), UnusableInput)
    assert isinstance(read_document('{"a": 1e999}'), UnusableInput)


def test_what_an_editor_would_change_is_written_as_an_escape() -> None:
    text = write_document({"a": "x\u00a0y\u2029z\ufdd0", "b": "日本 é"})
    assert "\\u00a0y\\u2029z\\ufdd0" in text
    assert "日本 é" in text
    assert read_document(text) == {"a": "x\u00a0y\u2029z\ufdd0", "b": "日本 é"}


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=20) | st.integers()))
def test_what_is_written_is_read_again(value: dict[str, Any]) -> None:
    if not why_unfit(value):
        found = read_document(write_document(value))
        assert found == value or isinstance(found, UnusableInput)  # a number of 31 digits
