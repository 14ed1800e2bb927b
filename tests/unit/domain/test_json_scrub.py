"""Secrets are taken out of JSON that need not parse."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.intake.json_scrub import scrub

SECRET = "s3cr3t-Value/+="


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('{"token": "s3cr3t"}', '{"token": ""}'),
        ('{"accessKey" :\n "s3cr3t", "bucket": "b"}', '{"accessKey" :\n "", "bucket": "b"}'),
        ('{"token": "s3cr3t', '{"token": "'),
        ('{"token": "s3cr3t\n  "uid": "4"', '{"token": "\n  "uid": "4"'),
        ('{"token": "s3cr\net=",\n"uid": "4"', '{"token": ",\n"uid": "4"'),
        ("{'secret_key': 's3cr3t'}", "{'secret_key': ''}"),
        ("{secretKey: s3 cr3t, }", "{secretKey: , }"),
        ("Authorization: Basic s3cr3t\nuid: 4", "Authorization: \nuid: 4"),
        ('{"token": 123456, "uid": "4"}', '{"token": null, "uid": "4"}'),
        ('{"salt": {"a": ["s3cr3t"]}, "uid": "4"}', '{"salt": null, "uid": "4"}'),
        ('{"salt": ["s3cr3t", {"a"', '{"salt": null'),
        ('{"acces\\u0073Key": "s3cr3t"}', '{"acces\\u0073Key": ""}'),
    ],
)
def test_the_value_of_a_secret_goes_and_the_rest_stays(text: str, left: str) -> None:
    scrubbed, names = scrub(text)
    assert scrubbed == left
    assert len(names) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON at all",
        '{"uid": "4", "bucket": "token"}',
        '{"token": "", "secret": null}',
        '{"token"',
        '{"token":',
        '{"token": ',
        '{"token":}',
        '{"token": , "uid": 1}',
        '{"broken \\u00zz": "kept"}',
        '"a" : "b" : token',
    ],
)
def test_what_holds_no_secret_stays_as_it_is(text: str) -> None:
    assert scrub(text) == (text, ())


def test_each_name_is_said_once() -> None:
    assert scrub('{"token": "a", "b": {"token": "c", "salt": "d"}}')[1] == ("token", "salt")


@given(st.text(alphabet="{}[]:,\"' \n\\atokenuid1", max_size=60))
def test_scrubbing_twice_is_scrubbing_once(text: str) -> None:
    once, _ = scrub(text)
    assert scrub(once) == (once, ())


@given(st.text(max_size=20), st.integers(0, 200))
def test_no_part_of_a_secret_survives_wherever_the_text_is_cut(other: str, cut: int) -> None:
    config = {"bucket": other, "storageConfig": {"accessKey": SECRET, "secretKey": SECRET}}
    text = json.dumps(config, indent=2)[:cut]
    assert SECRET[:6] not in scrub(text)[0].replace(json.dumps(other), "")
