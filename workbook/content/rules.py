"""Everything that must hold across an exercise; a new rule is a small function in its file, and its place in `RULES`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbook.content import naming, ways, wording
from workbook.content.exercise import Exercise
from workbook.content.fault import Fault

RULES: tuple[Callable[[Exercise], Iterator[Fault]], ...] = (
    naming.ids_are_kebab_case,
    naming.ids_are_unique,
    naming.a_reveal_opens_earlier_steps_once,
    naming.a_reveal_asks_a_curious_question,
    naming.named_steps_exist,
    naming.show_when_compares_an_earlier_step,
    ways.high_intensity_opens_calm_and_ends_settled,
    ways.joint_and_private_steps_stand_in_their_parts,
    ways.what_stays_is_ones_own,
    ways.what_is_held_is_ones_own,
    ways.what_two_agree_to_is_said_apart,
    ways.every_way_can_be_walked,
    ways.numbers_are_sensible,
    ways.choices_are_real,
    wording.nothing_is_left_empty,
    wording.placeholders_are_names,
    wording.texts_are_plain,
    wording.nobody_is_watched,
    wording.nobody_is_judged,
)


def faults(exercise: Exercise) -> Iterator[Fault]:
    """Every fault of an exercise against every rule, each with its spot but without file and line."""
    return (fault for rule in RULES for fault in rule(exercise))
