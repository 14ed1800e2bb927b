"""The adapters' values that the window shows; it imports them from here and from nowhere below."""

from agora_console.api.exchange import Exchange
from agora_console.bucket.errors import BucketError
from agora_console.journal.entries import Entry
from agora_console.settings.cues import CUES, Cue, CueFile
from agora_console.settings.errors import SettingsError
from agora_console.settings.preferences import Sort
from agora_console.settings.projects import Project, StorageTarget
from agora_console.vault.keyring_vault import Keep, VaultState

__all__ = [
    "CUES",
    "BucketError",
    "Cue",
    "CueFile",
    "Entry",
    "Exchange",
    "Keep",
    "Project",
    "SettingsError",
    "Sort",
    "StorageTarget",
    "VaultState",
]
