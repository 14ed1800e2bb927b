"""Memory and the time of one tick with so many sessions in the list: `COUNT`."""

from __future__ import annotations

import json
import os
import sys
import time
from statistics import median

from PySide6.QtWidgets import QApplication

from agora_console.domain.session import Session
from agora_console.ui.listing.session_list import SessionList
from agora_console.ui.listing.session_model import SessionModel
from agora_console.ui.ticks import Tick
from tests.bench.parts import resident
from tests.support.sessions import make_session

TICKS = 20


def main(count: int) -> None:
    """Say bytes for all the sessions and seconds for a tick in which a tenth of them changed.

    Seconds of the processor: a long tick is interrupted more often than a short one.
    """
    application = QApplication(sys.argv)
    before = resident(os.getpid())
    sessions = [_session(number) for number in range(count)]
    model, view = SessionModel(), SessionList()
    view.setModel(model)
    model.aged.connect(view.show_times)
    model.load(sessions, 1000.0)
    view.show()
    application.processEvents()
    grown = resident(os.getpid()) - before
    changed = tuple(sessions[:: max(1, count // 10)][:10]) if count < 100 else tuple(sessions[::10])
    spent = []
    for tick in range(TICKS):
        now = 1001.0 + tick
        moved = tuple(each.model_copy(update={"last_answer_at": now}) for each in changed)
        begin = time.process_time()
        model.apply(Tick(moved, now))
        spent.append(time.process_time() - begin)
    print(json.dumps({"bytes": grown, "tick": median(spent)}), flush=True)


def _session(number: int) -> Session:
    return make_session(
        id=f"{number:032x}",
        cname=f"stage-{number}",
        phase="recording",
        resource_id="r" * 200,
        sid=f"{number:032x}",
        start_sent_at=900.0,
        started_at=900.0,
        confirmed_at=905.0,
        last_status=5,
        last_answer_at=999.0,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
