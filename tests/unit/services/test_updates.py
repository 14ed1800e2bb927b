"""Whether a newer release is out: off at first, asked once, believed only as it should be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from agora_console.release import Release
from agora_console.services.setup.updates import Updates
from agora_console.settings.store import Settings

NOW = 1_790_000_000.0
RELEASE = Release("1.1.0", feed="https://releases.example.org/latest.json", key="a2V5")


class Feed:
    """What answers in the project's name; `asked` is who was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.says: dict[str, Any] = {
            "program": "agora-console",
            "version": "1.2.0",
            "page": "https://releases.example.org/1.2.0",
            "issued": int(NOW) - 60,
            "expires": int(NOW) + 3600,
        }

    async def __call__(self, url: str, key: str) -> str:
        self.asked.append((url, key))
        return json.dumps(self.says)


@pytest.fixture
def feed() -> Feed:
    return Feed()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path)


@pytest.fixture
def updates(feed: Feed, settings: Settings) -> Updates:
    return Updates(RELEASE, settings, lambda: NOW, feed)


def test_it_is_off_until_somebody_wants_it(updates: Updates, settings: Settings) -> None:
    assert (updates.on, updates.host) == (False, "releases.example.org")
    updates.switch(True)
    assert updates.on
    assert settings.preferences().updates
    updates.switch(False)
    assert not updates.on


@pytest.mark.parametrize("release", [Release("1"), Release("1", feed="https://x.example.org/")])
def test_a_build_that_knows_nobody_cannot_ask(release: Release, settings: Settings) -> None:
    nobody = Updates(release, settings, lambda: NOW)
    assert nobody.host == ""
    with pytest.raises(ValueError, match="knows no address"):
        nobody.switch(True)
    settings.save_preferences(settings.preferences().model_copy(update={"updates": True}))
    assert not nobody.on  # a wish of another build


async def test_a_newer_release_is_found_by_one_question(updates: Updates, feed: Feed) -> None:
    found = await updates.ask()
    assert found is not None
    assert (found.version, updates.found) == ("1.2.0", found)
    assert feed.asked == [(RELEASE.feed, RELEASE.key)]


@pytest.mark.parametrize("version", ["1.1.0", "1.0.9"])
async def test_no_release_is_proposed_that_is_not_newer(
    updates: Updates, feed: Feed, version: str
) -> None:
    feed.says["version"] = version
    assert await updates.ask() is None
    assert updates.found is None


async def test_an_answer_of_before_is_refused_also_after_a_restart(
    updates: Updates, feed: Feed, settings: Settings, tmp_path: Path
) -> None:
    await updates.ask()
    feed.says["issued"] -= 1
    again = Updates(RELEASE, Settings(tmp_path), lambda: NOW, feed)
    with pytest.raises(ValueError, match="older than one before"):
        await again.ask()
    feed.says["issued"] += 1
    assert await again.ask() is not None
    assert settings.preferences().update_issued == feed.says["issued"]


async def test_without_a_stand_in_it_asks_the_feed_itself(settings: Settings) -> None:
    plain = Release("1", feed="http://127.0.0.1:9/", key="a2V5")
    with pytest.raises(ValueError, match="has to be an https:// address"):
        await Updates(plain, settings, lambda: NOW).ask()
