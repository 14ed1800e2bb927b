"""Language: in which the window speaks. It follows the system or what the person chose."""

from __future__ import annotations

import json
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from agora_console.assets import asset
from agora_console.ui.speech.spoken import Phrasebook, SentenceTranslator


class Tongue(StrEnum):
    """What a person can choose; the value is what the preferences keep."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


NAMES = {Tongue.ENGLISH: "English", Tongue.GERMAN: "Deutsch"}
"""Each language by its own name, so that it is found by those who cannot read the other one."""


class Language(QObject):
    """`chosen` wants every text said again; until `speak`, all stay as they are.

    So a window is never half in one language: it is told, and speaks when it can.
    """

    chosen = Signal()

    def __init__(self, choice: str = Tongue.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = _tongue(choice)
        self._spoken = Tongue.ENGLISH
        self._installed: list[QTranslator] = []
        self.speak()

    @property
    def choice(self) -> Tongue:
        """What was chosen; SYSTEM follows the system."""
        return self._choice

    @property
    def spoken(self) -> Tongue:
        """The language that new texts are in."""
        return self._spoken

    @property
    def behind(self) -> bool:
        """True while another language is chosen than is spoken."""
        return self._wanted() is not self._spoken

    def choose(self, choice: str) -> None:
        """Wish for another language; an unknown name counts as SYSTEM."""
        self._choice = _tongue(choice)
        self.chosen.emit()

    def speak(self) -> None:
        """From now on say new texts in the chosen language."""
        wanted = self._wanted()
        if wanted is self._spoken:
            return
        self.silence()
        self._spoken = wanted
        if wanted is Tongue.GERMAN:
            self._install()
        QLocale.setDefault(_locale(self._choice, wanted))

    def silence(self) -> None:
        """Take every translation away again, and write numbers as the system does."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()
        self._spoken = Tongue.ENGLISH
        QLocale.setDefault(QLocale.system())

    def _wanted(self) -> Tongue:
        if self._choice is not Tongue.SYSTEM:
            return self._choice
        german = QLocale.system().language() == QLocale.Language.German
        return Tongue.GERMAN if german else Tongue.ENGLISH

    def _install(self) -> None:
        pairs = json.loads(asset("translations", "sentences_de.json").read_text("utf-8"))
        sentences = SentenceTranslator(Phrasebook(pairs), self)
        ours, of_qt = QTranslator(self), QTranslator(self)
        found = ours.load(str(asset("translations", "agora_console_de.qm")))
        # Words of Qt itself, such as those of the menu of a field, where they are installed.
        of_qt.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._installed = [of_qt, sentences, *([ours] if found else [])]
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)


def _locale(choice: Tongue, spoken: Tongue) -> QLocale:
    """How numbers and dates are written; where the system chose, as the system does."""
    if choice is Tongue.SYSTEM:
        return QLocale.system()
    return QLocale(QLocale.Language.German if spoken is Tongue.GERMAN else QLocale.Language.English)


def _tongue(name: str) -> Tongue:
    try:
        return Tongue(name)
    except ValueError:
        return Tongue.SYSTEM
