"""What a long reply said the last time."""

from __future__ import annotations

from agora_console.api.repeats import MOST, Repeats, Said, digest_of
from agora_console.api.replies import QueryReply


def test_the_same_bytes_to_the_same_question_are_known() -> None:
    repeats, said = Repeats(), Said(QueryReply(5), None)
    repeats.keep("/a", digest_of(b"one"), said)
    assert repeats.get("/a", digest_of(b"one")) is said
    assert repeats.get("/a", digest_of(b"two")) is None
    assert repeats.get("/b", digest_of(b"one")) is None


def test_only_the_last_questions_are_remembered() -> None:
    repeats, said = Repeats(), Said(QueryReply(5), None)
    for number in range(MOST + 1):
        repeats.keep(f"/{number}", b"", said)
        repeats.keep("/1", b"", said)
    assert repeats.get("/0", b"") is None
    assert repeats.get("/1", b"") is said
