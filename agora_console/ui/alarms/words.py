"""The words of an alarm, or of many alike; pure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from agora_console.domain.alarms import GRAVE, TITLES, Group
from agora_console.domain.durations import duration
from agora_console.ui.look.times import clock_on_day
from agora_console.ui.speech.spoken import said

translate = QCoreApplication.translate

NAMED = 3
"""Channels that a group names; of the others it says how many there are."""


def title(group: Group) -> str:
    """What it is; that it has ceased stands first."""
    text = said(TITLES[group.first.kind])
    return translate("Alarms", "Resolved: {0}").format(text) if resolved(group) else text


def who(group: Group) -> str:
    """The channel; of a group the number, the first names and how many more."""
    if len(group.alarms) == 1:
        return group.first.cname
    names = ", ".join(alarm.cname for alarm in group.alarms[:NAMED])
    more = len(group.alarms) - NAMED
    if more > 0:
        names = translate("Alarms", "{0} and {1} more").format(names, more)
    return translate("Alarms", "{0} recordings: {1}").format(len(group.alarms), names)


def when(group: Group, now: float) -> str:
    """Since when, until when it has to be looked at, or when it ceased."""
    alarm = group.first
    begin = clock_on_day(min(each.since for each in group.alarms), now)
    if alarm.resolved_at is not None:
        end = clock_on_day(alarm.resolved_at, now)
        return translate("Alarms", "from {0} to {1}").format(begin, end)
    text = translate("Alarms", "since {0}").format(begin)
    if alarm.until is None or len(group.alarms) > 1:
        return text
    left = alarm.until - now
    if left <= 0:
        return translate("Alarms", "{0}, was due {1} ago").format(text, duration(-left))
    return translate("Alarms", "{0}, {1} left").format(text, duration(left))


def sentence(group: Group) -> str:
    """What is known of it, and what became of it; of a group that of the newest one."""
    alarm = group.first
    return said(alarm.outcome if alarm.resolved_at is not None else alarm.sentence)


def spoken(group: Group) -> str:
    """What assistive technology says."""
    what = (
        title(group) if resolved(group) else translate("Alarms", "Alarm: {0}").format(title(group))
    )
    return f"{who(group)}. {what}. {sentence(group)}".strip()


def resolved(group: Group) -> bool:
    """Whether it has ceased."""
    return group.first.resolved_at is not None


def tone(group: Group) -> tuple[str, str]:
    """Icon and role of the theme; the title says the same in words."""
    if resolved(group):
        return "check", "green"
    if group.first.kind in GRAVE:
        return "error", "danger"
    return "warning", "amber"
