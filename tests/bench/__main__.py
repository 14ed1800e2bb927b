"""`python3 packaging/dev.py bench [--short] [--json] [--only GROUP] [--frozen DIST]`."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.bench import calls, files, pure, starting, watching
from tests.bench.kit import Kit
from tests.bench.parts import frozen_program
from tests.bench.rows import Row, markdown

GROUPS: Mapping[str, Callable[[Kit], list[Row]]] = {
    "starting": starting.rows,
    "watching": watching.rows,
    "calls": calls.rows,
    "files": files.rows,
    "pure": pure.rows,
}
RESULTS = Path(__file__).parent / "results.md"


def main(argv: Sequence[str]) -> int:
    """Measure, say, and write the results where everything was measured."""
    parser = _parser()
    options = parser.parse_args(argv)
    if options.frozen:
        try:
            options.frozen = frozen_program(options.frozen)
        except FileNotFoundError as missing:
            parser.error(str(missing))
    with tempfile.TemporaryDirectory(prefix="agora-bench-") as folder:
        kit = Kit(Path(folder), options.short, options.frozen, options.peer)
        found: list[Row] = []
        for name in options.only or GROUPS:
            print(f"{name} …", file=sys.stderr, flush=True)
            found += GROUPS[name](kit)
    if options.json:
        print(json.dumps({"machine": machine(), "rows": [row.as_json() for row in found]}))
    else:
        print(markdown(found))
    if not options.short and not options.only:
        RESULTS.write_text(_page(found), encoding="utf-8")
    return 1 if any(row.grossly_missed for row in found) else 0


def machine() -> str:
    """What it was measured on, and when."""
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    return (
        f"{day}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, Qt platform {os.environ.get('QT_QPA_PLATFORM', '')}"
    )


def _page(rows: Sequence[Row]) -> str:
    return (
        "# Benchmarks\n\nWritten by `python3 packaging/dev.py bench`. Candidates take turns; "
        "medians, with the quartiles in brackets. The figure is the ratio of the medians, or the "
        f"value that the goal limits. What was found where a goal is missed: [findings.md]"
        f"(findings.md).\n\nMeasured {machine()}.\n\n{markdown(rows)}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--short", action="store_true", help="few rounds; nothing is written")
    parser.add_argument("--json", action="store_true", help="say the rows as JSON")
    parser.add_argument("--only", action="append", choices=list(GROUPS), help="one group of rows")
    parser.add_argument(
        "--frozen", type=Path, help="also measure this frozen program, or the one in this folder"
    )
    parser.add_argument("--peer", type=Path, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
