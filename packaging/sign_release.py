"""Makes the key of the release feed, and signs what the feed answers: see USAGE."""

from __future__ import annotations

import base64
import json
import os
import re
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

USAGE = """\
Run it with the Python of the checkout, .venv/bin/python, which has the package cryptography; on a
machine that is not the one that builds, and best on none that is on a network.

  key KEYFILE     makes a private key (Ed25519, PEM), readable by its owner alone, and prints the
                  public one. With that and the https:// address of the feed in
                  packaging/release.json, the next build can ask.
  sign KEYFILE VERSION PAGE
                  prints the answer to be served at that address, as application/json: that
                  VERSION is the newest release, and PAGE (https://) is where it is. It holds for
                  --days; sign it again before that, or the program says it has expired.

A pass phrase for KEYFILE is taken from AGORA_CONSOLE_KEY_PASSPHRASE; without it the file is not
encrypted. Whoever has it can tell every user that there is a release on a page of his choice."""

ROOT = Path(__file__).resolve().parents[1]
RELEASE = ROOT / "packaging" / "release.json"
DAY = 24 * 3600
MOST_DAYS = 400


class CannotSignError(Exception):
    """What is wrong, in a sentence."""


def new_key(file: Path, passphrase: str) -> str:
    """Write a private key into a new file; the public one, base64."""
    key = Ed25519PrivateKey.generate()
    locked = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise CannotSignError(f"{file} is there already; a key is never replaced.") from None
    with os.fdopen(handle, "wb") as opened:
        opened.write(pem)
    return public(key)


def read_key(file: Path, passphrase: str) -> Ed25519PrivateKey:
    """The private key in a file."""
    try:
        key = load_pem_private_key(file.read_bytes(), passphrase.encode() or None)
    except (ValueError, TypeError) as error:
        raise CannotSignError(f"{file} holds no key that can be read: {error}") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise CannotSignError(f"{file} holds a key, but not of Ed25519.")
    return key


def public(key: Ed25519PrivateKey) -> str:
    """The public half, base64, as packaging/release.json has it."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode("ascii")


def answer(key: Ed25519PrivateKey, version: str, page: str, issued: int, days: int) -> str:
    """The signed answer of the feed, in the form that api/release_feed.py reads."""
    if not re.fullmatch(r"\d{1,6}(\.\d{1,6}){1,3}", version):
        raise CannotSignError(f"“{version}” is no version; it looks like 1.2.0.")
    if not re.fullmatch(r"https://[a-z0-9.-]+(:\d{1,5})?/[!-~]*", page):
        raise CannotSignError(f"“{page}” is no page; it looks like https://example.org/releases.")
    if not 1 <= days <= MOST_DAYS:
        raise CannotSignError(f"An answer holds for 1 to {MOST_DAYS} days, not {days}.")
    text = json.dumps(
        {
            "program": "agora-console",
            "version": version,
            "page": page,
            "issued": issued,
            "expires": issued + days * DAY,
        }
    )
    signature = base64.b64encode(key.sign(text.encode())).decode("ascii")
    return json.dumps({"signed": text, "signature": signature}, indent=2) + "\n"


def main(arguments: list[str]) -> int:
    """The exit code; 2 where the command line was wrong."""
    parser = ArgumentParser(prog="sign_release.py", usage=USAGE)
    verbs = parser.add_subparsers(dest="verb", required=True)
    for name in ("key", "sign"):
        verb = verbs.add_parser(name)
        verb.add_argument("keyfile", type=Path)
        if name == "sign":
            verb.add_argument("version")
            verb.add_argument("page")
            verb.add_argument("--days", type=int, default=90)
    typed = parser.parse_args(arguments)
    passphrase = os.environ.get("AGORA_CONSOLE_KEY_PASSPHRASE", "")
    try:
        if typed.verb == "key":
            print(new_key(typed.keyfile, passphrase))
            return 0
        key = read_key(typed.keyfile, passphrase)
        known = json.loads(RELEASE.read_text("utf-8"))["key"]
        if known != public(key):
            raise CannotSignError(
                f"The builds know another public key ({known or 'none'}) and would refuse this; "
                f"that of {typed.keyfile} is {public(key)}."
            )
        print(answer(key, typed.version, typed.page, int(time.time()), typed.days), end="")
    except (CannotSignError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
