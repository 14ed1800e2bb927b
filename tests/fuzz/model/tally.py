"""What a run of the model has seen: steps, requests, and which trouble met which phase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from agora_console.domain.session import Phase, Session
from agora_console.simulator.ledger import Exchange
from tests.support.virtual_world import World


@dataclass
class Tally:
    """Counts over all runs of one session of pytest."""

    steps: int = 0
    runs: int = 0
    requests: int = 0
    recordings: int = 0
    crashes: int = 0
    hours: float = 0.0
    met: Counter[tuple[str, Phase]] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    signature: str = ""
    """Of every request of every run, with its time and answer: the same in every run of pytest."""

    def note(self, world: World, sessions: Iterable[Session]) -> None:
        """Count which troubles there are, and which phases they meet."""
        troubles = [spec.partition(":")[0] for spec in world.simulator.faults.specs]
        if world.network.state != "up":
            troubles.append(f"network {world.network.state}")
        if world.process is None:
            troubles.append("console down")
        if world.disk_seconds > 1:
            troubles.append("slow disk")
        for phase in {session.phase for session in sessions}:
            self.met.update((trouble, phase) for trouble in troubles or ["nothing"])

    def sign(self, requests: Iterable[Exchange]) -> None:
        """Add the requests of a run to the signature."""
        text = "\n".join(f"{each.time:.6f} {each.method} {each.status}" for each in requests)
        self.signature = sha256(f"{self.signature}\n{text}".encode()).hexdigest()

    def lines(self) -> list[str]:
        """A table for people: troubles down, phases across, how often both were there at once."""
        if not self.steps:
            return []
        phases = list(Phase)
        troubles = sorted({trouble for trouble, _ in self.met})
        head = " ".join(f"{phase.value[:7]:>7}" for phase in phases)
        rows = [
            f"{trouble:<28}" + " ".join(f"{self.met[trouble, phase] or '·':>7}" for phase in phases)
            for trouble in troubles
        ]
        done = ", ".join(f"{name} {count}" for name, count in self.rules.most_common())
        return [
            f"{self.steps} steps in {self.runs} runs: {self.recordings} recordings, "
            f"{self.requests} requests, {self.crashes} crashes, {self.hours:.0f} h of virtual time",
            f"signature of all requests: {self.signature[:16]}",
            f"{len(self.met)} of {len(troubles) * len(phases)} pairs of trouble and phase were met",
            f"steps: {done}",
            f"{'':<28}{head}",
            *rows,
        ]


TALLY = Tally()
