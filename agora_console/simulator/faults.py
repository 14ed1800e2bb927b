"""Faults by name: what can be switched on to see what a client makes of it.

A fault is written NAME[:ARG]…, where ARG is a method (acquire, start, query, update, updateLayout,
stop, any), `acted` (the request has its effect, only the answer is wrong), a number, or `always`.
What the numbers mean stands in the table.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto

from agora_console.simulator import answers
from agora_console.simulator.answers import Answer
from agora_console.simulator.routes import METHODS


class Effect(Enum):
    """Where in the way of a request, or in the life of a recording, a fault sits."""

    DROP = auto()
    """Before anything: the connection closes."""
    GATE = auto()
    """The gateway refuses."""
    REPLACE = auto()
    """Another answer in place of the service's."""
    LOSE = auto()
    """After the service acted: the connection closes."""
    SLOW = auto()
    """After the service acted: the answer takes its time."""
    SHAPE = auto()
    """The answer is right and looks different."""
    STRIKE = auto()
    """Something happens to every recording at an age."""
    STANDING = auto()
    """Something holds for every recording while the fault is on."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the table."""

    name: str
    effect: Effect
    sentence: str
    methods: tuple[str, ...] = METHODS
    numbers: tuple[str, ...] = ("times",)
    times: float = 1
    seconds: float = 0.0
    age: float = 20.0
    acts: bool = False


def _strike(name: str, sentence: str) -> Kind:
    return Kind(name, Effect.STRIKE, sentence, numbers=("age",), times=math.inf)


def _standing(name: str, sentence: str) -> Kind:
    return Kind(name, Effect.STANDING, sentence, numbers=(), times=math.inf)


def _shape(name: str, sentence: str) -> Kind:
    return Kind(name, Effect.SHAPE, sentence, times=math.inf)


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("lost-reply", Effect.LOSE, "The request has its effect, the answer never comes."),
        Kind("drop", Effect.DROP, "The connection closes and nothing has happened."),
        Kind(
            "slow",
            Effect.SLOW,
            "Acts at once and answers SECONDS later (simulated seconds, 5 if not said).",
            numbers=("seconds", "times"),
            times=math.inf,
            seconds=5.0,
        ),
        Kind("error-500", Effect.REPLACE, "HTTP 500: acquire says internal_error, others nothing."),
        Kind("error-502", Effect.REPLACE, "HTTP 502 with the HTML page of a proxy."),
        Kind("error-503", Effect.REPLACE, "HTTP 503 with the HTML page of a proxy."),
        Kind("error-504", Effect.REPLACE, "HTTP 504 with an empty body."),
        Kind(
            "not-completed",
            Effect.REPLACE,
            "206, code 65: the service did not answer in time; with `acted` it did act.",
            methods=METHODS[1:],
        ),
        Kind("conflict", Effect.REPLACE, "400, code 53 on start.", methods=("start",)),
        Kind("already-started", Effect.REPLACE, "201, code 7 on start.", methods=("start",)),
        Kind(
            "allocate",
            Effect.REPLACE,
            "No capacity: 500 with code 501 on acquire, 502 on start.",
            methods=("acquire", "start"),
        ),
        Kind(
            "allocate-timeout",
            Effect.REPLACE,
            "500, code 504 on acquire.",
            methods=("acquire",),
        ),
        Kind("request-timeout", Effect.REPLACE, "Code 62: 500 on start, 504 on the others."),
        Kind(
            "no-data",
            Effect.REPLACE,
            "206, code 435 on stop, which does stop.",
            methods=("stop",),
            acts=True,
        ),
        Kind(
            "over-load",
            Effect.REPLACE,
            "400, code 406 on acquire: too many tasks.",
            methods=("acquire",),
            times=math.inf,
        ),
        Kind(
            "not-enabled",
            Effect.REPLACE,
            "400, code 400 on acquire: recording is not enabled.",
            methods=("acquire",),
            times=math.inf,
        ),
        Kind(
            "inactive",
            Effect.REPLACE,
            "400, code 405 on acquire: the account is suspended.",
            methods=("acquire",),
            times=math.inf,
        ),
        Kind(
            "expired-resource",
            Effect.REPLACE,
            "400, code 433 on start: the resourceId is too old.",
            methods=("start",),
        ),
        Kind("rate-limit", Effect.GATE, "429: more than ten requests a second."),
        Kind(
            "unauthorized",
            Effect.GATE,
            "401: the customer's credentials are refused.",
            times=math.inf,
        ),
        Kind("html", Effect.REPLACE, "200 with an HTML page, as a captive portal answers."),
        Kind("garbage", Effect.REPLACE, "200 with JSON that breaks off."),
        Kind("empty", Effect.REPLACE, "200 with an empty body."),
        _shape("string-types", "Numbers and booleans of serverResponse come as strings."),
        _shape("playload", "payload is spelt playload."),
        _shape("unknow", "uploadingStatus is unknow."),
        _shape("filename-case", "fileName comes as filename, and the other way round in web mode."),
        _shape("seconds", "sliceStartTime of files is in seconds."),
        _shape("file-json-string", "fileList is JSON inside a string."),
        _shape("capital-keys", "The answer comes inside an envelope with Code and Body."),
        _shape("bare", "Only the keys that old replies had: no cname, no uid, no sid in query."),
        Kind(
            "exiting",
            Effect.SHAPE,
            "500, code 501 on a query after the stop.",
            methods=("query",),
            times=math.inf,
        ),
        Kind(
            "failover",
            Effect.STRIKE,
            "At AGE seconds the recorder breaks: 404 for SECONDS (60), then bak0_ files.",
            numbers=("age", "seconds"),
            times=math.inf,
            seconds=60.0,
        ),
        _strike("gone", "At AGE seconds it dies: 404 for good."),
        _strike("abnormal", "At AGE seconds it dies with status 20, then 404."),
        _strike("kicked", "At AGE seconds its UID is taken: query 404, stop 49, later 404."),
        _strike("idle-exit", "At AGE seconds it leaves as if everybody had gone."),
        Kind(
            "never-ready",
            Effect.STANDING,
            "The recorder stays at status LEVEL (0 to 3; 3 if not said).",
            numbers=("level",),
            times=math.inf,
        ),
        _standing("long-four", "Status stays 4: nothing is ever stored."),
        _standing("backup", "uploadingStatus is backuped; files reach the bucket 2 min later."),
        _standing("snapshots-black", "Snapshots are black, as with a covered lens."),
        _standing("snapshots-frozen", "Snapshots do not change, as of a picture that stands."),
        _standing("upload-timeout", "A synchronous stop waits 20 s and says code 50."),
    )
}


@dataclass(slots=True)
class Fault:
    """A fault that is switched on, with what is left of it."""

    spec: str
    kind: Kind
    methods: tuple[str, ...]
    acted: bool
    left: float
    seconds: float
    age: float
    level: int
    struck: set[str] = field(default_factory=set)


def parse(spec: str) -> Fault:
    """A fault from NAME[:ARG]…; ValueError says what is wrong with it."""
    name, *args = spec.split(":")
    kind = KINDS.get(name)
    if kind is None:
        raise ValueError(f"there is no fault {name!r}; --list-faults shows them all")
    fault = Fault(spec, kind, kind.methods, kind.acts, kind.times, kind.seconds, kind.age, level=3)
    numbers = list(kind.numbers)
    for arg in args:
        if arg in METHODS:
            if arg not in kind.methods:
                raise ValueError(f"{spec!r}: {name} does not concern {arg}")
            fault.methods = (arg,)
        elif arg == "acted":
            fault.acted = True
        elif arg == "always":
            fault.left = math.inf
        elif arg != "any":
            _number(fault, arg, numbers)
    return fault


def _number(fault: Fault, arg: str, numbers: list[str]) -> None:
    try:
        value = float(arg)
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf or not numbers:
        raise ValueError(f"{fault.spec!r}: {arg!r} says nothing here")
    name = numbers.pop(0)
    if name == "times":
        fault.left = value
    elif name == "level":
        if value not in {0, 1, 2, 3}:
            raise ValueError(f"{fault.spec!r}: the level is 0, 1, 2 or 3")
        fault.level = int(value)
    else:
        setattr(fault, name, value)


class FaultBoard:
    """The faults that are on."""

    def __init__(self, specs: Iterable[str] = ()) -> None:
        self._faults = [parse(spec) for spec in specs]

    def add(self, spec: str) -> None:
        """Switch a fault on; ValueError if there is no such fault."""
        self._faults.append(parse(spec))

    def remove(self, name: str) -> None:
        """Switch off what was added under this name or exactly so written; "*" is everything."""
        self._faults = [
            fault for fault in self._faults if name not in {"*", fault.spec, fault.kind.name}
        ]

    @property
    def specs(self) -> list[str]:
        """The faults that are on, as they were written."""
        return [fault.spec for fault in self._faults]

    def take(self, effect: Effect, method: str) -> Fault | None:
        """The next fault of this effect for a call of `method`, one time less of it left."""
        for fault in self._faults:
            if fault.kind.effect is effect and method in fault.methods and fault.left > 0:
                fault.left -= 1
                if fault.left <= 0:
                    self._faults.remove(fault)
                return fault
        return None

    def shapes(self, method: str) -> list[Fault]:
        """The faults that reshape an answer to `method`."""
        shaping = [f for f in self._faults if f.kind.effect is Effect.SHAPE and method in f.methods]
        for fault in shaping:
            fault.left -= 1
        self._faults = [fault for fault in self._faults if fault.left > 0]
        return shaping

    def strikes(self) -> list[Fault]:
        return [fault for fault in self._faults if fault.kind.effect is Effect.STRIKE]

    def standing(self, name: str) -> Fault | None:
        """The fault of this name, if it is on."""
        return next((fault for fault in self._faults if fault.kind.name == name), None)


_PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"

_REPLACED: dict[str, Answer] = {
    "error-500": Answer(500, ""),
    "error-502": Answer(502, _PAGE.format("502 Bad Gateway")),
    "error-503": Answer(503, _PAGE.format("503 Service Unavailable")),
    "error-504": Answer(504, ""),
    "not-completed": answers.NOT_COMPLETED,
    "conflict": answers.TASK_CONFLICT,
    "already-started": answers.ALREADY_STARTED,
    "allocate": answers.FAILED_TO_ALLOCATE,
    "allocate-timeout": answers.ALLOCATE_TIMEOUT,
    "request-timeout": answers.TIMEOUT,
    "no-data": answers.NO_RECORDED_DATA,
    "over-load": answers.OVER_LOAD,
    "not-enabled": answers.NOT_ENABLED,
    "inactive": answers.NO_ACTIVE_STATUS,
    "expired-resource": answers.EXPIRED_RESOURCE,
    "rate-limit": answers.RATE_LIMITED,
    "unauthorized": answers.INVALID_CREDENTIALS,
    "html": Answer(200, _PAGE.format("Welcome to the guest network")),
    "garbage": Answer(200, '{"resourceId": "3kN1", "sid": '),
    "empty": Answer(200, ""),
}
_REPLACED_IN: dict[tuple[str, str], Answer] = {
    ("error-500", "acquire"): answers.INTERNAL_ERROR,
    ("allocate", "acquire"): answers.NO_WORKER_MANAGER,
    ("request-timeout", "start"): answers.START_TIMEOUT,
}


def replacement(fault: Fault, method: str) -> Answer:
    """What a fault of effect GATE or REPLACE says."""
    name = fault.kind.name
    return _REPLACED_IN.get((name, method), _REPLACED[name])
