"""What the window says, read from the source: texts to translate, and texts that were forgotten.

It reads Python as Python does, so that a text broken over lines or said through a helper of its
module is found, and asks nothing of PySide6.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SENTENCES = "Sentences"
"""The context of what is said below the window, where there is no Qt; see ui/speech/spoken.py."""

SPOKEN = (
    "api/failures.py",
    "domain/alarms.py",
    "domain/files/arrival.py",
    "domain/autostart.py",
    "domain/catalogue.py",
    "domain/codes.py",
    "domain/deadlines.py",
    "domain/evidence/judge.py",
    "domain/evidence/absence.py",
    "domain/evidence/status.py",
    "domain/guard_rules.py",
    "domain/intake/recognise.py",
    "domain/intake/lint_input.py",
    "domain/open_case.py",
    "domain/planned_start.py",
    "domain/preflight.py",
    "domain/preflight_lines.py",
    "domain/rotation.py",
    "domain/rules",
    "domain/states.py",
    "domain/update.py",
    "domain/watchdog.py",
    "services/sessions/adopting.py",
    "services/watching/alarms.py",
    "services/files/arrival.py",
    "services/setup/autostart.py",
    "services/sessions/backlog.py",
    "services/start/batch.py",
    "services/files/buckets.py",
    "services/changing.py",
    "services/start/checking.py",
    "services/console.py",
    "services/files/downloads.py",
    "services/ending/ending.py",
    "services/failures.py",
    "services/gate.py",
    "services/start/guard_checks.py",
    "services/start/launching.py",
    "services/files/merging.py",
    "services/start/planned_start.py",
    "services/ending/planning.py",
    "services/start/preflight.py",
    "services/setup/presets.py",
    "services/files/probe.py",
    "services/setup/projects.py",
    "services/start/push.py",
    "services/reading.py",
    "services/recordings.py",
    "services/start/second.py",
    "services/files/snapshots.py",
    "services/start/starting.py",
    "services/ending/stopping.py",
    "services/sessions/ticket_meaning.py",
    "services/watching/troubles.py",
    "services/setup/updates.py",
    "services/start/watchdog.py",
    "services/words.py",
    "vault/errors.py",
    "vault/keychain.py",
    "vault/keyring_vault.py",
    "ui/dialogs/project_check.py",
    "ui/dialogs/target_draft.py",
)
"""The modules whose sentences are translated; those of all others stay English, as a whole."""

SPEAKING = frozenset(
    {
        "QAction",
        "QCheckBox",
        "QLabel",
        "QPushButton",
        "QRadioButton",
        "QToolButton",
        "Card",
        "EmptyState",
        "SegmentedControl",
        "addAction",
        "addItem",
        "addMenu",
        "addTab",
        "insertTab",
        "label",
        "setAccessibleDescription",
        "setAccessibleName",
        "setPlaceholderText",
        "setPrefix",
        "setStatusTip",
        "setSuffix",
        "setTabText",
        "setText",
        "setTitle",
        "setToolTip",
        "setWindowTitle",
        "set_hint",
        "set_text",
    }
)
"""What shows or speaks the texts that it is given."""

_UNITS = frozenset(
    [
        "archive",
        "ctrl",
        "csv",
        "demo",
        "har",
        "html",
        "http",
        "json",
        "ms",
        "px",
        "shift",
        "tab",
        "tb",
        "uid",
        "utc",
        "zip",
    ]
)
"""Words that are the same in every language, or that stand in a format."""

_UNSHOWN = frozenset(
    {
        "Not started",  # how a sentence of the watchdog begins
        "agora {0} {1} {2} {3} {4}",  # a key of the cache of pictures
        "alpha {0}",  # what one undo takes back together
        "made at Start",  # stands for a token; its place is hidden
        "move {0}",
        "resize {0}",
        "{0} × {1} at {2}",  # for the file with the diagnostics
    }
)
"""Phrases of ui/ that nobody is shown."""

_UNSAID = frozenset(
    {
        "Agora Console",  # under which name secrets are kept
        "An empty secret is not kept; forget it instead.",
        "[Desktop Entry]",
        "Name=Agora Console",
        "Comment=Watches recordings of Agora Cloud Recording",
        'test -x "$0" || exit 0; exec "$0" "$@"',
    }
)
"""Phrases of SPOKEN that are written into files of the system."""

_WORDS: Mapping[str, Callable[[str], bool]] = {
    "codes.py": str.islower,
    "preflight.py": lambda word: word.isupper() or word.istitle(),
    "states.py": str.isupper,
}
"""The modules of which single words are shown too, and how these are written."""

NAMED = "domain/config"
"""Where the fields of a request have their names, each the `title` of a `setting`."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text with the context that it is looked up in."""

    context: str
    source: str


@dataclass(frozen=True, slots=True, order=True)
class Flaw:
    """A place that a translation cannot reach."""

    file: str
    line: int
    why: str


def window_texts(package: Path) -> list[Text]:
    """Every text of ui/, and every sentence below it, sorted and each once."""
    found = {text for path in _files(package / "ui") for text in _Reader(path).texts}
    found |= {Text(SENTENCES, said) for said in sentences(package)}
    return sorted(found)


def flaws(package: Path) -> list[Flaw]:
    """The literal texts of ui/ that are shown without being translated."""
    files = (path for path in _files(package / "ui") if path.name != "spoken.py")
    return sorted(flaw for path in files for flaw in _Reader(path).flaws)


def sentences(package: Path) -> list[str]:
    """The templates of the sentences of SPOKEN: `{0}`, `{1}` where a value is put in."""
    found: set[str] = set()
    for name in SPOKEN:
        for path in _files(package / name):
            found |= set(said_in(path))
    for path in _files(package / NAMED):
        found |= set(_titles(path))
    return sorted(found - _UNSAID)


def silent(package: Path) -> dict[str, int]:
    """How many sentences each other module has, which are always shown in English."""
    spoken = {path for name in SPOKEN for path in _files(package / name)}
    counted = {}
    for folder in ("domain", "services"):
        for path in _files(package / folder):
            many = 0 if path in spoken else sum(said.endswith(".") for said in set(said_in(path)))
            if many:
                counted[path.relative_to(package).as_posix()] = many
    return counted


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


class _Reader(ast.NodeVisitor):
    """Texts and flaws of one file."""

    def __init__(self, path: Path) -> None:
        self.texts: set[Text] = set()
        self.flaws: set[Flaw] = set()
        self._name = f"{path.parent.name}/{path.name}"
        self._tour = path.parent.name == "tour"  # it is read at a terminal
        self._classes: list[str] = []
        tree = ast.parse(path.read_text(encoding="utf-8"))
        self._helpers = dict(_helpers(tree))
        self.visit(tree)
        told = path.as_posix().endswith(SPOKEN)  # its sentences are found by their templates
        if not self._tour and not told:
            for node, text in _phrases(tree, self._helpers):
                if not _is_wire(text) and text not in _UNSHOWN:
                    self._flaw(node, f"{text!r} is not through tr()")

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name not in self._helpers:  # its own call has the parameter, not a text
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = _called(node.func)
        if name == "tr" and _owner(node.func) != "self":
            self._flaw(node, "a text that is looked up with the class of another object")
        elif name == "tr":
            self._take(self._classes[-1] if self._classes else "", node, node.args[:1])
        elif name == "translate" and len(node.args) > 1:
            context = node.args[0]
            said = context.value if isinstance(context, ast.Constant) else ""
            self._take(str(said), node, node.args[1:2])
        elif name in self._helpers:
            self._take(self._helpers[name], node, node.args[:1])
        elif name in SPEAKING and not self._tour:
            for part in (*node.args, *(each.value for each in node.keywords)):
                if (text := _literal_words(part)) is not None:
                    self._flaw(node, f"{text!r} is not through tr()")

    def _take(self, context: str, node: ast.Call, arguments: list[ast.expr]) -> None:
        texts = [text for part in arguments for text in _literals(part)]
        if not context or not texts:
            self._flaw(node, "a text that is not written out, or without a context")
        self.texts |= {Text(context, text) for text in texts}

    def _flaw(self, node: ast.AST, why: str) -> None:
        self.flaws.add(Flaw(self._name, getattr(node, "lineno", 0), why))


def _helpers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Functions of a module that translate what they are given, with their context."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef) or len(function.args.args) != 1:
            continue
        parameter = function.args.args[0].arg
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and _called(node.func) == "translate":
                context, *rest = node.args
                same = rest and isinstance(rest[0], ast.Name) and rest[0].id == parameter
                if same and isinstance(context, ast.Constant):
                    yield function.name, str(context.value)


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _owner(function: ast.expr) -> str:
    owner = function.value if isinstance(function, ast.Attribute) else None
    return owner.id if isinstance(owner, ast.Name) else ""


def _literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        one, other = _literals(node.body), _literals(node.orelse)
        return one + other if one and other else []
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return []


def _literal_words(node: ast.expr) -> str | None:
    """A literal in which a person would read a word, or None."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    elif isinstance(node, ast.JoinedStr):
        text = _template(node)
    else:
        return None
    words = text.strip()
    shown = " " in words or words[:1].isupper() or words.endswith((":", "…"))
    return text if shown and any(map(str.isalpha, words)) and not _is_wire(words) else None


def _is_wire(text: str) -> bool:
    """True for what is the same in every language: codes, units, signs, formats."""
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\d+\}|%\w", "", text))
    return all(word.isupper() or word.lower() in _UNITS for word in words)


def said_in(path: Path) -> Iterator[str]:
    """The sentences and phrases of a module without Qt."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (text for _, text in _phrases(tree, dict(_helpers(tree))))
    is_word = _WORDS.get(path.name)
    if is_word is not None:
        yield from (text for _, text in _texts(tree, {}) if text.isalpha() and is_word(text))


def _titles(path: Path) -> Iterator[str]:
    """What a person calls the fields that a module describes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _called(node.func) == "setting":
            for keyword in node.keywords:
                if keyword.arg == "title":
                    yield from _literals(keyword.value)


def _phrases(tree: ast.Module, helpers: Mapping[str, str]) -> Iterator[tuple[ast.AST, str]]:
    """What a person would read as words in a module, and is not translated where it stands."""
    return ((node, text) for node, text in _texts(tree, helpers) if _is_phrase(text))


def _texts(tree: ast.Module, helpers: Mapping[str, str]) -> Iterator[tuple[ast.AST, str]]:
    translated = {"tr", "translate", *helpers}
    skipped = {id(part) for node in ast.walk(tree) for part in _unsaid(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node.func) in translated:
            skipped |= {id(part) for part in ast.walk(node)}
        if id(node) in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            yield node, _template(node).strip()
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value.strip()


def _is_phrase(text: str) -> bool:
    bare = "".join(part.partition("}")[2] for part in ("}" + text).split("{"))
    words = sum(map(str.isalpha, bare))
    return " " in text and words > 1 and "\\" not in text and "%s" not in text


def _unsaid(node: ast.AST) -> Iterator[ast.AST]:
    """Strings that nobody is shown: docstrings, what is logged, errors of programming, parts."""
    if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
        for line in node.body:
            if isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant):
                yield line.value
    elif isinstance(node, ast.JoinedStr):
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) or (
                part is not node and isinstance(part, ast.JoinedStr) and part in node.values
            ):
                yield part
    elif isinstance(node, ast.Call):
        on_log = isinstance(node.func, ast.Attribute) and _called(node.func.value) == "log"
        if on_log or _called(node.func) in (
            "AssertionError",
            "LookupError",
            "TypeError",
            "compile",
            "setObjectName",
            "setProperty",
        ):
            yield from ast.walk(node)
    elif isinstance(node, (ast.Subscript, ast.Compare)):
        yield from ast.walk(node.slice if isinstance(node, ast.Subscript) else node)


def _template(node: ast.JoinedStr) -> str:
    text, values = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            text += f"{{{values}}}"
            values += 1
    return text
