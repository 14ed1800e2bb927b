"""One process owns a journal. The operating system forgets the lock when that process ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":  # pragma: no cover - the other half of a pair
    import msvcrt

    # Locked bytes cannot be read by others, and the process id before them should be.
    _FAR_AWAY = 1 << 30

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR_AWAY, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    _HELD = (PermissionError, BlockingIOError)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    _HELD = (BlockingIOError,)


class OwnerLock:
    """A held lock on a file; the file holds the id of the owner's process and is never removed."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @classmethod
    def take(cls, path: Path) -> OwnerLock | None:
        """Own `path`, or None when another process, or another part of this one, does.

        Raises OSError when the file cannot be made or the file system knows no locks.
        """
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, str(os.getpid()).encode())
        except _HELD:
            os.close(handle)
            return None
        except BaseException:
            os.close(handle)
            raise
        return cls(handle)

    def release(self) -> None:
        """Let the next one own it."""
        os.close(self._handle)


def owner(path: Path) -> int | None:
    """The process that owns the lock, as far as the file says."""
    try:
        return int(path.read_text("ascii"))
    except (OSError, ValueError):
        return None
