"""Benchmarks: every figure against a floor, or a peer, of the same run.

`python3 packaging/dev.py bench` writes `results.md`. Candidates take turns, so that what else the
machine does meets all of them; medians stand beside their spread. Nothing here is a test of time:
`test_short.py` runs the short form and fails only where a goal is missed by an order of magnitude.
"""
