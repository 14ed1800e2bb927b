"""That the JSON of a draft does not parse, as a problem of the draft."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from agora_console.domain.intake.json_text import NOT_JSON
from agora_console.domain.problems import Fix, Problem
from agora_console.ui.draft.model import DraftModel

FAULT = "JSON"
"""Path and rule of the problem that the text does not parse."""

TO_JSON = "json:show"
"""Path of the fix that shows the text."""


def json_fault(model: DraftModel) -> tuple[Problem, ...]:
    """The problem; nothing where the text parses."""
    fault = model.fault
    if fault is None:
        return ()
    translate = QCoreApplication.translate
    said = fault.sentence.removeprefix(NOT_JSON)
    if fault.line:
        said = translate("JsonPane", "JSON, line {0}: {1}").format(fault.line, said)
    return (
        Problem(
            said,
            path=FAULT,
            rule=FAULT,
            holds=translate("JsonPane", "The text stays; the form shows what could be read last."),
            fix=Fix(translate("JsonPane", "Go to the JSON"), TO_JSON),
        ),
    )
