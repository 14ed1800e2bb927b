"""What is said in advance of a planned start; pure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime

from agora_console.domain.planned_start import GRACE

translate = QCoreApplication.translate

PROPOSED_AFTER = 3600.0
"""Seconds from now to the start that is proposed."""


def conditions() -> str:
    """What has to be the case at that time, and what happens otherwise."""
    return translate(
        "Plans",
        "It is started by this console: at that time it has to run, and the machine must not "
        "sleep. If one comes back at most {0} minutes late, it is started then. Later than that "
        "nothing is started: an alarm asks you.",
    ).format(int(GRACE // 60))


def where_keys_are(run_only: bool) -> str:
    """What becomes of its secrets until then."""
    if run_only:
        return translate(
            "Plans",
            "Its keys are kept for this run only: after the console was closed it can be started "
            "only with keys of the project, and not at all without.",
        )
    return translate("Plans", "Its keys wait in the keyring; none is in a file.")


def proposed(now: float) -> QDateTime:
    """A full five minutes, about an hour from now, local time."""
    ahead = now + PROPOSED_AFTER
    return QDateTime.fromSecsSinceEpoch(int(ahead - ahead % 300))


def moment(value: QDateTime) -> float:
    """What a field says, in seconds since the epoch."""
    return float(value.toSecsSinceEpoch())
