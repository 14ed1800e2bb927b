"""Saying on a command line what planned starts do meanwhile: they are nobody's order of now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from agora_console.domain.session import Session
from agora_console.services.console import Console
from agora_console.services.events import Say


@contextmanager
def plans_told(console: Console, say: Say) -> Iterator[None]:
    """Tell every planned start that comes, or does not come, while this console is at work."""
    planned = console.planned
    known = {plan.id for plan in planned.all() if plan.trouble}

    def on_session(session: Session) -> None:
        if session.id not in known and planned.get(session.id) is not None:
            known.add(session.id)
            sentence = (
                f"A planned start has come: {session.cname} is started by this command as well. "
                "It goes on when the command ends."
            )
            say("note", {"sentence": sentence, "session": session.id})

    def on_plans() -> None:
        for plan in planned.all():
            if plan.trouble and plan.id not in known:
                known.add(plan.id)
                sentence = f"The planned start of {plan.cname} did not come. {plan.trouble}"
                say("note", {"sentence": sentence, "session": plan.id})

    unsubscribe = (
        console.recordings.changed.subscribe(on_session),
        planned.changed.subscribe(lambda _: on_plans()),
    )
    try:
        yield
    finally:
        for each in unsubscribe:
            each()
