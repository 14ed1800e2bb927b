"""From the start to SAFE: the simulator writes the files, and the console finds them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agora_console.domain.files.file_names import predicted
from agora_console.domain.files.verdict import Verdict
from agora_console.domain.session import Phase
from agora_console.services.console import SIMULATED
from agora_console.services.errands.errand import MakeReport, Stop
from agora_console.services.errands.exits import DONE
from agora_console.simulator import Simulator
from tests.flow.stage import INDIVIDUAL, MIX, SPEED, Stage, console_on
from tests.flow.test_desk import done


@pytest.mark.parametrize(
    ("config", "faults"), [(MIX, ()), (MIX, ("backup",)), (INDIVIDUAL, ())], ids=str
)
async def test_a_recording_is_safe_when_its_files_are_found(
    tmp_path: Path, config: dict[str, Any], faults: tuple[str, ...]
) -> None:
    data = tmp_path / "data"
    async with (
        Simulator(speed=SPEED, faults=faults, files=data / SIMULATED, seed=1) as simulator,
        console_on(simulator, data) as console,
    ):
        it = Stage(simulator, console)
        console.arrivals.follow()
        session = await it.confirmed(config=config)
        await it.until(session.id, lambda s: s.last_status == 5)
        console.recordings.stop(session.id)
        over = await it.until(session.id, lambda s: s.phase is Phase.SAFE, 40.0)
        assert over.arrival is not None
        assert over.arrival.verdict is Verdict.SAFE
        looked = console.arrivals.looked(session.id)
        assert looked is not None
        found = looked.sizes
        assert over.arrival.files == len(found) > 0
        if not faults:
            assert {each.rpartition("/")[2] for each in predicted(over)} <= found.keys()
        assert (await done(it, Stop(key=over.sid)))[0] == DONE
        code, said = await done(it, MakeReport(key=over.sid))
        page = "".join(facts["text"] for _, facts in said)
        assert code == DONE
        assert ">SAFE<" in page
        assert "demo-secret-key" not in page
