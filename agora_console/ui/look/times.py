"""Times as a person reads them and types them; functions of seconds since the epoch.

Dates have the form of the language: `22.11.2026` in German, `2026-11-22` in English, which is the
same on both sides of the Atlantic. Every date and time of day in the window is written here.
"""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

CLOCK_FIELD = "HH:mm"
"""How Qt's field for a minute of the day is to show it."""


def clock(at: float) -> str:
    """`12:20:24`, local time."""
    return _local(at).strftime("%H:%M:%S")


def clock_on_day(at: float, now: float) -> str:
    """`12:20:24`, with the date in front when `at` is not on the local day of `now`."""
    moment = _local(at)
    if moment.date() == _local(now).date():
        return moment.strftime("%H:%M:%S")
    return day_clock(at)


def minute(at: float) -> str:
    """`12:20`, local time."""
    return _local(at).strftime("%H:%M")


def minute_on_day(at: float, now: float) -> str:
    """`12:20`, with the date in front when `at` is not on the local day of `now`."""
    moment = _local(at)
    same = moment.date() == _local(now).date()
    return moment.strftime("%H:%M" if same else f"{_date_form()} %H:%M")


def day_clock(at: float) -> str:
    """`2026-11-22 12:20:24`, local time."""
    return _local(at).strftime(f"{_date_form()} %H:%M:%S")


def utc_plain(at: float) -> str:
    """`2026-11-22 11:20:24.123`, UTC; milliseconds only where there are some."""
    whole, thousandths = divmod(round(at * 1000), 1000)
    text = datetime.fromtimestamp(whole, UTC).strftime(f"{_date_form()} %H:%M:%S")
    return f"{text}.{thousandths:03}" if thousandths else text


def utc(at: float) -> str:
    """`2026-11-22 11:20:24.123 UTC`."""
    return utc_plain(at) + " UTC"


def both(at: float) -> str:
    """Local time with its zone, and UTC; once where they are the same. For tool tips."""
    zone = _local(at).tzname()
    return utc(at) if zone == "UTC" else f"{day_clock(at)} {zone} · {utc(at)}"


def elapsed(seconds: float) -> str:
    """`01:42:07`, as a timer shows it; never negative."""
    whole = max(0, int(seconds))
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def span(seconds: float) -> str:
    """`12 s`, `4 min 10 s`, `70 h 17 min`: two units at most; never negative."""
    whole = max(0, int(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return _two(whole // 60, "min", whole % 60, "s")
    return _two(whole // 3600, "h", whole // 60 % 60, "min")


def minute_field() -> str:
    """How Qt's field for a minute of a day is to show it: `yyyy-MM-dd HH:mm`."""
    form = _date_form()
    for ours, of_qt in (("%Y", "yyyy"), ("%m", "MM"), ("%d", "dd")):
        form = form.replace(ours, of_qt)
    return f"{form} {CLOCK_FIELD}"


def _date_form() -> str:
    return QCoreApplication.translate("Times", "%Y-%m-%d")


def _two(large: int, unit: str, small: int, small_unit: str) -> str:
    return f"{large} {unit} {small} {small_unit}" if small else f"{large} {unit}"


def _local(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone()
