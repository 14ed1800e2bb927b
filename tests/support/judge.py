"""A simulator as a judge of requests: in this process, without a network and without waiting."""

from __future__ import annotations

import json
from collections.abc import Coroutine
from typing import Any, TypeVar

from agora_console.simulator import Simulator
from agora_console.simulator.clock import ManualClock
from agora_console.simulator.pace import Limits
from agora_console.simulator.request import Request

T = TypeVar("T")

NOW = ManualClock().now()
NAMES = {"cname": "town-hall", "uid": "4001"}


class Agora:
    """Takes or refuses requests; the time is always NOW."""

    def __init__(self) -> None:
        limits = Limits(requests_per_second=None)
        self._simulator = Simulator(clock=ManualClock(NOW), limits=limits, seed=1)
        account = self._simulator.account
        self._base = f"/v1/apps/{account.app_id}/cloud_recording"
        self._headers = {
            "authorization": account.authorization,
            "content-type": "application/json",
        }

    def post(self, path: str, body: Any) -> tuple[int, Any]:
        """HTTP status and body of the answer."""
        request = Request("POST", self._base + path, self._headers, json.dumps(body).encode())
        answer = at_once(self._simulator.handle(request))
        assert answer is not None
        return answer.status, answer.body

    def start(self, acquire: Any, start: Any, mode: str) -> tuple[str, str]:
        """Why acquire or start was refused (empty: it was not), and the path of what runs."""
        status, body = self.post("/acquire", {**NAMES, "clientRequest": acquire})
        if status != 200:
            return str(body), ""
        path = f"/resourceid/{body['resourceId']}"
        status, body = self.post(f"{path}/mode/{mode}/start", {**NAMES, "clientRequest": start})
        return ("", f"{path}/sid/{body['sid']}/mode/{mode}") if status == 200 else (str(body), "")

    def change(self, path: str, method: str, request: Any) -> str:
        """Why a call on what runs was refused; empty: it was not."""
        status, body = self.post(f"{path}/{method}", {**NAMES, "clientRequest": request})
        return "" if status in (200, 206) else str(body)


def at_once(call: Coroutine[Any, None, T]) -> T:
    """The result of a call on a clock that jumps: it never waits for anything but its turn."""
    try:
        while True:
            call.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
