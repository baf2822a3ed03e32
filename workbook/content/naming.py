"""The rules about names: ids, and every place where one step names another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from workbook.content.compose import near
from workbook.content.exercise import Apart, Exercise, Part, Reveal, Together
from workbook.content.fault import Fault, Spot, quoted
from workbook.content.step import ShowWhen, Step
from workbook.content.steps.calm import Calm
from workbook.content.steps.choose import Choose
from workbook.content.steps.instrument import Instrument
from workbook.content.steps.loop import Loop
from workbook.content.steps.rank import Rank
from workbook.content.steps.rate import Rate
from workbook.content.steps.reread import Reread
from workbook.content.steps.sort import Sort

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Found = Iterator[Fault]


def is_kebab(word: str) -> bool:
    """Whether an id is made of small letters, digits and single hyphens, and not too long for a file name."""
    return bool(_KEBAB.fullmatch(word)) and len(word) <= 60


def _name(part: Part) -> str:
    return type(part).__name__.lower()


def placed(exercise: Exercise) -> Iterator[tuple[Spot, Part, Step]]:
    """Every step with its spot and its part, in the order of the file."""
    for at, part in enumerate(exercise.parts):
        if not isinstance(part, Reveal):
            for place, step in enumerate(part.steps):
                yield ("parts", at, _name(part), place), part, step


def _reveals(exercise: Exercise) -> Iterator[tuple[Spot, int, Reveal]]:
    return ((("parts", at, "reveal"), at, part) for at, part in enumerate(exercise.parts) if isinstance(part, Reveal))


def _lists(step: Step) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists of a step whose entries carry ids: options, items, places, piles, lines."""
    for key in step.__struct_fields__:
        entries = getattr(step, key)
        if isinstance(entries, tuple) and entries and isinstance(entries[0], Struct) and hasattr(entries[0], "id"):
            yield key, tuple(entry.id for entry in entries)


def ids_are_kebab_case(exercise: Exercise) -> Found:
    """Ids are small letters, digits and hyphens."""
    ids: list[tuple[Spot, str]] = [(("id",), exercise.id)]
    for spot, _, step in placed(exercise):
        ids.append(((*spot, "id"), step.id))
        ids += [((*spot, key, place, "id"), word) for key, words in _lists(step) for place, word in enumerate(words)]
    for spot, word in ids:
        if not is_kebab(word):
            yield Fault(
                at=spot,
                found=f"The id {quoted(word)} cannot be used.",
                instead="Write small letters, digits and single hyphens, such as `what-i-did`.",
            )


def ids_are_unique(exercise: Exercise) -> Found:
    """No two steps share an id, and no two entries of one list."""
    seen: set[str] = set()
    for spot, _, step in placed(exercise):
        if step.id in seen:
            yield Fault(
                at=(*spot, "id"), found=f"Another step is called {quoted(step.id)} too.", instead="Give each step an id of its own."
            )
        seen.add(step.id)
        for key, words in _lists(step):
            for word in (word for word, times in Counter(words).items() if times > 1):
                yield Fault(
                    at=(*spot, key),
                    found=f"The id {quoted(word)} stands more than once in `{key}`.",
                    instead="Give each entry an id of its own.",
                )


def a_reveal_opens_earlier_steps_once(exercise: Exercise) -> Found:
    """A reveal lists steps that each answered apart before it, none of them twice, and never a calm check (G5)."""
    opened: set[str] = set()
    for spot, at, part in _reveals(exercise):
        before = {step.id: step for other in exercise.parts[:at] if isinstance(other, Apart) for step in other.steps}
        for place, name in enumerate(part.steps):
            here = (*spot, "steps", place)
            if name not in before:
                yield Fault(
                    at=here,
                    found=f"No step called {quoted(name)} is answered apart before this reveal.",
                    instead=near(name, before),
                )
            elif isinstance(before[name], Calm):
                yield Fault(
                    at=here,
                    found=f"{quoted(name)} is a calm check.",
                    instead="Leave it out: how steady someone is stays with them.",
                )
            elif before[name].stays:
                yield Fault(
                    at=here,
                    found=f"{quoted(name)} stays with its author.",
                    instead="Leave it out here, or take `stays` out of that step.",
                )
            elif not before[name].fields():
                yield Fault(at=here, found=f"Nothing is answered in {quoted(name)}.", instead="Leave it out, or open another step.")
            if name in opened:
                yield Fault(at=here, found=f"{quoted(name)} opens a second time here.", instead="Let each step open once.")
            opened.add(name)


def a_reveal_asks_a_curious_question(exercise: Exercise) -> Found:
    """A reveal ends in a question, so that it is read with curiosity."""
    for spot, _, part in _reveals(exercise):
        if not part.ask.rstrip().endswith("?"):
            yield Fault(at=(*spot, "ask"), found="This reveal asks nothing.", instead="Write a curious question that ends in `?`.")


def named_steps_exist(exercise: Exercise) -> Found:
    """The short path, the card, the loop, and what ranks, sorts or reads again, name steps that are there, and early enough."""
    everywhere = [step.id for step in exercise.steps()]
    lists = {"short": exercise.short, "card": exercise.card}
    named: list[tuple[Spot, str, list[str]]] = [
        ((key, place), name, everywhere) for key, names in lists.items() for place, name in enumerate(names)
    ]
    for spot, _, step in placed(exercise):
        before = everywhere[: everywhere.index(step.id)]
        if isinstance(step, (Rank, Reread)) and step.of is not None:
            named.append(((*spot, "of"), step.of, before))
        if isinstance(step, Instrument):
            known = [item.id for item in step.items]
            named += [((*spot, "reversed", place), name, known) for place, name in enumerate(step.reversed)]
        if isinstance(step, Sort):
            named += [((*spot, "of", place), name, before) for place, name in enumerate(step.of)]
        if isinstance(step, Loop) and step.of is None:
            places = {key: getattr(step.draws, key) for key in step.draws.__struct_fields__}
            named += [((*spot, "draws", key), name, before) for key, name in places.items() if name is not None]
            named += [((*spot, "named_by"), step.named_by, everywhere)] if step.named_by is not None else []
    for spot, name, known in named:
        if name not in known:
            where = "" if known is everywhere else " before this one"
            yield Fault(at=spot, found=f"There is no step called {quoted(name)}{where}.", instead=near(name, known))


def show_when_compares_an_earlier_step(exercise: Exercise) -> Found:
    """A step is shown by an earlier answer on its own way; a joint step never by a private one, as that would tell it (G5)."""
    earlier: list[tuple[Part, Step]] = []
    for spot, part, step in placed(exercise):
        if step.show_when is not None:
            known = {other.id: other for where, other in earlier if _may_decide(where, part)}
            other = known.get(step.show_when.ref)
            if other is None:
                yield Fault(
                    at=(*spot, "show_when", "ref"),
                    found=f"No earlier step called {quoted(step.show_when.ref)} may decide this one.",
                    instead=near(step.show_when.ref, known) if known else "Leave `show_when` out here.",
                )
            elif not _comparable(step.show_when, other):
                yield Fault(
                    at=(*spot, "show_when"),
                    found=f"This does not compare with an answer to {quoted(other.id)}.",
                    instead="Write `below` or `above` for a scale, `equals` with the id of an option for a choice.",
                )
        earlier.append((part, step))


def _may_decide(where: Part, part: Part) -> bool:
    if isinstance(part, Together):
        return isinstance(where, Together)
    return isinstance(where, Apart) or type(where) is type(part)


def _comparable(when: ShowWhen, other: Step) -> bool:
    if isinstance(other, Choose):
        return when.below is when.above is None and when.equals in {option.id for option in other.options}
    compares = any(value is not None for value in (when.below, when.above, when.equals))
    return isinstance(other, (Rate, Calm)) and compares and not isinstance(when.equals, str)
