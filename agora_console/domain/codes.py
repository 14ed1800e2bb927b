"""What Agora's numbers mean: service status, and every (method, HTTP, code) of the API.

The catalogue says what happened, whether the same request may be sent again, what the console
does by itself and what a person can do. A 404 means four different things; the phase tells which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from agora_console.domain.catalogue import (
    CALLS,
    CATALOGUE,
    METHODS,
    NO_ANSWER,
    NOT_UNDERSTOOD,
    REASONS,
    REFUSED,
    SERVER_FAULT,
    Entry,
    Explanation,
)
from agora_console.domain.session import Phase


@dataclass(frozen=True, slots=True)
class StatusMeaning:
    """`serverResponse.status` in a word and a sentence."""

    word: str
    sentence: str


_STATUS = {
    0: ("not started", "Agora has accepted the recording and has not begun with it yet."),
    1: ("initialised", "The recording is being set up."),
    2: ("starting", "The recorder is coming up."),
    3: ("partly ready", "The uploader is up; the recorder is not yet."),
    4: ("ready", "The recorder is in the channel; no file has reached your storage yet."),
    5: ("recording", "The recording runs, and its first file has been stored."),
    6: ("stopping", "The recording was asked to stop."),
    7: ("stopped", "The recording has stopped; what is left is uploaded."),
    8: ("leaving", "The recorder is about to leave; the next question finds nothing."),
    20: ("broken off", "The recorder has left because of a fault."),
}


def status_meaning(status: int) -> StatusMeaning:
    """The meaning of `serverResponse.status`, 0 to 8 and 20; any other number is said to be new."""
    word, sentence = _STATUS.get(
        status, ("unknown", f"Agora reports status {status}, which its reference does not have.")
    )
    return StatusMeaning(word, sentence)


def explain(
    method: str,
    http: int | None,
    code: int | None = None,
    phase: Phase | None = None,
    message: str = "",
) -> Explanation:
    """What an answer means. `http` None: there was no answer. `message` is that of the gateway.

    There is always an explanation: the entry for method, HTTP and code, else for the code, else
    for the HTTP status, else for its class.
    """
    for fits in (_exactly, _by_code, _by_code_alone, _by_http, _by_http_alone):
        for entry in CATALOGUE:
            if fits(entry, method, http, code) and _in_phase(entry, phase, message):
                return entry.explanation
    return _general(http)


def _exactly(entry: Entry, method: str, http: int | None, code: int | None) -> bool:
    return _by_code(entry, method, http, code) and http in entry.http


def _by_code(entry: Entry, method: str, http: int | None, code: int | None) -> bool:
    return method in entry.methods and _by_code_alone(entry, method, http, code)


def _by_code_alone(entry: Entry, method: str, http: int | None, code: int | None) -> bool:
    return code is not None and entry.code == code


def _by_http(entry: Entry, method: str, http: int | None, code: int | None) -> bool:
    return method in entry.methods and _by_http_alone(entry, method, http, code)


def _by_http_alone(entry: Entry, method: str, http: int | None, code: int | None) -> bool:
    return entry.code is None and http in entry.http


def _in_phase(entry: Entry, phase: Phase | None, message: str) -> bool:
    if entry.phases and phase not in entry.phases:
        return False
    return entry.message.lower() in message.lower()


@dataclass(frozen=True, slots=True)
class Found:
    """One answer of `lookup`."""

    entry: Entry

    @property
    def heading(self) -> str:
        """`HTTP 206, code 435 (stop)`."""
        entry = self.entry
        http = "HTTP " + " or ".join(map(str, entry.http)) if entry.http else ""
        code = "" if entry.code is None else f"code {entry.code}"
        said = f'"{entry.message}"' if entry.message else ""
        methods = "any call" if entry.methods == CALLS else ", ".join(entry.methods)
        when = f"; {entry.when}" if entry.when else ""
        return f"{', '.join(filter(None, (http, code, said)))} ({methods}{when})"


def lookup(text: str, method: str | None = None) -> tuple[Found, ...]:
    """The entries for `206/435`, `435`, `HTTP 404`, `stop 400 code 49`, or what Agora says.

    A number alone is looked for among codes and HTTP statuses. Empty when nothing is known.
    """
    words = text[:200]
    named = method or next((each for each in METHODS if re.search(rf"\b{each}\b", words)), None)
    numbers = [int(digits) for digits in re.findall(r"\d{1,6}", words)][:2]
    entries = [entry for entry in CATALOGUE if named is None or named in entry.methods]
    if not numbers:
        said = " ".join(words.lower().replace("_", " ").strip("() ").split())
        code = REASONS.get(said)
        hits = [entry for entry in entries if said and said in entry.message.lower()]
        hits += [entry for entry in entries if code is not None and code == entry.code]
    elif len(numbers) == 1:
        hits = [entry for entry in entries if numbers[0] == entry.code]
        hits += [entry for entry in entries if entry.code is None and numbers[0] in entry.http]
        is_code = any(numbers[0] == entry.code for entry in CATALOGUE)
        if not hits and not is_code and 300 <= numbers[0] < 600:
            hits = [Entry(CALLS, (numbers[0],), None, _general(numbers[0]))]
    else:
        http, code = numbers
        named_codes = [entry for entry in entries if code == entry.code]
        exact = [entry for entry in named_codes if http in entry.http or not entry.http]
        hits = exact or named_codes
    return tuple(map(Found, hits))


def _general(http: int | None) -> Explanation:
    if http is None:
        return NO_ANSWER
    if http >= 500 or http == 408:
        return SERVER_FAULT
    return REFUSED if http >= 400 else NOT_UNDERSTOOD
