"""The translations of the window: gathered from the source, filled, and compiled for the program.

`resources/translations/agora_console_de.ts` is the one file that a translator edits, by hand or in
Qt Linguist. Beside it lie what is made of it: the .qm that Qt loads, and the sentences of what is
below the window, which the program recognises by their templates.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from devlib.environment import Environment
from devlib.strings import SENTENCES, Text, flaws, window_texts
from devlib.talk import CannotGoOn, say

NAME = "agora_console_de"


@dataclass(frozen=True, slots=True)
class Files:
    """Where the German texts lie."""

    folder: Path

    @property
    def source(self) -> Path:
        """What a translator edits."""
        return self.folder / f"{NAME}.ts"

    @property
    def compiled(self) -> Path:
        """What Qt loads."""
        return self.folder / f"{NAME}.qm"

    @property
    def sentences(self) -> Path:
        """What is recognised by its template, English to German."""
        return self.folder / "sentences_de.json"


def translate(environment: Environment, arguments: list[str]) -> int:
    """Bring the .ts up to date, fill it from files of pairs, compile it; 1 while one is missing."""
    root = environment.root
    files = Files(root / "resources" / "translations")
    package = root / "agora_console"
    _update(environment, files.source, window_texts(package))
    for name in arguments:
        fill(files.source, json.loads(Path(name).read_text(encoding="utf-8")))
    _compile(environment, files)
    missing = unfinished(files.source)
    for text in missing:
        say(f"No German for {text.context}: {text.source}")
    if missing:
        say(f"Fill {_to_fill(root / 'build', missing)} and give it to this command.")
    broken = flaws(package)
    for flaw in broken:
        say(f"{flaw.file}:{flaw.line}: {flaw.why}")
    say(f"{len(translations(files.source))} texts have German, {len(missing)} have none.")
    return 1 if missing or broken else 0


def translations(source: Path) -> dict[Text, str]:
    """The finished texts of a .ts and their German."""
    return {text: german for text, german, done in _messages(source) if done}


def unfinished(source: Path) -> list[Text]:
    """The texts of a .ts that wait for their German."""
    return sorted(text for text, _, done in _messages(source) if not done)


def fill(source: Path, pairs: Mapping[str, str]) -> None:
    """Take German for what is unfinished from `pairs`, in every context; an empty one is none."""
    tree = ElementTree.parse(source)
    for message in tree.iter("message"):
        german = pairs.get(message.findtext("source", ""))
        said = message.find("translation")
        if german and said is not None and said.get("type") == "unfinished":
            said.text = german
            del said.attrib["type"]
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    source.write_text(head + text + "\n", encoding="utf-8", newline="\n")


def placeholders(text: str) -> list[str]:
    """The `{0}` of a text, sorted."""
    return sorted(re.findall(r"\{[^{} ]*\}", text))


def _to_fill(folder: Path, missing: Iterable[Text]) -> Path:
    """A file of pairs in which the German is still empty."""
    folder.mkdir(exist_ok=True)
    path = folder / "german_to_fill.json"
    empty = json.dumps({text.source: "" for text in missing}, ensure_ascii=False, indent=1)
    path.write_text(empty + "\n", encoding="utf-8")
    return path


def _messages(source: Path) -> Iterable[tuple[Text, str, bool]]:
    for context in ElementTree.parse(source).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            said = message.find("translation")
            german = "" if said is None else said.text or ""
            done = bool(german) and said is not None and said.get("type") is None
            yield Text(name, message.findtext("source", "")), german, done


def _update(environment: Environment, source: Path, texts: Iterable[Text]) -> None:
    """Let Qt's own tool merge the texts; what is gone goes, what is alike is proposed."""
    lines = [f"QCoreApplication.translate({each.context!r}, {each.source!r})" for each in texts]
    with tempfile.TemporaryDirectory(prefix="agora-texts-") as folder:
        gathered = Path(folder, "texts.py")
        gathered.write_text("\n".join(lines) + "\n", encoding="utf-8")
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
        options += ["-target-language", "de", "-silent"]
        _run(environment, "lupdate", [*options, str(gathered), "-ts", str(source)])
    fill(source, {})  # in the spelling of this tool, whoever wrote it last


def _compile(environment: Environment, files: Files) -> None:
    _run(environment, "lrelease", ["-silent", str(files.source), "-qm", str(files.compiled)])
    said = {
        text.source: german
        for text, german in sorted(translations(files.source).items())
        if text.context == SENTENCES
    }
    text = json.dumps(said, ensure_ascii=False, indent=0)
    files.sentences.write_text(text + "\n", encoding="utf-8", newline="\n")


def _run(environment: Environment, tool: str, arguments: list[str]) -> None:
    program = environment.program(f"pyside6-{tool}")
    done = subprocess.run(
        [program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CannotGoOn(f"{tool} failed: {done.stdout.strip()}")
