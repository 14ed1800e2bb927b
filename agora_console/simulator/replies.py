"""`serverResponse` of query and stop, in the shape of each mode (API section 4)."""

from __future__ import annotations

from typing import Any

from agora_console.simulator.files import file_list, milliseconds, page_files
from agora_console.simulator.recording import Recording

Json = dict[str, Any]


def ids(recording: Recording) -> Json:
    """What every successful answer of a session begins with."""
    return {
        "cname": recording.cname,
        "uid": recording.uid,
        "resourceId": recording.resource.resource_id,
        "sid": recording.sid,
    }


def query_response(recording: Recording, status: int, now: float) -> Json:
    if recording.mode == "web":
        return {"status": status, "extensionServiceState": _services(recording, status, now)}
    response: Json = {"status": status}
    if status < 4:
        return response
    takes = recording.stored(now)
    response |= file_list(recording, takes)
    response["sliceStartTime"] = milliseconds(min(t.start for t in takes)) if takes else 0
    return response


def _services(recording: Recording, status: int, now: float) -> list[Json]:
    state = "init" if status < 4 else "inProgress" if status < 6 else "exit"
    services = [_recorder(recording, state, now)]
    if recording.rtmp_url:
        output = {"rtmpUrl": recording.rtmp_url, "status": _publishing(recording, status)}
        services.append(
            {
                "serviceName": "rtmp_publish_service",
                "payload": {"state": state, "outputs": [output]},
            }
        )
    return services


def _recorder(recording: Recording, state: str, now: float) -> Json:
    files = page_files(recording, recording.stored(now))
    return {
        "serviceName": "web_recorder_service",
        "payload": {"state": state, "onhold": recording.onhold, "fileList": files},
    }


def _publishing(recording: Recording, status: int) -> str:
    if status < 4:
        return "connecting"
    if status > 5:
        return "disconnected"
    return "onhold" if recording.onhold else "publishing"


def stop_response(recording: Recording, uploading: str, now: float) -> Json:
    if recording.mode == "web":
        upload = {"serviceName": "upload_service", "payload": {"uploadingStatus": uploading}}
        return {"extensionServiceState": [upload, _recorder(recording, "exit", now)]}
    files = file_list(recording, list(recording.takes.values()))
    return {**files, "uploadingStatus": uploading}
