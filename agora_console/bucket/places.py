"""Where a storage target is: the address of each vendor's region, as the library wants it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from agora_console.bucket.errors import NoWayError
from agora_console.domain.hosts import is_loopback
from agora_console.domain.vendors import Region, Vendor, region, vendor

AMAZON, ALIBABA, TENCENT, AZURE, GOOGLE, HUAWEI, BAIDU, SELF_BUILT = 1, 2, 3, 5, 6, 7, 8, 11
"""Agora's numbers of the vendors that can be reached."""

_BAIDU_CODES = {
    0: "bj",
    1: "bd",
    2: "su",
    3: "gz",
    4: "hkg",
    5: "sin",
    6: "fwh",
    7: "fsh",
}
NO_ADDRESS = {(ALIBABA, 18), (ALIBABA, 26), (ALIBABA, 27)}
"""Regions that Agora lists and for which no public address is known."""

_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,253}")


@dataclass(frozen=True, slots=True)
class Place:
    """A bucket without its keys: `service` and `options` are for the library, `url` for people.

    `key_names` are the options that take access key and secret key.
    """

    service: str
    bucket: str
    url: str
    options: Mapping[str, str] = field(default_factory=dict)
    key_names: tuple[str, str] = ("access_key_id", "secret_access_key")

    def url_of(self, path: str) -> str:
        """The address of an object, not signed."""
        return f"{self.url}/{quote(path)}"


def place_of(vendor_number: int, region_number: int, bucket: str, endpoint: str = "") -> Place:
    """Where a target is. Raises NoWayError with a sentence where the console has no way there."""
    owner = vendor(vendor_number)
    if owner is None or owner.legacy:
        name = owner.name if owner else f"vendor {vendor_number}"
        raise NoWayError(f"The console cannot look into {name}; recording there is not affected.")
    if not _BUCKET.fullmatch(bucket):
        raise NoWayError(f"“{bucket}” cannot be the name of a bucket.", "Correct the name.")
    where = region(vendor_number, region_number)
    if owner.has_regions and where is None:
        raise NoWayError(
            f"{owner.name} has no region {region_number} in Agora's list.", "Choose a region."
        )
    if endpoint:
        return _at(owner, where, bucket, checked_endpoint(endpoint))
    if owner.needs_endpoint:
        raise NoWayError(f"A {owner.name} needs an endpoint.", "Type the address of the store.")
    if where is not None and (owner.number, where.number) in NO_ADDRESS:
        raise NoWayError(
            f"No public address of {owner.name} {where.name} is known to the console.",
            "Type the endpoint that the vendor names for the region.",
        )
    return _at(owner, where, bucket, "")


def local_place(folder: Path) -> Place:
    """A folder of this machine that plays a bucket, as that of the simulator does."""
    return Place("fs", folder.name, folder.as_uri(), {"root": str(folder)}, ("", ""))


def checked_endpoint(text: str) -> str:
    """An endpoint as an address without path; http is for this machine alone. NoWayError."""
    address = text.strip()
    parts = urlsplit(address if "://" in address else f"https://{address}")
    try:
        port = parts.port
    except ValueError:
        raise NoWayError(
            "The port of the endpoint is not a number from 1 to 65535.", "Correct it."
        ) from None
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise NoWayError("The endpoint is not an address.", "Type it as https://store.example.com.")
    if parts.username or parts.password or parts.query or parts.fragment or parts.path.strip("/"):
        raise NoWayError(
            "The endpoint is more than host and port.", "Type it as https://store.example.com."
        )
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise NoWayError(
            "Plain http would show the keys' use to everybody on the way; it is for this machine "
            "alone.",
            "Use https.",
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def _at(owner: Vendor, where: Region | None, bucket: str, endpoint: str) -> Place:
    name = where.name.lower().replace("_", "-") if where else ""
    match owner.number:
        case n if n == ALIBABA:
            base = endpoint or f"https://oss-{name}.aliyuncs.com"
            keys = ("access_key_id", "access_key_secret")
            return _hosted("oss", bucket, base, keys)
        case n if n == TENCENT:
            return _hosted(
                "cos",
                bucket,
                endpoint or f"https://cos.{name}.myqcloud.com",
                ("secret_id", "secret_key"),
                disable_config_load="true",
            )
        case n if n == HUAWEI:
            return _hosted(
                "obs",
                bucket,
                endpoint or f"https://obs.{name}.myhuaweicloud.com",
                ("access_key_id", "secret_access_key"),
            )
        case n if n == AZURE:
            # The account is half of the credential and half of the address.
            options = {"container": bucket, **({"endpoint": endpoint} if endpoint else {})}
            url = f"{endpoint or 'https://{account}.blob.core.windows.net'}/{bucket}"
            return Place("azblob", bucket, url, options, ("account_name", "account_key"))
        case n if n == GOOGLE:
            return _s3(bucket, endpoint or "https://storage.googleapis.com", "auto")
        case n if n == BAIDU:
            code = _BAIDU_CODES[where.number] if where else ""
            return _s3(bucket, endpoint or f"https://s3.{code}.bcebos.com", code)
        case n if n == SELF_BUILT:
            return _s3(bucket, endpoint, "us-east-1")
        case _:
            china = ".cn" if name.startswith("cn-") else ""
            base = endpoint or f"https://s3.{name}.amazonaws.com{china}"
            # A dot in the name does not fit the certificate of *.s3….
            return _s3(bucket, base, name, by_host=not endpoint and "." not in bucket)


def _hosted(service: str, bucket: str, base: str, keys: tuple[str, str], **more: str) -> Place:
    scheme, _, host = base.partition("://")
    options = {"bucket": bucket, "endpoint": base, **more}
    return Place(service, bucket, f"{scheme}://{bucket}.{host}", options, keys)


def _s3(bucket: str, base: str, name: str, *, by_host: bool = False) -> Place:
    scheme, _, host = base.partition("://")
    url = f"{scheme}://{bucket}.{host}" if by_host else f"{base}/{bucket}"
    options = {
        "bucket": bucket,
        "endpoint": base,
        "region": name,
        # Keys of this machine, or of the cloud that it runs in, are not the target's.
        "disable_config_load": "true",
        "disable_ec2_metadata": "true",
        "enable_virtual_host_style": "true" if by_host else "false",
    }
    return Place("s3", bucket, url, options)
