"""A thin caller of the six methods, and bodies that the service takes."""

from __future__ import annotations

import ssl
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import httpx

from agora_console.simulator import Simulator

Json = dict[str, Any]
# Never used, and dear to make: a client would make one of its own every time.
_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

STORAGE: Json = {
    "vendor": 2,
    "region": 3,
    "bucket": "lectures",
    "accessKey": "access-of-nobody",
    "secretKey": "secret-of-nobody",
}
PAGE: Json = {
    "url": "https://stage.example.org/wall",
    "audioProfile": 1,
    "videoWidth": 1280,
    "videoHeight": 720,
    "maxRecordingHour": 2,
}
PUSH: Json = {"outputs": [{"rtmpUrl": "rtmp://cdn.example.org/live/one"}]}
RECORDER: Json = {"serviceName": "web_recorder_service", "serviceParam": PAGE}
PUBLISHER: Json = {
    "serviceName": "rtmp_publish_service",
    "errorHandlePolicy": "error_ignore",
    "serviceParam": PUSH,
}

MIX: Json = {
    "storageConfig": STORAGE,
    "recordingConfig": {"channelType": 1},
    "recordingFileConfig": {"avFileType": ["hls"]},
}
MIX_MP4: Json = {**MIX, "recordingFileConfig": {"avFileType": ["hls", "mp4"]}}
INDIVIDUAL: Json = {
    "storageConfig": STORAGE,
    "recordingConfig": {"channelType": 0, "subscribeUidGroup": 1},
}
SNAPSHOTS: Json = {**INDIVIDUAL, "snapshotConfig": {"captureInterval": 20, "fileType": ["jpg"]}}
WEB: Json = {
    "storageConfig": STORAGE,
    "extensionServiceConfig": {"extensionServices": [RECORDER]},
    "recordingFileConfig": {"avFileType": ["hls", "mp4"]},
}
WEB_PUSH: Json = {
    **WEB,
    "extensionServiceConfig": {"extensionServices": [RECORDER, PUBLISHER]},
}

BODIES: dict[str, Json] = {"mix": MIX, "individual": INDIVIDUAL, "web": WEB}


def changed(body: Json, path: str, value: Any) -> Json:
    """A copy of `body` with `value` at a dotted path; missing objects on the way are made."""
    result = deepcopy(body)
    *way, last = path.split(".")
    at: Any = result
    for key in way:
        at = at[int(key)] if isinstance(at, list) else at.setdefault(key, {})
    at[int(last) if isinstance(at, list) else last] = value
    return result


def without(body: Json, path: str) -> Json:
    """A copy of `body` without the member at a dotted path."""
    result = deepcopy(body)
    *way, last = path.split(".")
    at: Any = result
    for key in way:
        at = at[int(key)] if isinstance(at, list) else at[key]
    del at[last]
    return result


@dataclass
class Session:
    """One recording from the caller's side."""

    caller: Caller
    mode: str
    resource_id: str
    cname: str
    uid: str
    sid: str = "0" * 32

    @property
    def path(self) -> str:
        return f"/resourceid/{self.resource_id}/sid/{self.sid}/mode/{self.mode}"

    async def start(self, request: Json | None = None) -> httpx.Response:
        answer = await self.caller.post(
            f"/resourceid/{self.resource_id}/mode/{self.mode}/start",
            self.body(BODIES[self.mode] if request is None else request),
        )
        if answer.status_code == 200 and answer.text.startswith('{"cname"'):
            self.sid = answer.json()["sid"]
        return answer

    async def query(self) -> httpx.Response:
        return await self.caller.get(f"{self.path}/query")

    async def response(self) -> Json:
        """serverResponse of a query that must succeed."""
        answer = await self.query()
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()["serverResponse"]
        return found

    async def status(self) -> int | None:
        """The status number; None for a 404."""
        answer = await self.query()
        if answer.status_code == 404:
            return None
        found: int = answer.json()["serverResponse"]["status"]
        return found

    async def update(self, request: Json) -> httpx.Response:
        return await self.caller.post(f"{self.path}/update", self.body(request))

    async def update_layout(self, request: Json) -> httpx.Response:
        return await self.caller.post(f"{self.path}/updateLayout", self.body(request))

    async def stop(self, *, at_once: bool = False) -> httpx.Response:
        return await self.caller.post(f"{self.path}/stop", self.body({"async_stop": at_once}))

    def body(self, request: Json) -> Json:
        return {"cname": self.cname, "uid": self.uid, "clientRequest": request}


@dataclass
class Caller:
    """Speaks to one simulator with the right credentials."""

    simulator: Simulator
    http: httpx.AsyncClient = field(init=False)

    def __post_init__(self) -> None:
        account = self.simulator.account
        self.http = httpx.AsyncClient(
            base_url=self.simulator.url,
            auth=(account.customer_id, account.customer_secret),
            trust_env=False,
            verify=_NO_TLS,
        )
        self.base = f"/v1/apps/{account.app_id}/cloud_recording"

    async def post(self, path: str, body: Any) -> httpx.Response:
        return await self.http.post(self.base + path, json=body)

    async def get(self, path: str) -> httpx.Response:
        return await self.http.get(self.base + path)

    async def acquire(
        self, request: Json | None = None, cname: str = "town-hall", uid: str = "4001"
    ) -> httpx.Response:
        body = {"cname": cname, "uid": uid, "clientRequest": request or {}}
        return await self.post("/acquire", body)

    async def acquired(
        self,
        mode: str = "mix",
        request: Json | None = None,
        cname: str = "town-hall",
        uid: str = "4001",
    ) -> Session:
        """A session with a resourceId, not started."""
        scene = {"scene": 1} if mode == "web" else {}
        answer = await self.acquire({**scene, **(request or {})}, cname, uid)
        assert answer.status_code == 200, answer.text
        return Session(self, mode, answer.json()["resourceId"], cname, uid)

    async def started(
        self,
        mode: str = "mix",
        request: Json | None = None,
        cname: str = "town-hall",
        uid: str = "4001",
    ) -> Session:
        """A session that was started just now."""
        session = await self.acquired(mode, cname=cname, uid=uid)
        answer = await session.start(request)
        assert answer.status_code == 200, answer.text
        return session
