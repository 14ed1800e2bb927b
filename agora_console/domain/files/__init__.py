"""Recorded files: their names, playlists, arrival, films and pictures."""
