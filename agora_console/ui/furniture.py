"""Furniture: what stands in the frame, made after the first paint and anew for another language."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QMenu,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from agora_console.ui.listing.sidebar import Sidebar
from agora_console.ui.look.metrics import em
from agora_console.ui.strip import Strip
from agora_console.ui.topbar import TopBar
from agora_console.ui.widgets.notice import Notice


class Furniture:
    """Top bar, list, page and strip; `whole` has them all."""

    def __init__(self, menu: QMenu, *, demo: bool) -> None:
        self.whole = QWidget()
        self.topbar = TopBar(menu, demo=demo)
        self.sidebar = Sidebar()
        self.strip = Strip()
        self.notice = Notice()
        self.notice.setProperty("place", "top")
        self.pages = _Pages()
        self.pages.setObjectName("page")
        self._split_by_hand = False
        self._split = self._make_split()
        rows = QVBoxLayout(self.whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.topbar)
        rows.addWidget(self._split, 1)
        rows.addWidget(self.strip)

    def stand_as(self, before: Furniture) -> None:
        """Share the width as `before` did."""
        self._split_by_hand = before._split_by_hand
        self._split.setSizes(before._split.sizes())

    def share(self, width: int) -> None:
        """Give list and page their parts of it, unless a person has done so."""
        if not self._split_by_hand:
            sidebar = min(em(self.whole, 25), width * 3 // 10)
            self._split.setSizes([sidebar, width - sidebar])

    def _make_split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.splitterMoved.connect(self._on_split_moved)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(em(self.whole, 0.3))
        split.addWidget(self.sidebar)
        split.addWidget(self._make_page())
        split.setStretchFactor(1, 1)
        return split

    def _make_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        scroll = QScrollArea()  # a large font on a small screen scrolls instead of being cut
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.pages)
        column.addWidget(scroll, 1)
        return page

    def _on_split_moved(self) -> None:
        self._split_by_hand = True


class _Pages(QStackedWidget):
    """As small as the page in sight can be, whatever the others need and their texts would like."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        return False

    def heightForWidth(self, width: int) -> int:
        return -1
