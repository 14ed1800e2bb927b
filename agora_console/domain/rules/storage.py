"""Rules of `storageConfig`: vendor tables, folder, temporary credentials, extras (X21 to X23)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from agora_console.domain.config.storage import PREFIX_LENGTH, STS_LIFE
from agora_console.domain.paths import join
from agora_console.domain.problems import Fix
from agora_console.domain.rules.findings import Findings, mapping, say, text, whole
from agora_console.domain.vendors import VENDORS, Vendor, region, vendor

PATH = "clientRequest.storageConfig"

MILLISECONDS = 10**11
"""A time above this is in milliseconds: in seconds it would lie beyond the year 5000."""

EARLIEST = 1_722_556_800
"""2 August 2024, when Agora began to take temporary credentials; no end of one lies before."""

_ADDRESS = re.compile(r"(?:[a-z0-9]+://|arn:[a-z-]+:s3:::)([^/:]+)/?", re.IGNORECASE)
"""The bucket as its vendor's tools write it."""

_LEVEL = re.compile(r"[A-Za-z0-9]+")
_PLACEHOLDER = re.compile(
    r"<.*>|\[.*\]|\{.*\}|x{3,}|(your|my|the)[\s_-]*(own[\s_-]*)?bucket([\s_-]*name)?|"
    r"bucket[\s_-]*name|placeholder|change[\s_-]*me|todo",
    re.IGNORECASE,
)


def check_storage(findings: Findings) -> None:
    """The storage of a start request, and the keys that go with it."""
    request = mapping(findings.document, "clientRequest")
    storage = mapping(request, "storageConfig")
    if not storage:
        return
    check_storage_config(findings, storage, PATH)


def check_storage_config(findings: Findings, storage: Mapping[str, Any], path: str) -> None:
    """One `storageConfig`, of start or of update."""
    owner = vendor(storage.get("vendor"))
    there = text(storage, "accessKey") and text(storage, "secretKey")
    if findings.context.has_storage_keys is False and not there:
        findings.error(
            "storage-keys",
            join(path, "accessKey"),
            "The keys of the storage are missing; Agora could not upload anything.",
        )
    _check_bucket(findings, text(storage, "bucket"), join(path, "bucket"))
    _check_prefix(findings, storage.get("fileNamePrefix"), join(path, "fileNamePrefix"))
    if owner:
        _check_vendor(findings, owner, storage, path)
        _check_temporary(findings, owner, storage, path)
        _check_extras(findings, owner, mapping(storage, "extensionParams"), path)


def _check_vendor(findings: Findings, owner: Vendor, storage: Mapping[str, Any], path: str) -> None:
    if owner.legacy:
        findings.error(
            "vendor-gone",
            join(path, "vendor"),
            f"Agora no longer takes {owner.name} (vendor {owner.number}).",
        )
    number = whole(storage, "region")
    if number is None or number < 0:
        return
    here = join(path, "region")
    place = region(owner.number, number)
    if not owner.has_regions and number:
        findings.error(
            "X21",
            here,
            f"Region: {number} has no meaning for {owner.name}; Agora wants 0.",
            Fix("Use 0", here, 0),
        )
    elif place is None:
        findings.error(
            "region-unknown",
            here,
            f"Region: {say(number)} is not in Agora's list for {owner.name}.",
        )
    elif place.legacy:
        findings.warn(
            "legacy", here, f"Agora no longer lists {owner.name} {place.label} (region {number})."
        )


def _check_temporary(
    findings: Findings, owner: Vendor, storage: Mapping[str, Any], path: str
) -> None:
    here = join(path, "stsExpiration")
    has_token = bool(text(storage, "stsToken")) or findings.context.has_sts_token
    given = "stsExpiration" in storage
    if not (has_token or given):
        return
    if not owner.sts:
        takers = ", ".join(each.name for each in VENDORS if each.sts)
        findings.error(
            "X22",
            here if given else join(path, "stsToken"),
            f"{owner.name} takes no temporary credential; only {takers} do.",
            Fix("Remove stsExpiration", here) if given else None,
        )
    elif not given:
        findings.error("X22", here, "The STS token comes without the time when it ends.")
    elif has_token is False:
        findings.warn(
            "X22", here, "STS expiry is set, but there is no STS token.", Fix("Remove it", here)
        )
    if has_token is not False:
        _check_expiry(findings, whole(storage, "stsExpiration"), here)


def _check_expiry(findings: Findings, expires: int | None, path: str) -> None:
    now = findings.context.now
    if expires is None:
        return
    if expires < EARLIEST:
        findings.error(
            "X22",
            path,
            f"STS expiry: {say(expires)} is no point in time at which a token can end; Agora wants "
            "seconds since 1970.",
        )
    elif expires > MILLISECONDS:
        findings.error(
            "X22",
            path,
            "STS expiry is in milliseconds; Agora wants seconds.",
            Fix(f"Use {expires // 1000}", path, expires // 1000) if expires < 10**15 else None,
        )
    elif now is not None and expires <= now and findings.context.at_rest:
        ended = datetime.fromtimestamp(expires, UTC).replace(tzinfo=None).isoformat(" ", "minutes")
        findings.warn(
            "X22",
            path,
            f"The STS token ended on {ended} UTC; a start with it is refused. Take a fresh one.",
        )
    elif now is not None and expires < now + STS_LIFE:
        hours = max(0.0, (expires - now) / 3600)
        findings.error(
            "X22",
            path,
            f"The STS token ends in {hours:.1f} h; Agora wants at least {STS_LIFE // 3600} h.",
        )


def _check_extras(findings: Findings, owner: Vendor, extras: Mapping[str, Any], path: str) -> None:
    base = join(path, "extensionParams")
    endpoint = text(extras, "endpoint")
    if owner.needs_endpoint and not endpoint.strip():
        findings.error(
            "X21",
            join(base, "endpoint"),
            f"Endpoint is missing; an {owner.name} (vendor {owner.number}) needs its host name.",
        )
    for key, taken in (("sse", owner.sse), ("tag", owner.tag), ("endpoint", owner.needs_endpoint)):
        here = join(base, key)
        if key in extras and not taken:
            findings.warn(
                f"{key}-unused",
                here,
                f"{owner.name} does not use {key}; Agora ignores it.",
                Fix(f"Remove {key}", here),
            )
        elif key == "tag" and extras.get(key) == "":
            findings.warn("tag-empty", here, "Object tag is empty.", Fix("Remove tag", here))
    if owner.needs_endpoint and "://" in endpoint:
        host = endpoint.partition("://")[2].strip("/")
        here = join(base, "endpoint")
        findings.warn(
            "endpoint-format",
            here,
            f"Endpoint: {say(endpoint)} has a scheme; Agora's sample is a bare host name.",
            Fix(f"Use {host}", here, host) if host and "://" not in host else None,
        )


def _check_bucket(findings: Findings, bucket: str, path: str) -> None:
    name = bucket.strip()
    if not name:
        return
    if name != bucket:
        findings.error(
            "bucket-format",
            path,
            f"Bucket: {say(bucket)} has blanks around the name.",
            Fix(f"Use {say(name)}", path, name),
        )
    elif _PLACEHOLDER.fullmatch(name[:200]):
        findings.warn(
            "sample-value", path, f"Bucket: {say(name)} looks like a sample; use your own."
        )
    elif "/" in name or ":" in name:
        alone = _ADDRESS.fullmatch(name[:200])
        findings.warn(
            "bucket-format",
            path,
            f"Bucket: {say(name)} is more than a name; address and folder do not belong here.",
            Fix(f"Use {say(alone[1])}", path, alone[1]) if alone else None,
        )


def _check_prefix(findings: Findings, prefix: object, path: str) -> None:
    if not isinstance(prefix, list) or not all(isinstance(level, str) for level in prefix):
        return
    faulty = next((level for level in prefix if not _LEVEL.fullmatch(level)), None)
    if faulty is not None:
        mended = [part for level in prefix for part in _levels(level)]
        fix = Fix(f"Use {say('/'.join(mended))}", path, mended) if mended else None
        if not any(prefix):
            fix = Fix("Remove fileNamePrefix", path)
        findings.error(
            "X23",
            path,
            f"Folder: {say(faulty)} is not allowed; a level has Latin letters and digits only.",
            fix,
        )
        return
    length = sum(len(level) + 1 for level in prefix)
    if length > PREFIX_LENGTH:
        findings.error(
            "X23",
            path,
            f"Folder: {length} characters with slashes are above Agora's {PREFIX_LENGTH}.",
        )


def _levels(level: str) -> list[str]:
    """The levels that a faulty one probably means: split at slashes, other signs left out."""
    latin = unicodedata.normalize("NFKD", level)
    parts = ("".join(_LEVEL.findall(part)) for part in re.split(r"[/\\]", latin))
    return [part for part in parts if part]
