"""Dialogs. They open with `open()` and answer with signals; none runs a loop of its own."""
