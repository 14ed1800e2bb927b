"""A trust store that is read in no time: a client of HTTPS that only ever speaks to loopback."""

from __future__ import annotations

from pathlib import Path

import certifi

_END = "-----END CERTIFICATE-----\n"


def small_trust(folder: Path) -> dict[str, str]:
    """Variables that make one certificate, written below `folder`, the whole trust store."""
    first, _, _ = Path(certifi.where()).read_text("utf-8").partition(_END)
    file = folder / "one-certificate.pem"
    file.write_text(first + _END, "utf-8")
    return {"SSL_CERT_FILE": str(file), "SSL_CERT_DIR": str(folder / "no-other-certificates")}
