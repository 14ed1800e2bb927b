"""The report of a session: everything that can be proved, nothing that must not be shown."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from html.parser import HTMLParser
from typing import Any

import pytest

from agora_console.domain.files.rows import Looked
from agora_console.domain.files.verdict import Arrival, Verdict
from agora_console.domain.session import FileEntry, Phase, Session, Uploading
from agora_console.journal.entries import Entry
from agora_console.services.papers.report import MOST_ROWS, session_report
from tests.support.sessions import make_session

SID = "5f" * 16
NOW = 1_780_315_800.0
NASTY = '<script>alert("x")</script>'


def a_session(**changes: Any) -> Session:
    values = {
        "sid": SID,
        "phase": Phase.SAFE,
        "over": True,
        "cause": "4 files found in the bucket, everything that belongs to it.",
        "created_at": NOW - 700.0,
        "confirmed_at": NOW - 600.0,
        "stop_accepted_at": NOW - 10.0,
        "ended_at": NOW - 10.0,
        "uploading": Uploading.UPLOADED,
        "files": [FileEntry(file_name="shows/a.m3u8", track_type="audio", slice_start_time=NOW)],
        "arrival": Arrival(
            verdict=Verdict.SAFE, at=NOW, sentence="4 files.", files=4, size=1_234_567, seconds=590
        ),
    }
    return make_session(**{**values, **changes})


def entry(text: str, at: float = NOW) -> Entry:
    return Entry("s1", at, "state", "console", text)


class Tags(HTMLParser):
    """Which tags a page has, and that it closes them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_tells_state_verdict_files_time_line_and_config() -> None:
    sizes = {"a.m3u8": 321, "a.ts": 2_000}
    page = session_report(
        a_session(),
        [entry("Over.", NOW), entry("Began.", NOW - 600)],
        NOW,
        looked=Looked(sizes),
        zone=UTC,
    )
    for text in (
        ">SAFE<",
        "4 files, 1.2 MB; the playlists sum up to 9:50.",
        "shows/a.m3u8",
        "321 B",
        "2.0 kB",
        "2026-06-01 12:10:00 +0000 (12:10:00 UTC)",
        "9:50",
        "maxIdleTime",
        SID,
        "uploaded",
    ):
        assert text in page
    assert page.index("Began.") < page.index("Over.")
    assert Tags(page).open == []


def test_what_was_changed_on_air_stands_beside_the_config() -> None:
    lists = {"videoUidList": {"subscribeVideoUids": ["1001"]}}
    changed = session_report(a_session(subscription=lists), [], NOW, zone=UTC)
    assert "subscribeVideoUids" in changed[changed.index("Changed on air") :]
    assert "Changed on air" not in session_report(a_session(), [], NOW, zone=UTC)


def test_local_time_stands_beside_utc() -> None:
    page = session_report(a_session(), [], NOW, zone=timezone(timedelta(hours=2)))
    assert "14:10:00 +0200 (12:10:00 UTC)" in page


def test_nothing_in_it_runs_or_loads_anything() -> None:
    session = a_session(
        cname=NASTY,
        cause=NASTY,
        config={"x": NASTY},
        files=[FileEntry(file_name=NASTY, track_type=NASTY, slice_start_time=1e300)],
        arrival=Arrival(verdict=Verdict.INCOMPLETE, at=NOW, sentence=NASTY, wrong=(NASTY,)),
        phase=Phase.FILES_LISTED,
    )
    page = session_report(session, [entry(NASTY)], NOW)
    tags = Tags(page)
    assert "script" not in tags.seen
    assert tags.attributes <= {"lang", "charset", "http-equiv", "content", "class"}
    assert "INCOMPLETE" in page


@pytest.mark.parametrize(
    ("arrival", "words"),
    [
        (None, "Nobody has looked"),
        (Arrival(verdict=Verdict.UNKNOWN, at=NOW, sentence="No route."), "UNKNOWN"),
        (
            Arrival(verdict=Verdict.INCOMPLETE, at=NOW, sentence="", size=5 * 10**12, left_out=7),
            "7 more are left out",
        ),
    ],
)
def test_what_nobody_knows_is_said(arrival: Arrival | None, words: str) -> None:
    page = session_report(a_session(arrival=arrival, files=[], ended_at=None, sid=""), [], NOW)
    assert words in page
    assert "No file is known." in page


def test_of_very_many_rows_some_are_left_out_and_counted() -> None:
    files = [FileEntry(file_name=f"{n}.ts") for n in range(MOST_ROWS + 5)]
    page = session_report(a_session(files=files), [], NOW)
    assert "6 more rows are left out." in page
    assert f"{MOST_ROWS + 4}.ts" not in page
