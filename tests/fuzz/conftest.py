"""A busy machine is no fault of what is tested: examples have no deadline, only the test has."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
