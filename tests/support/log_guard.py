"""No test passes over a warning: whatever logs one has to have been announced."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field


@dataclass
class _Announcement:
    pattern: re.Pattern[str]
    logger: str
    required: bool
    seen: int = 0

    def matches(self, record: logging.LogRecord) -> bool:
        within = (record.name + ".").startswith(self.logger + ".") if self.logger else True
        return within and self.pattern.search(record.getMessage()) is not None


@dataclass
class ExpectedLogs:
    """What this test may, and what it must, log at WARNING or above."""

    _announced: list[_Announcement] = field(default_factory=list)

    def expect(self, pattern: str, *, logger: str = "") -> None:
        """Announce a record; the test fails where it does not come.

        ``pattern`` is searched in the formatted message; ``logger`` also covers its children.
        """
        self._announced.append(_Announcement(re.compile(pattern), logger, required=True))

    def allow(self, pattern: str, *, logger: str = "") -> None:
        """Permit a record that may or may not come, as in a race between two honest outcomes."""
        self._announced.append(_Announcement(re.compile(pattern), logger, required=False))

    def accepts(self, record: logging.LogRecord) -> bool:
        hits = [a for a in self._announced if a.matches(record)]
        for hit in hits:
            hit.seen += 1
        return bool(hits)

    def missing(self) -> list[str]:
        return [a.pattern.pattern for a in self._announced if a.required and not a.seen]


class RecordCollector(logging.Handler):
    """Keeps every record of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def verdict(records: list[logging.LogRecord], expected: ExpectedLogs) -> str:
    """What is wrong with the log of a test, empty where nothing is."""
    lines = [
        f"logged {r.levelname} {r.name}: {r.getMessage()}"
        for r in records
        if not expected.accepts(r)
    ]
    lines += [f"never logged: {pattern}" for pattern in expected.missing()]
    return "\n".join(lines)
