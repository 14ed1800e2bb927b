"""Every form in which a secret could leave; made here anew, so that it does not share a mistake."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, quote_plus


def forms(secret: str) -> set[str]:
    """The secret raw, escaped, URL-encoded, and as base64 at each of the three offsets."""
    found = {secret, json.dumps(secret)[1:-1], quote(secret, safe=""), quote_plus(secret)}
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for offset in range(3):
            text = encode(b"\\0" * offset + secret.encode()).decode()
            # What depends on the neighbours is cut off: the first letters and the last ones.
            found.add(text[(0, 2, 3)[offset] :].rstrip("=")[:-2])
    return {form for form in found if len(form) >= 6}


def basic(user: str, secret: str) -> str:
    """The credentials of HTTP Basic."""
    return base64.b64encode(f"{user}:{secret}".encode()).decode()


def found_in(text: str, secrets: Iterable[str]) -> list[str]:
    """The secrets of which some form stands in a text."""
    return [secret for secret in secrets if any(form in text for form in forms(secret))]


def text_below(folder: Path) -> str:
    """Everything that lies in a folder, whatever it is, and the names it has."""
    paths = sorted(folder.rglob("*"))
    names = "\n".join(str(path.relative_to(folder)) for path in paths)
    return names + "".join(path.read_bytes().decode("latin-1") for path in paths if path.is_file())
