"""Storage targets and `storageConfig`, one in terms of the other."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.services.values import StorageTarget
from agora_console.ui.draft.targets import find, parts, storage_config, words

SELF_BUILT = StorageTarget(
    id="s", name="Own", vendor=11, region=0, bucket="films", endpoint="s3.example.com"
)
AMAZON = StorageTarget(id="a", name="Main", vendor=1, region=7, bucket="films", prefix=("x", "y"))
SAME_PLACE = AMAZON.model_copy(update={"id": "b", "prefix": ()})


@pytest.mark.parametrize("target", [SELF_BUILT, AMAZON])
def test_a_target_is_found_by_its_own_config(target: StorageTarget) -> None:
    assert find([SELF_BUILT, AMAZON], storage_config(target), "") == target


def test_the_folder_does_not_make_another_target() -> None:
    config = {**storage_config(AMAZON), "fileNamePrefix": ["elsewhere"]}
    assert find([SELF_BUILT, AMAZON], config, "") == AMAZON


def test_of_two_targets_at_one_place_the_chosen_one_counts() -> None:
    config = storage_config(AMAZON)
    assert find([AMAZON, SAME_PLACE], config, "b") == SAME_PLACE
    assert find([AMAZON, SAME_PLACE], config, "gone") == AMAZON


@pytest.mark.parametrize("target", [SELF_BUILT, AMAZON])
def test_the_parts_of_a_config_make_the_target_again(target: StorageTarget) -> None:
    made = parts(storage_config(target))
    assert made is not None
    assert StorageTarget(id=target.id, name=target.name, **made) == target


@pytest.mark.parametrize(
    "config",
    [
        {},
        {"vendor": 1, "region": 7},
        {"vendor": 1, "region": 999, "bucket": "films"},
        {"vendor": "1", "region": 7, "bucket": "films"},
        {"vendor": 11, "region": 0, "bucket": "films"},
        {"vendor": 1, "region": 7, "bucket": 5},
    ],
)
def test_a_place_that_is_not_named_in_full_cannot_be_kept(config: dict[str, Any]) -> None:
    assert parts(config) is None


def test_a_target_reads_as_vendor_region_and_bucket() -> None:
    assert words(AMAZON) == "Amazon S3 · eu-central-1 · films"
    assert words(SELF_BUILT) == "S3-compatible store · s3.example.com · films"
