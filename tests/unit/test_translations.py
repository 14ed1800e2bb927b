"""The German texts: all are there and alike in what is put in; what stays English is counted."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from agora_console.domain.codes import status_meaning
from agora_console.domain.config.spec import fields
from agora_console.domain.states import look
from agora_console.ui.speech.spoken import Phrasebook
from devlib.strings import SENTENCES, flaws, said_in, silent, window_texts
from devlib.translating import Files, placeholders, translations, unfinished
from tests.gui import session_stage
from tests.support.isolation import ROOT

PACKAGE = ROOT / "agora_console"
FILES = Files(ROOT / "resources" / "translations")
PAIRS = json.loads(FILES.sentences.read_text(encoding="utf-8"))

STATES = (
    session_stage.starting,
    session_stage.unconfirmed,
    session_stage.recording,
    session_stage.unknown,
    session_stage.stopping,
    session_stage.uploading,
    session_stage.files_listed,
    session_stage.in_backup,
    session_stage.nothing_recorded,
    session_stage.failed,
    session_stage.ended,
    session_stage.out_of_reach,
)

HINT = "run `python3 packaging/dev.py translate`"


def test_every_text_of_the_window_is_through_tr() -> None:
    assert flaws(PACKAGE) == []


def test_every_text_has_german_and_no_other_is_kept() -> None:
    assert set(translations(FILES.source)) == set(window_texts(PACKAGE)), HINT
    assert unfinished(FILES.source) == [], HINT


def test_what_is_put_in_is_the_same_in_german() -> None:
    found = translations(FILES.source).items()
    assert [t for t, german in found if placeholders(t.source) != placeholders(german)] == []


def test_blanks_at_the_ends_are_the_same_in_german() -> None:
    def ends(text: str) -> tuple[bool, bool]:
        return text.startswith(" "), text.endswith(" ")

    found = translations(FILES.source).items()
    assert [text for text, german in found if ends(text.source) != ends(german)] == []


def test_no_letter_is_underlined_so_that_none_can_be_taken_twice() -> None:
    found = translations(FILES.source).items()
    assert [text for text, german in found if re.search(r"&\w", text.source + german)] == []


def test_a_key_that_a_text_names_is_named_in_german() -> None:
    named = re.compile(r"\b(?:Press|Hold) ([A-Z])\b|\bF\d+\b|(?<![\w])\[|\]")
    for text, german in translations(FILES.source).items():
        keys = Counter(found[1] or found[0] for found in named.finditer(text.source))
        assert all(key in german for key in keys), text
        for english, other in (("Ctrl", "Strg"), ("Shift", "Umschalt")):
            assert text.source.count(english) == german.count(other), text


def test_the_sentences_of_the_program_are_those_of_the_translator() -> None:
    said = {t.source: g for t, g in translations(FILES.source).items() if t.context == SENTENCES}
    assert said == PAIRS, HINT


def test_every_state_and_its_sentence_is_said_in_german() -> None:
    book = Phrasebook(PAIRS)
    for made in STATES:
        session = made().model_copy(update={"cause": ""})  # the stage has words of its own
        for seconds in (1.0, 700.0, 90_000.0):
            shown = look(session, session.since + seconds)
            for text in (shown.word, shown.sentence, shown.next):
                assert not text or book.say(text) is not None, (session.phase, text)
    for status in (0, 1, 2, 3, 4, 5, 6, 7, 8, 20, 99):
        meaning = status_meaning(status)
        assert book.say(meaning.word)
        assert book.say(meaning.sentence)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("REC", "REC"),
        ("The stop is sent again in 12 s.", "Der Stopp wird in 12 s wiederholt."),
        (
            "Asked again in 2 s. Counts as ended in 3 min if it stays away.",
            "Wird in 2 s wieder gefragt. Gilt in 3 min als beendet, wenn sie wegbleibt.",
        ),
        ("The recorder UID is empty.", "Die Recorder-UID ist leer."),
        ("“a” is not the name of the channel “b c”.", "„a“ ist nicht der Name des Kanals „b c“."),
        ("3 files listed. Agora reports status 7.", "3 Dateien gelistet. Agora meldet Status 7."),
    ],
)
def test_a_sentence_is_recognised_by_its_template(english: str, german: str) -> None:
    assert Phrasebook(PAIRS).say(english) == german


@pytest.mark.parametrize(
    "text",
    [
        "Agora cannot be reached. Something that nobody has foreseen.",
        "The stop is sent again in a while, maybe.",
        "Asked again in 2 s. But then again, who knows.",
        "x" * 3000,
    ],
)
def test_what_is_known_in_part_stays_english_as_a_whole(text: str) -> None:
    assert Phrasebook(PAIRS).say(text) is None


ENGLISH = frozenset(
    {
        "domain/config/legacy.py",
        "domain/config/picture.py",
        "domain/config/recording.py",
        "domain/config/requests.py",
        "domain/config/schema.py",
        "domain/config/storage.py",
        "domain/config/web.py",
        "domain/intake/curl.py",
        "domain/intake/json_text.py",
        "domain/intake/lint.py",
        "domain/session.py",
        "domain/intake/ticket.py",
        "domain/intake/ticket_text.py",
        "services/errands/choosing.py",
        "services/papers/crashes.py",
        "services/demo.py",
        "services/errands/desk.py",
        "services/papers/har.py",
        "services/start/plan_notes.py",
        "services/setup/run_key.py",
        "services/papers/support.py",
    }
)
"""The modules whose sentences are shown in English, or at a terminal only."""

MOST_ENGLISH = 155


def test_what_stays_english_is_known() -> None:
    counted = silent(PACKAGE)
    assert set(counted) - ENGLISH == set(), "name it in SPOKEN of packaging/devlib/strings.py"
    assert sum(counted.values()) <= MOST_ENGLISH


def test_a_rule_calls_a_field_as_the_form_does() -> None:
    """A sentence about one field begins with its name: "Bitrate: 9000 Kbps is …"."""
    names = {spec.title for spec in fields()}
    rules = PACKAGE / "domain" / "rules"
    said = {text for path in sorted(rules.glob("*.py")) for text in said_in(path)}
    heads = {found[1] for text in said if (found := re.match(r"([A-Z][A-Za-z ]+): {", text))}
    assert heads - {"The region leaves the canvas"} <= names
    assert len(heads) > 5
