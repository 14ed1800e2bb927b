"""What every request model shares, and `setting`: all that is known of one field, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from agora_console.domain.session import Mode

MIX: tuple[Mode, ...] = ("mix",)
INDIVIDUAL: tuple[Mode, ...] = ("individual",)
WEB: tuple[Mode, ...] = ("web",)
RTC: tuple[Mode, ...] = ("mix", "individual")
EVERY: tuple[Mode, ...] = ("mix", "individual", "web")

UID_PATTERN = (
    r"(?:[1-9][0-9]{0,8}|[1-3][0-9]{9}|4[01][0-9]{8}|42[0-8][0-9]{7}|429[0-3][0-9]{6}"
    r"|4294[0-8][0-9]{5}|42949[0-5][0-9]{4}|429496[0-6][0-9]{3}|4294967[01][0-9]{2}"
    r"|42949672[0-8][0-9]|429496729[0-5])"
)
"""Decimal digits without leading zeros, from 1 to 4294967295."""

MAX_UID = 4294967295


class Wire(BaseModel):
    """A request object. Keys are camelCase on the wire, snake_case here; unknown keys are kept."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        strict=True,
        frozen=True,
        extra="allow",
        defer_build=True,
        hide_input_in_errors=True,
    )


def setting(
    default: Any = ...,
    *,
    title: str,
    sentence: str,
    modes: Sequence[Mode] = EVERY,
    required_in: Sequence[Mode] = (),
    unit: str = "",
    minimum: float | None = None,
    maximum: float | None = None,
    soft: bool = False,
    choices: Sequence[int | str] = (),
    labels: Sequence[str] = (),
    kind: str = "",
    max_items: int | None = None,
    min_items: int | None = None,
    secret: bool = False,
    legacy: bool = False,
    expert: bool = False,
    service: str = "",
    opaque: bool = False,
    alias: str | None = None,
    validation_alias: Any = None,
) -> Any:
    """Describe one field of a request.

    `default` is Agora's own default (`...` = has to be given, None = there is none). `minimum` and
    `maximum` are inclusive and in `unit`; with `soft` Agora does not refuse what lies outside.
    `choices` are needed only where the annotation is no `Literal`; `labels` name the choices in
    their order. `kind` tells the form of a text: "uid", "uids", "url", "rtmp", "colour", "name".
    `service` is the web service whose parameter this is; an `opaque` object is described
    elsewhere. Secrets never leave a model.
    """
    extra: dict[str, Any] = {
        "modes": tuple(modes),
        "required_in": tuple(required_in),
        "unit": unit,
        "minimum": minimum,
        "maximum": maximum,
        "soft": soft,
        "choices": tuple(choices),
        "labels": tuple(labels),
        "kind": kind,
        "max_items": max_items,
        "min_items": min_items,
        "secret": secret,
        "legacy": legacy,
        "expert": expert,
        "service": service,
        "opaque": opaque,
    }
    return Field(
        default,
        title=title,
        description=sentence,
        ge=None if soft else minimum,
        le=None if soft else maximum,
        min_length=min_items,
        max_length=max_items,
        alias=alias,
        validation_alias=validation_alias or alias,
        serialization_alias=alias,
        exclude=True if secret else None,
        json_schema_extra=extra,
    )
