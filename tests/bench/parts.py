"""The parts that rows are measured on: an Agora of our own, recordings in it, the real program."""

from __future__ import annotations

import base64
import http.client
import json
import os
import secrets
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from agora_console.domain.session import Phase, Session
from agora_console.services.errands.errand import Lent
from tests.support.isolation import FAILING_KEYRING, child_env, isolated

PATIENCE = 60.0
"""Seconds for which a child's next word is waited for."""

CONFIG: dict[str, Any] = {
    "mode": "mix",
    "acquire": {"resourceExpiredHour": 720},
    "clientRequest": {
        "storageConfig": {"vendor": 1, "region": 0, "bucket": "bench"},
        "recordingConfig": {
            "channelType": 1,
            "streamTypes": 2,
            "maxIdleTime": 300,
            "transcodingConfig": {
                "width": 1280,
                "height": 720,
                "fps": 15,
                "bitrate": 1710,
                "mixedVideoLayout": 1,
            },
        },
        "recordingFileConfig": {"avFileType": ["hls"]},
    },
}
KEYS = {"accessKey": "bench-access-key", "secretKey": "bench-secret-key"}


@dataclass(frozen=True)
class Agora:
    """A simulator without the limits of the real one, in a process of its own."""

    url: str
    app_id: str
    customer_id: str
    customer_secret: str

    @property
    def lent(self) -> Lent:
        """The account, as a command line lends it to the program."""
        return Lent.model_validate(
            {
                "app_id": self.app_id,
                "customer_id": self.customer_id,
                "customer_secret": self.customer_secret,
                "api_url": self.url,
            }
        )

    def env(self) -> dict[str, str]:
        """What makes the program use it."""
        return {
            "AGORA_API_URL": self.url,
            "AGORA_APP_ID": self.app_id,
            "AGORA_CUSTOMER_ID": self.customer_id,
            "AGORA_CUSTOMER_SECRET": self.customer_secret,
        }

    def record(self, count: int) -> list[Session]:
        """Begin so many recordings, as another console did; what its journal would say of them."""
        parts = urlsplit(self.url)
        wire = http.client.HTTPConnection(parts.hostname or "", parts.port)
        try:
            return [self._begin(wire, number) for number in range(count)]
        finally:
            wire.close()

    def _begin(self, wire: http.client.HTTPConnection, index: int) -> Session:
        cname, uid = f"stage-{secrets.token_hex(6)}", str(1000 + index)
        acquire = {"cname": cname, "uid": uid, "clientRequest": CONFIG["acquire"]}
        resource = self._call(wire, "acquire", acquire)["resourceId"]
        storage = {**CONFIG["clientRequest"]["storageConfig"], **KEYS}
        request = {**CONFIG["clientRequest"], "storageConfig": storage}
        start = {"cname": cname, "uid": uid, "clientRequest": request}
        sid = self._call(wire, f"resourceid/{resource}/mode/mix/start", start)["sid"]
        return self.session(cname, uid, resource, sid, index)

    def session(self, cname: str, uid: str, resource: str, sid: str, index: int) -> Session:
        """What a journal says of a recording that has been confirmed."""
        now = time.time()
        return Session(
            id=f"{index:032x}",
            project_id=self.lent.project_id,
            app_id=self.app_id,
            api_url=self.url,
            cname=cname,
            uid=uid,
            mode="mix",
            config=CONFIG,
            created_at=now,
            phase=Phase.RECORDING,
            since=now,
            resource_id=resource,
            acquired_at=now,
            start_sent_at=now,
            sid=sid,
            started_at=now,
            confirmed_at=now,
            last_status=5,
            last_status_at=now,
            last_answer="200",
            last_answer_at=now,
        )

    def _call(
        self, wire: http.client.HTTPConnection, path: str, body: dict[str, Any]
    ) -> dict[str, Any]:
        pair = f"{self.customer_id}:{self.customer_secret}".encode()
        headers = {
            "Authorization": f"Basic {base64.b64encode(pair).decode()}",
            "Content-Type": "application/json",
        }
        place = f"/v1/apps/{self.app_id}/cloud_recording/{path}"
        wire.request("POST", place, json.dumps(body), headers)
        reply: dict[str, Any] = json.loads(wire.getresponse().read())
        inner: dict[str, Any] = reply.get("Body", reply)
        return inner


@contextmanager
def agora(folder: Path, answer_after: float = 0.0) -> Iterator[Agora]:
    """An Agora, which answers so many seconds late."""
    with child("tests.bench.children.agora", str(answer_after), home=folder / "agora") as process:
        facts = json.loads(read_line(process))
        yield Agora(**facts)


@contextmanager
def child(module: str, *arguments: str, home: Path, **env: str) -> Iterator[subprocess.Popen[str]]:
    """A module of ours as a process, ended by its id."""
    with running([sys.executable, "-P", "-m", module, *arguments], home, **env) as process:
        yield process


@contextmanager
def running(command: Sequence[str], home: Path, **env: str) -> Iterator[subprocess.Popen[str]]:
    """A command with folders of its own and without a keyring, ended by its id."""
    variables = {
        **isolated(home),
        "PYTHON_KEYRING_BACKEND": FAILING_KEYRING,
        "PYTHONDONTWRITEBYTECODE": "",  # an installation has its modules compiled
        **env,
    }
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**child_env(), **variables}
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert process.stdout is not None
        process.stdout.close()


def read_line(process: subprocess.Popen[str]) -> str:
    """The next line that a child says; RuntimeError when it says none in time."""
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
    line = process.stdout.readline() if ready else ""
    if not line:
        raise RuntimeError(f"{process.args!r} said nothing")
    return line


def told(module: str, *arguments: str, home: Path, **env: str) -> dict[str, Any]:
    """What a module of ours says as JSON in its one line."""
    with child(module, *arguments, home=home, **env) as process:
        facts: dict[str, Any] = json.loads(read_line(process))
        return facts


def program(frozen: Path | None) -> list[str]:
    """The program of this checkout with only what it requires, or a frozen one."""
    return [str(frozen)] if frozen else [sys.executable, "-P", "-m", "agora_console"]


def frozen_program(place: Path) -> Path:
    """The program at `place`: itself, or in the folder that `packaging/build.py` makes, or in its
    parent, `dist`. Raises FileNotFoundError with a sentence where there is none.
    """
    folders = (place, place / "agora-console", place / "Agora Console.app" / "Contents" / "MacOS")
    names = ("agora-console", "agora-console.exe")
    for found in (place, *(folder / name for folder in folders for name in names)):
        if found.is_file():
            return found.absolute()
    raise FileNotFoundError(f"{place} has no program: run `python3 packaging/build.py` first.")


def resident(process_id: int) -> int:
    """Bytes of memory that a process has to itself or shares."""
    for line in Path(f"/proc/{process_id}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError(f"process {process_id} has no memory")


def cpu_seconds(process_id: int) -> float:
    """Seconds of a core that a process and its threads have used."""
    fields = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
