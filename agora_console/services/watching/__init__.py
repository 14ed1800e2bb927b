"""Watching recordings: when each is asked, what an answer proves, what somebody has to be told."""
