"""Runs what `build.py` has made, as its users would: see USAGE."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from devlib import debian
from devlib.environment import Environment
from devlib.talk import CannotGoOn, say

USAGE = """\
usage: python3 packaging/smoke.py [DIST] [ARGUMENTS FOR PYTEST]

Runs tests/frozen on what packaging/build.py has made, in dist/ where DIST is not given: version,
lint, a recording against the frozen simulator with secrets of a real keyring, the tour on a real X
window, sizes and sums. Where it is root on Debian or its kin, it installs the .deb, starts it by
its desktop entry and removes it again."""

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: list[str]) -> int:
    """The exit code; that of pytest, where it comes to that."""
    if arguments and arguments[0] in ("-h", "--help"):
        print(USAGE)
        return 0
    given = arguments.pop(0) if arguments and not arguments[0].startswith("-") else "dist"
    dist = Path(given).absolute()
    environment = Environment(ROOT)
    try:
        if not dist.is_dir():
            raise CannotGoOn(f"{dist} is no folder: run `python3 packaging/build.py` first.")
        debian.require(debian.WINDOW + debian.X_WINDOW + debian.REAL_PARTS)
        environment.ensure("dev")
    except CannotGoOn as problem:
        say(str(problem))
        return 1
    command = [str(environment.python), "-P", "-m", "pytest", "--frozen", str(dist), "-v"]
    command += [*arguments, str(ROOT / "tests" / "frozen")]
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
