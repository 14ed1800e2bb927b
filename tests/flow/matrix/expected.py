"""What has to be shown, said and done in every cell, written down by hand.

Words are regular expressions of everything that the chip shows from the start to the end of the
story. Where two paths are right it depends on the second in which a question comes: a recorder
that leaves answers with 6 to 8 for some seconds, and with 404 from then on.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.flow.matrix.play import Cell, called, cells


@dataclass(frozen=True, slots=True)
class Expect:
    """`words` of the whole story, a piece of a sentence that is shown, and how often the method is
    called while the fault is on, where that is certain. "+" as a piece is what names the fault.
    """

    words: str
    says: str = ""
    calls: int | None = None


WELL = "STARTING STARTED REC STOPPING LISTED"
UPLOAD_OPEN = "STARTING STARTED REC STOPPING UPLOADING ENDED"

SAID = {
    "lost-reply": "The request was sent and not answered.",
    "drop": "The request was sent and not answered.",
    "error-500": "Agora's servers could not handle the request",
    "error-502": "Agora's servers could not handle the request",
    "error-503": "Agora's servers could not handle the request",
    "error-504": "Agora's servers could not handle the request",
    "not-completed": "its answer was late",
    "request-timeout": "Agora's back end did not answer in time",
    "html": "An answer came that is not understood. The reply is not Agora's JSON (text/html)",
    "garbage": "An answer came that is not understood. The reply is not Agora's JSON",
    "empty": "An answer came that is not understood. The reply is empty.",
    "rate-limit": "More than 10 requests a second",
    "unauthorized": "Customer ID and secret are wrong",
    "already-started": "its sid is not known, so it can be neither asked nor stopped from here",
    "over-load": "The number of concurrent recordings is used up",
    "not-enabled": "cloud recording is not enabled",
    "inactive": "The Agora account or project is suspended",
    "conflict": "A recording with the same App ID, channel and recorder UID exists.",
}
"""What names a fault, where it is shown."""

SERVER = "error-500 error-502 error-503 error-504 request-timeout"
UNREAD = "html garbage empty"
OPEN = f"lost-reply drop {SERVER} not-completed {UNREAD}"
"""Faults after which it is open what became of the request."""

SHAPES = "string-types playload unknow filename-case seconds file-json-string capital-keys bare"
"""Answers that are right and look different: nobody must notice."""

STAYS = "lost-reply+ drop+ error-502+ not-completed+ garbage+"
"""The same for good; "+" is a fault that stays."""

Row = tuple[str, str, str, Expect]

FAILED = "STARTING FAILED"
NO_SID = "STARTING UNKNOWN"
NOT_KNOWN = "Whether it has had its effect is not known."
OPEN_START = "It is not known whether the recording started."
NOT_SAID = "Agora accepted the stop and has not said whether the files are uploaded."

STARTING: list[Row] = [
    ("acquire", "start", f"slow {SHAPES}", Expect(WELL, calls=1)),
    ("acquire", "start", f"{OPEN} allocate allocate-timeout rate-limit", Expect(WELL, calls=2)),
    ("acquire", "start", STAYS, Expect(FAILED, "Nothing was started.", calls=4)),
    ("acquire", "start", "rate-limit+", Expect(FAILED, "Nothing was started.", calls=5)),
    ("acquire", "start", "over-load not-enabled inactive unauthorized", Expect(FAILED, "+", 1)),
    ("start", "start", f"slow {SHAPES}", Expect(WELL, calls=1)),
    # Carried out, and the sid is gone with the reply: the repetition says that it runs.
    ("start", "start", "lost-reply", Expect(NO_SID, SAID["already-started"], calls=2)),
    ("start", "start", "lost-reply+", Expect(NO_SID, SAID["already-started"])),
    ("start", "start", "already-started", Expect(NO_SID, "+", calls=1)),
    (
        "start",
        "start",
        f"drop {SERVER} not-completed {UNREAD}",
        Expect("STARTING UNKNOWN STARTED REC STOPPING LISTED", OPEN_START, calls=2),
    ),
    (
        "start",
        "start",
        "drop+ error-502+ not-completed+ garbage+",
        Expect("STARTING UNKNOWN STARTED REC STOPPING LISTED", OPEN_START),
    ),
    # Certainly not carried out, and not for something that a person has to mend.
    ("start", "start", "allocate expired-resource rate-limit", Expect(WELL, calls=2)),
    ("start", "start", "rate-limit+", Expect(f"{WELL}|{FAILED}")),
    ("start", "start", "conflict unauthorized", Expect(FAILED, "+", calls=1)),
]

QUERIES: list[Row] = [
    # Before the confirmation: its 90 s go on.
    ("query", "start", f"slow exiting {SHAPES}", Expect(WELL)),
    ("query", "start", f"{OPEN} rate-limit unauthorized {STAYS} rate-limit+", Expect(WELL, "+")),
    # While it records: what is not answered is not known any more, until it is.
    ("query", "running", f"slow exiting {SHAPES}", Expect(WELL)),
    (
        "query",
        "running",
        OPEN,
        Expect("STARTING STARTED REC UNKNOWN REC STOPPING LISTED", "+"),
    ),
    (
        "query",
        "running",
        f"{STAYS} unauthorized",
        Expect("STARTING STARTED REC UNKNOWN( REC)? STOPPING LISTED", "+"),
    ),
    # 429 says nothing of the recording, and the last answer is still fresh.
    (
        "query",
        "running",
        "rate-limit rate-limit+",
        Expect("STARTING STARTED REC REC !( REC)? STOPPING LISTED", "+"),
    ),
    # After the stop: it has been accepted, so it ends, whoever answers.
    ("query", "stopping", f"slow exiting {SHAPES}", Expect(UPLOAD_OPEN)),
    (
        "query",
        "stopping",
        f"{OPEN} rate-limit unauthorized {STAYS} rate-limit+",
        Expect(UPLOAD_OPEN, "+"),
    ),
]


def _changes(method: str, holds: str) -> list[Row]:
    """A change of subscriptions or layout never changes what is known of the recording."""
    rows: list[Row] = []
    for moment, words in (("start", WELL), ("running", WELL)):
        rows += [
            (method, moment, f"slow {SHAPES}", Expect(words, calls=1)),
            (method, moment, f"{OPEN} rate-limit", Expect(words, calls=2)),
            (method, moment, STAYS, Expect(words, NOT_KNOWN, calls=3)),
            (method, moment, "rate-limit+", Expect(words, holds, calls=5)),
            (method, moment, "unauthorized", Expect(words, holds, calls=1)),
        ]
    # Too late for a change, and that is said: the 404 to the first attempt, or to the last.
    return [
        *rows,
        (method, "stopping", f"slow {SHAPES}", Expect(UPLOAD_OPEN, holds, calls=1)),
        (method, "stopping", OPEN, Expect(UPLOAD_OPEN, NOT_KNOWN, calls=2)),
        (method, "stopping", STAYS, Expect(UPLOAD_OPEN, NOT_KNOWN, calls=3)),
        (method, "stopping", "rate-limit", Expect(UPLOAD_OPEN, holds, calls=2)),
        (method, "stopping", "rate-limit+", Expect(UPLOAD_OPEN, holds, calls=5)),
        (method, "stopping", "unauthorized", Expect(UPLOAD_OPEN, holds, calls=1)),
    ]


CHANGES = [
    *_changes("update", "Nothing was changed."),
    *_changes("updateLayout", "The layout on air is what it was."),
]

GONE_ON = "(STARTED|FAILED|REC|REC !)"
"""What a question between two stops may find of a recording that goes on."""

STOPS: list[Row] = [
    # Before anything was recorded: 435.
    (
        "stop",
        "start",
        f"slow no-data {SHAPES}",
        Expect("STARTING STARTED STOPPING NOTHING", calls=1),
    ),
    (
        "stop",
        "start",
        f"drop {SERVER} {UNREAD} rate-limit",
        Expect("STARTING STARTED STOPPING UNKNOWN STARTED STOPPING NOTHING", "+", calls=2),
    ),
    # 65 says that Agora has the order.
    (
        "stop",
        "start",
        "not-completed",
        Expect("STARTING STARTED STOPPING STARTED STOPPING NOTHING", "+", calls=2),
    ),
    (
        "stop",
        "start",
        "drop+ error-502+ garbage+ rate-limit+",
        Expect(
            rf"STARTING STARTED( STOPPING UNKNOWN {GONE_ON})+ STOPPING (NOTHING|LISTED)",
            "It may still record. The stop is repeated.",
        ),
    ),
    (
        "stop",
        "start",
        "not-completed+",
        Expect(rf"STARTING STARTED( STOPPING {GONE_ON})+ STOPPING (NOTHING|LISTED)", "+"),
    ),
    # It was carried out: the end is found by asking, or 90 s after the first 404.
    (
        "stop",
        "start",
        "lost-reply lost-reply+",
        Expect("STARTING STARTED( STOPPING UNKNOWN)+( STOPPING)? ENDED", "+"),
    ),
    (
        "stop",
        "start",
        "unauthorized",
        Expect(
            "STARTING STARTED STOPPING UNKNOWN( STARTED)?( REC)? STOPPING (NOTHING|LISTED)",
            "The stop was refused.",
            calls=1,
        ),
    ),
    # While it records.
    (
        "stop",
        "running",
        "slow string-types playload filename-case seconds file-json-string capital-keys bare",
        Expect(WELL, calls=1),
    ),
    ("stop", "running", "unknow", Expect(UPLOAD_OPEN, calls=1)),
    (
        "stop",
        "running",
        "no-data",
        Expect("STARTING STARTED REC STOPPING NOTHING", "Nobody was publishing", calls=1),
    ),
    (
        "stop",
        "running",
        f"drop {SERVER} {UNREAD} rate-limit",
        Expect("STARTING STARTED REC STOPPING UNKNOWN REC ! STOPPING LISTED", "+", calls=2),
    ),
    (
        "stop",
        "running",
        "not-completed",
        Expect("STARTING STARTED REC STOPPING REC ! STOPPING LISTED", "+", calls=2),
    ),
    (
        "stop",
        "running",
        "drop+ error-502+ garbage+ rate-limit+",
        Expect(
            "STARTING STARTED REC( STOPPING UNKNOWN REC !)+ STOPPING LISTED",
            "A stop was sent, and Agora still reports status",
        ),
    ),
    (
        "stop",
        "running",
        "not-completed+",
        Expect("STARTING STARTED REC( STOPPING REC !)+ STOPPING LISTED", "+"),
    ),
    (
        "stop",
        "running",
        "lost-reply lost-reply+",
        Expect("STARTING STARTED REC( STOPPING UNKNOWN)+( STOPPING)? ENDED", "+"),
    ),
    (
        "stop",
        "running",
        "unauthorized",
        Expect(
            "STARTING STARTED REC STOPPING UNKNOWN( REC)? STOPPING LISTED",
            "The stop was refused.",
            calls=1,
        ),
    ),
    # Once more, after it was accepted: it ends, whatever is said to the second one.
    (
        "stop",
        "stopping",
        f"slow no-data {OPEN} {SHAPES} {STAYS} rate-limit rate-limit+ unauthorized",
        Expect(UPLOAD_OPEN),
    ),
]

BY_THEMSELVES: list[Row] = [
    ("", "start", "failover", Expect(WELL, "Agora does not find the recorder yet (404).")),
    (
        "",
        "running",
        "failover",
        Expect(
            "STARTING STARTED REC UNKNOWN REC STOPPING LISTED",
            "It may be moving to another server and still record.",
        ),
    ),
    (
        "",
        "start",
        "gone kicked",
        Expect("STARTING STARTED( UNKNOWN)? FAILED", "The recorder never got ready"),
    ),
    (
        "",
        "running",
        "gone kicked",
        Expect("STARTING STARTED REC UNKNOWN ENDED", "The recording ended by itself"),
    ),
    ("", "start", "abnormal", Expect("STARTING STARTED FAILED", "exited abnormally (status 20)")),
    (
        "",
        "running",
        "abnormal",
        Expect("STARTING STARTED REC FAILED", "exited abnormally (status 20)"),
    ),
    # Seen leaving, or gone before anybody asked.
    (
        "",
        "start",
        "idle-exit",
        Expect(
            "STARTING STARTED (STOPPING ENDED|(UNKNOWN )?FAILED)",
            "Agora does not find",
        ),
    ),
    (
        "",
        "running",
        "idle-exit",
        Expect("STARTING STARTED REC (STOPPING|UNKNOWN) ENDED", "The recording ended by itself"),
    ),
    (
        "",
        "start",
        "never-ready",
        Expect(
            "STARTING STARTED FAILED STOPPING NOTHING", "No status 4 or 5 within 90 s of the start."
        ),
    ),
    (
        "",
        "start",
        "long-four",
        Expect(
            "STARTING STARTED REC REC ! STOPPING NOTHING", "In the channel, nothing stored yet."
        ),
    ),
    ("", "running", "never-ready long-four", Expect(WELL)),
    (
        "",
        "start",
        "backup",
        Expect("STARTING STARTED REC STOPPING BACKUP", "It is delayed, not lost."),
    ),
    (
        "",
        "running",
        "backup",
        Expect("STARTING STARTED REC STOPPING BACKUP", "It is delayed, not lost."),
    ),
    ("", "start", "upload-timeout", Expect(UPLOAD_OPEN, NOT_SAID)),
    ("", "running", "upload-timeout", Expect(UPLOAD_OPEN, NOT_SAID)),
    # The pictures are in the bucket, which nobody asks here.
    ("", "start", "snapshots-black snapshots-frozen", Expect(WELL)),
    ("", "running", "snapshots-black snapshots-frozen", Expect(WELL)),
    # What has been stopped is out of reach of all of this.
    (
        "",
        "stopping",
        "failover gone abnormal kicked idle-exit never-ready long-four backup upload-timeout "
        "snapshots-black snapshots-frozen",
        Expect(UPLOAD_OPEN, "Agora did not report whether the upload is done."),
    ),
]

NOT_CALLED = {"running": Expect(WELL, calls=1), "stopping": Expect(UPLOAD_OPEN, calls=1)}
"""acquire and start are called once, before the recording; their faults have nothing to strike."""


def expectations() -> dict[Cell, Expect]:
    """One for each cell; AssertionError where there is none, or more than one."""
    found: dict[Cell, Expect] = {
        cell: NOT_CALLED[cell.moment] for cell in cells() if not called(cell)
    }
    for method, moment, faults, expect in (
        *STARTING,
        *QUERIES,
        *CHANGES,
        *STOPS,
        *BY_THEMSELVES,
    ):
        for name in faults.split():
            cell = Cell(name.rstrip("+"), method, moment, stays=name.endswith("+"))
            assert cell not in found, f"expected twice: {cell}"
            found[cell] = expect
    # 65 is no answer to acquire; the classes above name it for all methods.
    extra = set(found) - set(cells())
    assert all(cell.fault == "not-completed" for cell in extra), f"no such cell: {extra}"
    missing = set(cells()) - set(found)
    assert not missing, f"nothing is expected of {sorted(map(str, missing))}"
    return found


def said(cell: Cell, expect: Expect) -> str:
    """The piece of a sentence that has to be shown in a cell."""
    return SAID[cell.fault] if expect.says == "+" else expect.says
