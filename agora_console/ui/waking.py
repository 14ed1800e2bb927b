"""Waking: a signal of the system is seen at once, though Qt waits and Python runs nothing.

Python runs its signal handlers between its own instructions. Instead of running some every now and
then, it is woken: what the system's own handler writes into a socket, Qt reads from it.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier

_MOST = 4096
"""Bytes that are read at once; one for each signal."""


@contextmanager
def waking_signals() -> Iterator[None]:
    """Inside, handlers of `signal.signal` run as soon as a signal comes; main thread only."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.setblocking(False)
        notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
        # The handlers run by themselves once Python runs; what was read says nothing more.
        notifier.activated.connect(lambda: ours.recv(_MOST))
        before = signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            notifier.setEnabled(False)
            notifier.deleteLater()
