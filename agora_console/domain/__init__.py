"""Values and rules of Cloud Recording: no I/O, no Qt; pydantic and the standard library only."""
