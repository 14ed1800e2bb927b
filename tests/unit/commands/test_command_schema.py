"""`schema`: the JSON Schema of CONFIG.json for editors and other tools."""

from __future__ import annotations

import json

import pytest

from tests.support.configs import FULL
from tests.support.schema import breaches
from tests.unit.commands.conftest import Run


def test_the_schema_of_all_modes_takes_a_full_config_of_each(console: Run) -> None:
    ended = console("schema")
    schema = json.loads(ended.out)

    assert (ended.code, ended.err) == (0, "")
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert ended.out.isascii()
    for make in FULL.values():
        assert breaches(schema, make()) == []


@pytest.mark.parametrize("mode", FULL)
def test_the_schema_of_one_mode_takes_that_mode_only(console: Run, mode: str) -> None:
    schema = json.loads(console("schema", "--mode", mode).out)

    assert [each for each in FULL if not breaches(schema, FULL[each]())] == [mode]


def test_a_mode_that_does_not_exist_ends_with_2(console: Run) -> None:
    assert console("schema", "--mode", "duet").code == 2
