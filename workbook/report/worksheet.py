"""An exercise as paper to be filled in by pen: for a table without a screen, and for whoever would rather not type."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, singledispatch
from gettext import gettext as _

from reportlab.platypus import Flowable, PageBreak

from workbook.content.blocks import Block, LoopHalf
from workbook.content.blocks import Loop as LoopPicture
from workbook.content.exercise import Alone, Apart, Exercise, Part, Reveal, Together
from workbook.content.step import Step
from workbook.content.steps.calm import Calm
from workbook.content.steps.floor import Floor
from workbook.content.steps.letter import Letter
from workbook.content.steps.loop import Loop
from workbook.content.steps.settle import Settle
from workbook.content.steps.speak import Speak
from workbook.content.steps.wait import Wait
from workbook.couple.sitting import personal
from workbook.report import markup, phrases, style
from workbook.report.blank import blank, label, small
from workbook.report.drawing import EmptyLoop
from workbook.report.fillable import Asked
from workbook.report.flow import compose, draw
from workbook.report.pens import Ruled
from workbook.report.setting import Columns, Stack
from workbook.report.tags import Tag, decoration
from workbook.report.words import Words
from workbook.screens import words
from workbook.screens.about import not_for_words, therapist_words

SHEET = 20
"""How many lines a letter gets."""

WHOLE = 280.0
"""A step that is no higher than this stands on one page."""


def worksheet(exercise: Exercise, after: Sequence[Block] = ()) -> list[Flowable]:
    """All parts in their order; what each does apart stands on pages of its own, so that it can be printed once for each.

    A plan for afterwards ends with the help lines, and room for one's own (G34).
    """
    made = _opening(exercise)
    before: Part | None = None
    for part in exercise.parts:
        if before is not None and (isinstance(before, Apart) or isinstance(part, (Apart, Alone))):
            made.append(PageBreak())
        made += _part(exercise, part)
        before = part
    return [*made, *(_afterwards(exercise, after) if exercise.aftercare and after else [])]


def _afterwards(exercise: Exercise, after: Sequence[Block]) -> list[Flowable]:
    """The help lines, and a few empty rows for those of one's own place."""
    asked, own = Asked((exercise.id, "own-lines"), _("Our own lines")), _("Our own lines")
    heads = {"name": _("Who"), "number": _("Number"), "hours": _("When somebody answers")}
    rows = [
        Columns(
            [Stack([Ruled(1, asked=asked.also(f"{at}", words).part(head))]) for head, words in heads.items()], (3, 2, 2), gap=14
        )
        for at in range(1, 4)
    ]
    titles = Columns([Stack([small(head)]) for head in heads.values()], (3, 2, 2), gap=14)
    return [PageBreak(), *compose(after), Stack([label(own), titles, *rows], before=14, together=WHOLE)]


def _part(exercise: Exercise, part: Part) -> list[Flowable]:
    """A part with its heading, which never stands alone at a page's end."""
    heading = _heading(exercise, part)
    if isinstance(part, Reveal):
        return [Stack([*heading, *_reveal(exercise, part)], before=10, after=10)]
    level = 3 if heading else 2
    steps = [_step(personal(step, _("you"), None), exercise, level, for_two=not isinstance(part, Alone)) for step in part.steps]
    for flowable in heading:
        flowable.keepWithNext = 1
    return [Stack([*heading, *steps[:1]]), *steps[1:]] if heading else list(steps)


def _opening(exercise: Exercise) -> list[Flowable]:
    """What it is for, how long it takes, and for whom it is not."""
    each, together = words.minutes(exercise.minutes.each).capitalize(), words.minutes(exercise.minutes.together)
    time = _("{each} each, alone, then {together} together.") if exercise.minutes.each else _("{together} together.")
    told = (time if exercise.minutes.together else "{each}.").replace("{each}", each).replace("{together}", together)
    made: list[Flowable] = [Words(markup.line(exercise.title), style.HEADINGS[1], Tag("H1")), *_prose(exercise.purpose, ink=True)]
    made.append(small(told[:1].upper() + told[1:]))
    if exercise.therapist:
        made += _prose(therapist_words(exercise.therapist), ink=True)
    if exercise.not_for:
        made += [label(_("Not for now if")), *_prose("\n".join(f"- {not_for_words(code)}" for code in exercise.not_for))]
    return made


def _heading(exercise: Exercise, part: Part) -> list[Flowable]:
    """What a part is, where there is more than one way; a half has a line for its name."""
    half = isinstance(part, Apart) and "each" in exercise.who
    heading = ""
    if half:
        heading = _("Each by yourself")
    elif isinstance(part, Alone) and exercise.who != ("alone",):
        heading = _("If you do it by yourself")
    elif isinstance(part, Reveal):
        heading = part.title
    elif isinstance(part, Together) and len(exercise.parts) > 1:
        heading = _("Together")
    made: list[Flowable] = [Words(markup.line(heading), style.HEADINGS[2], Tag("H2"))] if heading else []
    if half:
        note = _("Print this part once for each of you. What you write here is yours. You decide what of it you show.")
        whose = _("Whose half this is")
        line = Ruled(1, asked=Asked((exercise.id, "whose"), whose))
        made += [small(note), Columns([Stack([small(whose)]), Stack([line])], (1, 2))]
    return made


def _reveal(exercise: Exercise, part: Reveal) -> list[Flowable]:
    """What may be shown to each other, and the question that goes with it."""
    shown = "\n".join(f"- {exercise.step(step).title}" for step in part.steps)
    how = _("Show each other only what each of you wishes to show. One at a time, and the other only listens:")
    optional = [small(_("This softer layer opens only if you both wish. Closed is just as good."))] if part.optional else []
    return [*optional, *_prose(f"{how}\n\n{shown}"), *_prose(part.ask, ink=True)]


def _step(step: Step, exercise: Exercise, level: int, *, for_two: bool) -> Flowable:
    """A step: what it asks, room to answer, and what else its kind says."""
    heading = Words(markup.line(step.title), style.HEADINGS[3], Tag(f"H{level}"))
    heading.keepWithNext = 1
    lead = [*_condition(step, exercise), *_prose(step.ask, ink=True), *(_prose(step.hint) if step.hint else [])]
    for flowable in lead:
        flowable.keepWithNext = 1
    asked = Asked((exercise.id, step.id), " ".join([step.title, *(piece.text for piece in markup.prose(step.ask))]))
    stuck = [label(_("If you are stuck")), *_prose(step.stuck)] if step.stuck else []
    made = [heading, *lead, *besides(step, for_two, asked), *_answers(step, asked), *stuck]
    return Stack(made, again=partial(_again, step.title), before=10, after=10, together=WHOLE)


def _again(title: str) -> Flowable:
    """What a page goes on with, where a step is too long for one."""
    return Words(f"{markup.line(title)} · {markup.line(phrases.continued())}", style.AGAIN, decoration())


def _answers(step: Step, asked: Asked) -> list[Flowable]:
    """Room to answer, for each of the two where both are asked on one page."""
    if not (step.each and step.fields()):
        return _inputs(step, asked)
    rounds = {"one": _("One of us"), "other": _("The other of us")}
    return [part for name, whose in rounds.items() for part in (label(whose), *_inputs(step, asked.also(name, whose)))]


def _condition(step: Step, exercise: Exercise) -> list[Flowable]:
    """A step that comes up only after some answers says so."""
    if step.show_when is None:
        return []
    asked = exercise.step(step.show_when.ref).title
    return [small(_("Only if it fits what you answered to “{step}”. Otherwise go on.").replace("{step}", asked))]


def _inputs(step: Step, asked: Asked) -> list[Flowable]:
    if isinstance(step, Letter):
        return [Ruled(SHEET, asked=asked.part("letter"))]
    made: list[Flowable] = []
    for field in step.fields():
        own = field.label != step.title
        named = asked.also(field.id, field.label) if own else asked.part(field.id)
        made += [*([label(field.label)] if own else []), *blank(field, named)]
    return made


@singledispatch
def besides(step: Step, for_two: bool, asked: Asked) -> list[Flowable]:
    """What a kind of step says or draws besides its inputs; by default its own words above them."""
    return [flowable for block in step.picture((), {}) for flowable in draw(block, step.title)]


@besides.register
def _loop(step: Loop, for_two: bool, asked: Asked) -> list[Flowable]:
    places = {place: "" for place in step.draws.__struct_fields__ if getattr(step.draws, place)}
    other = LoopHalf(name=_("My partner"), **places) if for_two else LoopHalf(name="")
    return [EmptyLoop(LoopPicture(LoopHalf(name=_("Me"), **places), other), asked)]


@besides.register
def _calm(step: Calm, for_two: bool, asked: Asked) -> list[Flowable]:
    return _prose(step.suggestion)


@besides.register
def _settle(step: Settle, for_two: bool, asked: Asked) -> list[Flowable]:
    return _prose("\n".join(f"- {way}" for way in (*step.ways, step.breath) if way))


@besides.register
def _speak(step: Speak, for_two: bool, asked: Asked) -> list[Flowable]:
    return [*_turns(step.say, step.listen), small(_clock(step.seconds))]


@besides.register
def _floor(step: Floor, for_two: bool, asked: Asked) -> list[Flowable]:
    how = _("The speaker tells: “yes, that’s it”, or “not quite”. Is there more? When it has been heard, swap.")
    depth = [label(_("Once it was heard, the listener can go on with")), *_prose("\n".join(f"- {one}" for one in step.depth))]
    return [*_turns(step.say, step.listen), *_prose(how), *(depth if step.depth else []), small(_clock(step.seconds))]


@besides.register
def _wait(step: Wait, for_two: bool, asked: Asked) -> list[Flowable]:
    return [small(_("Stop here. It goes on another day."))]


def _turns(say: str, listen: str) -> list[Flowable]:
    sides = ((_("Whoever speaks"), say), (_("Whoever listens"), listen))
    return [Columns([Stack([label(who), *_prose(what)]) for who, what in sides], (1, 1), after=4)]


def _clock(seconds: int) -> str:
    return _("One turn: {time}.").replace("{time}", words.minutes(seconds / 60))


def _prose(text: str, *, ink: bool = False) -> list[Flowable]:
    """An author's words; what asks is darker than what only helps."""
    look = style.SPOKEN if ink else style.ASK
    made: list[Flowable] = []
    for piece in markup.prose(text):
        said = Words(piece.text, look, Tag("LBody" if piece.item else "P"), slanted=piece.slanted)
        made.append(Stack([said], indent=15, mark="dot", after=2, high=look.leading, tag=Tag("LI")) if piece.item else said)
    return made
