"""States and statuses as the window says them; what the domain says of them, in its language."""

from __future__ import annotations

from dataclasses import replace

from agora_console.domain import codes, states
from agora_console.domain.codes import StatusMeaning
from agora_console.domain.session import Session
from agora_console.domain.states import Look
from agora_console.ui.speech.spoken import said


def look(session: Session, now: float) -> Look:
    """`domain.states.look`, as the window says it."""
    return said_look(states.look(session, now))


def said_look(look: Look) -> Look:
    """A look with its words as the window says them; shape and tone stay."""
    word, sentence, what = said(look.word), said(look.sentence), said(look.next)
    if word == look.word and sentence == look.sentence and what == look.next:
        return look
    return replace(look, word=word, sentence=sentence, next=what)


def status_meaning(status: int) -> StatusMeaning:
    """`domain.codes.status_meaning`, as the window says it."""
    meaning = codes.status_meaning(status)
    return StatusMeaning(said(meaning.word), said(meaning.sentence))
