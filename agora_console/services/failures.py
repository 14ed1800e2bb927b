"""What a person reads when something failed: one table from error class to Problem."""

from __future__ import annotations

import logging

from agora_console.api.errors import ApiError, Unreadable
from agora_console.bucket.errors import BucketError
from agora_console.domain.codes import explain
from agora_console.domain.problems import Problem
from agora_console.journal.errors import JournalError
from agora_console.services.start.orders import RefusedError
from agora_console.services.words import sentence
from agora_console.settings.errors import SettingsError
from agora_console.vault.keyring_vault import VaultError

log = logging.getLogger(__name__)

_SOMEBODY_ELSE = "See whether a proxy, or the sign-in page of a network, answers in Agora's place."


def problem_of(error: BaseException) -> Problem:
    """The Problem for an error; one that nobody foresaw is logged with its traceback."""
    match error:
        case RefusedError() if error.problems:
            return error.problems[0]
        case Unreadable():
            return Problem(sentence(error), action=_SOMEBODY_ELSE, detail=_detail(error))
        case ApiError():
            meant = explain(error.operation, error.http, error.code, message=error.reason)
            return Problem(sentence(error), action=meant.person_can, detail=_detail(error))
        case VaultError() | JournalError() | SettingsError() | BucketError():
            return error.problem
        case KeyError() | IndexError() | UnicodeError():  # a mistake, and no sentence in it
            return _unforeseen(error)
        case LookupError() | ValueError() | OSError():
            return Problem(str(error))
        case _:
            return _unforeseen(error)


def _unforeseen(error: BaseException) -> Problem:
    log.error("Unforeseen failure", exc_info=error)
    return Problem(
        f"Something unforeseen went wrong ({type(error).__name__}).", action="The log says more."
    )


def _detail(error: ApiError) -> str:
    return f"{error}\n{error.body}".strip()
