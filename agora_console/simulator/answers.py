"""What the service says: every documented refusal by name (API sections 5 and 6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status with a JSON object, or with text as a proxy would send it."""

    status: int
    body: Json | str


class RefusedError(Exception):
    """A request ends here with this answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


def coded(status: int, code: int, reason: str) -> Answer:
    """The service's own shape of an error."""
    return Answer(status, {"code": code, "reason": reason})


def gateway(status: int, message: str) -> Answer:
    """The gateway's shape of an error."""
    return Answer(status, {"message": message})


NO_ROUTE = gateway(404, "no Route matched with those values")
UNAUTHORIZED = gateway(401, "Unauthorized")
INVALID_CREDENTIALS = gateway(401, "Invalid authentication credentials")
INVALID_APP_ID = gateway(400, "appid is invalid")
RATE_LIMITED = gateway(429, "API rate limit exceeded")

NOT_ENABLED = coded(400, 400, "invalid_appid")
INVALID_CHANNEL_NAME = coded(400, 401, "invalid_channel_name")
NO_ACTIVE_STATUS = coded(400, 405, "no_active_status")
OVER_LOAD = coded(400, 406, "vendor_over_load")
INTERNAL_ERROR = coded(500, 500, "internal_error")
NO_WORKER_MANAGER = coded(500, 501, "no_worker_manager_available")
ALLOCATE_TIMEOUT = coded(500, 504, "allocate_timeout")

ALREADY_STARTED = coded(201, 7, "already started")
TASK_CONFLICT = coded(400, 53, "task conflict")
FAILED_TO_ALLOCATE = coded(500, 502, "Failed to allocate worker")
START_TIMEOUT = coded(500, 62, "request timeout")

TIMEOUT = coded(504, 62, "request timeout")
NOT_COMPLETED = coded(206, 65, "request not completed")
NO_WORKER = coded(404, 404, "failed to find worker")
EXITING = coded(500, 501, "exiting")
INVALID_OPERATION = coded(400, 49, "invalid operation")
NO_RECORDED_DATA = coded(206, 435, "no recorded data")

# Codes of the older list: the reference gives number and meaning, no wording; HTTP 400 is assumed.
BAD_REQUEST = coded(400, 8, "invalid content type or json")
WRONG_OWNER = coded(400, 432, "cname or uid does not match the resourceId")
EXPIRED_RESOURCE = coded(400, 433, "resourceId expired")
BAD_RESOURCE = coded(400, 1001, "invalid resourceId")
WRONG_SID = coded(400, 1003, "sid does not match the resourceId")


def invalid(method: str, field: str, why: str = "") -> RefusedError:
    """Code 2, worded like the one example the reference gives."""
    name = method[0].upper() + method[1:]
    reason = f"{name}: invalid {field} value!"
    return RefusedError(coded(400, 2, f"{reason} {why}" if why else reason))
