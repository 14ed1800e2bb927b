"""A dialog that says more than before needs more height; it does not take that by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog


def grow(dialog: QDialog) -> None:
    """Make a dialog in sight as high as what it says; never lower, and not beyond the screen."""
    layout = dialog.layout()
    if layout is None or not dialog.isVisible():
        return
    layout.activate()
    wanted = layout.totalHeightForWidth(dialog.width())
    most = dialog.screen().availableGeometry().height()
    if wanted > dialog.height():
        dialog.resize(dialog.width(), min(wanted, most))
