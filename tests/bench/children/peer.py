"""The same calls through the public package agora-rest-client: `COUNT AT_ONCE`.

Runs in an environment of its own that has that package and nothing of ours. The package knows
https and Agora's own hosts only, so its way to the host is replaced; everything else is as it
ships.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from agora_rest_client.core.domain import EndpointRegion
from agora_rest_client.services.cloud_recording.v1.mix_recording import api_start
from agora_rest_client.services.cloud_recording.v1.mix_recording.mix_recording_client import (
    MixRecordingClient,
)

Times = dict[str, list[float]]


class Loopback:
    """In the place of the package's table of hosts."""

    def get_domain_list(self) -> list[str]:
        return [os.environ["AGORA_API_URL"]]

    def get_endpoint_region(self) -> Any:
        return next(iter(EndpointRegion)).value

    def get_service_region(self) -> None:
        return None

    def run(self, logger: object) -> None:
        pass


def _client() -> Any:
    client = MixRecordingClient()
    client.get_api_url = lambda host, url, service_region=None: host + url
    client.with_app_id(os.environ["AGORA_APP_ID"])
    client.with_credential_basic_auth(
        os.environ["AGORA_CUSTOMER_ID"], os.environ["AGORA_CUSTOMER_SECRET"]
    )
    client.with_domain(Loopback())
    return client.build()


def _recording(client: Any, cname: str, times: Times) -> None:
    def timed(name: str, call: Callable[[], Any]) -> Any:
        begin = time.perf_counter()
        answer = call()
        times.setdefault(name, []).append(time.perf_counter() - begin)
        return answer

    acquired = timed("acquire", lambda: client.acquire(cname, "1", resource_expired_hour=72))
    resource = acquired.resourceId
    storage = api_start.StorageConfig(
        vendor=1,
        region=0,
        bucket="bench",
        accessKey="bench-access-key",
        secretKey="bench-secret-key",
    )
    config = api_start.RecordingConfig(channelType=1, streamTypes=2, maxIdleTime=300)
    started = timed("start", lambda: client.start(resource, cname, "1", None, storage, config))
    timed("query", lambda: client.query(resource, started.sid))
    timed("stop", lambda: client.stop(resource, started.sid, cname, "1"))


def _main(count: int, at_once: int) -> None:
    client = _client()
    _recording(client, f"warm-{os.getpid()}", {})
    times: Times = {}
    for number in range(count):
        _recording(client, f"one-{os.getpid()}-{number}", times)
    begin = time.perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        list(
            pool.map(
                lambda number: _recording(client, f"many-{os.getpid()}-{number}", {}),
                range(at_once),
            )
        )
    print(json.dumps({"times": times, "at_once": time.perf_counter() - begin}), flush=True)


if __name__ == "__main__":
    _main(int(sys.argv[1]), int(sys.argv[2]))
