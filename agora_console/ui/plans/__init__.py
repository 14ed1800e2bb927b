"""Planned starts: the dialog that orders one, the page that shows it, and who joins them."""
