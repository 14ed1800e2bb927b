"""Writing bits, most significant first, as codecs like them."""

from __future__ import annotations


class BitWriter:
    """Collects bits into bytes."""

    def __init__(self) -> None:
        self._bits: list[str] = []

    def bits(self, value: int, width: int) -> BitWriter:
        """`value` in `width` bits."""
        self._bits.append(f"{value:0{width}b}")
        return self

    def golomb(self, value: int) -> BitWriter:
        """`value` as unsigned Exp-Golomb, ue(v)."""
        code = f"{value + 1:b}"
        self._bits.append("0" * (len(code) - 1) + code)
        return self

    def raw(self, data: bytes) -> BitWriter:
        """Whole bytes, after zero bits up to the next byte."""
        self.align("0")
        self._bits.append("".join(f"{byte:08b}" for byte in data))
        return self

    def align(self, filler: str) -> BitWriter:
        """Fill the last byte with `filler` bits."""
        self._bits.append(filler * (-sum(map(len, self._bits)) % 8))
        return self

    def tobytes(self) -> bytes:
        """What was written, the last byte filled with zero bits."""
        self.align("0")
        text = "".join(self._bits)
        return int(text or "0", 2).to_bytes(len(text) // 8, "big")
