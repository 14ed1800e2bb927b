"""Where the frozen program is. Without `--frozen DIST` there is none, and no test about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flow.children import SimulatorChild, simulator_child

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave these tests out where nothing was built, and say how many."""
    if config.getoption("--frozen"):
        return
    mine = [item for item in items if item.path.is_relative_to(HERE)]
    if mine:
        items[:] = [item for item in items if item not in mine]
        config.hook.pytest_deselected(items=mine)


@pytest.fixture(scope="session")
def dist(pytestconfig: pytest.Config) -> Path:
    """The folder that `packaging/build.py` has filled."""
    return Path(pytestconfig.getoption("--frozen")).absolute()


@pytest.fixture(scope="session")
def bundle(dist: Path) -> Path:
    """The folder of the program."""
    places = (dist / "agora-console", dist / "Agora Console.app" / "Contents" / "MacOS")
    for place in reversed(places):
        if place.is_dir():
            return place
    pytest.fail(f"{dist} has no program: run `python3 packaging/build.py` first.", pytrace=False)


@pytest.fixture(scope="session")
def program(bundle: Path) -> list[str]:
    """The frozen program, in the form of a command."""
    (found,) = (path for path in bundle.glob("agora-console*") if path.stem == "agora-console")
    return [str(found)]


@pytest.fixture(scope="module")
def frozen_simulator(program: list[str]) -> Iterator[SimulatorChild]:
    """An Agora on loopback, frozen as well."""
    with simulator_child(program=program) as it:
        yield it
