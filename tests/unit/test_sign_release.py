"""What is signed for the feed is what the program believes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import sign_release
from agora_console.api.release_feed import verified
from agora_console.domain.update import announcement_of
from devlib.talk import CannotGoOn
from shiplib.facts import feed_in
from tests.support.isolation import ROOT

PAGE = "https://releases.example.org/1.2.0"


@pytest.fixture
def keyfile(tmp_path: Path) -> Path:
    return tmp_path / "key.pem"


def test_a_key_signs_what_its_public_half_verifies(keyfile: Path) -> None:
    public = sign_release.new_key(keyfile, "a phrase")
    assert keyfile.stat().st_mode & 0o077 == 0
    key = sign_release.read_key(keyfile, "a phrase")
    body = sign_release.answer(key, "1.2.0", PAGE, 1_790_000_000, 90)
    told = announcement_of(verified(body.encode(), public))
    assert (told.version, told.page, told.expires) == ("1.2.0", PAGE, 1_790_000_000 + 90 * 86_400)
    assert feed_in(json.dumps({"feed": PAGE, "key": public})) == (PAGE, public)


def test_from_the_key_to_the_answer(
    keyfile: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sign_release.main(["key", str(keyfile)]) == 0
    public = capsys.readouterr().out.strip()
    assert sign_release.main(["sign", str(keyfile), "1.2.0", PAGE]) == 1
    assert "know another public key" in capsys.readouterr().err
    release = keyfile.with_name("release.json")
    release.write_text(json.dumps({"feed": PAGE, "key": public}), "utf-8")
    monkeypatch.setattr(sign_release, "RELEASE", release)
    assert sign_release.main(["sign", str(keyfile), "1.2.0", PAGE, "--days=30"]) == 0
    assert announcement_of(verified(capsys.readouterr().out.encode(), public)).version == "1.2.0"


def test_a_key_is_never_replaced_and_only_read_with_its_phrase(
    keyfile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sign_release.new_key(keyfile, "a phrase")
    assert sign_release.main(["key", str(keyfile)]) == 1
    assert sign_release.main(["sign", str(keyfile), "1.2.0", PAGE]) == 1
    assert sign_release.main(["sign", str(keyfile.with_name("none")), "1.2.0", PAGE]) == 1
    said = capsys.readouterr().err
    assert "is there already" in said
    assert "holds no key that can be read" in said


@pytest.mark.parametrize(
    ("version", "page", "days", "why"),
    [
        ("2", PAGE, 90, "no version"),
        ("1.2.0", "http://example.org/", 90, "no page"),
        ("1.2.0", PAGE, 401, "1 to 400 days"),
    ],
)
def test_nothing_is_signed_that_would_be_refused(
    keyfile: Path, version: str, page: str, days: int, why: str
) -> None:
    sign_release.new_key(keyfile, "")
    key = sign_release.read_key(keyfile, "")
    with pytest.raises(sign_release.CannotSignError, match=why):
        sign_release.answer(key, version, page, 0, days)


def test_the_checkout_names_both_or_neither() -> None:
    feed_in((ROOT / "packaging" / "release.json").read_text("utf-8"))
    assert feed_in('{"feed": "", "key": ""}') == ("", "")


@pytest.mark.parametrize(
    ("document", "why"),
    [
        ("", "is not"),
        ("[]", "is not"),
        ('{"feed": "x"}', "is not"),
        ('{"feed": "", "key": "%"}', "is not"),
        ('{"feed": "http://x.org/", "key": ""}', "no https:// address"),
        ('{"feed": "https://x.org/", "key": "a2V5"}', "has 3 bytes"),
    ],
)
def test_a_build_does_not_begin_with_half_a_feed(document: str, why: str) -> None:
    with pytest.raises(CannotGoOn, match=why):
        feed_in(document)
