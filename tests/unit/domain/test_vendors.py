"""Vendors and regions of the storage."""

from __future__ import annotations

import pytest

from agora_console.domain.config import by_path
from agora_console.domain.vendors import VENDORS, Vendor, region, vendor

PRESENT = (1, 2, 3, 5, 6, 7, 8, 11)
GONE = (0, 4)


def test_the_vendors_of_the_api_are_there_in_order_and_the_gone_ones_marked() -> None:
    assert tuple(each.number for each in VENDORS) == (*PRESENT, *GONE)
    assert tuple(each.number for each in VENDORS if each.legacy) == GONE


def test_a_config_may_name_every_vendor() -> None:
    spec = by_path()["clientRequest.storageConfig.vendor"]

    assert spec.values == tuple(each.number for each in VENDORS)
    for choice, each in zip(spec.choices, VENDORS, strict=True):
        assert choice.label.startswith(each.name)


@pytest.mark.parametrize(
    ("number", "count", "gone"),
    [
        (1, 27, [17, 23, 28]),
        (2, 28, []),
        (3, 20, []),
        (7, 16, []),
        (8, 8, [0]),
        (0, 5, []),
        (4, 10, []),
    ],
)
def test_a_vendor_has_its_regions(number: int, count: int, gone: list[int]) -> None:
    owner = vendor(number)

    assert owner is not None
    assert owner.has_regions
    assert len({each.number for each in owner.regions}) == len(owner.regions) == count
    assert [each.number for each in owner.regions if each.legacy] == gone


@pytest.mark.parametrize("number", [5, 6, 11])
def test_a_vendor_without_regions_has_only_zero(number: int) -> None:
    owner = vendor(number)

    assert owner is not None
    assert not owner.has_regions
    assert [each.number for each in owner.regions] == [0]


@pytest.mark.parametrize(
    ("owner", "number", "label", "zone"),
    [
        (1, 0, "us-east-1 · N. Virginia", "NA"),
        (1, 25, "eu-south-1 · Milan", "EU"),
        (1, 12, "sa-east-1 · São Paulo", "other"),
        (2, 0, "CN_Hangzhou", "CN"),
        (2, 7, "CN_Hongkong · Hong Kong", ""),
        (3, 19, "EU_Moscow · Moscow", "EU"),
        (7, 8, "AP_Southeast_3 · Singapore", "AP"),
        (8, 7, "Shanghai", "CN"),
    ],
)
def test_a_region_has_name_place_and_zone(owner: int, number: int, label: str, zone: str) -> None:
    place = region(owner, number)

    assert place is not None
    assert (place.label, place.zone) == (label, zone)


@pytest.mark.parametrize(
    ("owner", "number"), [(1, 26), (99, 0), (1, None), (1, True), (1, "0"), (1, 0.0), ("1", 0)]
)
def test_an_unknown_region_is_none(owner: object, number: object) -> None:
    assert region(owner, number) is None


@pytest.mark.parametrize("number", [9, -1, None, True, "1", [1]])
def test_an_unknown_vendor_is_none(number: object) -> None:
    assert vendor(number) is None


def test_only_some_vendors_take_the_extras() -> None:
    def takers(trait: str) -> list[int]:
        return [each.number for each in VENDORS if getattr(each, trait)]

    assert takers("sts") == [1, 2, 3]
    assert takers("sse") == [1]
    assert takers("tag") == [1, 2]
    assert takers("needs_endpoint") == [11]


def test_azure_has_names_of_its_own() -> None:
    azure = vendor(5)

    assert isinstance(azure, Vendor)
    assert (azure.labels.bucket, azure.labels.access_key, azure.labels.secret_key) == (
        "Container",
        "Account name",
        "Account key",
    )
