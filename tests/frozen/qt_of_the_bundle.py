"""Prints, as JSON, what Qt answers where it asks ICU; a program of its own, not a test."""

from __future__ import annotations

import json
from functools import cmp_to_key
from hashlib import sha256

from PySide6.QtCore import (
    QByteArray,
    QCollator,
    QCoreApplication,
    QDateTime,
    QLocale,
    Qt,
    QTimeZone,
)
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

LANGUAGES = (
    *("C", "en_US", "de_DE", "de_AT", "sv_SE", "da_DK", "es_ES", "cs_CZ", "tr_TR", "ru_RU"),
    *("zh_CN", "zh_TW", "ja_JP", "ko_KR", "ar_EG", "hi_IN", "th_TH", "vi_VN"),
)
ZONES = ("Europe/Berlin", "Asia/Shanghai", "America/New_York", "Asia/Kolkata", "UTC")
TEXT = (
    "Zebra äpfel Äpfel apfel Öl ol ßa ss Straße zürich Zurich ångström öre ore æ å émile eclair "
    "录制 录音 北京 上海 あいう アイウ 한국 가나 Ελλάδα ельф ёлка ı i İ I 🎥 🎬 file10 file9 File2"
)
WORDS = TEXT.split()


def of_language(name: str) -> dict[str, object]:
    """How words sort in it, and how its letters change."""
    locale = QLocale(name)
    plain, numeric = QCollator(locale), QCollator(locale)
    numeric.setNumericMode(True)
    numeric.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return {
        "sorted": sorted(WORDS, key=cmp_to_key(plain.compare)),
        "as files": sorted(WORDS, key=cmp_to_key(numeric.compare)),
        "upper": [locale.toUpper(word) for word in WORDS],
        "lower": [locale.toLower(word) for word in WORDS],
        "number": locale.toString(1234567.89),
    }


def of_zone(name: str) -> dict[str, object]:
    """What time it is there, in summer and in winter."""
    zone = QTimeZone(QByteArray(name.encode()))
    moments = [QDateTime(2026, month, 1, 12, 0, 0, 0, zone) for month in (1, 7)]
    return {
        "valid": zone.isValid(),
        "utc": [moment.toUTC().toString(Qt.DateFormat.ISODate) for moment in moments],
        "short": [zone.abbreviation(moment) for moment in moments],
        "named": zone.displayName(
            QTimeZone.TimeType.StandardTime, QTimeZone.NameType.LongName, QLocale("de_DE")
        ),
    }


def typed() -> dict[str, object]:
    """What an input method has put into a line, and the picture of it."""
    line = QLineEdit()
    line.resize(1200, 40)
    event = QInputMethodEvent()
    event.setCommitString(TEXT)
    QCoreApplication.sendEvent(line, event)
    picture = line.grab().toImage()
    return {"text": line.text(), "picture": sha256(bytes(picture.constBits())).hexdigest()}


if __name__ == "__main__":
    application = QApplication([])
    answers = {name: of_language(name) for name in LANGUAGES} | {
        name: of_zone(name) for name in ZONES
    }
    print(json.dumps({**answers, "typed": typed()}))
