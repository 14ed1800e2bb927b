"""Project and storage target: everything about them that is not a secret."""

from __future__ import annotations

from typing import Literal
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field

Area = Literal["", "US", "EU", "AP", "CN"]
Spelling = Literal["unSubscribe", "unsubscribe"]

DEFAULT_API_URL = "https://api.agora.io"


def new_id() -> str:
    """An id that no other project or target has."""
    return uuid4().hex


class StorageTarget(BaseModel):
    """A place that recordings go to: `start.clientRequest.storageConfig` without its keys.

    `vendor` and `region` are Agora's numbers, `prefix` the folders, outermost first.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    id: str = Field(default_factory=new_id)
    name: str
    vendor: int
    region: int
    bucket: str
    prefix: tuple[str, ...] = ()
    endpoint: str = ""


class Project(BaseModel):
    """An App ID with the customer ID that may record for it. Its secret is in the vault.

    `area` (US, EU, AP, CN) names the regional hosts that are asked when the main one fails.
    `unsubscribe_spelling` is how the keys of the black lists are written; Agora's own sources
    disagree (`unSubscribeAudioUids` or `unsubscribeAudioUids`).
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    id: str = Field(default_factory=new_id)
    name: str
    app_id: str
    customer_id: str
    api_url: str = DEFAULT_API_URL
    area: Area = ""
    unsubscribe_spelling: Spelling = "unSubscribe"
    storage: tuple[StorageTarget, ...] = ()
