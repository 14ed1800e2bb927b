"""What is decided when the program is packed: what goes along, what it needs, what it is called."""

from __future__ import annotations

import gzip
import struct
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

import pytest

import build
import smoke
from agora_console import __version__
from devlib.talk import CannotGoOn
from icons.draw import icns, ico
from shiplib import deb, notices
from shiplib.archive import settle, sha256_line, size_of, write_tar_gz, write_zip
from shiplib.facts import LONG_AGO, BuildFacts, epoch_of, facts_of, version_in
from shiplib.libraries import depends
from shiplib.limits import DEB, MB, Measured, measure
from shiplib.pruning import PLUGINS, is_needed, kept_binaries, kept_data, plugin_of
from tests.support.isolation import ROOT

FACTS = BuildFacts("1.2.0", "ab" * 20, 1_779_000_000, "linux", "x86_64")
QT = "PySide6/Qt/lib/libQt6"


# --- what goes along -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (f"{QT}Widgets.so.6", "/env/x"),
        (f"{QT}XcbQpa.so.6", "/env/x"),
        ("PySide6/Qt6Core.dll", "C:\\env\\x"),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "/env/x"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/env/x"),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "C:\\env\\x"),
        ("PySide6/QtCore.abi3.so", "/env/x"),
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3"),
        ("libpython3.11.so.1.0", "/opt/python/lib/libpython3.11.so.1.0"),
        ("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0"),
        ("cryptography/hazmat/bindings/_rust.abi3.so", "/env/x"),
    ],
)
def test_what_the_program_uses_goes_along(name: str, source: str) -> None:
    assert is_needed(name, source, linux=True)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (f"{QT}Qml.so.6", "/env/x"),
        (f"{QT}Network.so.6", "/env/x"),
        ("PySide6/Qt6Quick.dll", "C:\\env\\x"),
        ("PySide6/opengl32sw.dll", "C:\\env\\x"),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", "/env/x"),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/env/x"),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", "/env/x"),
        ("libgtk-3.so.0", "/lib/x86_64-linux-gnu/libgtk-3.so.0"),
        ("libglib-2.0.so.0", "/usr/lib/x86_64-linux-gnu/libglib-2.0.so.0"),
        ("libstdc++.so.6", "/lib/x86_64-linux-gnu/libstdc++.so.6"),
    ],
)
def test_what_it_does_not_use_stays(name: str, source: str) -> None:
    assert not is_needed(name, source, linux=True)


def test_only_entries_that_are_needed_are_kept() -> None:
    core, qml = (f"{QT}Core.so.6", "/env/c", "BINARY"), (f"{QT}Qml.so.6", "/env/q", "BINARY")
    assert kept_binaries([core, qml], linux=True) == [core]


def test_no_translations_and_no_lists_of_files_are_kept() -> None:
    kept = [("resources/icons/x.svg", "", "DATA"), ("resources/translations/x.qm", "", "DATA")]
    kept += [("PySide6/Qt/translations/qtbase_de.qm", "", "DATA")]
    kept += [("k.dist-info/entry_points.txt", "", "DATA")]
    gone = [("PySide6/translations/qt_de.qm", "", "DATA"), ("k.dist-info/RECORD", "", "DATA")]
    assert kept_data([*kept, *gone], linux=True) == kept


def test_no_link_leads_to_a_library_that_stays() -> None:
    def link(library: str) -> tuple[str, str, str]:
        return (library.rpartition("/")[2], library, "SYMLINK")

    kept = [
        link("PySide6/Qt/lib/libQt6Core.so.6"),
        link("PySide6/Qt/lib/libicudata.so.73"),
        link("shiboken6/libshiboken6.abi3.so.6.11"),
    ]
    gone = [
        link("PySide6/Qt/lib/libQt6Network.so.6"),
        link("PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork"),
    ]
    assert kept_data([*kept, *gone], linux=True) == kept


def test_a_plugin_has_one_name_on_every_system() -> None:
    names = ("plugins/platforms/libqxcb.so", "plugins/platforms/qxcb.dll")
    assert {plugin_of(PurePosixPath(name)) for name in names} == {"platforms/qxcb"}
    assert "platforms/qxcb" in PLUGINS


# --- what it needs of the system -----------------------------------------------------------------


def test_libraries_become_packages_each_once() -> None:
    sonames = ["libc.so.6", "libglib-2.0.so.0", "libgthread-2.0.so.0", "ld-linux-x86-64.so.2"]
    assert depends(sonames, (2, 35)) == "libc6 (>= 2.35), libglib2.0-0t64 | libglib2.0-0"


def test_a_library_nobody_has_thought_of_stops_the_build() -> None:
    with pytest.raises(CannotGoOn, match=r"needs libgtk-3\.so\.0 of the system"):
        depends(["libgtk-3.so.0"], (2, 35))


# --- what it says of itself ----------------------------------------------------------------------


def test_the_version_is_that_of_the_sources() -> None:
    assert facts_of(ROOT, {}).version == __version__
    with pytest.raises(CannotGoOn, match="__version__"):
        version_in("")


def test_the_time_is_that_of_the_commit_unless_one_is_wanted() -> None:
    assert epoch_of({"SOURCE_DATE_EPOCH": "7"}, "5") == 7
    assert epoch_of({}, "5") == 5
    assert epoch_of({}, "") == LONG_AGO
    with pytest.raises(CannotGoOn, match="SOURCE_DATE_EPOCH is 'noon'"):
        epoch_of({"SOURCE_DATE_EPOCH": "noon"}, "5")


def test_sources_without_history_say_so(tmp_path: Path) -> None:
    (tmp_path / "agora_console").mkdir()
    (tmp_path / "agora_console" / "__init__.py").write_text('__version__ = "9.0"\n')
    facts = facts_of(tmp_path, {})
    assert (facts.version, facts.commit, facts.date) == ("9.0", "", "2020-01-01")


def test_a_change_that_is_not_committed_shows(tmp_path: Path) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    (tmp_path / "agora_console").mkdir()
    source = tmp_path / "agora_console" / "__init__.py"
    source.write_text('__version__ = "9.0"\n')
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *arguments], check=True)
    assert len(facts_of(tmp_path, {}).commit) == 40

    source.write_text('__version__ = "9.1"\n')
    assert facts_of(tmp_path, {}).commit.endswith("+")


def test_the_files_are_named_by_version_and_system() -> None:
    assert FACTS.name == "agora-console-1.2.0-linux-x86_64"
    assert FACTS.debian_machine == "amd64"
    assert FACTS.document()["commit"] == "ab" * 20


def test_the_control_file_has_what_dpkg_asks_for() -> None:
    text = deb.control(FACTS, "libc6 (>= 2.35)", 130_000)
    fields = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))
    assert fields["Architecture"] == "amd64"
    assert fields["Depends"] == "libc6 (>= 2.35)"
    assert fields["Installed-Size"] == "130000"
    assert text.endswith("\n")
    assert all(len(line) <= 80 for line in text.splitlines() if line.startswith(" "))


def test_the_shares_know_version_and_date(tmp_path: Path) -> None:
    icons = tmp_path / "icons"
    icons.mkdir()
    (icons / "agora-console-16.png").touch()
    share = tmp_path / "share"
    deb.lay_out_share(share, ROOT / "packaging", icons, FACTS)

    info = (share / f"metainfo/{deb.APP_ID}.metainfo.xml").read_text("utf-8")
    assert '<release version="1.2.0" date="2026-05-17"/>' in info
    manual = gzip.decompress((share / "man/man1/agora-console.1.gz").read_bytes()).decode()
    assert "@" not in manual
    assert (share / "icons/hicolor/16x16/apps/agora-console.png").is_file()
    assert (share / "icons/hicolor/scalable/mimetypes/agora-console-document.svg").is_file()


def test_the_package_has_its_files_where_debian_looks_for_them(tmp_path: Path) -> None:
    bundle, share = tree(tmp_path / "bundle"), tmp_path / "share"
    share.mkdir()
    deb.lay_out(tmp_path / "deb", bundle, share, ROOT, FACTS)

    usr = tmp_path / "deb" / "usr"
    assert (usr / "lib/agora-console/program").is_file()
    assert (usr / "bin/agora-console").readlink() == Path("../lib/agora-console/agora-console")
    doc = usr / "share/doc/agora-console"
    assert "Permission is hereby granted" in (doc / "copyright").read_text("utf-8")
    changes = gzip.decompress((doc / "changelog.gz").read_bytes()).decode()
    assert changes.startswith("agora-console (1.2.0) unstable; urgency=medium\n")
    assert "contributors@agora-console.invalid>  Sun, 17 May 2026" in changes
    assert (doc / "CHANGELOG.md.gz").is_file()


# --- archives that are the same each time --------------------------------------------------------


def tree(folder: Path) -> Path:
    (folder / "_internal").mkdir(parents=True)
    for name, mode in (("program", 0o700), ("_internal/lib.so", 0o775), ("_internal/b", 0o600)):
        (folder / name).write_text(name)
        (folder / name).chmod(mode)
    return folder


def test_the_same_files_make_the_same_archives(tmp_path: Path) -> None:
    made = []
    for each in ("one", "two"):
        folder = tree(tmp_path / each / "tree")
        settle(folder, FACTS.epoch)
        archives = (tmp_path / each / "a.tar.gz", tmp_path / each / "a.zip")
        write_tar_gz(folder, "top", archives[0], FACTS.epoch)
        write_zip(folder, "top", archives[1], FACTS.epoch)
        made.append([sha256_line(path) for path in archives])
    assert made[0] == made[1]


def test_an_archive_is_owned_by_root_and_only_programs_run(tmp_path: Path) -> None:
    folder = tree(tmp_path / "tree")
    settle(folder, FACTS.epoch)
    write_tar_gz(folder, "top", tmp_path / "a.tar.gz", FACTS.epoch)
    with tarfile.open(tmp_path / "a.tar.gz") as archive:
        modes = {entry.name: entry.mode for entry in archive}
        assert {(entry.uid, entry.uname, entry.mtime) for entry in archive} == {
            (0, "root", FACTS.epoch)
        }
    assert modes == {
        "top": 0o755,
        "top/_internal": 0o755,
        "top/_internal/b": 0o644,
        "top/_internal/lib.so": 0o644,
        "top/program": 0o755,
    }
    write_zip(folder, "top", tmp_path / "a.zip", FACTS.epoch)
    with zipfile.ZipFile(tmp_path / "a.zip") as zipped:
        assert zipped.testzip() is None
        assert zipped.namelist() == ["top/_internal/b", "top/_internal/lib.so", "top/program"]


# --- limits, licences, icons ---------------------------------------------------------------------


def test_what_is_too_large_is_told(tmp_path: Path) -> None:
    folder = tree(tmp_path / "tree")
    package = tmp_path / "x.deb"
    package.write_bytes(b"12345")
    unpacked, packed = measure(folder, [package])
    assert unpacked.size == size_of(folder)
    assert (packed.size, packed.limit, packed.too_large) == (5, DEB, False)
    assert Measured("x", 46 * MB, DEB).too_large
    assert Measured("x", 46 * MB, DEB).line().endswith("x  TOO LARGE")
    assert not Measured("x", 46 * MB).too_large


def test_licences_of_what_is_shipped_are_collected(tmp_path: Path) -> None:
    packages, common = tmp_path / "site-packages", tmp_path / "common"
    for name in ("some_Thing-1.0", "tool-2.0"):
        (packages / f"{name}.dist-info" / "licenses").mkdir(parents=True)
        (packages / f"{name}.dist-info" / "licenses" / "LICENSE").touch()
        (packages / f"{name}.dist-info" / "METADATA").touch()
    common.mkdir()
    (common / "LGPL-3").touch()
    shipped = notices.pinned_in("# x\nsome-thing==1.0 \\\n    --hash=sha256:1\nh11==2 ; x\n")
    assert shipped == {"some-thing", "h11"}

    notices.collect(packages, shipped, None, common, tmp_path / "out")
    found = {path.relative_to(tmp_path / "out").as_posix() for path in notices_below(tmp_path)}
    assert found == {"some-thing/LICENSE", "Qt/LGPL-3.txt"}


def notices_below(folder: Path) -> list[Path]:
    return [path for path in (folder / "out").rglob("*") if path.is_file()]


def test_an_ico_leads_to_each_of_its_pictures() -> None:
    pictures = [(16, b"small"), (256, b"large picture")]
    data = ico(pictures)
    assert struct.unpack_from("<HHH", data) == (0, 1, 2)
    for nth, (size, png) in enumerate(pictures):
        side, _, _, _, _, depth, length, offset = struct.unpack_from(
            "<BBBBHHII", data, 6 + 16 * nth
        )
        assert (side or 256, depth) == (size, 32)
        assert data[offset : offset + length] == png


def test_an_icns_says_how_long_it_and_its_pictures_are() -> None:
    data = icns([(b"ic07", b"png")])
    assert data == b"icns" + struct.pack(">I", 19) + b"ic07" + struct.pack(">I", 11) + b"png"


# --- the two scripts -----------------------------------------------------------------------------


def test_building_explains_itself_and_takes_no_arguments(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert build.main(["--help"]) == 0
    assert build.main(["faster"]) == 2
    assert capsys.readouterr().out.count("usage: python3 packaging/build.py") == 2


def test_without_a_build_there_is_nothing_to_smoke(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert smoke.main([str(tmp_path / "nowhere")]) == 1
    assert "run `python3 packaging/build.py` first" in capsys.readouterr().err


def test_a_tool_that_fails_is_quoted() -> None:
    with pytest.raises(CannotGoOn, match="python failed:\n    out of luck"):
        build.execute("python", [sys.executable, "-c", "print('out of luck'); raise SystemExit(3)"])
