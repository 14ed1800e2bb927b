"""What is on air: as start ordered it, as Agora accepted it since, as it told it; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from agora_console.domain.layout import LAYOUT_KEYS
from agora_console.domain.page import PUBLISHER, RECORDER, PageService
from agora_console.domain.paths import MISSING, has_place, with_value, without
from agora_console.domain.session import Session

_RECORDING = "clientRequest.recordingConfig"
_PICTURE = f"{_RECORDING}.transcodingConfig"
_SERVICES = "clientRequest.extensionServiceConfig.extensionServices"
_LISTS = tuple(
    f"{head}{medium}Uids"
    for head in ("subscribe", "unSubscribe", "unsubscribe")
    for medium in ("Audio", "Video")
)


class How(StrEnum):
    """How something is known, the weakest first."""

    ORDERED = "ordered"  # start carried it
    ACCEPTED = "accepted"  # an update that carried it was answered with 200
    TOLD = "told"  # an answer to query says so


@dataclass(frozen=True, slots=True)
class Known:
    """A value, how it is known, and since when (seconds since the epoch)."""

    value: Any
    how: How
    at: float | None = None


def layout_on_air(session: Session) -> dict[str, Any]:
    """The layout that Agora accepted last: that of start until an updateLayout was accepted."""
    if session.layout is not None:
        return session.layout
    picture = _object(_object(session.client_request, "recordingConfig"), "transcodingConfig")
    return {key: picture[key] for key in LAYOUT_KEYS if key in picture}


def on_hold(session: Session) -> Known:
    """Whether the page is shown without being recorded."""
    page = session.page
    told = page.service(RECORDER)
    if told is not None and told.onhold is not None and _newer(page.seen_at, page.onhold_at):
        return Known(told.onhold, How.TOLD, page.seen_at)
    if page.onhold is not None:
        return Known(page.onhold, How.ACCEPTED, page.onhold_at)
    return Known(_parameter(session, RECORDER, "onhold") is True, How.ORDERED, session.started_at)


def push_url(session: Session) -> Known:
    """Where the page is pushed, its key masked; an empty text where it is not pushed."""
    page = session.page
    told = page.service(PUBLISHER)
    if told is not None and told.outputs and _newer(page.seen_at, page.rtmp_at):
        return Known(told.outputs[0].rtmp_url, How.TOLD, page.seen_at)
    if page.rtmp_url:
        return Known(page.rtmp_url, How.ACCEPTED, page.rtmp_at)
    return Known(
        _url_of(_parameter(session, PUBLISHER, "outputs")), How.ORDERED, session.started_at
    )


def publishes(session: Session) -> bool:
    """Whether it was started with a push, by its config or by what Agora told."""
    ordered = any(each.get("serviceName") == PUBLISHER for each in _services(session))
    return ordered or session.page.service(PUBLISHER) is not None


def with_services(session: Session, services: tuple[PageService, ...], at: float) -> Session:
    """The session after an answer to query; an answer without services leaves what is known."""
    if not services:
        return session
    page = session.page.model_copy(update={"services": services, "seen_at": at})
    return session.model_copy(update={"page": page})


def with_layout(session: Session, layout: dict[str, Any], at: float) -> Session:
    """The session after Agora accepted a layout."""
    update: dict[str, Any] = {"layout": layout, "layout_at": at}
    known = session.layout is not None or bool(session.client_request)
    if layout != (here := layout_on_air(session)):
        update["layout_before"] = here if known else None
    return session.model_copy(update=update)


def with_update(session: Session, change: Mapping[str, Any], at: float) -> Session:
    """The session after Agora accepted an update; `change` is its `clientRequest`."""
    lists, page = change.get("streamSubscribe"), session.page
    if isinstance(lists, dict):
        session = _with_subscription(session, lists, at)
    end = _object(change, "storageConfig").get("stsExpiration")
    if isinstance(end, int):
        session = session.model_copy(update={"sts_expires_at": float(end)})
    hold = _object(change, "webRecordingConfig").get("onhold")
    if isinstance(hold, bool):
        page = page.model_copy(update={"onhold": hold, "onhold_at": at})
    if url := _url_of(_object(change, "rtmpPublishConfig").get("outputs")):
        page = page.model_copy(update={"rtmp_url": url, "rtmp_at": at})
    return session if page is session.page else session.model_copy(update={"page": page})


def _with_subscription(session: Session, lists: dict[str, Any], at: float) -> Session:
    update: dict[str, Any] = {"subscription": lists, "subscription_at": at}
    if lists != session.subscription:
        update["subscription_before"] = session.subscription
    return session.model_copy(update=update)


def config_on_air(session: Session) -> Mapping[str, Any]:
    """The config of the start with what Agora accepted, or told, since."""
    document: dict[str, Any] = session.config
    if session.layout is not None:
        document = _laid_out(document, session.layout)
    if session.subscription is not None:
        document = _with_lists(document, session.subscription)
    return _with_page(document, session) if session.mode == "web" else document


def _laid_out(document: dict[str, Any], layout: Mapping[str, Any]) -> dict[str, Any]:
    for key in LAYOUT_KEYS:
        path = f"{_PICTURE}.{key}"
        value = layout.get(key, MISSING)
        if value is MISSING:  # updateLayout resets what it leaves out
            document = without(document, path)
        elif has_place(document, path):
            document = with_value(document, path, value)
    return document


def _with_lists(document: dict[str, Any], subscription: Mapping[str, Any]) -> dict[str, Any]:
    """An update replaces every list."""
    lists = _object(subscription, "audioUidList") | _object(subscription, "videoUidList")
    for key in _LISTS:
        path = f"{_RECORDING}.{key}"
        document = without(document, path)
        if key in lists and has_place(document, path):
            document = with_value(document, path, lists[key])
    return document


def _with_page(document: dict[str, Any], session: Session) -> dict[str, Any]:
    known = {RECORDER: ("onhold", on_hold(session)), PUBLISHER: ("outputs", push_url(session))}
    for row, service in enumerate(_services(session)):
        key, value = known.get(str(service.get("serviceName")), ("", Known(None, How.ORDERED)))
        path = f"{_SERVICES}[{row}].serviceParam.{key}"
        if value.how is not How.ORDERED and has_place(document, path):
            new = [{"rtmpUrl": value.value}] if key == "outputs" else value.value
            document = with_value(document, path, new)
    return document


def _newer(seen: float | None, accepted: float | None) -> bool:
    return seen is not None and (accepted is None or seen > accepted)


def _services(session: Session) -> list[dict[str, Any]]:
    services = _object(session.client_request, "extensionServiceConfig").get("extensionServices")
    listed = services if isinstance(services, list) else []
    return [each if isinstance(each, dict) else {} for each in listed]


def _parameter(session: Session, service: str, key: str) -> object:
    for each in _services(session):
        if each.get("serviceName") == service:
            return _object(each, "serviceParam").get(key)
    return None


def _url_of(outputs: object) -> str:
    first = outputs[0] if isinstance(outputs, list) and outputs else None
    url = first.get("rtmpUrl") if isinstance(first, dict) else None
    return url if isinstance(url, str) else ""


def _object(value: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = value.get(key)
    return found if isinstance(found, dict) else {}
