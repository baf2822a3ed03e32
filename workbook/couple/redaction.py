"""Leaving words out: what somebody does not want on a paper is not in what it is made of, so it cannot be in the file (G21)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from workbook.content.blocks import Block
from workbook.content.step import Answer, Step
from workbook.couple import beside
from workbook.couple.people import BOTH, PersonId
from workbook.couple.sitting import Response, Sitting

GAP: Final = "[…]"
"""What stands where words were left out; it says nothing of how many."""


class Gap(Struct, frozen=True):
    """Words that somebody leaves out wherever they, or both, said them; `instead` may be a role in place of a name (G24)."""

    words: str
    instead: str = GAP

    def pattern(self) -> re.Pattern[str]:
        """The words as they stand by themselves: `he` is not found in `the`."""
        before, after = (r"(?<!\w)" if self.words[:1].isalnum() else ""), (r"(?!\w)" if self.words[-1:].isalnum() else "")
        return re.compile(before + re.escape(self.words) + after)


def gaps(phrases: Iterable[str], role: tuple[str, str] = ("", "")) -> tuple[Gap, ...]:
    """The longest first, so that none hides in another; `role` is a name and what stands in its place."""
    named = (Gap(*role),) if all(text.strip() for text in role) else ()
    return (*(Gap(words) for words in sorted({phrase for phrase in phrases if phrase.strip()}, key=len, reverse=True)), *named)


def occurs(words: str, step: Step, answer: Answer) -> bool:
    """Whether somebody typed these words here, and did not only pick them."""
    return bool(words.strip()) and left_out(step, answer, (Gap(words),)) != answer


def typed_in(sitting: Sitting, response: Response, words: str) -> bool:
    """The same of one answer in a sitting, or of what stands beside one."""
    name = response.step
    if response.answer is None or beside.is_mark(name) or beside.is_brought(name) or not _is_of(sitting, name):
        return False
    return occurs(words, _asked(sitting, name), response.answer)


def _is_of(sitting: Sitting, name: str) -> bool:
    return (beside.step_of(name) or name) in {step.id for step in sitting.exercise.steps()}


def _asked(sitting: Sitting, name: str) -> Step:
    """The step an answer belongs to, or the one that asked for a later thought."""
    step = sitting.exercise.step(beside.step_of(name) or name)
    return beside.thought(step, name) if beside.number_of(name) else step


def left_out(step: Step, answer: Answer, without: tuple[Gap, ...]) -> Answer | None:
    """The answer without these words; without any of it where they could not be taken out."""
    for gap in without:
        pattern = gap.pattern()
        before = step.check(answer)
        for path, text in list(_typed(answer)):
            shorter = pattern.sub(gap.instead.replace("\\", r"\\"), text)
            if shorter != text and step.check(changed := _changed(answer, path, shorter)) == before:
                answer = changed
        stuck = any(pattern.search(text) for _path, text in _typed(answer))
        if stuck and gap.instead == GAP and any(pattern.search(text) for text in texts(step.show(answer))):
            return None
    return answer


def shortened(
    sitting: Sitting, responses: tuple[Response, ...], without: Mapping[PersonId, tuple[Gap, ...]]
) -> tuple[Response, ...]:
    """What was said, without the words that its author, or for joint words anybody, leaves out; nobody changes the other's."""
    found = []
    for one in responses:
        gaps_here = without.get(one.author, ()) if one.author != BOTH else tuple(gap for each in without.values() for gap in each)
        if one.answer is None or beside.is_mark(one.step) or not gaps_here:
            found.append(one)
            continue
        answer = left_out(_asked(sitting, one.step), one.answer, gaps_here)
        if answer is not None:
            found.append(replace(one, answer=answer))
    return tuple(found)


def texts(thing: object) -> Iterator[str]:
    """Every text in blocks, however deep."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Block | Struct):
        for name in thing.__struct_fields__:
            yield from texts(getattr(thing, name))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)


def _typed(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every text in an answer, with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _typed(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _typed(inner, (*path, at))


def _changed(value: Any, path: tuple[Any, ...], text: str) -> Any:
    if not path:
        return text
    first, *rest = path
    if isinstance(value, Mapping):
        return {key: _changed(inner, tuple(rest), text) if key == first else inner for key, inner in value.items()}
    return [_changed(inner, tuple(rest), text) if at == first else inner for at, inner in enumerate(value)]
