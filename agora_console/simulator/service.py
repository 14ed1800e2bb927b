"""The six methods and the address list, as the service behind the gateway (API section 3)."""

from __future__ import annotations

from typing import Any

from agora_console.simulator import answers
from agora_console.simulator.answers import Answer, Json, RefusedError, invalid
from agora_console.simulator.channel import subscription
from agora_console.simulator.pace import Limits
from agora_console.simulator.recording import Recording, Resource
from agora_console.simulator.replies import ids, query_response, stop_response
from agora_console.simulator.routes import Route
from agora_console.simulator.rules import Case, broken
from agora_console.simulator.shape import flaws, is_object, is_text, is_uid
from agora_console.simulator.tables import CHANNEL_NAME, CLIENT_REQUEST, WEB_NAME_BYTES
from agora_console.simulator.world import World

_ADDRESSES = ("192.0.2.17", "192.0.2.34", "198.51.100.51")


class Service:
    """Acts on requests that the gateway let pass."""

    def __init__(self, world: World, limits: Limits) -> None:
        self._world = world
        self._limits = limits

    async def act(self, call: Route, body: Any) -> Answer:
        """Do what `call` asks for; a refusal is an answer as well.

        Everything happens before the first wait: a client that hangs up changes nothing.
        """
        try:
            match call.method:
                case "acquire":
                    return self._acquire(body)
                case "start":
                    return self._start(call, body)
                case "query":
                    return self._query(call)
                case "update" | "updateLayout":
                    return await self._update(call, body)
                case "stop":
                    return await self._stop(call, body)
                case _:
                    hosts = [{"primaryIP": address} for address in _ADDRESSES]
                    return Answer(200, {"data": {"service": {"hosts": hosts}}})
        except RefusedError as refused:
            return refused.answer

    # --- acquire and start -----------------------------------------------------------

    def _acquire(self, body: Any) -> Answer:
        request = _client_request("acquire", body)
        cname, uid = body["cname"], body["uid"]
        _check("acquire", request, "", Case(request, "", self._world.clock.now()))
        is_page = request.get("scene", 0) == 1
        if not _nameable(cname, is_page):
            raise RefusedError(answers.INVALID_CHANNEL_NAME)
        self._world.settle()
        limit = self._limits.web_tasks if is_page else self._limits.tasks
        if sum((each.mode == "web") == is_page for each in self._world.live()) >= limit:
            raise RefusedError(answers.OVER_LOAD)
        resource = self._world.hand_out(cname, uid, request)
        return Answer(200, {"cname": cname, "uid": uid, "resourceId": resource.resource_id})

    def _start(self, call: Route, body: Any) -> Answer:
        request = _client_request("start", body)
        resource = self._resource(call)
        now = self._world.clock.now()
        _same_owner(resource, body)
        self._refuse_spent(resource, now)
        _check("start", request, call.mode, _start_case(resource, call.mode, request, now))
        if any(_in_the_way(each, resource, now) for each in self._world.recordings.values()):
            raise RefusedError(answers.TASK_CONFLICT)
        recording = self._world.begin(resource, call.mode, request)
        self._note_gap(recording)
        return Answer(200, ids(recording))

    def _refuse_spent(self, resource: Resource, now: float) -> None:
        """201 while its recording runs; 433 after that, or after five minutes."""
        self._world.settle()
        if resource.sid:
            running = self._world.recordings[resource.sid].present(now)
            raise RefusedError(answers.ALREADY_STARTED if running else answers.EXPIRED_RESOURCE)
        if now - resource.acquired_at >= self._world.pace.resource:
            raise RefusedError(answers.EXPIRED_RESOURCE)

    def _note_gap(self, recording: Recording) -> None:
        gap = (recording.started_at - recording.resource.acquired_at) / self._world.clock.speed
        if gap > self._world.pace.prompt_start:
            detail = f"start came {gap:.1f} s after acquire"
            self._world.ledger.violate(recording.started_at, "late-start", detail, recording.sid)

    # --- the session -----------------------------------------------------------------

    def _query(self, call: Route) -> Answer:
        recording, status = self._session(call)
        now = self._world.clock.now()
        response = query_response(recording, status, now)
        return Answer(200, {**ids(recording), "serverResponse": response})

    async def _update(self, call: Route, body: Any) -> Answer:
        request = _client_request(call.method, body)
        if call.method == "updateLayout" and call.mode != "mix":
            raise invalid(call.method, "mode", "updateLayout is for mix")
        recording, status = self._session(call)
        _same_owner(recording.resource, body)
        case = Case(
            request,
            call.mode,
            self._world.clock.now(),
            stream_types=recording.stream_types,
            publishes=bool(recording.rtmp_url),
        )
        _check(call.method, request, call.mode, case)
        if status > 5:
            raise RefusedError(answers.NO_WORKER)
        _change(recording, call.method, request)
        await self._world.clock.sleep(self._world.pace.control)
        return Answer(200, ids(recording))

    async def _stop(self, call: Route, body: Any) -> Answer:
        request = _client_request("stop", body)
        recording = self._recording(call)
        now = self._world.clock.now()
        _same_owner(recording.resource, body)
        _check("stop", request, call.mode, Case(request, call.mode, now))
        if recording.leaving(now) and not recording.vanished:
            raise RefusedError(answers.INVALID_OPERATION)
        if recording.ended_at is not None or recording.status(now) is None:
            raise RefusedError(answers.NO_WORKER)
        recording.end(now, "stop")
        if request.get("async_stop", False):
            return Answer(200, ids(recording))
        return await self._files_after_upload(recording)

    async def _files_after_upload(self, recording: Recording) -> Answer:
        world = self._world
        if not recording.recorded:
            return answers.NO_RECORDED_DATA
        if world.faults.standing("upload-timeout"):
            await world.clock.sleep(world.pace.upload_limit)
            unknown = {"uploadingStatus": "unknown"}
            return Answer(200, {**ids(recording), "code": 50, "serverResponse": unknown})
        await world.clock.sleep(world.pace.upload)
        uploading = "backuped" if recording.backup else "uploaded"
        response = stop_response(recording, uploading, world.clock.now())
        return Answer(200, {**ids(recording), "serverResponse": response})

    # --- finding things --------------------------------------------------------------

    def _resource(self, call: Route) -> Resource:
        resource = self._world.resources.get(call.resource_id)
        if resource is None:
            raise RefusedError(answers.BAD_RESOURCE)
        return resource

    def _recording(self, call: Route) -> Recording:
        """The recording that the URL means, as of now."""
        resource = self._resource(call)
        if not resource.sid:
            raise RefusedError(answers.NO_WORKER)
        if resource.sid != call.sid:
            raise RefusedError(answers.WRONG_SID)
        recording = self._world.recordings[resource.sid]
        if recording.mode != call.mode:
            raise invalid(call.method, "mode", "a recording keeps the mode it was started in")
        self._world.bring_forward(recording, self._world.clock.now())
        return recording

    def _session(self, call: Route) -> tuple[Recording, int]:
        """The recording and its status; 404 when nobody answers for it."""
        recording = self._recording(call)
        status = recording.status(self._world.clock.now())
        if status is None:
            raise RefusedError(answers.NO_WORKER)
        return recording, status


def _client_request(method: str, body: Any) -> Json:
    """`clientRequest`, after cname and uid have been looked at."""
    if not isinstance(body, dict):
        raise RefusedError(answers.BAD_REQUEST)
    if not is_text(body.get("cname")) or not body["cname"]:
        raise invalid(method, "cname")
    if not is_text(body.get("uid")) or not is_uid(body["uid"]):
        raise invalid(method, "uid")
    if not is_object(body.get("clientRequest")):
        raise invalid(method, "clientRequest")
    request: Json = body["clientRequest"]
    return request


def _nameable(cname: str, is_page: bool) -> bool:
    if is_page:
        return len(cname.encode(errors="surrogatepass")) <= WEB_NAME_BYTES
    return CHANNEL_NAME(cname)


def _check(method: str, request: Json, mode: str, case: Case) -> None:
    """Code 2 for the first flaw of `request`, fields before rules."""
    for path in flaws(CLIENT_REQUEST[method], request, mode):
        raise invalid(method, path)
    for rule, path in broken(method, case):
        raise invalid(method, path, f"({rule})")


def _start_case(resource: Resource, mode: str, request: Json, now: float) -> Case:
    acquired = resource.request
    return Case(
        request,
        mode,
        now,
        scene=resource.scene,
        region=acquired.get("region", ""),
        start_parameter=acquired.get("startParameter"),
    )


def _change(recording: Recording, method: str, request: Json) -> None:
    """Put an update into effect; a new layout replaces all but the canvas."""
    if method == "updateLayout":
        canvas = ("width", "height", "fps", "bitrate")
        kept = {key: recording.layout[key] for key in canvas if key in recording.layout}
        recording.layout = {**kept, **request}
    elif recording.mode == "web":
        page = request.get("webRecordingConfig", {})
        recording.onhold = page.get("onhold", recording.onhold)
        for output in request.get("rtmpPublishConfig", {}).get("outputs", []):
            recording.rtmp_url = output.get("rtmpUrl", recording.rtmp_url)
    elif lists := request.get("streamSubscribe"):
        recording.subscription = subscription(
            lists.get("audioUidList", {}),
            lists.get("videoUidList", {}),
            recording.stream_types,
        )


def _same_owner(resource: Resource, body: Json) -> None:
    if (body["cname"], body["uid"]) != (resource.cname, resource.uid):
        raise RefusedError(answers.WRONG_OWNER)


def _in_the_way(recording: Recording, resource: Resource, now: float) -> bool:
    return (recording.cname, recording.uid) == (resource.cname, resource.uid) and (
        recording.present(now)
    )
