"""The config of a recording: every field of every request, described once."""

from agora_console.domain.config.picture import LayoutUpdate
from agora_console.domain.config.requests import (
    AcquireRequest,
    RecordingConfig,
    StartRequest,
    StopRequest,
    UpdateRequest,
)
from agora_console.domain.config.schema import json_schema
from agora_console.domain.config.secrecy import take_secrets
from agora_console.domain.config.spec import Choice, FieldSpec, by_path, fields, tree

__all__ = [
    "AcquireRequest",
    "Choice",
    "FieldSpec",
    "LayoutUpdate",
    "RecordingConfig",
    "StartRequest",
    "StopRequest",
    "UpdateRequest",
    "by_path",
    "fields",
    "json_schema",
    "take_secrets",
    "tree",
]
