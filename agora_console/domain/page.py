"""A web page recording beside its status: its services as Agora told them, changes it accepted."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

RECORDER = "web_recorder_service"
PUBLISHER = "rtmp_publish_service"


class PushTarget(BaseModel):
    """Where the picture is pushed; the stream key in `rtmp_url` is masked.

    `status` is `connecting`, `publishing`, `onhold` or `disconnected`.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    rtmp_url: str = ""
    status: str = ""


class PageService(BaseModel):
    """One entry of `extensionServiceState`; `state` is `init`, `inProgress` or `exit`."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    service_name: str
    state: str = ""
    onhold: bool | None = None
    outputs: tuple[PushTarget, ...] = ()


class Page(BaseModel):
    """What is known of a page recording; times are seconds since the epoch (UTC).

    `services` is what the last answer to query said, at `seen_at`. `onhold` and `rtmp_url` are what
    Agora accepted last by update, at `onhold_at` and `rtmp_at`; None and empty: nothing yet.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    services: tuple[PageService, ...] = ()
    seen_at: float | None = None
    onhold: bool | None = None
    onhold_at: float | None = None
    rtmp_url: str = ""
    rtmp_at: float | None = None

    def service(self, name: str) -> PageService | None:
        """The service of that name in the last answer."""
        return next((each for each in self.services if each.service_name == name), None)
