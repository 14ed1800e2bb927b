"""What is said below the window, in the language of the window.

Services and rules build English sentences without Qt. Here they are recognised by their templates
and said in the language in use: as a whole, or not at all, never half of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from agora_console.domain.problems import Fix, Problem

SENTENCES = "Sentences"

_VALUE = re.compile(r"\{(\d+)\}")
_HEAD = 4
"""Characters by which templates are told apart before their patterns are tried."""

_UNITS = frozenset({"min", "uid"})

_MOST = 2_000
"""Characters of a text beyond which nothing is recognised."""


def said(text: str) -> str:
    """A sentence or phrase of the domain or a service, as the window says it."""
    return QCoreApplication.translate(SENTENCES, text) if text else text


def said_problem(problem: Problem) -> Problem:
    """A problem with its words as the window says them; the raw detail stays."""
    fix = problem.fix
    return replace(
        problem,
        sentence=said(problem.sentence),
        holds=said(problem.holds),
        action=said(problem.action),
        fix=None if fix is None else _said_fix(fix),
    )


def _said_fix(fix: Fix) -> Fix:
    return replace(fix, label=said(fix.label))


class SentenceTranslator(QTranslator):
    """Knows the sentences of a phrasebook, and nothing else."""

    def __init__(self, book: Phrasebook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = lru_cache(maxsize=8192)(book.say)

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return self._say(source) if context == SENTENCES else None


class Phrasebook:
    """Templates with `{0}` where a value is put in, each with its translation."""

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self._whole = {english: other for english, other in pairs.items() if "{0}" not in english}
        self._by_head: dict[str, list[_Template]] = {}
        for english, other in (*pairs.items(), *_shorter(pairs)):
            template = _Template(english, other)
            self._by_head.setdefault(template.head, []).append(template)
        for templates in self._by_head.values():
            templates.sort(key=lambda each: -len(each.english))

    def say(self, text: str) -> str | None:
        """The text in the other language; None when any part of it is not known."""
        if text in self._whole:
            return self._whole[text]
        return self._said(text, 0) if len(text) <= _MOST else None

    def _said(self, text: str, depth: int) -> str | None:
        """One template, or several with a blank between them."""
        if depth > 6:
            return None
        for template in self._candidates(text):
            for end, values in template.matches(text):
                rest = text[end:].lstrip(" ")
                after = self._said(rest, depth + 1) if rest else ""
                if after is None:
                    continue
                spoken = [self._value(value, depth) for value in values]
                if None not in spoken:
                    whole = template.filled([value or "" for value in spoken])
                    return f"{whole} {after}" if after else whole
        return None

    def _candidates(self, text: str) -> Iterator[_Template]:
        for length in range(_HEAD, -1, -1):
            yield from self._by_head.get(text[:length], ()) if length <= len(text) else ()

    def _value(self, value: str, depth: int) -> str | None:
        """A value as it is, unless it has words: then these have to be known."""
        inner = self._said(value.strip(), depth + 1) if value.strip() else ""
        if inner is not None:
            begin = " " if value.startswith(" ") else ""
            return begin + inner
        return value if _is_plain(value) else None


def _shorter(pairs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Templates without the sentence at their end, for when there is nothing to say there."""
    for english, other in pairs.items():
        end = re.search(r" \{\d+\}\Z", english)
        if end is not None and other.endswith(end[0]) and not english.startswith("{"):
            yield english.removesuffix(end[0]), other.removesuffix(end[0])


class _Template:
    """One sentence as a pattern."""

    def __init__(self, english: str, other: str) -> None:
        self.english = english
        self.head = _VALUE.split(english)[0][:_HEAD]
        self._other = other
        self._order = [int(number) for number in _VALUE.findall(english)]
        parts = [re.escape(part) for part in _VALUE.split(english)[::2]]
        self._source = parts
        self._patterns: tuple[re.Pattern[str], ...] = ()

    def matches(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Ends and values, in the order of their numbers: of the shortest and of the whole text."""
        if not self._patterns:
            self._patterns = (
                re.compile("(.*)".join(self._source) + r"\Z"),
                re.compile("(.*?)".join(self._source) + r"(?=\s|\Z)"),
            )
        seen = set()
        for pattern in self._patterns:
            found = pattern.match(text)
            if found is not None and found.end() not in seen and found.end() > 0:
                seen.add(found.end())
                yield found.end(), list(found.groups())

    def filled(self, values: list[str]) -> str:
        """The translation with the values put in."""
        by_number = dict(zip(self._order, values, strict=True))
        return _VALUE.sub(lambda found: by_number.get(int(found[1]), found[0]), self._other)


def _is_plain(value: str) -> bool:
    """True for what is the same in every language: names, numbers, times, what is quoted."""
    bare = re.sub(r"“[^”]*”|\"[^\"]*\"", "", value)
    words = [word for word in re.findall(r"[^\W\d_]{2,}", bare) if word not in _UNITS]
    return " " not in bare.strip() or len(words) < 2
