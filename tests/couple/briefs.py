"""What two people did, for briefs: made-up answers to the real exercises, with some words of their own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random

from workbook.content.exercise import Apart, Reveal
from workbook.content.library import Library
from workbook.content.step import Answer
from workbook.couple.brief import TITLE, At, Brief, Source
from workbook.couple.people import BOTH, Person
from workbook.couple.sitting import Response, Sitting
from workbook.paths import resources

ALEX, SAM = Person("a", "Alex Long", "boat", "sea"), Person("b", "Sam", "leaf", "moss")
Own = Mapping[tuple[str, str], Answer | None]


@cache
def library() -> Library:
    return Library(resources() / "packs")


def did(exercise: str, number: int, own: Own | None = None) -> Source:
    """A sitting for two, answered throughout; `own` by step and author, nothing for what was left open."""
    rng, own = Random(number), own or {}
    sitting = Sitting(id=f"s{number}", exercise=library().exercise(exercise), mode="each", people=("a", "b"))
    responses: list[Response] = []
    for at, part in enumerate(sitting.parts()):
        for step in () if isinstance(part, Reveal) else sitting.steps(at):
            for author in ("a", "b") if isinstance(part, Apart) or step.each else (BOTH,):
                answer = own.get((step.id, author), step.sample(rng))
                if answer is not None:
                    responses.append(Response(step=step.id, author=author, answer=answer))
    return Source(sitting=sitting, responses=tuple(responses), revision=number)


def everything(*sources: Source) -> frozenset[At]:
    """Every answer, and that each was done."""
    named = {(one.sitting.id, TITLE, BOTH) for one in sources}
    return frozenset({(one.sitting.id, said.step, said.author) for one in sources for said in one.responses} | named)


def joint(*sources: Source, a: frozenset[At] = frozenset(), b: frozenset[At] = frozenset()) -> Brief:
    """A brief by both, with what each ticked."""
    return Brief(people=(ALEX, SAM), sources=sources, ticks={"a": a, "b": b})
