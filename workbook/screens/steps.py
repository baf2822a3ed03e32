"""What is walked, and the page made of each step: who writes on it, what was said before, where in the walk it is."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _
from typing import TypeVar

from msgspec import Struct

from workbook.content.blocks import Block
from workbook.content.step import Answer, Step, Voice
from workbook.content.steps.follow import Follow
from workbook.couple.caret import Caret
from workbook.couple.people import BOTH, PersonId
from workbook.couple.sitting import personal
from workbook.screens import words
from workbook.screens.carrying import Carried

S = TypeVar("S", bound=Step)
Key = tuple[str, PersonId]
"""A step and who answers it."""

Answers = Mapping[Key, Answer | None]


class Writer(Struct, frozen=True):
    """Somebody whose words a page takes: their id, and what they are called there."""

    id: PersonId
    name: str


class Walk(Struct, frozen=True, kw_only=True):
    """What is walked: the steps of one part, who writes, what was said before, and where to begin.

    `writers` is one person in an apart half, both at the table. `voices` and `joint` are earlier answers that may be shown here,
    by step id; the walk's own are added to them as they are written. `known` are the steps of the whole exercise, `carried` what
    was said in other sittings and may be used again; `above` stands above the inputs of every step.
    `caret` is where the keyboard was on the step to begin with.
    """

    title: str
    steps: tuple[Step, ...]
    writers: tuple[Writer, ...]
    partner: str | None = None
    answers: Mapping[Key, Answer | None]
    voices: Mapping[PersonId, Mapping[str, str | None]] = {}
    joint: Mapping[str, str | None] = {}
    known: Mapping[str, Step] = {}
    carried: Mapping[str, tuple[Carried, ...]] = {}
    sees: Mapping[str, str] = {}
    above: tuple[Block, ...] = ()
    start: int = 0
    caret: Caret | None = None
    kept: bool = True


class Group(Struct, frozen=True):
    """One set of inputs on a page and whose it is; `heading` is empty where there is only one."""

    author: PersonId
    heading: str
    step: Step
    answer: Answer | None


class StepPage(Struct, frozen=True, kw_only=True):
    """One step as it is shown; made anew only when somebody moves, so that nothing typed is ever set back."""

    step: Step
    groups: tuple[Group, ...]
    position: str
    note: str
    first: bool
    last: bool
    carried: tuple[Carried, ...] = ()


def is_shown(step: Step, answers: Answers) -> bool:
    """Whether a step comes up at all, after what was answered before it."""
    return step.show_when is None or step.show_when.holds({key[0]: answer for key, answer in answers.items()})


def make_page(walk: Walk, answers: Answers, at: int) -> StepPage:
    """The page of one step, with the answers as they stand."""
    step = walk.steps[at]
    ahead = [later for later in walk.steps[at:] if is_shown(later, answers)]
    before = [earlier for earlier in walk.steps[:at] if is_shown(earlier, answers)]
    return StepPage(
        step=_named(walk, step, walk.writers[0]) if len(walk.writers) == 1 else personal(step, _("you"), None),
        groups=_groups(walk, step, answers),
        position=_position(len(before) + 1, len(before) + len(ahead), sum(later.minutes for later in ahead)),
        note=walk.sees.get(step.id, ""),
        first=at == 0,
        last=len(ahead) == 1,
        carried=() if isinstance(step, Follow) else walk.carried.get(step.id, ()),
    )


def make_picture(walk: Walk, answers: Answers, at: int) -> tuple[Block, ...]:
    """What stands above a step's inputs, drawn from everything said so far."""
    step = walk.steps[at]
    if type(step).picture is Step.picture:
        return walk.above  # most kinds draw nothing, and this is asked at every key
    joint = dict(walk.joint)
    said = {writer.id: dict(walk.voices.get(writer.id, {})) for writer in walk.writers}
    for each in walk.steps:
        for author, place in (*said.items(), (BOTH, joint)):
            if (each.id, author) in answers:
                place[each.id] = each.words(answers[each.id, author])
    return (*walk.above, *step.picture(tuple(Voice(writer.name, said[writer.id]) for writer in walk.writers), joint))


def _position(at: int, of: int, minutes: float) -> str:
    said = _("Step {n} of {all}, {minutes} left")
    return said.replace("{n}", str(at)).replace("{all}", str(of)).replace("{minutes}", words.minutes(minutes))


def _groups(walk: Walk, step: Step, answers: Answers) -> tuple[Group, ...]:
    if not step.fields():
        return ()
    alone = len(walk.writers) == 1
    if not (step.each or alone):
        return (_group(walk, step, Writer(BOTH, ""), answers),)
    return tuple(_group(walk, step, Writer(writer.id, "" if alone else writer.name), answers) for writer in walk.writers)


def _group(walk: Walk, step: Step, writer: Writer, answers: Answers) -> Group:
    """One set of inputs, as it stands after what the same person said before."""
    said = {at: answer for (at, author), answer in answers.items() if author in (writer.id, BOTH)}
    named = next((one for one in walk.writers if one.id == writer.id), walk.writers[0])
    begun = step.begin(tuple(carried.words for carried in walk.carried.get(step.id, ())))
    answer = answers.get((step.id, writer.id), begun)
    return Group(writer.id, writer.name, _named(walk, step, named).after(said, walk.known), answer)


def _named(walk: Walk, step: S, writer: Writer) -> S:
    other = next((other.name for other in walk.writers if other.id != writer.id), walk.partner)
    return personal(step, writer.name, other)
