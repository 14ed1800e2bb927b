"""A problem in words."""

from __future__ import annotations

from agora_console.domain.problems import Problem


def test_its_text_is_what_is_wrong_what_holds_and_what_to_do() -> None:
    problem = Problem("No answer.", holds="It may still record.", action="Ask again.")
    assert problem.text == "No answer. It may still record. Ask again."


def test_what_is_not_known_leaves_no_gap() -> None:
    assert Problem("No answer.", action="Ask again.").text == "No answer. Ask again."
