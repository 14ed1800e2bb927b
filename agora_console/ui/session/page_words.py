"""The sentences about a page recording: its services, its pause, its push; pure."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QCoreApplication

from agora_console.domain.on_air import How, Known, on_hold, push_url
from agora_console.domain.page import PUBLISHER, RECORDER
from agora_console.domain.session import Session
from agora_console.ui.look.times import clock_on_day

translate = QCoreApplication.translate


def hold_line(session: Session, now: float) -> str:
    """Whether the page is recorded, and how that is known."""
    known = on_hold(session)
    state = (
        translate("Session", "On hold: the page is shown, and nothing of it is stored")
        if known.value
        else translate("Session", "The page is recorded, not on hold")
    )
    return f"{state}; {_source(known, session.page.onhold, now)}."


def push_line(session: Session, now: float) -> str:
    """Where the page is pushed, and how that is known; the key is masked."""
    known = push_url(session)
    if not known.value:
        return translate("Session", "Agora has not told where it is pushed to.")
    return f"{known.value}; {_source(known, session.page.rtmp_url or None, now)}."


def service_line(session: Session, name: str) -> str:
    """What Agora's last answer says of a service, in its own words."""
    told = session.page.service(name)
    if told is None:
        return translate("Session", "{0}: not told yet").format(name)
    parts = [("state", told.state or "—")]
    if told.onhold is not None:
        parts.append(("onhold", json.dumps(told.onhold)))
    parts += [("status", each.status or "—") for each in told.outputs]
    return f"{name}: {', '.join(f'{key} {value}' for key, value in parts)}"


def push_trouble(session: Session) -> str:
    """What is wrong with the push to Agora's last answer; empty when nothing is said."""
    told = session.page.service(PUBLISHER)
    if told is None:
        return ""
    if any(each.status.lower() == "disconnected" for each in told.outputs):
        return translate("Session", "The CDN does not take the push. Change the address.")
    if told.state.lower() == "exit":
        return translate("Session", "The push has ended; the page is still recorded.")
    return ""


def summary(session: Session, now: float) -> str:
    """A few lines for the Status tab."""
    lines = [hold_line(session, now), service_line(session, RECORDER)]
    if session.page.service(PUBLISHER) is not None or push_url(session).value:
        lines += [push_line(session, now), service_line(session, PUBLISHER)]
    return "\n".join(lines)


def page_address(session: Session) -> str:
    """The address of the page that start ordered; empty where it is not known here."""
    services: Any = session.client_request.get("extensionServiceConfig")
    services = services.get("extensionServices") if isinstance(services, dict) else None
    for each in services if isinstance(services, list) else ():
        parameters = each.get("serviceParam") if isinstance(each, dict) else None
        url = parameters.get("url") if isinstance(parameters, dict) else None
        if isinstance(url, str) and url:
            return url
    return ""


def _source(known: Known, accepted: object, now: float) -> str:
    at = clock_on_day(known.at, now) if known.at is not None else "—"
    match known.how:
        case How.ACCEPTED:
            said = translate("Session", "Agora accepted it at {0}, and no answer has shown it yet")
        case How.TOLD if accepted is not None and accepted != known.value:
            said = translate(
                "Session", "told by Agora at {0}, although it had accepted another value"
            )
        case How.TOLD:
            said = translate("Session", "told by Agora at {0}")
        case _:
            said = translate("Session", "as start ordered it, not told by Agora yet")
    return said.format(at)
