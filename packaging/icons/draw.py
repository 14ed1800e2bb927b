"""Draws the icons from their SVG: PNG for Linux, .ico for Windows, .icns for macOS.

`python draw.py FOLDER`, with a Python that has PySide6. Needs no screen.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
DOCUMENT_SIZES = (16, 32, 48, 64, 128, 256)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS_KINDS = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
"""Pixels of each kind of picture in an .icns file; the last four are for double density."""


def ico(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """An .ico file of PNG pictures, each with its width (1…256 pixels)."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries, bodies = b"", b""
    for size, png in pictures:
        side = size % 256  # a 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), offset)
        bodies += png
        offset += len(png)
    return header + entries + bodies


def icns(pictures: Sequence[tuple[bytes, bytes]]) -> bytes:
    """An .icns file of PNG pictures, each with its kind."""
    body = b"".join(kind + struct.pack(">I", 8 + len(png)) + png for kind, png in pictures)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def render(drawing: Path, size: int) -> bytes:
    """A PNG of `size` × `size` pixels."""
    from PySide6.QtCore import QBuffer, QIODevice  # noqa: PLC0415 - the file formats need no Qt
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):  # type: ignore[call-overload] # PySide6 takes str here
        raise OSError(f"{drawing.name} could not be drawn with {size} pixels.")
    return bytes(buffer.data().data())


def draw(folder: Path) -> None:
    """Write all of them into `folder`: `NAME-SIZE.png`, `agora-console.ico` and `.icns`."""
    folder.mkdir(parents=True, exist_ok=True)
    program, document = HERE / "agora-console.svg", HERE / "document.svg"
    for drawing, sizes in ((program, LINUX_SIZES), (document, DOCUMENT_SIZES)):
        for size in sizes:
            (folder / f"{drawing.stem}-{size}.png").write_bytes(render(drawing, size))
    for_windows = [(size, render(program, size)) for size in ICO_SIZES]
    (folder / "agora-console.ico").write_bytes(ico(for_windows))
    for_macos = [(kind, render(program, size)) for kind, size in ICNS_KINDS.items()]
    (folder / "agora-console.icns").write_bytes(icns(for_macos))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw(Path(sys.argv[1]))
