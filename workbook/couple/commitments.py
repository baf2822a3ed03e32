"""Small practices that somebody, or both, wanted to try, and how they say it went; nothing is counted."""

from __future__ import annotations

from collections.abc import Iterable

from workbook.content.fields import Reviewed
from workbook.content.step import Answer, Step
from workbook.content.steps.commit import Commit
from workbook.content.steps.follow import Follow


def promised(answer: Answer) -> str:
    """A practice in one run of words: what, who, when."""
    practice = answer.get("practice") or {}
    return " · ".join(text for text in (practice.get("what"), practice.get("who"), practice.get("when")) if text)


def went(said: Iterable[tuple[Step, Answer]]) -> dict[str, str]:
    """Each practice with how it went, in their words, or nothing where they have not said; `said` begins with the oldest."""
    found: dict[str, str] = {}
    for step, answer in said:
        if isinstance(step, Commit):
            found |= {words: found.get(words, "") for words in (promised(answer),) if words}
        elif isinstance(step, Follow):
            (field,) = (field for field in step.fields() if isinstance(field, Reviewed))
            hows = {how.id: how.text for how in field.hows()}
            found |= {row["what"]: hows.get(row["how"], "") for row in answer.get("went") or ()}
    return found
