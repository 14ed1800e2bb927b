"""The data of ICU in a bundle: fewer items, each as it was."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import PySide6
import pytest

from devlib.talk import CannotGoOn
from shiplib.icu import LIBRARY, TOOLS, is_used, items_of, package_of, trimmed
from shiplib.icu import write_trimmed_library as write

HEADER = struct.pack("<H2s8x4s8x", 24, b"\xda\x27", b"CmnD")
ITEMS = {"icudt9l/a.res": b"first", "icudt9l/coll/de.res": b"x" * 33, "icudt9l/root.res": b""}


def padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 16)


def test_a_package_holds_its_items_in_order_and_aligned() -> None:
    package = package_of(dict(reversed(ITEMS.items())), HEADER)
    assert items_of(package) == {name: padded(data) for name, data in ITEMS.items()}
    assert package.index(b"first") % 16 == 0


def test_what_qt_asks_for_stays_and_the_rest_goes() -> None:
    kept = items_of(trimmed(package_of(ITEMS, HEADER)))
    assert kept == {
        name: padded(ITEMS[name]) for name in ("icudt9l/coll/de.res", "icudt9l/root.res")
    }
    assert not any(map(is_used, ("translit/root.res", "curr/de.res", "ibm-943_P15A-2003.cnv")))


@pytest.mark.parametrize("data", [b"", HEADER, b"\x00" * 64, package_of(ITEMS, HEADER)[:60]])
def test_what_is_no_package_stops_the_build(data: bytes) -> None:
    with pytest.raises(CannotGoOn, match="not in the form that is known"):
        items_of(data)


@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="needs binutils")
def test_the_library_is_written_anew_under_its_name(tmp_path: Path) -> None:
    libraries = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")
    whole = next((path for path in libraries if LIBRARY.fullmatch(path.name)), None)
    if whole is None:
        pytest.skip("this Qt brings no ICU along")
    made = [tmp_path / folder / whole.name for folder in ("one", "two")]
    for path in made:
        path.parent.mkdir()
        write(whole, path)

    assert made[0].read_bytes() == made[1].read_bytes()
    assert made[0].stat().st_size < whole.stat().st_size / 5
    about = subprocess.run(
        ["objdump", "-p", "-T", str(made[0])], capture_output=True, text=True, check=True
    )
    assert f"SONAME               {whole.name}" in about.stdout
    assert about.stdout.count(f"icudt{whole.suffix.removeprefix('.')}_dat") == 1
