"""What is wrong with the guards of an order, as far as tokens and running recordings tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from agora_console.api.token import TokenInfo
from agora_console.domain.guard_rules import check_guards
from agora_console.domain.guards import GUARDS, SECOND, WATCHDOG, second_uid_of, wanted_guard
from agora_console.domain.problems import Fix, Problem, Severity
from agora_console.domain.session import Session
from agora_console.services.start.orders import StartOrder


def guard_problems(
    order: StartOrder,
    token: TokenInfo | None,
    sessions: Sequence[Session],
    spare_uid: Callable[[], str],
) -> Iterator[Problem]:
    """Every problem of the guards of an order; `token` is what its token says of itself."""
    if not order.guards:
        return
    yield from check_guards(order.guards, order.uid)
    if wanted_guard(order.guards, WATCHDOG) is not None and token is not None and _bound(token):
        yield Problem(
            f"The token is for UID {order.uid} alone, and the watchdog starts again with another.",
            Severity.WARNING,
            path=f"{GUARDS}.{WATCHDOG}",
            rule="watchdog-token",
            action="It makes a new one from the App certificate of the project; without one "
            "nothing is started again.",
        )
    yield from _second_problems(order, token, sessions, spare_uid)


def _second_problems(
    order: StartOrder,
    token: TokenInfo | None,
    sessions: Sequence[Session],
    spare_uid: Callable[[], str],
) -> Iterator[Problem]:
    uid = second_uid_of(order.guards)
    if uid is None:
        return
    path = f"{GUARDS}.{SECOND}.uid"
    wanted = (order.project.app_id, order.cname, uid)
    for session in sessions:
        if not session.over and (session.app_id, session.cname, session.uid) == wanted:
            spare = spare_uid()
            yield Problem(
                f"UID {uid} of the second recorder is already recording {session.cname}.",
                path=path,
                rule="second-uid",
                fix=Fix(f"Use {spare}", path, spare),
            )
    if token is not None and order.second_token is None and not token.is_for_uid(uid):
        yield Problem(
            f"The token was not made for UID {uid} of the second recorder.",
            path=path,
            rule="second-token",
            action="Choose Generate, which makes one for each, or use a token for any UID.",
        )


def _bound(token: TokenInfo) -> bool:
    """Whether a token admits some UIDs only: any other stands for the next one."""
    return not token.is_for_uid("0")
