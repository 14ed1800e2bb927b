"""What is on air: ordered, accepted, told; and what stays of it over a restart."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.evidence.facts import Fact, LayoutAccepted, StatusSeen, UpdateAccepted
from agora_console.domain.evidence.judge import judge
from agora_console.domain.on_air import (
    How,
    Known,
    config_on_air,
    layout_on_air,
    on_hold,
    publishes,
    push_url,
)
from agora_console.domain.page import PUBLISHER, RECORDER, PageService, PushTarget
from agora_console.domain.session import Phase, Session
from tests.support.configs import mix, web
from tests.support.sessions import make_session

OLD, NEW = "rtmp://live.example.com/app/***", "rtmps://two.example.com/app/***"
PUSH = {"serviceName": PUBLISHER, "serviceParam": {"outputs": [{"rtmpUrl": OLD}]}}
LISTS = {
    "audioUidList": {"subscribeAudioUids": ["#allstream#"]},
    "videoUidList": {"unSubscribeVideoUids": ["7"]},
}


def web_session(**changes: Any) -> Session:
    return make_session(mode="web", phase=Phase.RECORDING, **changes)


def page(*more: Any, **param: Any) -> Session:
    config = web(**param)
    config["clientRequest"]["extensionServiceConfig"]["extensionServices"] += more
    return web_session(config=config, started_at=1.0)


def told(at: float, hold: bool | None, url: str = "", status: str = "publishing") -> StatusSeen:
    services = [PageService(service_name=RECORDER, state="inProgress", onhold=hold)]
    if url:
        outputs = (PushTarget(rtmp_url=url, status=status),)
        services.append(PageService(service_name=PUBLISHER, state="inProgress", outputs=outputs))
    return StatusSeen(at, 5, services=tuple(services))


def hold(at: float, paused: bool) -> UpdateAccepted:
    return UpdateAccepted(at, {"webRecordingConfig": {"onhold": paused}})


def address(at: float, url: str) -> UpdateAccepted:
    return UpdateAccepted(at, {"rtmpPublishConfig": {"outputs": [{"rtmpUrl": url}]}})


def after(session: Session, *facts: Fact) -> Session:
    for fact in facts:
        session = judge(session, fact)
    return Session.from_json(session.to_json())  # as it is after a restart


@pytest.mark.parametrize(
    ("session", "known"),
    [
        (page(), Known(False, How.ORDERED, 1.0)),
        (page(onhold=True), Known(True, How.ORDERED, 1.0)),
        (after(page(), hold(5.0, True)), Known(True, How.ACCEPTED, 5.0)),
        (after(page(), told(4.0, True)), Known(True, How.TOLD, 4.0)),
        (after(page(), told(4.0, False), hold(5.0, True)), Known(True, How.ACCEPTED, 5.0)),
        (after(page(), hold(5.0, True), told(6.0, True)), Known(True, How.TOLD, 6.0)),
        (after(page(), hold(5.0, True), told(6.0, False)), Known(False, How.TOLD, 6.0)),
        (after(page(), hold(5.0, True), told(6.0, None)), Known(True, How.ACCEPTED, 5.0)),
    ],
)
def test_a_pause_is_known_by_the_newest_of_order_acceptance_and_answer(
    session: Session, known: Known
) -> None:
    assert on_hold(session) == known


@pytest.mark.parametrize(
    ("session", "known"),
    [
        (page(), Known("", How.ORDERED, 1.0)),
        (page(PUSH), Known(OLD, How.ORDERED, 1.0)),
        (after(page(PUSH), address(5.0, NEW)), Known(NEW, How.ACCEPTED, 5.0)),
        (after(page(PUSH), told(4.0, False, OLD)), Known(OLD, How.TOLD, 4.0)),
        (after(page(PUSH), address(5.0, NEW), told(6.0, False, NEW)), Known(NEW, How.TOLD, 6.0)),
        (after(page(PUSH), address(5.0, NEW), told(6.0, False)), Known(NEW, How.ACCEPTED, 5.0)),
    ],
)
def test_so_is_the_address_of_a_push(session: Session, known: Known) -> None:
    assert push_url(session) == known


def test_a_push_is_there_when_start_ordered_it_or_agora_tells_of_it() -> None:
    assert publishes(page(PUSH))
    assert not publishes(page())
    elsewhere = web_session(config={"mode": "web"})
    assert not publishes(elsewhere)
    assert publishes(after(elsewhere, told(4.0, False, OLD)))


def test_an_answer_without_services_leaves_what_is_known() -> None:
    session = after(page(), told(4.0, True), StatusSeen(9.0, 5))
    assert on_hold(session) == Known(True, How.TOLD, 4.0)


@pytest.mark.parametrize(
    "services", [None, 7, ["odd"], [{"serviceName": PUBLISHER, "serviceParam": {"outputs": []}}]]
)
def test_a_config_of_any_shape_is_read(services: Any) -> None:
    request = {"clientRequest": {"extensionServiceConfig": {"extensionServices": services}}}
    session = web_session(config={"mode": "web", **request})
    assert on_hold(session).value is False
    assert push_url(session).value == ""
    assert config_on_air(session) == session.config


def test_credentials_that_were_renewed_change_nothing_that_is_seen() -> None:
    session = page(PUSH)
    assert judge(session, UpdateAccepted(5.0, {"storageConfig": {"vendor": 1}})) == session


def test_the_config_on_air_has_the_page_as_it_is_now() -> None:
    session = after(page(PUSH), hold(5.0, True), address(6.0, NEW))
    services = config_on_air(session)["clientRequest"]["extensionServiceConfig"]
    recorder, push = services["extensionServices"]
    assert recorder["serviceParam"]["onhold"] is True
    assert push["serviceParam"]["outputs"] == [{"rtmpUrl": NEW}]
    assert config_on_air(page(PUSH)) == page(PUSH).config


def test_the_config_on_air_has_the_layout_and_the_lists_that_were_accepted_last() -> None:
    config = mix(subscribeAudioUids=["1"], subscribeVideoUids=["1"])
    config["clientRequest"]["recordingConfig"]["transcodingConfig"]["backgroundColor"] = "#101828"
    session = make_session(config=config)
    layout = {"mixedVideoLayout": 2, "maxResolutionUid": "7"}
    now = after(
        session, LayoutAccepted(4.0, layout), UpdateAccepted(5.0, {"streamSubscribe": LISTS})
    )
    recording = config_on_air(now)["clientRequest"]["recordingConfig"]
    assert recording["subscribeAudioUids"] == ["#allstream#"]
    assert recording["unSubscribeVideoUids"] == ["7"]
    assert "subscribeVideoUids" not in recording
    picture = recording["transcodingConfig"]
    assert (picture["mixedVideoLayout"], picture["width"]) == (2, 1280)
    assert "backgroundColor" not in picture  # updateLayout resets what it leaves out
    assert config_on_air(session) == config


def test_nothing_is_put_where_a_config_has_no_place_for_it() -> None:
    broken = {"mode": "mix", "clientRequest": {"recordingConfig": 7}}
    session = make_session(config=broken, layout={"mixedVideoLayout": 1}, subscription=LISTS)
    assert config_on_air(session) == broken


def test_what_was_valid_before_is_kept_and_the_same_again_changes_nothing_of_it() -> None:
    session = make_session(config=mix(), layout={"mixedVideoLayout": 0})
    one, two = {"mixedVideoLayout": 1}, {"mixedVideoLayout": 2}
    session = after(session, LayoutAccepted(4.0, one))
    assert session.layout_before == {"mixedVideoLayout": 0}
    session = after(session, LayoutAccepted(5.0, two), LayoutAccepted(6.0, two))
    assert (session.layout_before, session.layout_at) == (one, 6.0)
    fewer = {"audioUidList": {"subscribeAudioUids": ["1"]}}
    session = after(session, UpdateAccepted(7.0, {"streamSubscribe": LISTS}))
    assert session.subscription_before is None
    session = after(session, *[UpdateAccepted(at, {"streamSubscribe": fewer}) for at in (8.0, 9.0)])
    assert (session.subscription_before, session.subscription_at) == (LISTS, 9.0)


def test_the_layout_before_the_first_is_that_of_start_where_start_is_known() -> None:
    config = mix()
    config["clientRequest"]["recordingConfig"]["transcodingConfig"]["mixedVideoLayout"] = 1
    known, elsewhere = make_session(config=config), make_session(config={"mode": "mix"})
    assert layout_on_air(known) == {"mixedVideoLayout": 1}
    layout = {"mixedVideoLayout": 2, "maxResolutionUid": "7"}
    assert after(known, LayoutAccepted(4.0, layout)).layout_before == {"mixedVideoLayout": 1}
    assert after(elsewhere, LayoutAccepted(4.0, layout)).layout_before is None


def test_an_accepted_change_proves_typed_ids() -> None:
    session = make_session(ids_typed=True)
    assert not judge(session, UpdateAccepted(5.0, {"streamSubscribe": LISTS})).ids_typed
