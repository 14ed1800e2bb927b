"""Steering from outside the process: paths under /_sim/, which Agora does not have.

GET  /_sim/ledger       requests, recordings, doubled recordings, violations
GET  /_sim/recordings   the recordings alone
GET  /_sim/faults       what is on, and what there is
POST /_sim/faults       {"add": ["lost-reply:start"], "remove": ["slow"]}
POST /_sim/channels     {"cname": "room", "people": 0, "uids": ["11", "12"]}
POST /_sim/clock        {"advance": 30}, on a clock that is moved by hand
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agora_console.simulator.answers import Answer, Json
from agora_console.simulator.clock import ManualClock
from agora_console.simulator.faults import KINDS, parse
from agora_console.simulator.ledger import recording_json
from agora_console.simulator.request import Request
from agora_console.simulator.request import parse as parse_json
from agora_console.simulator.shape import is_integer, is_number, is_texts
from agora_console.simulator.world import World

PREFIX = "/_sim/"
MOST_PEOPLE = 10_000


class Control:
    """Reads and changes the world for whoever runs the simulator."""

    def __init__(self, world: World) -> None:
        self._world = world

    def answer(self, request: Request) -> Answer:
        """The answer to a request under /_sim/; it needs no credentials and is not recorded."""
        actions: dict[tuple[str, str], Callable[[], Answer]] = {
            ("GET", "ledger"): self._ledger,
            ("GET", "recordings"): self._recordings,
            ("GET", "faults"): self._faults,
            ("POST", "faults"): lambda: self._change_faults(_object(request)),
            ("POST", "channels"): lambda: self._populate(_object(request)),
            ("POST", "clock"): lambda: self._advance(_object(request)),
        }
        action = actions.get((request.verb, request.path.removeprefix(PREFIX)))
        if action is None:
            return Answer(404, {"message": "there is no such thing under /_sim/"})
        self._world.ledger.looks += 1
        self._world.settle()
        try:
            return action()
        except ValueError as error:
            return Answer(400, {"message": str(error)})

    def _ledger(self) -> Answer:
        return Answer(200, self._world.ledger.as_json(self._world.clock.now()))

    def _recordings(self) -> Answer:
        now = self._world.clock.now()
        found = [recording_json(each, now) for each in self._world.recordings.values()]
        return Answer(200, {"now": now, "recordings": found})

    def _faults(self) -> Answer:
        known = {kind.name: kind.sentence for kind in KINDS.values()}
        return Answer(200, {"on": self._world.faults.specs, "known": known})

    def _change_faults(self, wanted: Json) -> Answer:
        add, remove = wanted.get("add", []), wanted.get("remove", [])
        if not is_texts(add) or not is_texts(remove):
            raise ValueError("add and remove are lists of faults")
        for spec in add:
            parse(spec)
        for name in remove:
            self._world.faults.remove(name)
        for spec in add:
            self._world.faults.add(spec)
        return self._faults()

    def _populate(self, wanted: Json) -> Answer:
        cname, uids = wanted.get("cname"), wanted.get("uids")
        if uids is not None and not is_texts(uids):
            raise ValueError("uids is a list of strings")
        people: Any = wanted.get("people", len(uids or ()))
        if not isinstance(cname, str) or not is_integer(people) or not 0 <= people <= MOST_PEOPLE:
            raise ValueError(f"cname is a name, people a number from 0 to {MOST_PEOPLE}")
        self._world.channel(cname).populate(people, tuple(uids) if uids else None)
        return Answer(200, {"cname": cname, "people": people})

    def _advance(self, wanted: Json) -> Answer:
        clock = self._world.clock
        seconds: Any = wanted.get("advance")
        if not isinstance(clock, ManualClock):
            raise ValueError("this clock is not moved by hand")
        if not is_number(seconds) or not 0 <= seconds <= 1e9:
            raise ValueError("advance is a number of seconds")
        clock.advance(float(seconds))
        self._world.settle()
        return Answer(200, {"now": clock.now()})


def _object(request: Request) -> Json:
    body: Any = parse_json(request.body)
    if not isinstance(body, dict):
        raise ValueError("the body is a JSON object")
    return body
