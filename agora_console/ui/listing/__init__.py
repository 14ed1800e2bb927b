"""The list of recordings beside every page: rows, order, filter, choosing many."""
