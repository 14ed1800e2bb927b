"""What a film is made of, and the command that makes it."""

from __future__ import annotations

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.merging import Film, command, films, list_text, shown
from agora_console.domain.files.playlist import read_playlist
from agora_console.domain.files.rows import FileRow, FileState

SID = "ab" * 16


def row(name: str, at: float | None = None, **changes: object) -> FileRow:
    kind = FileKind.PLAYLIST if name.endswith(".m3u8") else FileKind.SLICE
    values = {"uid": "0", "size": 5, "at": at} | changes
    return FileRow(name, name, FileState.FOUND, kind, **values)  # type: ignore[arg-type]


def the_film(*files: FileRow, **playlists: str) -> Film:
    read = {f"{name}.m3u8": read_playlist(text, "x") for name, text in playlists.items()}
    (film,) = films(files, SID, read)
    return film


def test_a_mix_becomes_one_film_in_the_order_of_its_playlist() -> None:
    text = "#EXTM3U\n#EXTINF:5\nb.ts\n#EXT-X-DISCONTINUITY\n#EXTINF:6\na.ts\n#EXTINF:5\ngone.ts\n"
    film = the_film(row("x.m3u8"), row("a.ts", 1.0), row("b.ts", 2.0), row("c.ts", 3.0), x=text)
    (track,) = film.tracks
    assert [(each.name, each.broken) for each in track.slices] == [
        ("b.ts", False),
        ("a.ts", True),
        ("c.ts", False),
    ]
    assert (film.seconds, film.ending, film.stem) == (26.0, "mp4", f"{SID}_merged")
    assert list_text(track, str.upper).splitlines()[2:7] == [
        "#EXT-X-TARGETDURATION:16",
        "#EXTINF:5.000000,",
        "./B.TS",
        "#EXT-X-DISCONTINUITY",
        "#EXTINF:6.000000,",
    ]


def test_parts_after_a_failover_follow_the_first_one() -> None:
    files = (row("bak0_a.ts", 20.0, part=0), row("a.ts", 5.0), row("empty.ts", 6.0, size=0))
    (track,) = the_film(*files).tracks
    assert [(each.name, each.broken) for each in track.slices] == [
        ("a.ts", False),
        ("bak0_a.ts", True),
    ]
    assert track.starts == 5.0


def test_a_persons_picture_and_sound_begin_where_they_began() -> None:
    files = [row("a.ts", 10.0, uid="7", track="audio"), row("v.ts", 12.5, uid="7", track="video")]
    film = the_film(*files, row("av.m3u8", uid="7", track="av"))
    assert [each.kind for each in film.tracks] == ["video", "audio"]
    assert shown(command(film, "out.mp4")) == (
        "ffmpeg -hide_banner -nostdin -n -loglevel warning -progress pipe:1 "
        f"-itsoffset 2.500 -protocol_whitelist file -i file:{SID}_7_merged_0.m3u8 "
        f"-protocol_whitelist file -i file:{SID}_7_merged_1.m3u8 "
        "-map 0:v -map 1:a -c copy -bsf:a aac_adtstoasc file:out.mp4"
    )
    alone = the_film(files[1])
    assert "-bsf:a" not in command(alone, "out.mp4")


def test_webm_slices_become_mkv_by_a_list_of_another_kind() -> None:
    film = the_film(row("it's.webm", uid="7", track="video"))
    assert list_text(film.tracks[0], str) == "ffconcat version 1.0\nfile './it'\\''s.webm'\n"
    args = command(film, "out.mkv", "/opt/ffmpeg")
    assert args[0] == "/opt/ffmpeg"
    assert ("-f", "concat", "-safe", "0", "-i", f"file:{SID}_7_merged_0.ffconcat") == args[10:16]
    assert film.ending == "mkv"


def test_each_person_is_a_film_and_of_nothing_there_is_none() -> None:
    both = films([row("a.ts", uid="7"), row("b.ts", uid="8"), row("c.m3u8", uid="9")], SID)
    assert [each.uid for each in both] == ["7", "8"]
    assert films([row("c.m3u8")], SID) == ()
    nothing = Film("0", "x", (), ())
    assert (nothing.seconds, nothing.ending) == (0.0, "mp4")
