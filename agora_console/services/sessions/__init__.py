"""The sessions of a data folder: kept, taken over from another desk, settled after a crash."""
