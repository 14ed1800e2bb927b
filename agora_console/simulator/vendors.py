"""Storage vendors: which region numbers exist and in which zone they lie (API section 7)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vendor:
    """Region numbers of one vendor, by zone as `acquire` names zones; "" lies in none of them."""

    zones: dict[str, frozenset[int]]
    sts: bool = False
    region_counts: bool = True

    @property
    def regions(self) -> frozenset[int]:
        return frozenset().union(*self.zones.values())

    def zone(self, region: int) -> str:
        """The zone of a region; "" when it lies in none, or cannot be told."""
        return next((name for name, numbers in self.zones.items() if region in numbers), "")


def _numbers(*parts: int | range) -> frozenset[int]:
    return frozenset(n for part in parts for n in ((part,) if isinstance(part, int) else part))


_ANYWHERE = {"": _numbers(0)}

# Region numbers that only older lists hold (Amazon 17, 23, 28; Baidu 0) are taken without a word:
# nothing says that the service stopped taking them.
VENDORS: dict[int, Vendor] = {
    1: Vendor(  # Amazon S3
        {
            "NA": _numbers(range(4), 13, 17, 23),
            "EU": _numbers(range(4, 8), 21, 25),
            "AP": _numbers(range(8, 12), 14, 19, 20, 24),
            "CN": _numbers(15, 16),
            "": _numbers(12, 18, 22, 28),
        },
        sts=True,
    ),
    2: Vendor(  # Alibaba Cloud OSS
        {
            "CN": _numbers(range(7), range(20, 28)),
            "NA": _numbers(8, 9),
            "AP": _numbers(range(10, 16), 19),
            "EU": _numbers(16, 17, 18),
            "": _numbers(7),
        },
        sts=True,
    ),
    3: Vendor(  # Tencent Cloud COS
        {
            "CN": _numbers(range(9)),
            "AP": _numbers(range(10, 15)),
            "NA": _numbers(15, 16, 17),
            "EU": _numbers(18, 19),
            "": _numbers(9),
        },
        sts=True,
    ),
    5: Vendor(_ANYWHERE, region_counts=False),  # Microsoft Azure Blob
    6: Vendor(_ANYWHERE, region_counts=False),  # Google Cloud Storage
    7: Vendor(  # Huawei Cloud OBS
        {
            "CN": _numbers(range(6)),
            "AP": _numbers(7, 8),
            "NA": _numbers(12),
            "": _numbers(6, 9, 10, 11, 13, 14, 15),
        }
    ),
    8: Vendor(  # Baidu AI Cloud BOS
        {"CN": _numbers(0, 1, 2, 3, 6, 7), "AP": _numbers(5), "": _numbers(4)}
    ),
    11: Vendor(_ANYWHERE, region_counts=False),  # S3-compatible
}
