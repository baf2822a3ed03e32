"""The rules about the ways through an exercise: that each can be walked, opens and ends well, and takes a bearable time."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.content.compose import near
from workbook.content.exercise import Alone, Apart, Exercise, Mode, Part, Reveal, Together
from workbook.content.fault import Fault, Spot, quoted
from workbook.content.naming import placed
from workbook.content.step import Step
from workbook.content.steps.agenda import Agenda
from workbook.content.steps.calm import Calm
from workbook.content.steps.consent import Consent
from workbook.content.steps.instrument import Instrument
from workbook.content.steps.letter import Letter
from workbook.content.steps.rank import Rank
from workbook.content.steps.rate import Rate
from workbook.content.steps.read import Read
from workbook.content.steps.reread import Reread
from workbook.content.steps.settle import Settle
from workbook.content.steps.sort import Sort

Found = Iterator[Fault]


def _way(exercise: Exercise, mode: Mode) -> list[tuple[Spot, Part]]:
    path = exercise.path(mode)
    return [(("parts", at), part) for at, part in enumerate(exercise.parts) if any(part is other for other in path)]


def high_intensity_opens_calm_and_ends_settled(exercise: Exercise) -> Found:
    """A high-intensity exercise opens with a calm check and ends by settling, on every way through it (G26)."""
    if exercise.intensity != "high":
        return
    for mode in exercise.who:
        way = _way(exercise, mode)
        if not way:
            continue
        if mode == "together":
            yield Fault(
                at=("intensity",),
                found="High intensity is done at the table only, where nobody can look at how steady they are by themselves.",
                instead="Let `who` be `each`, with a calm check apart, or make the intensity `mid`.",
            )
            continue
        (first, opens), (last, closes) = way[0], way[-1]
        if isinstance(opens, Reveal) or not any(_always(step, Calm) for step in _opening(opens.steps)):
            yield Fault(
                at=first,
                found=f"The way `{mode}` does not open with a calm check.",
                instead="High intensity begins with a `calm` step, or one `read` and then `calm`, without `show_when`.",
            )
        if isinstance(closes, Reveal) or not any(_always(step, Settle) for step in closes.steps[-2:]):
            yield Fault(
                at=last,
                found=f"The way `{mode}` does not end by settling.",
                instead="High intensity ends with a `settle` step among the last two, without `show_when`.",
            )


def _opening(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return steps[:2] if steps and isinstance(steps[0], Read) else steps[:1]


def _always(step: Step, kind: type[Step]) -> bool:
    return isinstance(step, kind) and step.show_when is None


def joint_and_private_steps_stand_in_their_parts(exercise: Exercise) -> Found:
    """`each` is for steps done together; a calm check is for one person alone (G5)."""
    for spot, part, step in placed(exercise):
        if step.each and not isinstance(part, Together):
            yield Fault(
                at=(*spot, "each"),
                found="`each` stands in a step that one person does alone.",
                instead="Take it out; it belongs into `together` parts.",
            )
        if isinstance(step, Calm) and isinstance(part, Together):
            yield Fault(
                at=spot,
                found="A calm check stands in a `together` part, where both would see it.",
                instead="Move it into an `apart` part.",
            )
        if isinstance(step, Instrument) and (not isinstance(part, (Alone, Apart)) or step.id in exercise.may_open()):
            yield Fault(
                at=spot,
                found="A published questionnaire would be seen by both, and its number is for its author alone.",
                instead="Let it stand in an `alone` or `apart` part, and in no reveal.",
            )
        if isinstance(step, (Letter, Reread)) and (not isinstance(part, (Alone, Apart)) or step.id in exercise.may_open()):
            yield Fault(at=spot, found="A letter stands where both would see it.", instead="Move it into an `alone` part.")


def what_stays_is_ones_own(exercise: Exercise) -> Found:
    """What stays with its author is answered alone, and nothing that could open is made of it (G20)."""
    staying = {step.id for step in exercise.steps() if step.stays}
    for spot, part, step in placed(exercise):
        if step.stays and isinstance(part, Together):
            yield Fault(at=(*spot, "stays"), found="What stays with its author stands where both would see it.", instead="Move it.")
        if isinstance(step, (Rank, Sort)) and not step.stays:
            of = step.of if isinstance(step.of, tuple) else (step.of,)
            for name in sorted(staying.intersection(of)):
                yield Fault(at=(*spot, "of"), found=f"{quoted(name)} stays with its author.", instead="Let this step stay too.")


def what_is_held_is_ones_own(exercise: Exercise) -> Found:
    """What is held for a while is written alone, and only a step of it may go early (G31)."""
    if exercise.hold_hours and exercise.who != ("alone",):
        yield Fault(
            at=("hold_hours",),
            found="What is held cannot open to both in the meantime.",
            instead="With `hold_hours`, let `who` be `[alone]`.",
        )
    early = exercise.early
    if early is None:
        return
    if not exercise.hold_hours:
        yield Fault(
            at=("early",), found="Nothing is held here, so nothing goes early.", instead="Add `hold_hours`, or take it out."
        )
    known = [step.id for step in exercise.steps() if step.fields()]
    if early.step not in known:
        yield Fault(
            at=("early", "step"),
            found=f"There is no step {quoted(early.step)} that asks anything.",
            instead=near(early.step, known),
        )


def what_two_agree_to_is_said_apart(exercise: Exercise) -> Found:
    """For two, consent is answered where nobody looks on, and opens as what holds for both; never at the table (G31)."""
    for spot, part, step in placed(exercise):
        if isinstance(step, Consent) and isinstance(part, Together):
            yield Fault(
                at=spot,
                found="Consent is asked at the table, where one can look at the other first.",
                instead="Move it into an `apart` part, and let a `reveal` open it.",
            )


def every_way_can_be_walked(exercise: Exercise) -> Found:
    """Both ways that `who` names have steps, and no part is left that nobody walks."""
    kinds = {type(part) for part in exercise.parts}
    who: Spot = ("who",)
    if len(set(exercise.who)) < len(exercise.who):
        yield Fault(at=who, found="`who` names a way twice.", instead="Write `alone`, `each`, or both once.")
    if "each" in exercise.who and not (Apart in kinds and kinds & {Reveal, Together}):
        yield Fault(
            at=who,
            found="`who` has `each`, which needs an `apart` part and then a `reveal` or `together`.",
            instead="Add them, or take `each` out.",
        )
    if "alone" in exercise.who and not kinds & {Apart, Alone}:
        yield Fault(
            at=who,
            found="`who` has `alone`, but no part can be done alone.",
            instead="Add an `alone` or `apart` part, or take `alone` out.",
        )
    if "together" in exercise.who and ("each" in exercise.who or Together not in kinds):
        yield Fault(
            at=who,
            found="`who` has `together`, which needs a `together` part and goes without `each`.",
            instead="Write `each` where both begin apart, `together` where they begin at the table.",
        )
    for at, part in enumerate(exercise.parts):
        if not any(part is other for mode in exercise.who for other in exercise.path(mode)):
            yield Fault(
                at=("parts", at),
                found="Nobody walks this part on any way that `who` names.",
                instead="Name the way in `who`, or take the part out.",
            )
    if exercise.keep == "nothing" and (exercise.who != ("alone",) or Reveal in kinds):
        yield Fault(
            at=("keep",),
            found="Nothing is kept, so nothing can open later.",
            instead="With `keep: nothing`, let `who` be `[alone]`.",
        )


A_DAY = 480
"""Minutes: a day with a therapist, which a board is for."""


def numbers_are_sensible(exercise: Exercise) -> Found:
    """Minutes, seconds, editions and scales are such as a person can live with."""
    parts = {type(part) for part in exercise.parts}
    board = any(isinstance(step, Agenda) for _spot, _, step in placed(exercise))
    ranges: list[tuple[Spot, float, float, float]] = [
        (("edition",), exercise.edition, 1, 9999),
        (("minutes", "each"), exercise.minutes.each, 0 if exercise.who == ("together",) else 1, 90),
        (
            ("minutes", "together"),
            exercise.minutes.together,
            1 if Together in parts else 0,
            (A_DAY if board else 120) if parts & {Reveal, Together} else 0,
        ),
    ]
    for spot, _, step in placed(exercise):
        ranges.append(((*spot, "minutes"), step.minutes, 0.1, A_DAY if isinstance(step, Agenda) else 60))
        if isinstance(step, Rate):
            ranges.append(((*spot, "low"), step.low, 0, 1))
            ranges.append(((*spot, "high"), step.high, step.low + 2, 10))
        ranges += [
            ((*spot, key), getattr(step, key), low, high)
            for key, low, high in (("seconds", 15, 900), ("days", 1, 30), ("most", 1, 20))
            if getattr(step, key, None) is not None
        ]
        if isinstance(step, Agenda):
            places = enumerate(step.segments)
            ranges += [((*spot, "segments", at, "minutes"), segment.minutes, 1, 90) for at, segment in places]
    if exercise.hold_hours:
        ranges.append((("hold_hours",), exercise.hold_hours, 24, 72))
    for place, days in enumerate(exercise.follow_up.days if exercise.follow_up else ()):
        ranges.append((("follow_up", "days", place), days, 1, 400))
    for spot, value, low, high in ranges:
        if not low <= value <= high:
            yield Fault(at=spot, found=f"`{spot[-1]}` is {quoted(value)}.", instead=f"Write a number from {low:g} to {high:g}.")


def choices_are_real(exercise: Exercise) -> Found:
    """Whoever is asked to choose has at least two things to choose from."""
    for spot, _, step in placed(exercise):
        for key in ("options", "piles", "lands", "lanes", "levels", "exits", "answers"):
            if len(getattr(step, key, ())) == 1:
                yield Fault(at=(*spot, key), found=f"There is only one of `{key}`.", instead="Write at least two.")
        if isinstance(step, (Rank, Sort)) and bool(step.items) == bool(step.of):
            yield Fault(at=spot, found="This has neither `items` nor `of`, or both.", instead="Write one of the two.")
