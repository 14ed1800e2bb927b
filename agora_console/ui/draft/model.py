"""The draft: one config document with channel and recorder UID, of which every field is a view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from agora_console.domain.guards import GUARDS
from agora_console.domain.paths import MISSING, read
from agora_console.domain.problems import Fix
from agora_console.ui.draft.document import (
    FILES,
    SNAPSHOT,
    Document,
    drop,
    mended,
    put,
    switched,
)
from agora_console.ui.draft.token_words import FROM, HOURS

NAMES = ("cname", "uid", FROM, HOURS, GUARDS)
"""Keys of a draft that stand beside the config document proper."""


class DocumentModel(QObject):
    """A JSON document of which fields are views. `changed` follows each change, whoever made it."""

    changed = Signal()

    def __init__(self, document: Mapping[str, Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document = dict(document)

    def document(self) -> Document:
        """The document as it is now; not to be modified."""
        return self._document

    def get(self, path: str) -> Any:
        """The value at `path`, or MISSING."""
        return read(self._document, path)

    def set(self, path: str, value: Any) -> None:
        """Set `path`, or remove it with MISSING; nothing happens when it is so already."""
        if not same(self.get(path), value):
            self.become(put(self._document, path, value))

    def follow(self, other: DocumentModel) -> None:
        """Go on where another model ends."""
        self.become(other.document())

    def mend(self, fix: Fix) -> None:
        """Apply a fix of the linter."""
        self.become(mended(self._document, fix))

    def become(self, document: Document) -> None:
        """Take over a document as a whole."""
        if not same(document, self._document):
            self._document = document
            self.changed.emit()


class DraftModel(DocumentModel):
    """The draft: the config document (`mode`, `clientRequest`, `acquire`), `cname` and `uid`.

    Beside them it says where the token comes from, and which guards are wanted. It never holds a
    secret.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(new_draft(), parent)
        self._shelf: dict[str, Mapping[str, Any]] = {}

    @property
    def mode(self) -> str:
        """`mix`, `individual` or `web`."""
        return str(self._document.get("mode", "mix"))

    def config(self) -> Document:
        """The config document proper: the draft without what stands beside it."""
        return {key: value for key, value in self._document.items() if key not in NAMES}

    def guards(self) -> Mapping[str, Any]:
        """What is ordered against a loss; see `domain.guards`."""
        guards = self.get(GUARDS)
        return guards if isinstance(guards, Mapping) else {}

    def text(self, path: str) -> str:
        """The value at `path` if it is text, else ""."""
        value = self.get(path)
        return value if isinstance(value, str) else ""

    def replace(self, draft: Mapping[str, Any]) -> None:
        """Take over a whole draft or config document; channel and UID stay where it has none."""
        names = {key: self._document[key] for key in NAMES if key in self._document}
        self._shelf = {}
        self.become({**names, **draft})

    def follow(self, other: DocumentModel) -> None:
        """Go on where another draft ends, with what its other modes keep."""
        if isinstance(other, DraftModel):
            self._shelf = dict(other._shelf)
        super().follow(other)

    def set_mode(self, mode: str) -> None:
        """Change the mode; what the other mode does not know comes back with it."""
        draft, self._shelf = switched(self._document, mode, self._shelf)
        self.become(draft)

    def set_snapshots(self, on: bool) -> None:
        """Take screenshots beside the recording files, or stop to (API 3.2 snapshotConfig)."""
        draft = self._document
        if on:
            draft = put(draft, SNAPSHOT, dict(self._shelf.get(SNAPSHOT, {"fileType": ["jpg"]})))
        else:
            kept = self.get(SNAPSHOT)
            if isinstance(kept, Mapping):
                self._shelf[SNAPSHOT] = kept
            draft = drop(draft, SNAPSHOT)
        if read(draft, FILES) is MISSING:
            draft = put(draft, FILES, {"avFileType": ["hls"]})
        self.become(draft)


def new_draft() -> Document:
    """A draft that leaves everything to Agora but what a request must say."""
    return {
        "cname": "",
        "uid": "",
        "mode": "mix",
        "clientRequest": {
            "recordingConfig": {"channelType": 1},
            "recordingFileConfig": {"avFileType": ["hls"]},
        },
    }


def same(one: Any, other: Any) -> bool:
    """Equal in JSON: true is not 1, and 1.0 is not 1."""
    return repr(one) == repr(other)
