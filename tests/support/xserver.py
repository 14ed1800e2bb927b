"""A throw-away X server, so that a real window is drawn on a machine without a screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.processes import child, program, read_line

SCREEN = "1280x800x24"
START_S = 20.0


@contextmanager
def x_server(folder: Path) -> Iterator[str]:
    """Start Xvfb on a display number it finds free itself; yields the name, such as ``:3``."""
    if sys.platform != "linux":
        pytest.skip("an X server is a thing of Linux")
    xvfb = program("Xvfb", "xvfb")
    read_end, write_end = os.pipe()
    command = [xvfb, "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    log = folder / "xvfb.log"
    try:
        with child(command, os.environ, log, pass_fds=[write_end]):
            os.close(write_end)
            number = read_line(read_end, START_S)
            if not number:
                pytest.fail(f"Xvfb did not start: {log.read_text(errors='replace')}", pytrace=False)
            yield f":{number}"
    finally:
        os.close(read_end)
