"""How fast the simulated service works, in simulated seconds, and how much of it there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Pace:
    """Durations in the life of a recording; the figures keep within those the API documents."""

    warm_up: tuple[float, float, float] = (0.5, 1.0, 2.0)
    """Seconds after start at which status 1, 2 and 3 are reached."""
    ready: float = 4.0
    """Seconds after start at which the recorder is in the channel: status 4."""
    first_file: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType({"mix": 15.0, "individual": 41.0, "web": 15.0})
    )
    """Seconds of media before the first file is stored: status 5 is 19, 45, 19 s after start."""
    slice: float = 15.0
    """Length of a slice."""
    movie: float = 7200.0
    """Length of an MP4 file in mix."""
    upload: float = 2.0
    """From the stop to the last file in the bucket: status 6, and a synchronous stop waits."""
    components: float = 4.0
    """From the stop to the end of status 7."""
    leave: float = 8.0
    """From the stop to the moment nobody answers any more; a second stop before that is code 49."""
    abnormal: float = 30.0
    """How long a recorder that died with status 20 still tells so."""
    upload_limit: float = 20.0
    """A synchronous stop gives up on the upload after this long: code 50."""
    backup: float = 120.0
    """From the stop to the moment files held in the backup reach the bucket."""
    control: float = 0.1
    """What an update takes; a second one meanwhile overlaps."""
    resource: float = 300.0
    """Life of a resourceId that nobody started."""
    prompt_start: float = 2.0
    """A start later than this after its acquire is against the advice."""


@dataclass(frozen=True, slots=True)
class Limits:
    """API section 2, limits."""

    requests_per_second: float | None = 10.0
    """Per App ID, in simulated time; None for no limit."""
    tasks: int = 50
    """Individual and mix together."""
    web_tasks: int = 200
    body: int = 1 << 20
    """Bytes of a request body."""
    head: int = 1 << 16
    """Bytes of a request line and headers."""
    patience: float = 75.0
    """Real seconds that a connection may be silent between two pieces of a request."""


PACE = Pace()
LIMITS = Limits()
