"""CompareDialog: two configs beside each other, only what they mean differently."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.compare import Difference, Side, compare
from agora_console.ui.compare.sources import Source
from agora_console.ui.look.metrics import em
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.rows_model import Column, Role, RowsModel
from agora_console.ui.session.tables import STRETCH, Table
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.labels import label


class CompareDialog(QDialog):
    """`read` gives what can be compared now; it is asked again whenever the window comes up."""

    def __init__(
        self, read: Callable[[], Iterable[Source]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Compare configs"))
        self._read = read
        self._sources: list[Source] = []
        self.left, self.right = self._make_choice(), self._make_choice()
        self.left.setAccessibleName(self.tr("Left config"))
        self.right.setAccessibleName(self.tr("Right config"))
        self.swap = QPushButton(self.tr("Swap"))
        self.again = QPushButton(self.tr("Read again"))
        self.again.setToolTip(self.tr("Take the draft and the recordings as they are now"))
        self.verdict = label("", "title")
        self.model: RowsModel[Difference] = RowsModel(self._columns(theme), self)
        self.table = Table(self.model, self.tr("Settings that differ"), (STRETCH, STRETCH, STRETCH))
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self.left.currentIndexChanged.connect(self._show)
        self.right.currentIndexChanged.connect(self._show)
        self.swap.clicked.connect(self._on_swap_clicked)
        self.again.clicked.connect(self.refresh)
        self.close_button.clicked.connect(self.accept)
        self.resize(em(self, 66), em(self, 38))

    def choose(self, left: str, right: str) -> None:
        """Read what there is, and compare the sources of these keys where they are there."""
        self._fill(left, right)

    def refresh(self) -> None:
        """Read again what there is; the choice stays."""
        self._fill(self.left.currentData(), self.right.currentData())

    def _fill(self, *keys: str | None) -> None:
        self._sources = list(self._read())
        for box, key, other in zip((self.left, self.right), keys, (0, 1), strict=True):
            box.blockSignals(True)
            box.clear()
            for source in self._sources:
                box.addItem(source.title, source.key)
            found = box.findData(key)
            box.setCurrentIndex(found if found >= 0 else min(other, box.count() - 1))
            box.blockSignals(False)
        self._show()

    def _show(self) -> None:
        left, right = self._chosen(self.left), self._chosen(self.right)
        found = compare(left, right)
        self.model.set_rows(found)
        self.table.setEnabled(bool(found))
        if not found:
            self.verdict.setText(self.tr("They mean the same."))
        elif len(found) == 1:
            self.verdict.setText(self.tr("1 setting differs."))
        else:
            self.verdict.setText(self.tr("{0} settings differ.").format(len(found)))

    def _chosen(self, box: QComboBox) -> Any:
        index = box.currentIndex()
        return self._sources[index].document if 0 <= index < len(self._sources) else {}

    def _on_swap_clicked(self) -> None:
        self._fill(self.right.currentData(), self.left.currentData())

    def _make_choice(self) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(18)
        box.setMaxVisibleItems(16)
        return box

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setHorizontalSpacing(em(self, 0.8))
        captions = (label(self.tr("Left"), "muted"), label(self.tr("Right"), "muted"))
        for column, (caption, box) in enumerate(
            zip(captions, (self.left, self.right), strict=True)
        ):
            caption.setBuddy(box)
            head.addWidget(caption, 0, column)
            head.addWidget(box, 1, column)
            head.setColumnStretch(column, 1)
        head.addWidget(self.swap, 1, 2)
        head.addWidget(self.again, 1, 3)
        hint = self.tr(
            "Defaults are filled in and marked; the order of keys and UIDs does not count; "
            "secrets are not compared."
        )
        rows = QVBoxLayout(self)
        edge = em(self, 1.2)
        rows.setContentsMargins(edge, edge, edge, edge)
        rows.setSpacing(em(self, 0.8))
        rows.addLayout(head)
        rows.addWidget(self.verdict)
        rows.addWidget(label(hint, "muted", wrap=True))
        rows.addWidget(self.table, 1)
        rows.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)

    def _columns(self, theme: Theme) -> tuple[Column[Difference], ...]:
        def ink(side: Callable[[Difference], Side]) -> Callable[[Difference, int], Any]:
            def of(row: Difference, role: int) -> Any:
                muted = role == Role.ForegroundRole and side(row).default
                return theme.color("muted") if muted else None

            return of

        return (
            Column(
                self.tr("Setting"), lambda row: said(row.title) or row.path, lambda row: row.path
            ),
            Column(
                self.tr("Left"),
                lambda row: self._said(row.left),
                lambda row: row.left.text,
                roles=ink(lambda row: row.left),
            ),
            Column(
                self.tr("Right"),
                lambda row: self._said(row.right),
                lambda row: row.right.text,
                roles=ink(lambda row: row.right),
            ),
        )

    def _said(self, side: Side) -> str:
        return self.tr("{0} · default").format(side.text) if side.default else side.text
