"""The draft: one config document with channel and recorder UID, which form and JSON show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from agora_console.domain.guards import GUARDS
from agora_console.domain.intake.json_text import UnusableInput
from agora_console.domain.intake.recognise import read_document, write_document
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
from agora_console.ui.draft.history import JSON, History, State, place_of
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

    The config can be typed as JSON as well. While that does not parse, `fault` says why, and the
    document stays what it was. `text_changed` says that `json_text` or `fault` is another,
    `history_changed` that something else can be undone or redone.
    """

    text_changed = Signal()
    history_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(new_draft(), parent)
        self._shelf: dict[str, Mapping[str, Any]] = {}
        self._typed = ""
        self.fault: UnusableInput | None = None
        self._telling = False
        self._history = History(State(self._document))

    @property
    def mode(self) -> str:
        """`mix`, `individual` or `web`."""
        return str(self._document.get("mode", "mix"))

    def config(self) -> Document:
        """The config document proper: the draft without what stands beside it."""
        return _config(self._document)

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
        self._shelf = {}
        self._take(State({**self._names(), **draft}), place="")

    def become(self, document: Document) -> None:
        """Take over a document as a whole, and tell. JSON that does not parse stays."""
        kept = self.fault is not None or same(_config(document), self.config())
        place = place_of(self._document, document)
        self._take(State(document, self._typed if kept else ""), place)

    # --- as JSON -----------------------------------------------------------------

    def json_text(self) -> str:
        """The config as it was typed last, or as it is written."""
        return self._typed or write_document(self.config())

    @property
    def unread(self) -> str:
        """The JSON that was typed and does not parse; empty where it does."""
        return self._typed if self.fault is not None else ""

    def type_json(self, text: str) -> None:
        """Take the JSON of the config as it is typed, without secrets.

        Channel and UID may stand in it. What does not parse stays as text, and the document what
        it was.
        """
        found = read_document(text)
        if isinstance(found, UnusableInput):
            self._take(State(self._document, text or " "), JSON)
            return
        own: Document = {key: str(found[key]) for key in ("cname", "uid") if key in found}
        self._take(State({**self._names(), **_config(found), **own}, text), JSON)

    def discard_text(self) -> None:
        """Write the JSON anew from the document; what was typed comes back by undo."""
        self._take(State(self._document), place="")

    # --- undo --------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """True when there is a change to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """True when there is a change to make again."""
        return self._history.can_redo

    def undo(self) -> None:
        """Take back the last change, whether it was typed in the form or as JSON."""
        self._show(self._history.undo())

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._show(self._history.redo())

    def seal(self) -> None:
        """What is typed from now on is a step of its own for undo."""
        self._history.seal()

    def begin(self) -> None:
        """Forget what could be undone: this is where a draft begins."""
        self._history.begin(State(self._document, self._typed))
        self.history_changed.emit()

    def _take(self, state: State, place: str) -> None:
        if state.typed == self._typed and same(state.document, self._document):
            return
        if self._telling:  # a view that puts something right belongs to the change it heard of
            self._history.amend(state)
        else:
            self._history.note(state, place)
        self._show(state)

    def _show(self, state: State | None) -> None:
        if state is None:
            return
        telling, self._telling = self._telling, True
        try:
            self._become_and_tell(state)
        finally:
            self._telling = telling

    def _become_and_tell(self, state: State) -> None:
        moved, retyped = not same(state.document, self._document), self.json_text()
        self._document, self._typed = dict(state.document), state.typed
        found = read_document(state.typed) if state.typed else None
        self.fault = found if isinstance(found, UnusableInput) else None
        if self.json_text() != retyped or self.fault is not None:
            self.text_changed.emit()
        if moved:
            self.changed.emit()
        self.history_changed.emit()

    def _names(self) -> Document:
        return {key: self._document[key] for key in NAMES if key in self._document}

    def follow(self, other: DocumentModel) -> None:
        """Go on where another draft ends, with what its other modes keep and what it can undo."""
        if isinstance(other, DraftModel):
            self._shelf = dict(other._shelf)
            self._history = other._history
            self._show(State(other._document, other._typed))
        else:
            super().follow(other)

    def set_mode(self, mode: str) -> None:
        """Change the mode; what the other mode does not know comes back with it."""
        draft, self._shelf = switched(self._document, mode, self._shelf)
        self.become(draft)

    def set_snapshots(self, on: bool) -> None:
        """Take snapshots beside the recording files, or stop to (API 3.2 snapshotConfig)."""
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


def _config(draft: Mapping[str, Any]) -> Document:
    return {key: value for key, value in draft.items() if key not in NAMES}


def same(one: Any, other: Any) -> bool:
    """Equal in JSON: true is not 1, and 1.0 is not 1."""
    return repr(one) == repr(other)
