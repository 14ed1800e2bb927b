"""What a layout is called where nobody has named it; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from agora_console.domain.layout import Layout


def suggested_name(layout: Mapping[str, Any]) -> str:
    """A short name for a cue."""
    match layout.get("mixedVideoLayout", Layout.FLOATING):
        case Layout.FLOATING:
            return _tr("Floating")
        case Layout.BEST_FIT:
            return _tr("Best fit")
        case Layout.VERTICAL:
            return _tr("Vertical")
        case Layout.CUSTOM:
            regions = layout.get("layoutConfig")
            return _tr("Custom {0}").format(len(regions) if isinstance(regions, list) else 0)
    return _tr("Layout")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Layout", text)
