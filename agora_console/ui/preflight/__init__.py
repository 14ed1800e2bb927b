"""Preflight: the go / no-go sheet of the draft, and how it is kept with the run."""
