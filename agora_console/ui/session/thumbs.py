"""Small pictures out of JPEG files: made beside the loop, kept up to a limit."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

WIDTH, HEIGHT = 192, 144
"""Pixels of a small picture at most."""

GREY = QSize(32, 24)
"""Points that tell a black or frozen picture."""

MOST = 240
"""Small pictures that are kept: 26 MB at most."""


@dataclass(frozen=True, slots=True)
class Thumb:
    """A small picture, and its shades of grey; both empty where the file is no picture."""

    image: QImage
    shades: bytes


def make_thumb(data: bytes) -> Thumb:
    """Read a picture small, whatever its size; takes a few ms, and any thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(
            size.scaled(WIDTH, HEIGHT, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        )
    image = reader.read() if size.isValid() else QImage()
    if image.isNull():
        return Thumb(QImage(), b"")
    small = image.scaled(
        GREY, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    shades = bytes(small.constBits())[: GREY.width() * GREY.height()]  # lines have no padding
    return Thumb(image.convertToFormat(QImage.Format.Format_RGB32), shades)


class Thumbs:
    """The small pictures that were asked for last, by name."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[str, Thumb] = OrderedDict()

    def get(self, name: str) -> Thumb | None:
        """The small picture of this name, while it is kept."""
        found = self._kept.get(name)
        if found is not None:
            self._kept.move_to_end(name)
        return found

    async def put(self, name: str, data: bytes) -> None:
        """Make one beside the loop and keep it."""
        self._kept[name] = await asyncio.to_thread(make_thumb, data)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def clear(self) -> None:
        """Keep none."""
        self._kept.clear()
