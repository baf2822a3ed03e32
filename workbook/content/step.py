"""A step: one page of an exercise, composed of fields by its kind."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from workbook.content.blocks import Block, plain
from workbook.content.fields import Choices, Field, Option

Answer = dict[str, Any]
"""What was said to one step: field id to value. A step nobody answered has no Answer at all (`None`)."""

Sensitive = Literal["substance", "trauma", "sexual", "suicidality", "medication", "about-partner", "third-party", "body", "arousal"]
"""What an author can say a step touches; such a step is left out of shared reports unless its author ticks it (G20)."""


class ShowWhen(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Show a step only when an earlier one was answered so: a comparison, never code."""

    ref: str
    below: float | None = None
    above: float | None = None
    equals: str | int | None = None

    def holds(self, answers: Mapping[str, Answer | None]) -> bool:
        """Whether the earlier answer compares; an unanswered one never hides a step."""
        answer = answers.get(self.ref)
        value = next(iter(answer.values()), None) if answer else None
        if value is None:
            return True
        if self.equals is not None:
            return bool(value == self.equals)
        if not isinstance(value, (int, float)):
            return True
        return (self.below is None or value < self.below) and (self.above is None or value > self.above)


class Carry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An earlier answer that may be used again: the exercise, and its step."""

    exercise: str
    step: str


class Voice(Struct, frozen=True):
    """What one person said that may be shown here: step id to plain words; what was said in another exercise, see `earlier`."""

    name: str
    words: Mapping[str, str | None]


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="kind"):
    """What every kind of step shares. A kind adds its keys and says which fields it is made of.

    `title` is its short name in lists, `ask` is what the person reads. `hint` stands small below it, `stuck` holds a few ways to
    begin, for whoever is stuck. `each` gives both partners a set of fields, `carries` offers what the same person said before, in
    other exercises. `minutes` is your estimate. `sensitive` says what it touches, so that it stays out of shared papers unless its
    author ticks it. `stays` keeps it with its author: it opens to nobody, and no paper for others can have it. `show_when` shows it
    only after an earlier answer.
    """

    id: str
    title: str
    ask: str
    hint: str = ""
    stuck: str = ""
    each: bool = False
    minutes: float = 1
    sensitive: tuple[Sensitive, ...] = ()
    stays: bool = False
    show_when: ShowWhen | None = None
    carries: tuple[Carry, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """The inputs on this page, top to bottom; none for a page that only says something."""
        return ()

    def picture(self, voices: tuple[Voice, ...], joint: Mapping[str, str | None]) -> tuple[Block, ...]:
        """Blocks above the fields, drawn from what was said earlier; most kinds have none."""
        return ()

    def after(self, answers: Mapping[str, Answer | None], steps: Mapping[str, Step]) -> Step:
        """This step as it stands after what the same person said in earlier steps; most stay as they are."""
        return self

    def begin(self, earlier: tuple[str, ...]) -> Answer | None:
        """What stands on the page before anything is answered, made of earlier words; most begin empty."""
        return None

    def texts(self) -> tuple[str, ...]:
        """Every text of this step that a person may read."""
        return (self.title, self.ask, self.hint, self.stuck, *(field.label for field in self.fields()))

    def check(self, answer: Answer | None) -> dict[str, str]:
        """Faults by field id; empty when all is well. A fault never keeps anyone from going on."""
        faults = {field.id: field.check((answer or {}).get(field.id)) for field in self.fields()}
        return {key: fault for key, fault in faults.items() if fault}

    def show(self, answer: Answer | None) -> tuple[Block, ...]:
        """The blocks that show an answer; the same on screen and on paper. A label that only repeats the title is left out."""
        blocks = (block for field in self.fields() for block in field.show((answer or {}).get(field.id)))
        return tuple(replace(block, label="") if getattr(block, "label", "") == self.title else block for block in blocks)

    def show_beside(self, answer: Answer | None, other: Answer | None) -> tuple[Block, ...]:
        """The same, next to what the other one said to this step; most kinds show each for itself."""
        return self.show(answer)

    def agreed(self, answers: tuple[Answer | None, ...]) -> tuple[Block, ...]:
        """What holds between those who answered this, shown in place of their own words; most kinds have no such thing."""
        return ()

    def words(self, answer: Answer | None) -> str | None:
        """An answer in one run of words, as the loop and the lists need it."""
        return plain(self.show(answer)) if answer else None

    def sample(self, rng: Random) -> Answer | None:
        """A made-up answer, for tests, pictures and previews."""
        return {field.id: field.sample(rng) for field in self.fields()} or None


def tidy(answer: Answer | None) -> Answer | None:
    """An answer in which nothing was said is no answer; anything else stays exactly as it is."""
    if answer is None or all(value is None or value in ("", [], {}) for value in answer.values()):
        return None
    return answer


def earlier(exercise: str | None, step: str) -> str:
    """The key under which a Voice holds what was said in another exercise; without one, in this one."""
    return step if exercise is None else f"{exercise}/{step}"


def picked(of: tuple[str, ...], answers: Mapping[str, Answer | None], steps: Mapping[str, Step]) -> tuple[Option, ...]:
    """What was picked or added in earlier steps, as things to rank or sort; each is known by its words, as they stood."""
    texts: dict[str, None] = {}
    for step in (steps[name] for name in of if name in steps):
        for field in step.fields():
            value = (answers.get(step.id) or {}).get(field.id)
            if isinstance(field, Choices) and value:
                texts |= dict.fromkeys(option.text for option in field.options if option.id in value["picked"])
                texts |= dict.fromkeys(text for text in value["own"] if text.strip())
    return tuple(Option(text, text) for text in texts)
