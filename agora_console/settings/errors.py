"""What can go wrong with the settings, as a sentence and one thing to do."""

from __future__ import annotations

from agora_console.domain.problems import Problem


class SettingsError(Exception):
    """Something could not be kept; `problem` is what a person reads."""

    def __init__(self, sentence: str, action: str, detail: str = "") -> None:
        super().__init__(sentence)
        self.problem = Problem(
            sentence,
            rule="settings",
            holds="What was kept before is unchanged.",
            action=action,
            detail=detail,
        )
