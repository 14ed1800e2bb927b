"""The verdict of a preflight, as the window says it; pure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from agora_console.domain.preflight import TITLES, Sheet, look_of
from agora_console.ui.speech.spoken import said

translate = QCoreApplication.translate


def reasons(sheet: Sheet) -> str:
    """The lines that are not go, and how many are: `Sheet.reasons` in the language in use."""
    parts: list[str] = []
    for state, lines in sheet.named():
        titles = ", ".join(said(TITLES[line]) for line in lines)
        parts.append(f"{said(look_of(state).word)}: {titles}" if parts else titles)
    if not parts:
        return translate("Preflight", "All {0} lines.").format(len(sheet.checks))
    count = translate("Preflight", "{0} of {1} lines are go.")
    return f"{'; '.join(parts)}; {count.format(sheet.good, len(sheet.checks))}"
