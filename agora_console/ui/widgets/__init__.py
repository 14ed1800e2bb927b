"""Widgets that the pages share. They know colours through the palette and nothing of services."""
