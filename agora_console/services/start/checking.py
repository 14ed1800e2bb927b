"""What is wrong with an order, before anything is sent: names, config, token, what runs already."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from agora_console.api.token import TokenError, TokenInfo, read_token
from agora_console.domain.durations import duration
from agora_console.domain.problems import Fix, Problem, Severity
from agora_console.domain.rules import CheckContext, check, check_cname, check_uid
from agora_console.domain.session import Session
from agora_console.services.start.guard_checks import guard_problems
from agora_console.services.start.orders import StartOrder
from agora_console.services.start.push import check_push


def check_order(
    order: StartOrder,
    sessions: Iterable[Session],
    now: float,
    spare_uid: Callable[[], str],
    planned_seconds: float | None = None,
) -> tuple[Problem, ...]:
    """Every problem of an order, the names first; errors keep it from being sent.

    `now` is in seconds since the epoch, `planned_seconds` how long the recording is to last.
    `spare_uid` gives a recorder UID that nobody uses.
    """
    sessions = tuple(sessions)
    token, unreadable = _read(order)
    named = (
        check_cname(order.cname, order.config.get("mode", "mix")),
        check_uid(order.uid),
        _taken(order, sessions, spare_uid),
        unreadable,
        check_push(order),
    )
    secrets = order.secrets
    context = CheckContext(
        cname=order.cname,
        uid=order.uid,
        now=now,
        token_expires_at=token.usable_until if token else None,
        planned_seconds=planned_seconds,
        has_storage_keys=bool(secrets.access_key and secrets.secret_key),
        has_token=bool(secrets.token),
        has_sts_token=bool(secrets.sts_token),
        has_channel_secret=bool(secrets.channel_secret),
        has_salt=bool(secrets.salt),
        unsubscribe_spelling=order.project.unsubscribe_spelling,
    )
    found = (
        *(problem for problem in named if problem is not None),
        *(_token_problems(order, token, now) if token else ()),
        *check(order.config, context=context),
        *guard_problems(order, token, sessions, spare_uid),
    )
    # Names are judged alone, so that an empty one counts, and again with the config.
    return tuple(each for index, each in enumerate(found) if each not in found[:index])


def token_end(order: StartOrder) -> float | None:
    """When the recorder has to leave the channel because its token ends; None if not known."""
    token, _ = _read(order)
    return token.usable_until if token else None


def _taken(
    order: StartOrder, sessions: Iterable[Session], spare_uid: Callable[[], str]
) -> Problem | None:
    wanted = (order.project.app_id, order.cname, order.uid)
    for session in sessions:
        if not session.closed and (session.app_id, session.cname, session.uid) == wanted:
            uid = spare_uid()
            return Problem(
                f"Recorder UID {order.uid} is already recording {session.cname}.",
                path="uid",
                rule="uid-live",
                action="Use another UID for a second recorder in this channel.",
                fix=Fix(f"Use {uid}", "uid", uid),
            )
    return None


def _read(order: StartOrder) -> tuple[TokenInfo | None, Problem | None]:
    if order.secrets.token is None:
        return None, None
    try:
        return read_token(order.secrets.token.get_secret_value()), None
    except TokenError as error:
        text = f"The token cannot be read. {error}"
        return None, Problem(text, Severity.WARNING, path="token", rule="token-unreadable")


def token_misfits(token: TokenInfo, order: StartOrder) -> Iterable[str]:
    """For what else than this order a token was made, in sentences."""
    if token.app_id.casefold() != order.project.app_id.casefold():
        yield "The token was made for another App ID."
    if not token.is_for_channel(order.cname):
        yield f"The token was not made for the channel {order.cname}."
    if not token.is_for_uid(order.uid):
        yield f"The token was not made for the recorder UID {order.uid}."


def _token_problems(order: StartOrder, token: TokenInfo, now: float) -> Iterable[Problem]:
    """A token that does not fit is accepted by start and keeps the recorder out of the channel."""
    yield from map(_misfit, token_misfits(token, order))
    if token.usable_until <= now:
        yield _misfit(f"The token expired {duration(now - token.usable_until)} ago.")


def _misfit(sentence: str) -> Problem:
    action = "Make a token for this channel and recorder UID."
    return Problem(sentence, path="token", rule="token-misfit", action=action)
