"""Processes and helpers that fixtures are made of."""
