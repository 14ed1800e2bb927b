"""Starting a recording: the order, its check and keys, acquire and start, plans, many at once."""
