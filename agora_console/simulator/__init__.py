"""An Agora Cloud Recording service on loopback, with faults: the client's opponent.

It reads requests as plain JSON and judges them by the reference's tables, carried over as data of
its own; it knows nothing of the client. `Simulator` is the service, `Account` who may call it.
"""

from agora_console.simulator.account import Account
from agora_console.simulator.simulator import Simulator

__all__ = ["Account", "Simulator"]
