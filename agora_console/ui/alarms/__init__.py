"""Alarms in the window: toasts below the list, a page with all of them, a bell, a sound."""
