"""Where a file of a bucket can be played from: a copy on this machine, or a signed address."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import SecretStr

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.rows import FileRow
from agora_console.domain.session import Session
from agora_console.services.files.buckets import Buckets
from agora_console.services.files.downloads import Stage, Transfer

GOOD_FOR = 4 * 3600
"""Seconds for which a signed address opens a file: a show, and a pause in it."""


async def address_of(buckets: Buckets, session: Session, name: str) -> SecretStr:
    """An address that opens an object for GOOD_FOR: treat it as a secret, and write it nowhere.

    That of a folder which plays a bucket is its file. Raises what `Buckets.of_session` raises.
    """
    bucket = await buckets.of_session(session)
    try:
        if bucket.place.service == "fs":
            return SecretStr(bucket.url_of(name))
        return await bucket.sign(name, GOOD_FOR)
    finally:
        await bucket.close()


def copy_of(name: str, transfers: Sequence[Transfer]) -> Path | None:
    """The file of this name that was downloaded and is still there."""
    done = (each for each in transfers if each.name == name and each.stage is Stage.DONE)
    return next((each.target for each in done if each.target.exists()), None)


def needs_copy(file: FileRow, *, local: bool) -> bool:
    """Whether a file plays from a copy alone.

    The slices of a playlist need signatures of their own, which a player cannot make.
    """
    return file.kind is FileKind.PLAYLIST and not local


def with_slices(chosen: Sequence[FileRow], files: Sequence[FileRow]) -> list[FileRow]:
    """`chosen`, and the slices that belong to its playlists as far as the bucket holds them."""
    groups = {
        (each.part, each.uid, each.track) for each in chosen if each.kind is FileKind.PLAYLIST
    }
    people = {
        (part, uid) for part, uid, track in groups if track not in ("audio", "video")
    }  # of everybody, or one that joins both tracks
    names = dict.fromkeys(each.name for each in chosen)
    for each in files:
        mine = (each.part, each.uid, each.track) in groups or (each.part, each.uid) in people
        if each.size and mine and each.kind in (FileKind.SLICE, FileKind.PLAYLIST):
            names.setdefault(each.name)
    by_name = {each.name: each for each in files}
    return [by_name[name] for name in names]
