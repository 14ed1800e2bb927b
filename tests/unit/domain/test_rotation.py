"""New temporary credentials for a storage that is recorded into."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.deadlines import moments
from agora_console.domain.evidence.facts import UpdateAccepted
from agora_console.domain.evidence.judge import judge
from agora_console.domain.rotation import moment_of, rotation, why_not_rotatable
from agora_console.domain.session import Phase, Session
from tests.support.sessions import make_session

ENDS = 1_790_000_000
STORAGE = {"vendor": 1, "region": 0, "bucket": "b", "stsExpiration": ENDS}


def recording(storage: Any = STORAGE, **changes: Any) -> Session:
    values = {
        "config": {"mode": "mix", "clientRequest": {"storageConfig": storage}},
        "phase": Phase.RECORDING,
        "resource_id": "r",
        "sid": "s",
        "start_sent_at": 1.0,
    }
    return make_session(**{**values, **changes})


@pytest.mark.parametrize(
    ("session", "words"),
    [
        (recording(), ""),
        (recording({**STORAGE, "vendor": 6}), "Only recordings into Amazon S3"),
        (recording(None), "Only recordings into"),
        (recording({"vendor": 1}), "lasting keys"),
        (recording(over=True), "is over"),
        (recording(sid=""), "sid of this recording"),
    ],
)
def test_why_credentials_cannot_be_renewed(session: Session, words: str) -> None:
    assert words in why_not_rotatable(session)
    assert bool(why_not_rotatable(session)) is bool(words)


def test_the_whole_storage_is_sent_again() -> None:
    keys = {"accessKey": "a", "secretKey": "s", "stsToken": ""}
    change = rotation(recording(), keys, ENDS + 60)
    assert change == {
        "storageConfig": {**STORAGE, "accessKey": "a", "secretKey": "s", "stsExpiration": ENDS + 60}
    }
    assert "stsExpiration" not in rotation(recording(), {}, None)["storageConfig"]


def test_the_deadline_moves_when_agora_has_accepted() -> None:
    session = recording()
    assert dict(moments(session))["sts"] == ENDS
    renewed = judge(session, UpdateAccepted(5.0, {"storageConfig": {"stsExpiration": ENDS + 60}}))
    assert dict(moments(renewed))["sts"] == ENDS + 60
    assert judge(renewed, UpdateAccepted(6.0, {"storageConfig": {}})) == renewed


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1790000000", ENDS),
        (" 1790000000000 ", ENDS),
        ("2026-09-21T14:13:20Z", ENDS),
        ("2026-09-21T14:13:20", ENDS),
        ("2026-09-21T16:13:20+02:00", ENDS),
        ("tomorrow", None),
        ("", None),
        ("²", None),
    ],
)
def test_the_end_is_read_as_vendors_write_it(text: str, moment: int | None) -> None:
    assert moment_of(text) == moment
