"""The verdict on what a bucket holds of a recording."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from agora_console.domain.evidence.facts import BucketSeen
from agora_console.domain.evidence.judge import judge
from agora_console.domain.files.arrival import (
    MOST_EVIDENCE,
    judge_arrival,
    not_looked,
    playlists_to_read,
)
from agora_console.domain.files.playlist import Playlist, read_playlist
from agora_console.domain.files.verdict import Arrival, Verdict
from agora_console.domain.session import FileEntry, Phase, Session
from agora_console.domain.states import look
from tests.support.sessions import make_session

SID = "5f" * 16
STEM = f"{SID}_town-hall"
LIST = f"{STEM}.m3u8"
BEGIN = datetime(2026, 6, 1, 12, tzinfo=UTC).timestamp()


def slice_at(second: float, stem: str = STEM) -> str:
    when = datetime.fromtimestamp(BEGIN + second, UTC)
    return f"{stem}_{when:%Y%m%d%H%M%S}{when.microsecond // 1000:03}.ts"


def written(
    *slices: str, own: str = LIST, seconds: float = 15.0, end: str = "#EXT-X-ENDLIST\n"
) -> Playlist | None:
    lines = "".join(f"#EXTINF:{seconds},\n{each}\n" for each in slices)
    return read_playlist(f"#EXTM3U\n{lines}{end}", own)


def recording(
    *listed: str, mode: str = "mix", phase: Phase = Phase.FILES_LISTED, **request: Any
) -> Session:
    return make_session(
        mode=mode,
        sid=SID,
        phase=phase,
        over=True,
        config={"mode": mode, "clientRequest": request},
        files=[FileEntry(file_name=each) for each in listed],
        confirmed_at=BEGIN,
        stop_accepted_at=BEGIN + 45.0,
    )


SLICES = (slice_at(0), slice_at(15), slice_at(30))


def verdict(
    session: Session | None = None,
    names: tuple[str, ...] = (LIST, *SLICES),
    playlists: dict[str, Playlist | None] | None = None,
    sizes: dict[str, int] | None = None,
) -> Arrival:
    found = {each: (sizes or {}).get(each, 100) for each in names}
    lists = {LIST: written(*SLICES)} if playlists is None else playlists
    return judge_arrival(session or recording(f"shows/{LIST}"), found, lists, 9.0)


def test_a_whole_recording_is_safe() -> None:
    seen = verdict()
    assert (seen.verdict, seen.wrong, seen.remarks) == (Verdict.SAFE, (), ())
    assert (seen.files, seen.size, seen.seconds, seen.at) == (4, 400, 45.0, 9.0)
    assert seen.sentence == "4 files found in the bucket, everything that belongs to it."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"names": (LIST, SLICES[0], SLICES[2])}, f"{SLICES[1]} is named by {LIST} and is not in"),
        ({"sizes": {SLICES[1]: 0}}, f"{SLICES[1]} is empty"),
        ({"names": SLICES}, f"{LIST} is listed by Agora and is not in the bucket"),
        ({"session": recording(), "names": SLICES}, "and its 2 followers"),
        ({"session": recording(), "names": SLICES[:1]}, f"No playlist names {SLICES[0]}."),
        ({"names": ()}, "is listed by Agora"),
        ({"session": recording(), "names": ()}, "The bucket holds no file of this recording"),
        ({"playlists": {LIST: written(*SLICES[:2])}}, f"{LIST} does not name {SLICES[2]}, which"),
        ({"playlists": {LIST: written(SLICES[0])}}, f"{SLICES[1]} and 1 more, which"),
        ({"playlists": {LIST: None}}, "cannot be read as a playlist"),
        ({"playlists": {}}, "cannot be read as a playlist"),
        ({"playlists": {LIST: written(*SLICES, end="#EXTINF:15")}}, "breaks off"),
        ({"playlists": {LIST: written()}}, "names no slice"),
        (
            {"playlists": {LIST: written(*SLICES, "http://evil.example/a.ts")}},
            "1 address outside of its folder",
        ),
        (
            {"session": recording(recordingFileConfig={"avFileType": ["hls", "mp4"]})},
            "MP4 was ordered",
        ),
        ({"names": (LIST, *SLICES, f"{STEM}_0.mp4", f"{STEM}_2.mp4")}, "index 1 is missing"),
        (
            {"session": recording(), "names": (f"{STEM}_0.mp4",), "playlists": {}},
            "There is no playlist",
        ),
    ],
)
def test_what_is_missing_is_named(change: dict[str, Any], words: str) -> None:
    seen = verdict(**change)
    assert seen.verdict is Verdict.INCOMPLETE
    assert any(words in each for each in seen.wrong)
    assert seen.wrong[0] in seen.sentence


@pytest.mark.parametrize(
    ("playlist", "words"),
    [
        (written(*SLICES, end=""), "no end mark"),
        (written(*SLICES, seconds=20.0), "overlap by 5.0 s"),
        (written(*SLICES, seconds=10.0), "5.0 s are in no slice after"),
        (
            read_playlist(
                "#EXTM3U\n"
                + "#EXT-X-DISCONTINUITY\n".join(f"#EXTINF:5,\n{each}\n" for each in SLICES)
                + "#EXT-X-ENDLIST\n",
                LIST,
            ),
            "interrupted for 10.0 s",
        ),
    ],
)
def test_what_is_odd_and_not_missing_is_a_remark(playlist: Playlist, words: str) -> None:
    seen = verdict(playlists={LIST: playlist})
    assert seen.verdict is Verdict.SAFE
    assert words in seen.remarks[0]


def test_a_pause_is_no_missing_file_and_is_told_with_the_verdict() -> None:
    one = verdict(names=(LIST, *SLICES[:2]), playlists={LIST: written(*SLICES[:2], seconds=9.0)})
    assert one.verdict is Verdict.SAFE
    assert one.sentence.endswith("There is 1 pause in it, up to 6.0 s long.")
    two = verdict(playlists={LIST: written(*SLICES, seconds=10.0)})
    assert two.sentence.endswith("There are 2 pauses in it, up to 5.0 s long.")


def test_playlists_much_shorter_than_the_show_are_a_remark() -> None:
    long = recording().model_copy(update={"stop_accepted_at": BEGIN + 600.0})
    assert "45 s of 600 s" in verdict(long).remarks[0]
    assert "45 s of 600 s" in verdict(long).sentence
    assert not verdict(long.model_copy(update={"stop_accepted_at": None})).remarks


def test_slices_without_a_time_in_their_names_have_no_joints() -> None:
    odd = f"{STEM}_1.ts"
    seen = verdict(names=(LIST, odd), playlists={LIST: written(odd)})
    assert seen.verdict is Verdict.SAFE


def test_a_part_after_a_failover_belongs_to_the_recording() -> None:
    part, own = slice_at(60, f"bak0_{STEM}"), f"bak0_{LIST}"
    lists = {LIST: written(*SLICES), own: written(part, own=own)}
    seen = verdict(names=(LIST, *SLICES, own, part), playlists=lists)
    assert seen.verdict is Verdict.SAFE
    assert seen.files == 6
    assert "another server" in seen.remarks[0]
    lost = verdict(names=(LIST, *SLICES, own), playlists=lists)
    assert lost.wrong == (f"{part} is named by {own} and is not in the bucket.",)


def test_of_the_playlists_that_came_by_backup_the_larger_counts() -> None:
    early, late = f"{STEM}_100_0.m3u8", f"{STEM}_100_1.m3u8"
    lists = {early: written(SLICES[0]), late: written(*SLICES)}
    sizes = {early: 500, late: 100}
    seen = verdict(recording(LIST), (early, late, *SLICES), lists, sizes)
    assert seen.verdict is Verdict.SAFE
    lists[LIST] = written(SLICES[0])
    both = verdict(recording(LIST), (LIST, early, late, *SLICES), lists, {**sizes, LIST: 90})
    assert both.verdict is Verdict.SAFE
    whole = verdict(recording(LIST), (LIST, late, *SLICES), lists, {LIST: 90})
    assert whole.verdict is Verdict.SAFE


def test_a_playlist_that_joins_two_needs_both() -> None:
    av, audio = f"{STEM}__uid_s_7__uid_e_av.m3u8", f"{STEM}__uid_s_7__uid_e_audio.m3u8"
    sound = slice_at(0, audio.removesuffix(".m3u8"))
    video = av.replace("_av", "_video")
    lists = {
        av: read_playlist(f"#EXTM3U\n{video}\n{audio}\n", av),
        audio: written(sound, own=audio),
    }
    seen = verdict(recording(mode="individual"), (av, audio, sound), lists)
    assert seen.wrong == (f"{video} is named by {av} and is not in the bucket.",)
    assert playlists_to_read((av, sound, "x.m3u8"), recording(mode="individual")) == (av,)


def test_pictures_alone_are_safe_when_there_are_some() -> None:
    picture = f"{STEM}__uid_s_7__uid_e_video_20260601120000000.jpg"
    only = recording(mode="individual", snapshotConfig={})
    seen = verdict(only, (picture,), {})
    assert seen.verdict is Verdict.SAFE
    assert "lists no snapshots" in seen.remarks[0]


def test_files_of_others_do_not_count() -> None:
    assert verdict(names=(LIST, *SLICES, "other.ts")).files == 4


def test_of_a_thousand_missing_files_some_are_named() -> None:
    names = [slice_at(15 * n) for n in range(1000)]
    seen = verdict(names=(LIST,), playlists={LIST: written(*names)})
    assert len(seen.wrong) == MOST_EVIDENCE
    assert seen.left_out == 1000 - MOST_EVIDENCE
    assert "And 999 more." in seen.sentence


def test_a_listed_name_that_is_none_of_ours_is_missing() -> None:
    assert verdict(recording("strange.bin")).wrong[0].startswith("strange.bin is listed")


def test_a_listed_movie_is_not_made_up_for_by_a_playlist() -> None:
    late = f"{STEM}_100_1.m3u8"
    seen = verdict(recording(f"{STEM}_0.mp4"), (late, *SLICES), {late: written(*SLICES, own=late)})
    assert seen.wrong[0].startswith(f"{STEM}_0.mp4 is listed")


# --- what it does to a session ------------------------------------------------------------

SAFE = verdict()
BROKEN = verdict(names=(LIST,))


def seen(session: Session, arrival: Arrival) -> Session:
    return judge(session, BucketSeen(50.0, arrival))


@pytest.mark.parametrize(
    "phase", [Phase.FILES_LISTED, Phase.IN_BACKUP, Phase.ENDED, Phase.NOTHING_RECORDED]
)
def test_files_that_are_there_make_an_end_safe(phase: Phase) -> None:
    after = seen(recording(phase=phase), SAFE)
    assert (after.phase, after.over, after.cause) == (Phase.SAFE, True, SAFE.sentence)
    assert look(after, 60.0).word == "SAFE"


@pytest.mark.parametrize("phase", [Phase.FAILED, Phase.RECORDING, Phase.UPLOADING])
def test_neither_a_failure_nor_a_running_recording_becomes_safe(phase: Phase) -> None:
    before = recording(phase=phase).model_copy(update={"over": phase is Phase.FAILED})
    after = seen(before, SAFE)
    assert after.phase is phase
    assert after.arrival == SAFE


def test_what_is_missing_is_in_the_word_and_needs_attention() -> None:
    after = seen(recording(), BROKEN)
    assert (after.phase, after.cause) == (Phase.FILES_LISTED, BROKEN.sentence)
    shown = look(after, 60.0)
    assert (shown.word, shown.tone, shown.attention) == ("FILES INCOMPLETE", "amber", True)
    for known in (recording(), seen(recording(), not_looked(1.0, "No keys."))):
        assert look(known, 60.0).word == "FILES LISTED"
        assert not look(known, 60.0).attention


def test_in_the_backup_it_stays_there_until_it_is_whole() -> None:
    assert seen(recording(phase=Phase.IN_BACKUP), BROKEN).phase is Phase.IN_BACKUP


def test_a_file_that_is_gone_later_ends_the_safety() -> None:
    safe = seen(recording(), SAFE)
    assert seen(safe, BROKEN).phase is Phase.FILES_LISTED
    assert seen(safe, not_looked(1.0, "No route.")).phase is Phase.SAFE


def test_a_session_is_stored_with_its_last_look() -> None:
    after = seen(recording(), BROKEN)
    assert Session.from_json(after.to_json()) == after
