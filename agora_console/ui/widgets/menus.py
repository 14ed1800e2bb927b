"""Buttons that open a menu: all look alike, with the same room around the arrow."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton

from agora_console.ui.widgets.labels import restyle


def give_menu(button: QPushButton, menu: QMenu) -> QMenu:
    """Let the button open `menu`, and keep room for the arrow that says so."""
    button.setMenu(menu)
    restyle(button, "menu", "true")
    return menu
