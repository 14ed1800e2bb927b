"""Fields as the field table describes them: default as placeholder, unit and default in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from agora_console.domain.config.spec import FieldSpec, by_path
from agora_console.ui.draft.fields import ChoiceField, ComboField, LineField, NumberField
from agora_console.ui.draft.model import DocumentModel
from agora_console.ui.look.metrics import em
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.labels import label

translate = QCoreApplication.translate

_TIME = by_path()["clientRequest.storageConfig.stsExpiration"].unit


def spec_of(path: str, prefix: str = "") -> FieldSpec:
    """What the field table says of a path."""
    return by_path()[f"{prefix}{path}"]


def named(path: str, prefix: str = "") -> str:
    """What a field is called in the window: as in the sentences of the rules about it."""
    return said(spec_of(path, prefix).title)


def number_row(
    model: DocumentModel, path: str, *, hint: str = "", prefix: str = ""
) -> tuple[FieldRow, NumberField]:
    """A whole number with its unit and its default."""
    spec = spec_of(path, prefix)
    field = NumberField(model, path, _default(spec), ems=9 if spec.unit == _TIME else 6)
    row = FieldRow(said(spec.title), field.widget, unit=unit_words(spec), hint=hint)
    return row, field


def size_row(caption: str, width: NumberField, height: NumberField, unit: str) -> FieldRow:
    """The two numbers of a size, with a cross between them."""
    size = QWidget()
    line = QHBoxLayout(size)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(em(size, 0.5))
    line.addWidget(width.widget)
    line.addWidget(label("×", "muted"))
    line.addWidget(height.widget)
    size.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    size.setFocusProxy(width.widget)
    return FieldRow(caption, size, unit=unit)


def text_row(
    model: DocumentModel, path: str, placeholder: str = "", hint: str = ""
) -> tuple[FieldRow, LineField]:
    """A line of text."""
    field = LineField(model, path, placeholder)
    return FieldRow(named(path), field.widget, hint=hint), field


def choice_row(
    model: DocumentModel,
    path: str,
    texts: Sequence[str],
    *,
    hint: str = "",
    prefix: str = "",
) -> tuple[FieldRow, ChoiceField]:
    """A few choices in sight; `texts` name the values of the table in their order."""
    spec = spec_of(path, prefix)
    values: Sequence[Any] = spec.values or (False, True)
    options = list(zip(values, texts, strict=True))
    caption = said(spec.title)
    field = ChoiceField(model, path, options, caption, default=spec.default)
    return FieldRow(caption, field.widget, hint=hint), field


def combo_row(
    model: DocumentModel,
    path: str,
    texts: Sequence[str],
    *,
    hint: str = "",
    prefix: str = "",
    unset: str = "",
) -> tuple[FieldRow, ComboField]:
    """Many choices in a list, of which the first says what holds when nothing is sent."""
    spec = spec_of(path, prefix)
    options = list(zip(spec.values, texts, strict=True))
    if not unset:
        named = dict(options).get(spec.default)
        unset = (
            translate("Field", "{0}, default").format(named)
            if named
            else translate("Field", "Not set")
        )
    field = ComboField(model, path, options, unset=unset)
    return FieldRow(said(spec.title), field.widget, hint=hint), field


def unit_words(spec: FieldSpec) -> str:
    """The unit of a field and Agora's default, as they stand behind its line."""
    units = {
        "s": translate("Field", "seconds"),
        "min": translate("Field", "minutes"),
        "h": translate("Field", "hours"),
        "px": translate("Field", "px"),
        "fps": translate("Field", "fps"),
        "kbps": translate("Field", "Kbps"),
        _TIME: translate("Field", "seconds since 1970, UTC"),
    }
    unit, default = units.get(spec.unit, ""), _default(spec)
    if unit and default:
        return translate("Field", "{0}, default {1}").format(unit, default)
    return unit


def _default(spec: FieldSpec) -> str:
    return "" if spec.default is None else str(spec.default)
