"""What leaves the console for somebody else: whole, readable, and without any secret."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from agora_console.api.exchange import Exchange
from agora_console.api.redact import Redactor
from agora_console.journal.entries import Entry
from agora_console.services.papers.har import har
from agora_console.services.papers.support import bundle, exchange_of, versions, write_bundle
from tests.flow.secret_forms import basic, found_in
from tests.support.sessions import make_session

AT = 1_790_000_000.25
SECRETS = ("cust0mer/Secret+7Q2W", "st0rage&Secret=9Z8Y", "007eJxTokenOfTheRecorder")
URL = "https://api.agora.io/v1/apps/a/cloud_recording"
STAMP = "2026-09-21T14:13:20.250Z"


def redactor() -> Redactor:
    made = Redactor()
    made.add(*SECRETS)
    return made


def every_form() -> str:
    """A text full of all the secrets in all their forms."""
    texts: list[str] = []
    for secret in SECRETS:
        texts += [secret, json.dumps(secret), quote(secret, safe=""), quote_plus(secret)]
        texts += [basic(user, secret) for user in ("m", "me", "you")]
    return " | ".join(texts)


def exchange(**changes: Any) -> Exchange:
    values: dict[str, Any] = {
        "at": AT,
        "operation": "start",
        "method": "POST",
        "base_url": URL,
        "path": "/start?a=1&b=",
        "attempt": 2,
        "request": '{"cname":"keynote-a"}',
        "http": 200,
        "latency_ms": 91.5,
        "request_id": "r-1",
        "reply": '{"sid":"s"}',
    }
    return Exchange(**(values | changes))


def leaky_entries() -> list[Entry]:
    """A journal nobody wrote: every text of it holds every secret."""
    leak = every_form()
    detail = {
        "operation": "start",
        "method": "POST",
        "base_url": URL,
        "path": "/start",
        "request": json.dumps({"clientRequest": {"token": SECRETS[2], "extra": leak}}),
        "reply": leak,
        "error": leak,
        "request_id": leak,
        "http": 500,
    }
    return [
        Entry("s", AT + 1, "request", "console", leak, detail),
        Entry("s", AT, "note", "operator", leak, {"deep": [{"secretKey": SECRETS[1], "x": leak}]}),
    ]


def contents(archive: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def packed(**changes: Any) -> dict[str, str]:
    session = make_session(**changes)
    return contents(bundle(session, leaky_entries(), redactor(), now=AT, versions=versions()))


# --- HAR -----------------------------------------------------------------------


def test_an_archive_has_every_member_that_har_1_2_asks_for() -> None:
    log = json.loads(har([exchange()], redactor()))["log"]
    assert log["version"] == "1.2"
    assert {"name", "version"} <= set(log["creator"])
    (entry,) = log["entries"]
    assert set(entry) >= {"startedDateTime", "time", "request", "response", "cache", "timings"}
    assert set(entry["request"]) >= {
        *("method", "url", "httpVersion", "cookies", "headers", "queryString"),
        *("headersSize", "bodySize", "postData"),
    }
    assert set(entry["response"]) >= {
        *("status", "statusText", "httpVersion", "cookies", "headers", "content"),
        *("redirectURL", "headersSize", "bodySize"),
    }
    assert set(entry["response"]["content"]) >= {"size", "mimeType"}
    assert entry["time"] == sum(entry["timings"][part] for part in ("send", "wait", "receive"))


def test_an_archive_tells_what_was_asked_and_answered() -> None:
    (entry,) = json.loads(har([exchange()], redactor()))["log"]["entries"]
    assert entry["startedDateTime"] == STAMP
    assert entry["comment"] == "start, attempt 2"
    assert entry["request"]["queryString"] == [
        {"name": "a", "value": "1"},
        {"name": "b", "value": ""},
    ]
    assert json.loads(entry["request"]["postData"]["text"]) == {"cname": "keynote-a"}
    assert (entry["response"]["status"], entry["response"]["statusText"]) == (200, "OK")
    assert entry["response"]["headers"] == [{"name": "X-Request-Id", "value": "r-1"}]


def test_a_request_without_an_answer_has_status_0_and_says_why() -> None:
    silent = exchange(http=None, reply="", request_id="", error="read timed out", request="")
    (entry,) = json.loads(har([silent], redactor()))["log"]["entries"]
    assert entry["response"]["status"] == 0
    assert entry["response"]["comment"] == "read timed out"
    assert "postData" not in entry["request"]


@pytest.mark.parametrize(("http", "phrase"), [(404, "Not Found"), (599, "")])
def test_a_status_has_the_usual_words(http: int, phrase: str) -> None:
    (entry,) = json.loads(har([exchange(http=http)], redactor()))["log"]["entries"]
    assert entry["response"]["statusText"] == phrase


def test_an_archive_is_in_the_order_of_time() -> None:
    text = har([exchange(at=AT + 9, attempt=2), exchange(attempt=1)], redactor())
    comments = [entry["comment"] for entry in json.loads(text)["log"]["entries"]]
    assert comments == ["start, attempt 1", "start, attempt 2"]


def test_no_secret_is_in_an_archive_in_any_form() -> None:
    leak = every_form()
    text = har([exchange(request=leak, reply=leak, error=leak, request_id=leak)], redactor())
    assert found_in(leak, SECRETS) == list(SECRETS)
    assert not found_in(text, SECRETS)


# --- support bundle ------------------------------------------------------------


def test_a_bundle_holds_ids_times_requests_and_versions() -> None:
    files = packed(started_at=AT, sid="the-sid", resource_id="the-resource")
    assert sorted(files) == [
        *("README.txt", "requests.har", "session.json", "timeline.json", "versions.json"),
    ]
    facts = json.loads(files["session.json"])
    assert (facts["sid"], facts["resource_id"]) == ("the-sid", "the-resource")
    assert facts["started_at"] == facts["writtenAt"] == STAMP
    assert facts["stop_sent_at"] is None
    assert json.loads(files["versions.json"])["httpx"][0].isdigit()
    line, request = json.loads(files["timeline.json"])
    assert (line["at"], line["kind"], request["kind"]) == (STAMP, "note", "request")
    assert "reply" not in request["detail"]
    assert len(json.loads(files["requests.har"])["log"]["entries"]) == 1


def test_no_secret_is_in_a_bundle_in_any_form() -> None:
    config = {
        "clientRequest": {
            "token": SECRETS[2],
            "storageConfig": {"secretKey": "never registered", "bucket": every_form()},
        }
    }
    files = packed(config=config, cause=every_form())
    for name, text in files.items():
        assert not found_in(text, SECRETS), name
        assert "never registered" not in text


def test_a_key_nobody_registered_goes_by_its_name() -> None:
    note = Entry("s", AT, "note", "x", "", {"secretKey": "fresh-key-value", "kept": "this"})
    text = contents(bundle(make_session(), [note], Redactor(), now=AT, versions={}))[
        "timeline.json"
    ]
    assert "fresh-key-value" not in text
    assert "this" in text


async def test_a_bundle_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "support.zip"
    await write_bundle(path, make_session(), leaky_entries(), redactor(), AT)
    assert "README.txt" in contents(path.read_bytes())


def test_an_entry_of_an_older_version_is_still_a_request() -> None:
    bare = exchange_of(Entry("s", AT, "request", "x", "query", {"reply": {"sid": 1}, "at": "odd"}))
    assert (bare.operation, bare.method, bare.http, bare.attempt) == ("query", "GET", None, 1)
    assert (bare.reply, bare.at) == ('{"sid": 1}', AT)


def test_a_library_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agora_console.services.papers.support._PACKAGES", ("no-such-package",))
    assert versions()["no-such-package"] == "not installed"
