"""Storage targets and `storageConfig`: one in terms of the other; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from agora_console.domain.paths import read
from agora_console.domain.vendors import region, vendor

if TYPE_CHECKING:
    from agora_console.services.values import StorageTarget

_ENDPOINT = "extensionParams.endpoint"


def storage_config(target: StorageTarget) -> dict[str, Any]:
    """`storageConfig` of a target, without keys."""
    config: dict[str, Any] = {
        "vendor": target.vendor,
        "region": target.region,
        "bucket": target.bucket,
    }
    if target.prefix:
        config["fileNamePrefix"] = list(target.prefix)
    if target.endpoint:
        config["extensionParams"] = {"endpoint": target.endpoint}
    return config


def is_target(target: StorageTarget, config: Mapping[str, Any]) -> bool:
    """True when `config` writes where the target does; folders inside it may differ."""
    place = (config.get("vendor"), config.get("region"), config.get("bucket"))
    endpoint = read(config, _ENDPOINT)
    return place == (target.vendor, target.region, target.bucket) and (
        target.endpoint == (endpoint if isinstance(endpoint, str) else "")
    )


def find(
    targets: Iterable[StorageTarget], config: Mapping[str, Any], chosen: str
) -> StorageTarget | None:
    """The target that `config` writes to; of several the one with the id `chosen`."""
    fitting = [target for target in targets if is_target(target, config)]
    return next((each for each in fitting if each.id == chosen), next(iter(fitting), None))


def parts(config: Mapping[str, Any]) -> dict[str, Any] | None:
    """The fields of a target for `config`; None while it does not name a place."""
    number, region_number, bucket = (config.get(key) for key in ("vendor", "region", "bucket"))
    owner = vendor(number)
    if owner is None or region(number, region_number) is None:
        return None
    endpoint = read(config, _ENDPOINT)
    endpoint = endpoint.strip() if isinstance(endpoint, str) else ""
    if not isinstance(bucket, str) or not bucket or (owner.needs_endpoint and not endpoint):
        return None
    prefix = config.get("fileNamePrefix")
    levels = prefix if isinstance(prefix, list) else []
    return {
        "vendor": number,
        "region": region_number,
        "bucket": bucket,
        "prefix": tuple(level for level in levels if isinstance(level, str)),
        "endpoint": endpoint,
    }


def words(target: StorageTarget) -> str:
    """A target in words: vendor, region, bucket."""
    owner, place = vendor(target.vendor), region(target.vendor, target.region)
    named = [owner.name if owner else str(target.vendor)]
    if owner is not None and owner.has_regions and place is not None:
        named.append(place.name)
    if target.endpoint:
        named.append(target.endpoint)
    return " · ".join([*named, target.bucket])
