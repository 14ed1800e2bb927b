"""What was taken over from a text, and what was left out, in words; pure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from agora_console.domain.intake.recognise import Config
from agora_console.domain.problems import Fix, Problem, Severity

UNDO = "draft:undo"
"""Path of the fix that brings back the draft as it was."""


def taken_note(config: Config, source: str) -> Problem:
    """That the draft has the settings of `config` now; `source` names where they came from."""
    parts = [_tr("mode {0}").format(config.mode)]
    if config.cname is not None:
        parts.append(_tr("channel {0}").format(config.cname))
    if config.uid is not None:
        parts.append(_tr("UID {0}").format(config.uid))
    missing = left_out(config.left_out) if config.left_out else None
    return Problem(
        _tr("The draft has the settings of {0} now: {1}.").format(source, ", ".join(parts)),
        Severity.WARNING if missing else Severity.NOTE,
        holds=missing.sentence if missing else "",
        action=missing.action if missing else "",
        fix=Fix(_tr("Undo"), UNDO),
    )


def left_out(names: Sequence[str]) -> Problem:
    """That secrets of these names were not taken along."""
    return Problem(
        _tr("Left out: {0}. A config holds no secrets.").format(", ".join(names[:8])),
        Severity.WARNING,
        action=_tr("Type them in the form, which keeps them in the keyring or in memory."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Taken", text)
