"""What Agora would refuse, ignore or make one regret, found before it is asked."""

from agora_console.domain.rules.changes import (
    check_acquire_request,
    check_stop,
    check_update,
    check_update_layout,
)
from agora_console.domain.rules.checking import check, infer_mode
from agora_console.domain.rules.findings import CheckContext
from agora_console.domain.rules.names import check_cname, check_salt, check_uid

__all__ = [
    "CheckContext",
    "check",
    "check_acquire_request",
    "check_cname",
    "check_salt",
    "check_stop",
    "check_uid",
    "check_update",
    "check_update_layout",
    "infer_mode",
]
