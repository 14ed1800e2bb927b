"""Sentences for what went wrong on the way to Agora; Agora's own words are quoted as such."""

from __future__ import annotations

from agora_console.api import errors
from agora_console.domain.session import Session

_SENTENCES: tuple[tuple[type[errors.ApiError], str], ...] = (
    (errors.Unreachable, "Agora cannot be reached from here."),
    (errors.NoAnswer, "The request was sent and not answered."),
    (errors.Unauthorized, "Agora refuses the customer ID and secret (401)."),
    (errors.Forbidden, "Agora forbids the call (403); Cloud Recording may not be enabled."),
    (
        errors.NotEnabled,
        "Agora does not know the App ID, or Cloud Recording is not enabled for it.",
    ),
    (errors.Inactive, "The Agora account is not active; often an unpaid bill."),
    (errors.OverLoad, "Agora's limit of recordings at the same time is reached (406)."),
    (errors.TaskConflict, "A recording with this channel and recorder UID is running (53)."),
    (errors.AlreadyStarted, "This resource has been started already (201, code 7)."),
    (errors.NotCompleted, "Agora got the request and did not answer in time (206, code 65)."),
    (errors.NothingRecorded, "Nothing was recorded (206, code 435)."),
    (errors.AlreadyLeaving, "The recording is ending already (49)."),
    (errors.NoWorker, "Agora does not find the recorder (404)."),
    (errors.NoRoute, "Agora does not know this address (404, no route)."),
    (errors.RateLimited, "Too many requests in a second (429)."),
    (errors.ResourceExpired, "The resource is older than five minutes (433)."),
    (errors.Mismatch, "Channel, recorder UID or App ID do not belong to the resource."),
    (errors.AllocationFailed, "Agora has no recorder free at the moment (500, code 502)."),
    (errors.TokenRefused, "Agora refuses the token (expired, or made for another channel or UID)."),
    (errors.Exiting, "The recorder is leaving (501)."),
    (errors.UploadTimeout, "The upload was not finished in time (50)."),
    (errors.ServerFault, "Agora's server failed."),
    (errors.Unreadable, "The answer cannot be understood."),
    (errors.BadRequest, "Agora refuses the request."),
)


def sentence(error: errors.ApiError) -> str:
    """One sentence for a person; the words of the server follow in quotation marks."""
    text = next((text for kind, text in _SENTENCES if isinstance(error, kind)), "The call failed.")
    if error.reason and not isinstance(error, errors.Unreachable | errors.NoAnswer):
        text += f" Agora says: “{error.reason}”."
    return text


def no_sid_sentence(session: Session, error: errors.ApiError) -> str:
    """What it means that a recording runs whose sid is not known, and what ends it."""
    return (
        f"{sentence(error)} The recording runs, but its sid is not known, so it can be neither "
        f"asked nor stopped from here. It ends {session.max_idle_time} s after the last person "
        "has left the channel."
    )
