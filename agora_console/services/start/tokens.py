"""RTC tokens for commands and window: what one says of itself, and a new one for a recorder."""

from agora_console.api.token import TokenError, TokenInfo, build_token, read_token

__all__ = ["TokenError", "TokenInfo", "build_token", "read_token"]
