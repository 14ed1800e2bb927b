"""A file as Agora lists it, read from what was written down of it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from agora_console.domain.session import FileEntry
from tests.support.sessions import make_session


def test_what_is_known_is_read_back_and_keys_of_a_newer_version_do_no_harm() -> None:
    entry = FileEntry("a.ts", uid="7", is_playable=True, slice_start_time=1.5)
    assert FileEntry.read({**entry.known(), "colour": "blue"}) == entry


@pytest.mark.parametrize("said", ["a.ts", {}, {"file_name": 1}, {"file_name": "a", "uid": 7}])
def test_what_is_no_file_is_refused(said: object) -> None:
    with pytest.raises(ValueError, match="file"):
        FileEntry.read(said)


def test_a_session_takes_files_and_what_was_said_of_them() -> None:
    entry = FileEntry("a.ts")
    (told,) = make_session(files=[entry.known()]).files
    (kept,) = make_session(files=(entry,)).files
    assert told == kept
    assert kept is entry
    with pytest.raises(ValidationError):
        make_session(files="a.ts")
