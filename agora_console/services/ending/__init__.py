"""Ending a recording: stop until it is over, planned stops, a person's word."""
