"""FieldSpec: what form, linter, wire format and JSON Schema read of a field.

The specs are read out of the models, so that a field is described once, where it is declared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, NoneType
from typing import Any, Literal, cast, get_args, get_origin

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from agora_console.domain.config.requests import RecordingConfig
from agora_console.domain.session import Mode

Type = Literal["integer", "number", "string", "boolean", "object", "strings", "objects"]

_SCALARS: dict[type, Type] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    SecretStr: "string",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One allowed value of a field, and its name for a person."""

    value: int | str
    label: str

    @property
    def gone(self) -> bool:
        """True for what Agora no longer offers; it can be read and is marked."""
        return self.label.endswith("(gone)")


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a request.

    `path` is the JSON path with `[]` behind an array whose items are meant; `minimum` and
    `maximum` are inclusive and in `unit`; `default` is Agora's (None: there is none). A field is
    needed when its parent is there and the mode is in `required_in`. `soft`: Agora does not
    refuse what lies outside range or choices. `service` names the web service it belongs to.
    """

    path: str
    key: str
    type: Type
    title: str
    sentence: str
    unit: str
    minimum: float | None
    maximum: float | None
    choices: tuple[Choice, ...]
    default: Any
    modes: tuple[Mode, ...]
    required_in: tuple[Mode, ...]
    soft: bool
    kind: str
    min_items: int | None
    max_items: int | None
    secret: bool
    legacy: bool
    expert: bool
    service: str
    children: Mapping[str, FieldSpec]

    @property
    def values(self) -> tuple[int | str, ...]:
        """The allowed values, without their names."""
        return tuple(choice.value for choice in self.choices)


def fields(mode: Mode | None = None) -> Iterator[FieldSpec]:
    """Every field of CONFIG.json that exists in `mode` (None: in any), parents first."""
    return _flat(tree(RecordingConfig), mode)


def _flat(specs: Mapping[str, FieldSpec], mode: Mode | None) -> Iterator[FieldSpec]:
    for spec in specs.values():
        if mode is None or mode in spec.modes:
            yield spec
            yield from _flat(spec.children, mode)


@cache
def by_path() -> Mapping[str, FieldSpec]:
    """Every field of CONFIG.json by its path."""
    return MappingProxyType({spec.path: spec for spec in fields()})


@cache
def tree(model: type[BaseModel]) -> Mapping[str, FieldSpec]:
    """The fields of a request model by key, with their children; paths begin at the model."""
    return _specs(model, "")


def _specs(model: type[BaseModel], prefix: str) -> Mapping[str, FieldSpec]:
    specs = {}
    for info in model.model_fields.values():
        key = info.alias or ""
        specs[key] = _spec(key, info, prefix)
    return MappingProxyType(specs)


def _spec(key: str, info: FieldInfo, prefix: str) -> FieldSpec:
    extra = dict(cast("dict[str, Any]", info.json_schema_extra))
    inner = _without_none(info.annotation)
    is_list = get_origin(inner) is list
    if is_list:
        inner = get_args(inner)[0]
    model = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None
    opaque = extra.pop("opaque")
    path = prefix + key
    below = path + ("[]." if is_list else ".")
    values = get_args(inner) if get_origin(inner) is Literal else extra.pop("choices")
    extra.pop("choices", None)
    labels = extra.pop("labels") or [str(value) for value in values]
    return FieldSpec(
        path=path,
        key=key,
        type=_type(inner, model, is_list, values),
        title=info.title or "",
        sentence=info.description or "",
        choices=tuple(Choice(*pair) for pair in zip(values, labels, strict=True)),
        default=None if info.default is PydanticUndefined else info.default,
        children=_specs(model, below) if model and not opaque else MappingProxyType({}),
        **extra,
    )


def _without_none(annotation: Any) -> Any:
    parts = [part for part in get_args(annotation) if part is not NoneType]
    return parts[0] if NoneType in get_args(annotation) else annotation


def _type(inner: Any, model: type[BaseModel] | None, is_list: bool, values: Any) -> Type:
    if model:
        return "objects" if is_list else "object"
    if is_list:
        return "strings"
    return _SCALARS[type(values[0]) if get_origin(inner) is Literal else inner]
