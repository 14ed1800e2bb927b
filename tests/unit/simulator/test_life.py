"""A recording over time: 0 to 5, 6 to 8, gone; by stop, by idleness, by its own limits."""

from __future__ import annotations

import pytest

from agora_console.simulator import Simulator
from agora_console.simulator.channel import Channel
from agora_console.simulator.clock import ManualClock
from tests.unit.simulator.caller import (
    BODIES,
    MIX,
    MIX_MP4,
    SNAPSHOTS,
    STORAGE,
    WEB,
    WEB_PUSH,
    Caller,
    changed,
)

MODES = ["mix", "individual", "web"]


@pytest.mark.parametrize("mode", MODES)
async def test_status_climbs_to_five_with_the_first_file(
    caller: Caller, clock: ManualClock, mode: str
) -> None:
    session = await caller.started(mode)
    seen = [await session.status()]
    for _ in range(120):
        clock.advance(0.5)
        if (status := await session.status()) != seen[-1]:
            seen.append(status)
    assert seen == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(("mode", "latest"), [("mix", 20), ("individual", 60), ("web", 20)])
async def test_the_first_file_comes_in_the_time_the_reference_gives(
    caller: Caller, clock: ManualClock, mode: str, latest: float
) -> None:
    session = await caller.started(mode)
    clock.advance(5)
    assert await session.status() == 4
    clock.advance(latest - 5)
    assert await session.status() == 5


@pytest.mark.parametrize("mode", MODES)
async def test_after_a_stop_it_leaves_by_steps_and_is_gone(
    caller: Caller, clock: ManualClock, mode: str
) -> None:
    session = await caller.started(mode)
    clock.advance(60)
    await session.stop(at_once=True)
    seen = []
    for _ in range(100):
        seen.append(await session.status())
        clock.advance(0.1)
    assert list(dict.fromkeys(seen)) == [6, 7, 8, None]


async def test_a_second_stop_is_invalid_and_later_unknown(
    caller: Caller, clock: ManualClock
) -> None:
    session = await caller.started()
    clock.advance(60)
    assert (await session.stop()).status_code == 200
    again = await session.stop()
    assert (again.status_code, again.json()) == (400, {"code": 49, "reason": "invalid operation"})
    clock.advance(60)
    late = await session.stop()
    assert (late.status_code, late.json()["code"]) == (404, 404)


async def test_a_synchronous_stop_takes_the_upload_and_another_does_not(
    caller: Caller, clock: ManualClock
) -> None:
    session = await caller.started()
    clock.advance(60)
    before = clock.now()
    await session.stop()
    assert clock.now() - before == 2
    other = await caller.started(uid="4002")
    clock.advance(60)
    before = clock.now()
    answer = await other.stop(at_once=True)
    assert clock.now() == before
    assert "serverResponse" not in answer.json()


# --- nobody there ------------------------------------------------------------------


async def test_an_empty_channel_ends_it_after_max_idle_time(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    session = await caller.started("mix", changed(MIX, "recordingConfig.maxIdleTime", 40))
    clock.advance(30)
    simulator.channel("town-hall").people = 0
    clock.advance(39)
    assert await session.status() == 5
    clock.advance(2)
    assert await session.status() == 6
    recording = simulator.recordings[session.sid]
    assert recording.cause == "idle"
    assert recording.ended_at == recording.started_at + 70


async def test_somebody_who_comes_back_in_time_keeps_it_alive(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    session = await caller.started()
    clock.advance(20)
    for _ in range(5):
        simulator.channel("town-hall").people = 0
        clock.advance(29)
        simulator.channel("town-hall").people = 1
        clock.advance(1)
    assert await session.status() == 5


async def test_stop_just_after_idle_exit_is_code_49(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    simulator.channel("town-hall").people = 0
    session = await caller.started()
    clock.advance(4 + 30 + 1)
    answer = await session.stop()
    assert (answer.status_code, answer.json()["code"]) == (400, 49)


async def test_without_people_it_stays_at_four_and_stop_says_435(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    simulator.channel("town-hall").people = 0
    session = await caller.started()
    clock.advance(20)
    assert await session.status() == 4
    answer = await session.stop()
    assert (answer.status_code, answer.json()) == (
        206,
        {"code": 435, "reason": "no recorded data"},
    )


async def test_a_page_is_never_alone(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    simulator.channel("town-hall").people = 0
    session = await caller.started("web")
    clock.advance(3000)
    assert await session.status() == 5


# --- limits of its own -----------------------------------------------------------


async def test_a_page_recording_ends_at_max_recording_hour(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    session = await caller.started("web")
    clock.advance(2 * 3600 + 1)
    assert await session.status() == 6
    assert simulator.recordings[session.sid].cause == "max_recording_hour"


async def test_after_resource_expired_hour_it_records_out_of_reach(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    session = await caller.acquired(request={"resourceExpiredHour": 1})
    await session.start()
    clock.advance(3599)
    assert await session.status() == 5
    clock.advance(2)
    assert await session.status() is None
    assert (await session.stop()).status_code == 404
    assert simulator.recordings[session.sid].ended_at is None


async def test_billing_counts_from_the_channel_to_the_end(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    session = await caller.started()
    clock.advance(64)
    await session.stop()
    clock.advance(500)
    assert simulator.recordings[session.sid].billed_seconds(clock.now()) == 60


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("storageConfig.bucket", "missing-bucket"),
        ("storageConfig.accessKey", "bad-key"),
        ("storageConfig.secretKey", "bad-key"),
        ("token", "bad-token"),
    ],
)
async def test_settings_that_cannot_work_show_as_404_on_query(
    caller: Caller, clock: ManualClock, path: str, value: str
) -> None:
    session = await caller.started("mix", changed(MIX, path, value))
    for _ in range(10):
        assert await session.status() is None
        clock.advance(10)
    assert (await session.stop()).status_code == 404


# --- what is recorded --------------------------------------------------------------


async def names(session_files: object) -> set[str]:
    assert isinstance(session_files, list)
    return {entry["fileName"].split("__uid_s_")[1] for entry in session_files}


async def test_individual_lists_a_playlist_a_person_and_medium(
    caller: Caller, clock: ManualClock
) -> None:
    session = await caller.started("individual")
    clock.advance(60)
    assert await names((await session.response())["fileList"]) == {
        f"{uid}__uid_e_{medium}.m3u8" for uid in (101, 102, 103) for medium in ("audio", "video")
    }


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ({"streamTypes": 0}, {"101 audio", "102 audio", "103 audio"}),
        ({"streamTypes": 1}, {"101 video", "102 video", "103 video"}),
        ({"subscribeAudioUids": ["7"]}, {"7 audio"}),
        (
            {"subscribeAudioUids": ["7"], "subscribeVideoUids": ["#allstream#"]},
            {"7 audio", "7 video", "101 video", "102 video"},
        ),
        (
            {"unSubscribeAudioUids": ["102"], "unsubscribeVideoUids": ["101", "102"]},
            {"101 audio", "103 audio", "103 video"},
        ),
    ],
)
async def test_subscription_lists_decide_who_is_recorded(
    caller: Caller, clock: ManualClock, lists: dict[str, object], expected: set[str]
) -> None:
    request = changed(
        BODIES["individual"], "recordingConfig", {"channelType": 0, "subscribeUidGroup": 2, **lists}
    )
    session = await caller.started("individual", request)
    clock.advance(60)
    files = (await session.response())["fileList"]
    assert {f"{entry['uid']} {entry['trackType']}" for entry in files} == expected


async def test_people_who_are_named_for_the_channel_are_the_only_ones(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    simulator.channel("town-hall").populate(2, ("11", "12", "13"))
    request = changed(BODIES["individual"], "recordingConfig.subscribeVideoUids", ["12", "13"])
    session = await caller.started("individual", request)
    clock.advance(60)
    files = (await session.response())["fileList"]
    assert {entry["uid"] for entry in files} == {"12"}


async def test_at_most_seventeen_people_are_recorded(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    simulator.channel("town-hall").people = 40
    session = await caller.started("individual")
    clock.advance(60)
    files = (await session.response())["fileList"]
    assert len({entry["uid"] for entry in files}) == 17


async def test_standard_joins_each_persons_picture_and_sound(
    caller: Caller, clock: ManualClock
) -> None:
    request = changed(BODIES["individual"], "recordingConfig.streamMode", "standard")
    session = await caller.started("individual", request)
    clock.advance(60)
    files = (await session.response())["fileList"]
    assert await names(files[-3:]) == {f"{uid}__uid_e_av.m3u8" for uid in (101, 102, 103)}
    assert [entry["trackType"] for entry in files[-3:]] == ["audio_and_video"] * 3


async def test_a_uid_that_somebody_has_puts_the_recorder_out(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    session = await caller.started(uid="12")
    clock.advance(60)
    simulator.channel("town-hall").populate(2, ("11", "12"))
    clock.advance(1)
    assert await session.status() is None
    assert simulator.recordings[session.sid].cause == "kicked"
    assert (await session.stop()).json()["code"] == 49


async def test_the_uid_is_taken_from_the_beginning(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    simulator.channel("town-hall").populate(1, ("12",))
    session = await caller.started(uid="12")
    assert await session.status() == 0
    clock.advance(5)
    assert await session.status() is None
    assert simulator.recordings[session.sid].billed_seconds(clock.now()) == 0


def test_a_channel_has_no_negative_people() -> None:
    with pytest.raises(ValueError, match="-1"):
        Channel(3).people = -1


async def test_an_update_replaces_the_subscription(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started("individual")
    clock.advance(60)
    lists = {"audioUidList": {"subscribeAudioUids": ["101"]}}
    assert (await session.update({"streamSubscribe": lists})).status_code == 200
    clock.advance(60)
    recording = caller.simulator.recordings[session.sid]
    open_takes = {
        (take.uid, take.track) for take in recording.takes.values() if not take.runs[-1].closed
    }
    assert open_takes == {("101", "audio")}


async def test_a_mix_keeps_one_playlist_when_its_media_change(
    caller: Caller, clock: ManualClock
) -> None:
    session = await caller.started("mix", changed(MIX_MP4, "recordingConfig.streamTypes", 2))
    clock.advance(30)
    await session.update({"streamSubscribe": {"videoUidList": {"subscribeVideoUids": ["101"]}}})
    clock.advance(30)
    names = [entry["fileName"] for entry in (await session.response())["fileList"]]
    assert names == [f"{session.sid}_town-hall.m3u8", f"{session.sid}_town-hall_0.mp4"]


async def test_mp4_is_cut_every_two_hours(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started("mix", MIX_MP4)
    clock.advance(2 * 7200 + 100)
    names = [entry["fileName"] for entry in (await session.response())["fileList"]]
    assert [name.rpartition("_")[2] for name in names] == [
        "town-hall.m3u8",
        "0.mp4",
        "1.mp4",
        "2.mp4",
    ]


async def test_updating_the_layout_replaces_all_of_it_but_the_canvas(
    caller: Caller, simulator: Simulator
) -> None:
    request = changed(
        MIX,
        "recordingConfig.transcodingConfig",
        {"width": 640, "height": 360, "backgroundColor": "#112233"},
    )
    session = await caller.started("mix", request)
    region = {"x_axis": 0, "y_axis": 0, "width": 1, "height": 1}
    await session.update_layout({"mixedVideoLayout": 3, "layoutConfig": [region]})
    assert simulator.recordings[session.sid].layout == {
        "width": 640,
        "height": 360,
        "mixedVideoLayout": 3,
        "layoutConfig": [region],
    }
    await session.update_layout({"mixedVideoLayout": 1})
    assert simulator.recordings[session.sid].layout == {
        "width": 640,
        "height": 360,
        "mixedVideoLayout": 1,
    }


# --- web ---------------------------------------------------------------------------


async def test_a_page_on_hold_records_nothing_until_it_is_resumed(
    caller: Caller, clock: ManualClock
) -> None:
    request = changed(WEB, "extensionServiceConfig.extensionServices.0.serviceParam.onhold", True)
    session = await caller.started("web", request)
    clock.advance(60)
    response = await session.response()
    payload = response["extensionServiceState"][0]["payload"]
    assert (response["status"], payload["onhold"], payload["fileList"]) == (4, True, [])
    await session.update({"webRecordingConfig": {"onhold": False}})
    clock.advance(20)
    response = await session.response()
    payload = response["extensionServiceState"][0]["payload"]
    assert (response["status"], payload["onhold"], len(payload["fileList"])) == (5, False, 2)


async def test_the_publishing_address_can_be_changed(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started("web", WEB_PUSH)
    outputs = (await session.response())["extensionServiceState"][1]["payload"]["outputs"]
    assert outputs == [{"rtmpUrl": "rtmp://cdn.example.org/live/one", "status": "connecting"}]
    clock.advance(30)
    address = "rtmps://cdn.example.org/live/two"
    await session.update({"rtmpPublishConfig": {"outputs": [{"rtmpUrl": address}]}})
    outputs = (await session.response())["extensionServiceState"][1]["payload"]["outputs"]
    assert outputs == [{"rtmpUrl": address, "status": "publishing"}]


async def test_names_of_page_files_have_no_special_characters(
    caller: Caller, clock: ManualClock
) -> None:
    session = await caller.started("web", cname="wall / stage: öst")
    clock.advance(60)
    files = (await session.response())["extensionServiceState"][0]["payload"]["fileList"]
    assert files[0]["filename"] == f"{session.sid}_wall---stage---st.m3u8"


# --- ids ---------------------------------------------------------------------------


async def test_a_resource_lives_five_minutes(caller: Caller, clock: ManualClock) -> None:
    session = await caller.acquired()
    clock.advance(299.9)
    other = await caller.acquired(uid="4002")
    assert (await session.start()).status_code == 200
    clock.advance(300)
    late = await other.start()
    assert (late.status_code, late.json()["code"]) == (400, 433)


async def test_start_again_while_it_runs_is_201_and_afterwards_expired(
    caller: Caller, simulator: Simulator, clock: ManualClock
) -> None:
    session = await caller.started()
    again = await session.start()
    assert (again.status_code, again.json()) == (201, {"code": 7, "reason": "already started"})
    clock.advance(400)
    assert (await session.start()).status_code == 201
    await session.stop()
    clock.advance(60)
    over = await session.start()
    assert (over.status_code, over.json()["code"]) == (400, 433)
    assert len(simulator.recordings) == 1


async def test_the_same_channel_and_uid_conflict_until_the_first_has_left(
    caller: Caller, clock: ManualClock
) -> None:
    first = await caller.started()
    clock.advance(30)
    second = await caller.acquired()
    answer = await second.start()
    assert (answer.status_code, answer.json()) == (400, {"code": 53, "reason": "task conflict"})
    await first.stop()
    clock.advance(5)
    assert (await second.start()).status_code == 200


@pytest.mark.parametrize(("mode", "limit"), [("mix", 50), ("individual", 50), ("web", 200)])
async def test_tasks_beyond_the_limit_are_refused(caller: Caller, mode: str, limit: int) -> None:
    scene = {"scene": 1} if mode == "web" else {}
    for number in range(limit):
        await caller.started(mode, uid=str(5000 + number))
    answer = await caller.acquire(scene, uid="4999")
    assert (answer.status_code, answer.json()) == (
        400,
        {"code": 406, "reason": "vendor_over_load"},
    )
    other = await caller.acquire({"scene": 0 if mode == "web" else 1}, uid="4998")
    assert other.status_code == 200


async def test_snapshots_alone_are_five_with_the_first_picture(
    caller: Caller, clock: ManualClock
) -> None:
    session = await caller.started("individual", SNAPSHOTS)
    clock.advance(23)
    assert (await session.response())["status"] == 4
    clock.advance(2)
    assert set(await session.response()) == {"status", "sliceStartTime"}
    assert (await session.stop()).json()["serverResponse"] == {"uploadingStatus": "uploaded"}


async def test_the_storage_may_be_rotated(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started()
    until = int(clock.now()) + 5 * 3600
    fresh = {**STORAGE, "stsToken": "temporary", "stsExpiration": until}
    assert (await session.update({"storageConfig": fresh})).status_code == 200
