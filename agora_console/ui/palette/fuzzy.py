"""Fuzzy search: letters in their order, better where they stand together and begin words."""

from __future__ import annotations

_START = 8  # a word begins with the letter
_RUN = 5  # the letter follows the one before
_FOUND = 1


def score(query: str, text: str) -> int | None:
    """How well every word of `query` is found in `text`; None when one is not. More is better.

    Case counts nothing. A word is found when its letters stand in the text in this order.
    """
    total = 0
    low = text.lower()
    for word in query.lower().split():
        found = _word_score(word, low)
        if found is None:
            return None
        total += found
    return total


def _word_score(word: str, text: str) -> int | None:
    """The best over all places at which the first letter stands."""
    starts = [at for at, letter in enumerate(text) if letter == word[0]]
    scores = [found for at in starts if (found := _from(word, text, at)) is not None]
    return max(scores, default=None)


def _from(word: str, text: str, start: int) -> int | None:
    total, last, at = 0, -2, start
    for letter in word:
        at = text.find(letter, at)
        if at < 0:
            return None
        total += _FOUND + _RUN * (at == last + 1) + _START * _begins(text, at)
        last, at = at, at + 1
    return total


def _begins(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
