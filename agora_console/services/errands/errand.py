"""Errands: what a command line asks of a console, its own or the one that owns the data folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, TypeAdapter, ValidationError


class Lent(BaseModel):
    """Credentials that a command found in its environment, for as long as the console runs."""

    model_config = ConfigDict(frozen=True, defer_build=True, hide_input_in_errors=True)

    app_id: str
    customer_id: str
    customer_secret: SecretStr
    api_url: str = ""

    @property
    def project_id(self) -> str:
        """The same for every run with these credentials, so that each finds its sessions."""
        return f"environment-{self.app_id}"


class _Errand(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, defer_build=True, hide_input_in_errors=True)

    lent: Lent | None = None


class ListSessions(_Errand):
    """Say every session that is not over, or with `all` every one."""

    kind: Literal["sessions"] = "sessions"
    all: bool = False


class Find(_Errand):
    """Say one session; `key` is its sid or its id."""

    kind: Literal["find"] = "find"
    key: str


class Stop(_Errand):
    """Stop one session and wait for its end; `despite_lock` passes the lock of the console."""

    kind: Literal["stop"] = "stop"
    key: str
    despite_lock: bool = False


class Close(_Errand):
    """Take the operator's word that one session is over, where Agora cannot be asked."""

    kind: Literal["close"] = "close"
    key: str


class Adopt(_Errand):
    """Take over a recording; `ticket` is the text of one, `project` a name, or empty."""

    kind: Literal["adopt"] = "adopt"
    ticket: str
    project: str = ""


class Recover(_Errand):
    """Find out what became of every session that is not over.

    `secrets` are those of StartSecrets, for starts of the lent project of which the keys are gone.
    """

    kind: Literal["recover"] = "recover"
    secrets: dict[str, SecretStr] = Field(default_factory=dict)


class MakeTicket(_Errand):
    """Say the ticket of one session."""

    kind: Literal["ticket"] = "ticket"
    key: str


class MakeReport(_Errand):
    """Say the report of one session."""

    kind: Literal["report"] = "report"
    key: str


class _Ordered(_Errand):
    """What a start is ordered with. `api` is the address that is expected of the project, empty
    for any; `guards` a document of `domain.guards`, in which a second recorder without UID gets
    one. `secrets` are those of StartSecrets, and `read_access_key` with `read_secret_key`.
    """

    channel: str
    config: dict[str, Any]
    uid: str = ""
    seconds: float | None = None
    project: str = ""
    api: str = ""
    guards: dict[str, Any] = Field(default_factory=dict)
    secrets: dict[str, SecretStr] = Field(default_factory=dict)


class Record(_Ordered):
    """Record a channel. Whoever asks chooses the session's id, and so finds it again later.

    `seconds` is from the confirmation, None until Ctrl+C.
    """

    kind: Literal["record"] = "record"
    session: str


class AskBefore(_Ordered):
    """Say what speaks for and against a start; `seconds` is the planned length."""

    kind: Literal["preflight"] = "preflight"


class Raise(_Errand):
    """Bring the window to the front; `file` is the path of a file to open there, or empty."""

    kind: Literal["raise"] = "raise"
    file: str = ""


Errand = (
    ListSessions
    | Find
    | Stop
    | Close
    | Adopt
    | Recover
    | MakeTicket
    | MakeReport
    | Record
    | AskBefore
    | Raise
)

_READER: TypeAdapter[Errand] = TypeAdapter(
    Annotated[Errand, Field(discriminator="kind")], config=ConfigDict(defer_build=True)
)


def to_message(errand: Errand) -> dict[str, Any]:
    """The errand as JSON with its secrets, for a connection that both sides have proven."""
    text = json.dumps(errand.model_dump(exclude_defaults=False), default=_open)
    message: dict[str, Any] = json.loads(text)
    return message


def read_message(message: Mapping[str, Any]) -> Errand | None:
    """The errand of a message; None for one that this version does not know."""
    try:
        return _READER.validate_json(json.dumps(message))
    except (ValidationError, ValueError, TypeError, RecursionError):
        return None


def _open(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    raise TypeError(type(value).__name__)
