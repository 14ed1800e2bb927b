"""What can be said of the files of a session: how far the upload is, or why there is no list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from agora_console.domain.files import sizes
from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.rows import FileRow, FileState
from agora_console.domain.files.verdict import Arrival, Verdict
from agora_console.domain.session import Phase, Session, Uploading
from agora_console.ui.look.times import clock_on_day, day_clock, span
from agora_console.ui.speech.spoken import said

translate = QCoreApplication.translate

FIRST_SLICE = {"mix": 15.0, "individual": 60.0, "web": 15.0}
"""Seconds after which the first file name can be in a query reply at the earliest, or is due."""


def without_list(session: Session) -> bool:
    """True when Agora lists nothing: it does not where pictures are taken, alone or not."""
    return "snapshotConfig" in session.client_request


def upload_sentence(session: Session) -> str:
    """How far the upload is: what was seen in the bucket, else no more than Agora said."""
    if session.arrival is not None:
        return _seen_sentence(session.arrival)
    match session.uploading:
        case Uploading.UPLOADED:
            return translate(
                "Session", "Uploaded, says Agora. Nobody has looked in the bucket yet."
            )
        case Uploading.BACKUPED:
            return translate(
                "Session",
                "At least one file went to Agora's backup first: delayed, not lost. "
                "Agora moves it to the bucket by itself; this can take a day.",
            )
        case Uploading.UNKNOWN:
            return translate(
                "Session",
                "Agora could not say whether the upload is done. Look in the bucket in 20 minutes.",
            )
    return _without_upload_status(session)


def _seen_sentence(arrival: Arrival) -> str:
    words = {
        Verdict.SAFE: translate("Session", "Safe."),
        Verdict.INCOMPLETE: translate("Session", "Incomplete."),
        Verdict.UNKNOWN: translate("Session", "Unknown."),
    }
    return translate("Session", "{0} {1} Looked at {2}.").format(
        words[arrival.verdict], said(arrival.sentence), day_clock(arrival.at)
    )


def evidence(session: Session) -> str:
    """Everything that the last look found missing or odd, one sentence a line."""
    seen = session.arrival
    return "" if seen is None else "\n".join((*seen.wrong, *seen.remarks))


def kind_text(kind: FileKind | None) -> str:
    """What a file is, in a word."""
    match kind:
        case FileKind.PLAYLIST:
            return translate("Session", "playlist")
        case FileKind.SLICE:
            return translate("Session", "slice")
        case FileKind.MP4:
            return translate("Session", "MP4")
        case FileKind.SNAPSHOT:
            return translate("Session", "snapshot")
        case None:
            return translate("Session", "file")


def state_text(state: FileState) -> str:
    """What is known of a file, in a word or two."""
    match state:
        case FileState.PREDICTED:
            return translate("Session", "predicted")
        case FileState.LISTED:
            return translate("Session", "listed")
        case FileState.FOUND:
            return translate("Session", "in bucket")
        case FileState.EMPTY:
            return translate("Session", "empty")
        case FileState.MISSING:
            return translate("Session", "not there")


def state_tip(file: FileRow) -> str:
    """Who says so, and what else is known of a file."""
    match file.state:
        case FileState.PREDICTED:
            said = translate("Session", "Its name follows from the sid. Nobody has seen it yet.")
        case FileState.LISTED:
            said = translate("Session", "Agora lists it. Nobody has looked in the bucket.")
        case FileState.FOUND if file.entry is None:
            said = translate("Session", "In the bucket at the last look. Agora does not list it.")
        case FileState.FOUND:
            said = translate("Session", "Listed by Agora, and in the bucket at the last look.")
        case FileState.EMPTY:
            said = translate("Session", "In the bucket with 0 bytes at the last look.")
        case FileState.MISSING:
            said = translate(
                "Session", "Agora or a playlist names it; the last look did not find it."
            )
    return " ".join((said, *_more(file)))


def _more(file: FileRow) -> list[str]:
    more = []
    if file.part is not None:
        more.append(translate("Session", "A part recorded after a move to another server."))
    if file.tick is not None:
        more.append(translate("Session", "It came through Agora's backup."))
    if file.entry is not None and file.entry.is_playable is not None:
        more.append(
            translate("Session", "Agora says it can be played.")
            if file.entry.is_playable
            else translate("Session", "Agora says it cannot be played yet.")
        )
    return more


def bytes_text(size: int) -> str:
    """Bytes for a person, with the decimal sign of the language."""
    return sizes.bytes_text(size, QLocale().decimalPoint())


def _without_upload_status(session: Session) -> str:
    if session.phase in (Phase.STOPPING, Phase.UPLOADING):
        return translate("Session", "Stopping: Agora has not said how far the upload is.")
    if not session.over and session.files:
        return translate("Session", "Recording: the list as Agora gave it last. It still grows.")
    if not session.over:
        return ""
    if session.files:
        return translate(
            "Session",
            "Agora never said how the upload ended. This is the list it gave last; files are "
            "normally in the bucket within 20 minutes.",
        )
    return ""


def no_files_sentence(session: Session, now: float) -> str:
    """Why there is no list, or when the first name is due; empty when there are files."""
    if session.files:
        return ""
    if session.phase is Phase.NOTHING_RECORDED:
        return translate(
            "Session", "Nobody was publishing while the recorder was there, so there is no file."
        )
    if without_list(session):
        return _snapshots_sentence(session)
    if session.over:
        return _over_sentence(session)
    if session.confirmed_at is None:
        return translate(
            "Session", "No file yet. The first one is due {0} after the recorder is ready."
        ).format(span(FIRST_SLICE[session.mode]))
    return _due_sentence(session, now)


def _snapshots_sentence(session: Session) -> str:
    begin = f"{session.sid or '<sid>'}_{session.cname}"
    name = f"{begin}__uid_s_<uid>__uid_e_video_<utc>.jpg"
    if "recordingFileConfig" in session.client_request:
        return translate(
            "Session",
            "With snapshots Agora lists nothing, neither recordings nor pictures. In the bucket "
            "the names of the recordings begin with {0}, the pictures are named {1}",
        ).format(begin, name)
    return translate(
        "Session", "Snapshots only: Agora lists no pictures. In the bucket they are named {0}"
    ).format(name)


def _over_sentence(session: Session) -> str:
    if session.phase is Phase.FAILED and session.confirmed_at is None:
        return translate("Session", "No files: the recording never ran.")
    return translate(
        "Session",
        "Agora gave no list of files. What was stored has names that begin with {0}; look there.",
    ).format(session.sid or session.cname)


def _due_sentence(session: Session, now: float) -> str:
    due = (session.confirmed_at or now) + FIRST_SLICE[session.mode]
    if now < due:
        return translate("Session", "No file yet. The first one is due at {0}, in {1}.").format(
            clock_on_day(due, now), span(due - now)
        )
    return translate(
        "Session",
        "No file yet, though the first one was due at {0}. Is somebody publishing? Do the channel "
        "type, the encryption and the storage keys fit?",
    ).format(clock_on_day(due, now))
