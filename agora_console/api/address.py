"""The address of the API: which base URLs may be used."""

from __future__ import annotations

from urllib.parse import urlsplit

from agora_console.domain.hosts import is_loopback


def check_base_url(url: str) -> str:
    """The address of the API without a trailing slash.

    Raises ValueError with a sentence: https only, except for loopback; no login, no query.
    """
    text = url.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if "@" in parts.netloc:
        raise ValueError(
            "The address of the API has a login in it; customer ID and secret go into the project."
        )
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError(f"“{url}” is no address of the API; it looks like https://api.agora.io.")
    if parts.query or parts.fragment or any(c.isspace() for c in text):
        raise ValueError(f"“{url}” is more than the address of the API; cut it after the host.")
    if parts.scheme == "http" and not is_loopback(host):
        raise ValueError(
            f"“{url}” is not encrypted, and the credentials would be read on the way. "
            f"Use https://; plain http:// is for this machine only (127.0.0.1)."
        )
    return text
