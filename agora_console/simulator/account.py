"""Who may call: one project with its App ID, and the customer behind it."""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """The only account the simulator knows; the defaults are made up and safe to print."""

    app_id: str = "a90a5ee0c0ffee00a90a5ee0c0ffee00"
    customer_id: str = "de30c057031e7000de30c057031e7000"
    customer_secret: str = "5ecade1de30c0de05ecade1de30c0de0"

    @property
    def authorization(self) -> str:
        """The `Authorization` header of a request by this customer (API section 2)."""
        pair = f"{self.customer_id}:{self.customer_secret}".encode()
        return "Basic " + base64.b64encode(pair).decode("ascii")

    def admits(self, header: str) -> bool:
        """Whether `header` is this customer's, compared without betraying where it differs."""
        return hmac.compare_digest(header.encode(), self.authorization.encode())
