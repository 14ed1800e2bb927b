"""Secrets of a command: in the environment, in memory and in requests, and nowhere else."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.flow.children import STORAGE_KEYS, console_child, run_console, simulator_child
from tests.flow.secret_forms import basic, found_in, text_below
from tests.flow.stage import INDIVIDUAL, MIX

TOKEN = "007eJxTYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UVGIyNU8wtU80MjczMjC2MTRKTDIwsk0=="
CHANNEL_SECRET = "opensesame-of-the-channel"
SALT = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="


def encrypted(document: dict[str, Any]) -> dict[str, Any]:
    """The document with the secrets that a careless person leaves in the file."""
    copy: dict[str, Any] = json.loads(json.dumps(document))
    copy["clientRequest"]["recordingConfig"] |= {
        "decryptionMode": 7,
        "secret": CHANNEL_SECRET,
        "salt": SALT,
    }
    copy["clientRequest"]["token"] = TOKEN
    return copy


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        (INDIVIDUAL, "none"),
        (MIX, "unauthorized:query"),
        (MIX, "garbage:start"),
        (MIX, "error-500:stop"),
        (MIX, "lost-reply:start"),
    ],
    ids=["individual", "401", "garbage", "500", "lost-reply"],
)
def test_a_command_leaves_no_secret_behind(
    document: dict[str, Any], fault: str, tmp_path: Path
) -> None:
    config = tmp_path / "config.json"
    config.write_text(json.dumps(encrypted(document)), encoding="utf-8")
    data = tmp_path / "data"
    with simulator_child(*(() if fault == "none" else (f"--fault={fault}",))) as simulator:
        arguments = ["--speed=40", "--data-dir", str(data), "record", str(config)]
        more = ["--channel", "town-hall", "--for", "30s", "--json"]
        with console_child(*arguments, *more, env=simulator.env()) as child:
            if fault.endswith("query"):
                child.says("401")
                child.send(signal.SIGINT)
                child.says("stopping")
                simulator.change_faults(remove=["*"])
            ended = child.ended()
        account = simulator.account
    wanted = [
        account["customer_secret"],
        basic(account["customer_id"], account["customer_secret"]),
        *STORAGE_KEYS.values(),
        TOKEN,
        CHANNEL_SECRET,
        SALT,
    ]
    assert ended.result["event"] == "result"
    assert found_in(ended.out + ended.err, wanted) == []
    assert (data / "journal.sqlite3").is_file()
    assert found_in(text_below(data), wanted) == []


def test_a_secret_on_the_command_line_is_not_an_option(tmp_path: Path) -> None:
    """What stands there is read by everybody on the machine, so there is no place for it."""
    helped = run_console("record", "--help").out
    assert "AGORA_CUSTOMER_SECRET" in helped
    assert not [word for word in helped.split() if word.startswith("--") and "secret" in word]
