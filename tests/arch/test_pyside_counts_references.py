"""PySide6 6.12 on Python 3.11 loses a reference to None on every void call, until it is gone."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QTimer


@pytest.mark.usefixtures("qapp")
def test_void_calls_do_not_lose_references_to_none() -> None:
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(1000):
        timer.start(60_000)
        timer.stop()
    assert abs(sys.getrefcount(None) - before) < 50
