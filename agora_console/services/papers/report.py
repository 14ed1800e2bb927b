"""The report of a session: one HTML page that a producer can file. No script, nothing from outside.

It is made from what the journal has, so it holds no secret; it is passed through the redactor all
the same.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, tzinfo

from agora_console.domain.durations import duration
from agora_console.domain.files.rows import FileRow, FileState, Looked, file_rows
from agora_console.domain.files.sizes import bytes_text
from agora_console.domain.files.verdict import Arrival, Verdict
from agora_console.domain.on_air import config_on_air
from agora_console.domain.session import Session
from agora_console.domain.states import look
from agora_console.journal.entries import Entry

MOST_ROWS = 2000
"""Rows of a table; what is left out is counted."""

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin-bottom:.2rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #d5dae0;vertical-align:top}
td{overflow-wrap:anywhere}
td.n{text-align:right;white-space:nowrap}
.word{font-weight:700;padding:.1rem .6rem;border:2px solid;border-radius:.4rem}
.safe{color:#0c7340}.incomplete{color:#9a5b00}.unknown{color:#5b6470}
pre{background:#f3f5f7;padding:1rem;overflow:auto;font-size:.85rem}
@media print{body{margin:0}}
"""

_VERDICTS = {
    Verdict.SAFE: "SAFE",
    Verdict.INCOMPLETE: "INCOMPLETE",
    Verdict.UNKNOWN: "UNKNOWN",
}

_STATES = {
    FileState.PREDICTED: "predicted, not seen",
    FileState.LISTED: "listed by Agora, nobody looked",
    FileState.FOUND: "in the bucket",
    FileState.EMPTY: "in the bucket, empty",
    FileState.MISSING: "not in the bucket",
}


def session_report(
    session: Session,
    entries: Sequence[Entry],
    now: float,
    *,
    looked: Looked | None = None,
    zone: tzinfo | None = None,
) -> str:
    """The page, for a session with its time line (newest first, as the journal gives it).

    Times stand in UTC and in `zone` (None: the zone of this computer). Pure.
    """
    clock = _Clock(zone)
    title = f"{session.cname} · recording {session.sid or session.id}"
    body = [
        f"<h1>{_safe(session.cname)}</h1>",
        f"<p>Report of a recording with Agora Cloud Recording, made {clock.both(now)}.</p>",
        _state(session, now),
        _arrival(session.arrival, clock),
        _facts(session, clock),
        *_preflights(entries, clock),
        _files(file_rows(session, looked), clock),
        _time_line(entries, clock),
        "<h2>Config</h2>",
        _config(session.config),
        _changed(session),
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        f"<title>{_safe(title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(body)
        + "\n</body></html>\n"
    )


class _Clock:
    def __init__(self, zone: tzinfo | None) -> None:
        self._zone = zone

    def both(self, at: float | None) -> str:
        """A moment in UTC and local time; a dash where there is none."""
        try:
            when = datetime.fromtimestamp(at, UTC) if at is not None else None
        except (OverflowError, ValueError, OSError):
            when = None
        if when is None:
            return "–"
        local = when.astimezone(self._zone)
        return _safe(f"{local:%Y-%m-%d %H:%M:%S %z} ({when:%H:%M:%S} UTC)")


def _state(session: Session, now: float) -> str:
    seen = look(session, now)
    return (
        f'<h2>State</h2><p><span class="word">{_safe(seen.word)}</span> {_safe(seen.sentence)}</p>'
    )


def _arrival(arrival: Arrival | None, clock: _Clock) -> str:
    if arrival is None:
        return "<h2>Files in the bucket</h2><p>Nobody has looked into the bucket.</p>"
    word = _VERDICTS[arrival.verdict]
    found = (
        f"<p>{arrival.files} files, {bytes_text(arrival.size)}; the playlists sum up to "
        f"{duration(arrival.seconds)}.</p>"
        if arrival.verdict is not Verdict.UNKNOWN
        else ""
    )
    left = f"<p>{arrival.left_out} more are left out.</p>" if arrival.left_out else ""
    return (
        f'<h2>Files in the bucket</h2><p><span class="word {arrival.verdict.value}">{word}</span> '
        f"{_safe(arrival.sentence)} Looked {clock.both(arrival.at)}.</p>{found}"
        f"{_bullets(arrival.wrong)}{_bullets(arrival.remarks)}{left}"
    )


def _facts(session: Session, clock: _Clock) -> str:
    ended = session.ended_at
    lasted = None
    if session.confirmed_at is not None and ended is not None:
        lasted = duration(ended - session.confirmed_at)
    rows = [
        ("Channel", _safe(session.cname)),
        ("Mode", _safe(session.mode)),
        ("Recorder UID", _safe(session.uid)),
        ("App ID", _safe(session.app_id)),
        ("sid", _safe(session.sid or "–")),
        ("resourceId", _safe(session.resource_id or "–")),
        ("Ordered", clock.both(session.created_at)),
        ("Confirmed by Agora", clock.both(session.confirmed_at)),
        ("Stop accepted", clock.both(session.stop_accepted_at)),
        ("Over", clock.both(ended)),
        ("Lasted", lasted or "–"),
        ("Upload, as Agora says", _safe(session.uploading.value if session.uploading else "–")),
    ]
    return "<h2>Recording</h2>" + _table((), rows)


def _preflights(entries: Sequence[Entry], clock: _Clock) -> Iterable[str]:
    """The go / no-go sheet that was kept when the recording was started."""
    for entry in entries:
        lines = entry.detail.get("lines") if entry.source == "preflight" else None
        if not isinstance(lines, list):
            continue
        rows = [
            (
                _safe(each.get("title", "")),
                _safe(str(each.get("state", "")).upper()),
                _safe(f"{each.get('evidence', '')} {each.get('action', '')}".strip()),
                clock.both(each.get("at")),
            )
            for each in lines
            if isinstance(each, Mapping)
        ]
        heads = ("Line", "", "Evidence", "When")
        yield f"<h2>Preflight</h2><p>{_safe(entry.text)}</p>{_table(heads, rows)}"


def _config(config: Mapping[str, object]) -> str:
    return f"<pre>{_safe(json.dumps(config, ensure_ascii=False, indent=2))}</pre>"


def _changed(session: Session) -> str:
    """The config with what Agora accepted, or told, since the start; nothing where it is that."""
    on_air = config_on_air(session)
    return "" if on_air == session.config else f"<h2>Changed on air</h2>{_config(on_air)}"


def _files(files: Sequence[FileRow], clock: _Clock) -> str:
    if not files:
        return "<h2>Files</h2><p>No file is known.</p>"
    rows = [
        (
            _safe(each.path),
            _safe(each.kind.value if each.kind else "file"),
            _safe(each.track.replace("_and_", " + ")),
            clock.both(each.at),
            "–" if each.size is None else bytes_text(each.size),
            _STATES[each.state],
        )
        for each in files[:MOST_ROWS]
    ]
    heads = ("Name", "Kind", "Track", "Start", "Size", "State")
    return f"<h2>Files</h2>{_table(heads, rows)}{_left_out(len(files))}"


def _time_line(entries: Sequence[Entry], clock: _Clock) -> str:
    oldest_first = list(reversed(entries))
    rows = [
        (clock.both(each.at), _safe(each.kind), _safe(each.text))
        for each in oldest_first[:MOST_ROWS]
    ]
    table = _table(("When", "What", ""), rows)
    return f"<h2>Time line</h2>{table}{_left_out(len(oldest_first))}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{_safe(each)}</th>" for each in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table>{f'<tr>{head}</tr>' if heads else ''}{body}</table>"


def _left_out(count: int) -> str:
    return f"<p>{count - MOST_ROWS} more rows are left out.</p>" if count > MOST_ROWS else ""


def _bullets(sentences: Sequence[str]) -> str:
    items = "".join(f"<li>{_safe(each)}</li>" for each in sentences)
    return f"<ul>{items}</ul>" if items else ""


def _safe(text: object) -> str:
    return html.escape(str(text))
