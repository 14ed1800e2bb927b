"""The page of one recording: its state, time line, layout, files, requests and config."""
