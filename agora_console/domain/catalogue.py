"""The catalogue of answers: every (method, HTTP, code) of the API and its explanation.

The texts are for the person in front of a live show: short, and with one thing to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from agora_console.domain.session import Phase

Method = Literal["acquire", "start", "query", "update", "updateLayout", "stop", "event"]
"""The calls of the API, and "event" for numbers that only notifications carry."""

METHODS: tuple[Method, ...] = get_args(Method)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One entry of the catalogue. `repeat_safe`: sending the same request again does no harm."""

    title: str
    meaning: str
    repeat_safe: bool
    console_does: str
    person_can: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an explanation applies: methods, HTTP statuses (none: any), body code (None: none).

    With `phases` it applies only in these (`when` names them); `message` is the gateway's.
    """

    methods: tuple[Method, ...]
    http: tuple[int, ...]
    code: int | None
    explanation: Explanation
    phases: frozenset[Phase] = frozenset()
    when: str = ""
    message: str = ""


NO_ANSWER = Explanation(
    "No answer",
    "The request may have reached Agora; its answer did not come back.",
    True,
    "It asks again, and counts what was requested as possibly done.",
    "Check the network; a recording may be running.",
)
SERVER_FAULT = Explanation(
    "Fault at Agora",
    "Agora's servers could not handle the request; whether it had an effect is not known.",
    True,
    "It waits and repeats what is safe to repeat; the state counts as unknown meanwhile.",
    "Wait; if it lasts, look at Agora's status page.",
)
NOT_UNDERSTOOD = Explanation(
    "Answer not understood",
    "The answer is not what Agora sends; a proxy or a login page may have answered.",
    True,
    "It keeps the raw answer, does not count it as success, and sends the same again.",
    "Read the raw answer; check the API address and the network.",
)
REFUSED = Explanation(
    "Refused",
    "Agora did not accept the request.",
    False,
    "It does not repeat the request.",
    "Read Agora's reason below.",
)

_NOT_AGAIN = "It does not repeat this request; what may be running is asked again later."
_SAME_START = (
    "It sends the same start again after {waits} s, then every 15 s until it is known what became "
    "of it, and takes no other resource id meanwhile."
)
_OTHER_ID = "It takes another resource id, three at most, unless an earlier start is still open."

_APP_ID = Explanation(
    "App ID not accepted",
    "The App ID is unknown, or cloud recording is not enabled for it.",
    False,
    _NOT_AGAIN,
    "Check the App ID; enable cloud recording in Agora's console.",
)
_CREDENTIALS = Explanation(
    "Credentials refused",
    "Customer ID and secret are wrong, or belong to another account than the App ID.",
    False,
    _NOT_AGAIN,
    "Check customer ID and customer secret; both come from Agora's console.",
)
_TOO_MANY = Explanation(
    "Too many requests",
    "More than 10 requests a second came from this App ID, from whatever program.",
    True,
    "It slows down and repeats the request later.",
    "Check whether another program polls with the same App ID.",
)
_ALREADY_STARTED = Explanation(
    "Already started",
    "This resource id has been started before, and the recording runs.",
    False,
    "It does not start again. It goes on with the sid; without one it counts the recording as "
    "running and says what ends it.",
    "Nothing to do if the sid is known; else look for it where start was sent first.",
)

CALLS: tuple[Method, ...] = ("acquire", "start", "query", "update", "updateLayout", "stop")
_AFTER_ACQUIRE: tuple[Method, ...] = CALLS[1:]
_AFTER_START: tuple[Method, ...] = CALLS[2:]

_BEFORE_PROOF = frozenset({Phase.STARTING, Phase.OUTCOME_UNKNOWN, Phase.UNCONFIRMED})
_WHILE_RECORDING = frozenset({Phase.RECORDING, Phase.UNKNOWN})
_AFTER_STOP = frozenset(
    {
        Phase.STOPPING,
        Phase.UPLOADING,
        Phase.FILES_LISTED,
        Phase.SAFE,
        Phase.IN_BACKUP,
        Phase.NOTHING_RECORDED,
        Phase.ENDED,
    }
)

CATALOGUE: tuple[Entry, ...] = (
    # --- accepted, or nearly ---
    Entry(
        ("start",),
        (200,),
        None,
        Explanation(
            "Start accepted",
            "Agora took the order. That it records is proven only by status 4 or 5.",
            False,
            "It asks after 5 s, then at growing intervals, for up to 90 s.",
            "Wait for REC.",
        ),
    ),
    Entry(
        ("acquire", "query", "update", "updateLayout", "stop"),
        (200,),
        None,
        Explanation("Done", "Agora did what was asked.", True, "It goes on.", "Nothing to do."),
    ),
    Entry(
        ("start",),
        (201,),
        7,
        _ALREADY_STARTED,
    ),
    Entry(("start",), (201,), None, _ALREADY_STARTED),
    Entry(
        ("start",),
        (206,),
        65,
        Explanation(
            "Not completed in time",
            "The order reached Agora, but its answer was late. The recording may be starting.",
            True,
            _SAME_START.format(waits="3 and 6"),
            "Wait.",
        ),
    ),
    Entry(
        ("acquire",),
        (206,),
        65,
        Explanation(
            "Not completed in time",
            "The question for a recorder reached Agora, but its answer was late.",
            True,
            "It asks again after 1, 3 and 6 s.",
            "Wait.",
        ),
    ),
    Entry(
        ("query",),
        (206,),
        65,
        Explanation(
            "Not completed in time",
            "The question reached Agora, but its answer was late.",
            True,
            "It asks again after 5, 10, 15 and 30 s.",
            "Wait.",
        ),
    ),
    Entry(
        ("update", "updateLayout"),
        (206,),
        65,
        Explanation(
            "Not completed in time",
            "The change reached Agora, but its answer was late; it may have had its effect.",
            True,
            "It repeats the change after 3 and 6 s.",
            "Wait.",
        ),
    ),
    Entry(
        ("stop",),
        (206,),
        65,
        Explanation(
            "Not completed in time",
            "The stop reached Agora, but its answer was late; it may have had its effect.",
            True,
            "It asks for the state and repeats the stop after 3, 6, 9, 15 and 30 s, until the end "
            "is proven.",
            "Wait.",
        ),
    ),
    Entry(
        ("stop",),
        (206,),
        435,
        Explanation(
            "Nothing recorded",
            "The recording is over and has no file: nobody sent anything that was subscribed.",
            False,
            "It closes the session as NOTHING RECORDED.",
            "Check the channel name, the channel type, the lists, and whether anybody was on air.",
        ),
    ),
    Entry(
        _AFTER_ACQUIRE,
        (206,),
        None,
        Explanation(
            "Partly done",
            "Agora has not finished, or some files are not in your storage yet.",
            True,
            "It sends the same again after a while.",
            "Wait.",
        ),
    ),
    # --- the request ---
    Entry(
        CALLS,
        (400,),
        2,
        Explanation(
            "Parameter refused",
            "A field is missing or has a wrong name, type or value; the reason names it.",
            False,
            _NOT_AGAIN,
            "Mend the field that the reason names.",
        ),
    ),
    Entry(
        CALLS,
        (400,),
        8,
        Explanation(
            "Request malformed",
            "Content type, address, verb or JSON of the request is wrong.",
            False,
            _NOT_AGAIN,
            "Check the API address; a proxy may change requests. Else report it as a fault here.",
        ),
    ),
    Entry(
        ("start",),
        (500,),
        15,
        Explanation(
            "Start failed inside Agora",
            "An undocumented code; it was seen together with an empty sid.",
            True,
            _SAME_START.format(waits="3, 6 and 9"),
            "If it lasts, give Agora's support the request id.",
        ),
    ),
    Entry(
        ("stop",),
        (400,),
        49,
        Explanation(
            "Already ending",
            "The recording was on its way out before this stop: it was asked to stop before.",
            True,
            "It asks until the end is proven, and keeps the files that are named.",
            "Nothing to do.",
        ),
        _AFTER_STOP,
        "after stop",
    ),
    Entry(
        ("stop",),
        (400,),
        49,
        Explanation(
            "Already ending",
            "The recording ends by itself: the channel was empty for the idle time, it was asked "
            "to stop from elsewhere, or somebody joined with the recorder's UID.",
            True,
            "It asks until the end is proven, then closes the session.",
            "Look at the files; to go on, start again with another UID.",
        ),
    ),
    Entry(
        ("stop", "event"),
        (),
        50,
        Explanation(
            "Upload takes longer",
            "The recording has stopped; its files were not all uploaded within 20 s.",
            False,
            "It shows UPLOADING and lists what is known.",
            "Look into the storage in a few minutes.",
        ),
    ),
    Entry(
        ("start",),
        (400,),
        53,
        Explanation(
            "Such a recording runs already",
            "A recording with the same App ID, channel and recorder UID exists.",
            False,
            "It does not start a second one. After a start without an answer it counts that one as "
            "running.",
            "Take over the running one if its ids are known, or use another recorder UID.",
        ),
    ),
    Entry(
        ("start",),
        (500,),
        62,
        Explanation(
            "Start timed out at Agora",
            "Agora's back end did not answer in time; the recording may be starting.",
            True,
            _SAME_START.format(waits="3, 6 and 9"),
            "Wait.",
        ),
    ),
    Entry(
        ("acquire",),
        (400,),
        62,
        Explanation(
            "Recording not enabled",
            "Older servers say with this that cloud recording is not enabled for the App ID.",
            False,
            _NOT_AGAIN,
            "Enable cloud recording for the project in Agora's console.",
        ),
    ),
    Entry(
        ("acquire",),
        (504, 500),
        62,
        Explanation(
            "No resource in time",
            "Agora's back end did not answer in time. With older servers it means that cloud "
            "recording is not enabled for the App ID.",
            True,
            "It repeats acquire after 1, 3 and 6 s.",
            "If it stays, enable cloud recording for the project in Agora's console.",
        ),
    ),
    Entry(
        ("query",),
        (504,),
        62,
        Explanation(
            "Timed out at Agora",
            "Agora's back end did not answer in time; the recording may still be running.",
            True,
            "It asks again after 5, 10, 15 and 30 s.",
            "Wait.",
        ),
    ),
    Entry(
        ("update", "updateLayout"),
        (504,),
        62,
        Explanation(
            "Timed out at Agora",
            "Agora's back end did not answer in time; the change may have had its effect.",
            True,
            "It repeats the change after 3 and 6 s.",
            "Wait.",
        ),
    ),
    Entry(
        ("stop",),
        (504,),
        62,
        Explanation(
            "Stop timed out at Agora",
            "Agora's back end did not answer in time; the recording may still be running.",
            True,
            "It asks for the state and repeats the stop after 3, 6, 9, 15 and 30 s, until the end "
            "is proven.",
            "Wait; it is billed until it has stopped.",
        ),
    ),
    Entry(
        ("start", "query"),
        (),
        109,
        Explanation(
            "Token expired",
            "The recorder's token is no longer valid; it cannot be renewed while it records.",
            False,
            _NOT_AGAIN,
            "Make a new token and start a new recording.",
        ),
    ),
    Entry(
        ("start", "query"),
        (),
        110,
        Explanation(
            "Token wrong",
            "The token was made for another channel, UID or App ID.",
            False,
            _NOT_AGAIN,
            "Make the token for this channel and for the recorder UID.",
        ),
    ),
    Entry(
        ("acquire",),
        (400,),
        400,
        _APP_ID,
    ),
    Entry(
        ("acquire",),
        (400,),
        401,
        Explanation(
            "Channel name refused",
            "The channel name contains a character that Agora does not support.",
            False,
            "It sends nothing more.",
            "Use the name that the app uses: Latin letters, digits and common signs.",
        ),
    ),
    Entry(
        ("acquire",),
        (400,),
        405,
        Explanation(
            "Account not active",
            "The Agora account or project is suspended, often because of an open bill.",
            False,
            "It sends nothing more.",
            "Ask the owner of the account.",
        ),
    ),
    Entry(
        ("acquire",),
        (400,),
        406,
        Explanation(
            "Too many recordings at once",
            "The number of concurrent recordings is used up (50 by default, 200 for web pages).",
            True,
            "It does not insist.",
            "Stop recordings that nobody needs, try later, or ask Agora for a higher limit.",
        ),
    ),
    Entry(
        _AFTER_ACQUIRE,
        (400,),
        432,
        Explanation(
            "Ids do not belong together",
            "A parameter is wrong, or App ID, channel or UID are not those of this resource id.",
            False,
            _NOT_AGAIN,
            "Use the channel and UID that acquire was called with; else start anew.",
        ),
    ),
    Entry(
        ("start",),
        (400,),
        433,
        Explanation(
            "Resource id too old",
            "More than five minutes have passed since acquire.",
            False,
            _OTHER_ID,
            "Nothing to do.",
        ),
    ),
    Entry(
        _AFTER_ACQUIRE,
        (400,),
        1001,
        Explanation(
            "Resource id unreadable",
            "The resource id was cut or changed on its way.",
            False,
            _NOT_AGAIN,
            "Copy the id again as a whole, or start anew.",
        ),
    ),
    Entry(
        _AFTER_START,
        (400,),
        1003,
        Explanation(
            "Sid and resource id do not match",
            "App ID or sid belong to another resource id.",
            False,
            _NOT_AGAIN,
            "Use the pair that start returned, with the project it was started in.",
        ),
    ),
    Entry(
        ("acquire", "start"),
        (400,),
        1013,
        Explanation(
            "Channel name refused",
            "The channel name is too long or contains a character that Agora does not support.",
            False,
            "It sends nothing more.",
            "Use the name that the app uses: fewer than 64 bytes, no slash, quote or asterisk.",
        ),
    ),
    Entry(
        ("updateLayout",),
        (400,),
        1028,
        Explanation(
            "Layout refused",
            "The body of the layout is wrong; the former layout stays on air.",
            False,
            "It keeps the former layout.",
            "Mend the layout; a custom one needs regions inside the canvas.",
        ),
    ),
    Entry(
        CALLS,
        (400,),
        None,
        _APP_ID,
        message="appid is invalid",
    ),
    Entry(
        CALLS,
        (400,),
        None,
        _APP_ID,
        message="invalid appid",
    ),
    Entry(CALLS, (400,), None, REFUSED),
    # --- who asks ---
    Entry(
        CALLS,
        (401,),
        None,
        Explanation(
            "Credentials missing",
            "The request carried no customer ID and secret.",
            False,
            _NOT_AGAIN,
            "Enter customer ID and customer secret of the project.",
        ),
        message="Unauthorized",
    ),
    Entry(CALLS, (401,), None, _CREDENTIALS, message="Invalid authentication credentials"),
    Entry(CALLS, (401,), None, _CREDENTIALS),
    Entry(
        CALLS,
        (403,),
        None,
        Explanation(
            "Not allowed",
            "Cloud recording is probably not enabled for this project.",
            False,
            _NOT_AGAIN,
            "Enable cloud recording in Agora's console.",
        ),
    ),
    # --- the four meanings of 404 ---
    Entry(
        CALLS,
        (404,),
        None,
        Explanation(
            "No such address",
            "Agora has no such address or verb; this says nothing about any recording.",
            False,
            _NOT_AGAIN,
            "Check the API address of the project.",
        ),
        message="no Route matched with those values",
    ),
    Entry(
        _AFTER_START,
        (404,),
        404,
        Explanation(
            "Not in the channel yet",
            "The recording was accepted and is not to be found: it still starts, or it gave up "
            "because of storage, token or parameters.",
            True,
            "It asks again until 90 s have passed.",
            "Check storage keys and region, token and channel type if it stays.",
        ),
        _BEFORE_PROOF,
        "before status 4 or 5",
    ),
    Entry(
        _AFTER_START,
        (404,),
        404,
        Explanation(
            "Out of sight",
            "Agora may be moving the recording to another server, which takes up to 90 s, or it "
            "has ended by itself. It may still be running.",
            True,
            "It asks again after 5, 10, 15 and 30 s, and does not call it ended before 90 s.",
            "Wait; have another recorder UID ready.",
        ),
        _WHILE_RECORDING,
        "while it records",
    ),
    Entry(
        _AFTER_START,
        (404,),
        404,
        Explanation(
            "Over",
            "The recording has ended and Agora no longer knows it; this is the normal end.",
            True,
            "It closes the session with what is known of the files.",
            "Look into the storage.",
        ),
        _AFTER_STOP - {Phase.STOPPING},
        "after stop",
    ),
    Entry(
        _AFTER_START,
        (404,),
        404,
        Explanation(
            "Ending, or out of sight",
            "Agora does not find the recording while it stops: it has ended, or is being moved to "
            "another server and may still be running.",
            True,
            "It asks and repeats the stop, and does not call it ended before 90 s.",
            "Wait.",
        ),
        frozenset({Phase.STOPPING}),
        "while it stops",
    ),
    Entry(
        _AFTER_START,
        (404,),
        404,
        Explanation(
            "Not found",
            "Agora knows no such running recording: it has not begun yet, is moving to another "
            "server, or has ended.",
            True,
            "It asks again after 5, 10, 15 and 30 s, and does not call it ended before 90 s.",
            "Wait 90 s before you judge.",
        ),
    ),
    Entry(
        CALLS,
        (404,),
        None,
        Explanation(
            "Not found",
            "Agora answers 404 without saying whether the address or the recording is unknown.",
            True,
            _NOT_AGAIN,
            "Check the API address; wait 90 s before you judge.",
        ),
    ),
    # --- the servers ---
    Entry(CALLS, (429,), None, _TOO_MANY, message="API rate limit exceeded"),
    Entry(CALLS, (429,), None, _TOO_MANY),
    Entry(
        ("acquire",),
        (500,),
        500,
        Explanation(
            "Fault at Agora",
            "Agora could not hand out a resource.",
            True,
            "It repeats acquire after 1, 3 and 6 s.",
            "Wait.",
        ),
    ),
    Entry(
        ("acquire",),
        (500,),
        501,
        Explanation(
            "No capacity",
            "Agora has no free server at the moment.",
            True,
            "It repeats acquire after 1, 3 and 6 s.",
            "Wait, or allow another region.",
        ),
    ),
    Entry(
        ("query", "update", "updateLayout", "stop"),
        (),
        501,
        Explanation(
            "Leaving",
            "The recording is on its way out.",
            True,
            "It waits for the end.",
            "Nothing to do.",
        ),
    ),
    Entry(
        ("start",),
        (500,),
        502,
        Explanation(
            "No capacity",
            "Agora found no server for the recording; it did not start.",
            False,
            _OTHER_ID,
            "Wait, or allow another region.",
        ),
    ),
    Entry(
        ("acquire",),
        (500,),
        504,
        Explanation(
            "No resource in time",
            "Agora could not assign a server in time.",
            True,
            "It repeats acquire after 1, 3 and 6 s.",
            "Wait.",
        ),
    ),
    Entry(CALLS, (500, 502, 503, 504), None, SERVER_FAULT),
    # --- numbers of notifications ---
    Entry(
        ("event",),
        (),
        32,
        Explanation(
            "Storage settings wrong",
            "Agora could not use the storage with these settings.",
            False,
            "It only shows the number.",
            "Check bucket, region and both keys.",
        ),
    ),
    Entry(
        ("event",),
        (),
        47,
        Explanation(
            "Upload failed",
            "A file could not be uploaded; Agora keeps it in its backup and tries again.",
            False,
            "It only shows the number.",
            "Check that the storage can be written to.",
        ),
    ),
    Entry(
        ("event",),
        (),
        51,
        Explanation(
            "File operation failed",
            "The uploader could not process a file.",
            False,
            "It only shows the number.",
            "Give Agora's support the sid.",
        ),
    ),
    Entry(
        ("event",),
        (),
        52,
        Explanation(
            "Service did not start in time",
            "A part of the recording did not come up.",
            False,
            "It only shows the number.",
            "Start again with another recorder UID.",
        ),
    ),
)
"""Every combination of the reference. The first entry that fits is the answer."""

REASONS: dict[str, int] = {
    "already started": 7,
    "invalid operation": 49,
    "task conflict": 53,
    "request timeout": 62,
    "request not completed": 65,
    "invalid appid": 400,
    "invalid channel name": 401,
    "failed to find worker": 404,
    "no active status": 405,
    "vendor over load": 406,
    "no recorded data": 435,
    "internal error": 500,
    "no worker manager available": 501,
    "failed to allocate worker": 502,
    "allocate timeout": 504,
    "exiting": 501,
}
"""The code that goes with a reason of the service, underscores read as blanks."""
