"""Every test below this folder leaves no widget behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def _widgets_really_gone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Carry out what `deleteLater` only promised.

    No event loop ends between two tests, so that nothing else would; and each theme of the next
    test goes through every widget that is left.
    """
    yield
    if "qapp" in request.fixturenames:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
