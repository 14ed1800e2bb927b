"""Carrying an errand out: how long an owner that cannot be reached is waited for."""

from __future__ import annotations

import io

import pytest

from agora_console.arguments import Arguments
from agora_console.commands.carry import ENDING_PATIENCE, _Carrier
from agora_console.commands.teller import Teller
from agora_console.services.errands.errand import Errand, ListSessions, Stop
from agora_console.services.opening import PATIENCE


@pytest.mark.parametrize(
    ("errand", "handed_over", "silent", "seconds"),
    [
        (Stop(key="a"), True, False, ENDING_PATIENCE),  # it may be lost with its owner
        (Stop(key="a"), False, False, PATIENCE),
        (ListSessions(), True, False, PATIENCE),
        (Stop(key="a"), True, True, 0.0),  # it hangs: it may still do it
    ],
)
def test_who_had_the_order_is_given_the_time_to_end(
    errand: Errand, handed_over: bool, silent: bool, seconds: float
) -> None:
    teller = Teller(io.StringIO(), as_json=True)
    carrier = _Carrier(Arguments(), errand, teller, teller.say)
    carrier._handed_over = handed_over

    assert carrier._patience(silent) == seconds
