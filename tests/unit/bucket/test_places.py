"""The address of each vendor's region, and what the console has no way to."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console.bucket.errors import NoWayError
from agora_console.bucket.places import NO_ADDRESS, checked_endpoint, local_place, place_of
from agora_console.bucket.store import Bucket
from agora_console.domain.vendors import VENDORS, Vendor

KEYS = (SecretStr("QUtJQUVYQU1QTEU="), SecretStr("QUtJQUVYQU1QTEU="))


@pytest.mark.parametrize(
    ("vendor", "region", "url"),
    [
        (1, 0, "https://shows.s3.us-east-1.amazonaws.com"),
        (1, 15, "https://shows.s3.cn-north-1.amazonaws.com.cn"),
        (2, 0, "https://shows.oss-cn-hangzhou.aliyuncs.com"),
        (2, 10, "https://shows.oss-ap-southeast-1.aliyuncs.com"),
        (3, 2, "https://shows.cos.ap-shanghai.myqcloud.com"),
        (5, 0, "https://{account}.blob.core.windows.net/shows"),
        (6, 0, "https://storage.googleapis.com/shows"),
        (7, 1, "https://shows.obs.cn-north-4.myhuaweicloud.com"),
        (8, 3, "https://s3.gz.bcebos.com/shows"),
    ],
)
def test_each_vendor_has_its_address(vendor: int, region: int, url: str) -> None:
    assert place_of(vendor, region, "shows").url == url


def test_a_bucket_with_a_dot_is_named_in_the_path() -> None:
    assert place_of(1, 6, "my.shows").url == "https://s3.eu-west-3.amazonaws.com/my.shows"


@pytest.mark.parametrize(
    "owner", [each for each in VENDORS if not each.legacy], ids=lambda each: each.name
)
async def test_the_library_takes_every_region_of_every_vendor(owner: Vendor) -> None:
    endpoint = "https://store.example.com" if owner.needs_endpoint else ""
    for region in owner.regions:
        if (owner.number, region.number) in NO_ADDRESS:
            continue
        place = place_of(owner.number, region.number, "shows", endpoint)
        bucket = Bucket(place, ("one",), KEYS)
        bucket._opened()
        assert "{" not in bucket.url_of("x")
        await bucket.close()


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ((0, 0, "shows"), "cannot look into Qiniu"),
        ((99, 0, "shows"), "vendor 99"),
        ((1, 99, "shows"), "no region 99"),
        ((1, 0, "my bucket/x"), "name of a bucket"),
        ((2, 18, "shows"), "No public address"),
        ((11, 0, "shows"), "needs an endpoint"),
    ],
)
def test_what_cannot_be_reached_is_said(target: tuple[int, int, str], words: str) -> None:
    with pytest.raises(NoWayError, match=words) as refused:
        place_of(*target)
    assert refused.value.action


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("store.example.com", "https://store.example.com"),
        (" https://store.example.com:9000/ ", "https://store.example.com:9000"),
        ("http://127.0.0.1:9000", "http://127.0.0.1:9000"),
        ("http://localhost", "http://localhost"),
        ("http://[::1]:9000", "http://[::1]:9000"),
    ],
)
def test_an_endpoint_is_host_and_port(typed: str, address: str) -> None:
    assert checked_endpoint(typed) == address


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("http://store.example.com", "Plain http"),
        ("ftp://store.example.com", "not an address"),
        ("https://", "not an address"),
        ("https://me:pw@store.example.com", "more than host"),
        ("https://store.example.com/path", "more than host"),
        ("https://store.example.com:x", "port"),
    ],
)
def test_a_wrong_endpoint_is_refused(typed: str, words: str) -> None:
    with pytest.raises(NoWayError, match=words):
        checked_endpoint(typed)


@pytest.mark.parametrize("vendor", [1, 2, 3, 5, 6, 7, 8])
def test_every_vendor_takes_an_endpoint(vendor: int) -> None:
    assert "store.example.com" in place_of(vendor, 1, "shows", "store.example.com").url or (
        vendor in (5, 6)
    )


def test_a_folder_has_an_address(tmp_path: Path) -> None:
    assert local_place(tmp_path).url_of("a b").endswith("/a%20b")
