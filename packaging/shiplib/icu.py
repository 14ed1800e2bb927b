"""The data of ICU, cut down to what Qt asks of it.

Qt carries the languages' dates, numbers and names itself and leaves to ICU how words are sorted,
how letters change their case and how time zones are called. The library of data beside it holds
32 MB: spell-out rules, currencies, units, transliterations and old encodings for every language.
It is one package of named items behind one symbol, so items can be left out; ICU answers for what
is missing with its root, the rules that hold where a language has none of its own.

Needs `objcopy`, `as` and `ld` of binutils.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from devlib.talk import CannotGoOn

TOOLS = ("objcopy", "as", "ld")

LIBRARY = re.compile(r"libicudata\.so\.(\d+)")

_FOLDERS = ("coll",)  # how every language sorts
_ITEMS = frozenset(
    {
        # what every request falls back on
        *("root.res", "pool.res", "res_index.res", "icustd.res", "icuver.res"),
        # the languages of the window, with the names of their time zones
        *("en.res", "de.res", "zone/en.res", "zone/de.res"),
        *("zone/root.res", "zone/pool.res", "zone/res_index.res", "zone/tzdbNames.res"),
        *("curr/root.res", "curr/pool.res", "curr/res_index.res", "curr/supplementalData.res"),
        # which language, script and calendar belong together
        *("supplementalData.res", "likelySubtags.res", "metadata.res", "keyTypeData.res"),
        *("numberingSystems.res", "plurals.res", "dayPeriods.res"),
        # time zones and their rules
        *("zoneinfo64.res", "timezoneTypes.res", "metaZones.res", "windowsZones.res"),
        # letters
        *("nfkc.nrm", "nfkc_cf.nrm", "uts46.nrm", "uemoji.icu", "ulayout.icu", "cnvalias.icu"),
    }
)

_MAGIC, _FORMAT = b"\xda\x27", b"CmnD"
_ALIGNED = 16
_ASSEMBLY = """\
.section .rodata
.balign {aligned}
.globl {symbol}
.type {symbol}, %object
.size {symbol}, {size}
{symbol}:
.incbin "{file}"
.section .note.GNU-stack, "", %progbits
"""


def is_used(item: str) -> bool:
    """Whether an item is kept, by its name within the package, such as `coll/de.res`."""
    return item in _ITEMS or item.partition("/")[0] in _FOLDERS


def items_of(package: bytes) -> dict[str, bytes]:
    """The items of a package by their full names, such as `icudt73l/coll/de.res`.

    Raises CannotGoOn for what is no such package.
    """
    try:
        start, magic, kind = struct.unpack_from("<H2s8x4s", package)
        if (magic, kind) != (_MAGIC, _FORMAT):
            raise ValueError(kind)
        (count,) = struct.unpack_from("<I", package, start)
        table = [struct.unpack_from("<II", package, start + 4 + 8 * nth) for nth in range(count)]
        names = [_text(package, start + name) for name, _ in table]
    except (struct.error, ValueError) as problem:
        raise CannotGoOn("The data of ICU are not in the form that is known here.") from problem
    begins = [start + data for _, data in table]
    ends = [*begins[1:], len(package)]
    return {name: package[begin:end] for name, begin, end in zip(names, begins, ends, strict=True)}


def package_of(items: Mapping[str, bytes], header: bytes) -> bytes:
    """A package of these items, with the header of the one they come from."""
    order = sorted(items)  # ICU searches by halving
    place = 4 + 8 * len(order)
    names, data, table = bytearray(), bytearray(), bytearray(struct.pack("<I", len(order)))
    first = place + sum(len(name) + 1 for name in order)
    padding = -(len(header) + first) % _ALIGNED
    for name in order:
        table += struct.pack("<II", place + len(names), first + padding + len(data))
        names += name.encode() + b"\0"
        data += items[name] + bytes(-len(items[name]) % _ALIGNED)
    return bytes(header + table + names + bytes(padding) + data)


def trimmed(package: bytes, used: Callable[[str], bool] = is_used) -> bytes:
    """The package with nothing but the items that are used."""
    kept = {name: data for name, data in items_of(package).items() if used(name.partition("/")[2])}
    (start,) = struct.unpack_from("<H", package)
    return package_of(kept, package[:start])


def write_trimmed_library(library: Path, output: Path) -> None:
    """Write the library anew with the trimmed data, under the same soname and symbol."""
    named = LIBRARY.fullmatch(library.name)
    if named is None:
        raise CannotGoOn(f"{library.name} is no library of ICU's data.")
    with tempfile.TemporaryDirectory(prefix="agora-icu-") as place:
        folder = Path(place)
        whole, cut = folder / "whole", folder / "cut"
        _run("objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(whole))
        cut.write_bytes(trimmed(whole.read_bytes()))
        text = _ASSEMBLY.format(
            aligned=_ALIGNED,
            symbol=f"icudt{named[1]}_dat",
            size=cut.stat().st_size,
            file=cut.name,
        )
        (folder / "data.s").write_text(text, encoding="ascii")
        _run("as", "-o", "data.o", "data.s", folder=folder)
        link = ["ld", "-shared", "-z", "noexecstack", "--build-id=none", "-soname", library.name]
        _run(*link, "-o", str(output), "data.o", folder=folder)


def _run(*command: str, folder: Path | None = None) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotGoOn(f"{command[0]} could not write the data of ICU:\n{done.stderr.strip()}")


def _text(package: bytes, begin: int) -> str:
    return package[begin : package.index(0, begin)].decode("ascii")
