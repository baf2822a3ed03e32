"""Every path that ships leads only to exercises that are there, and past those that are not for whoever walks it."""

import pytest

from workbook.content.journey import Journey, read_journeys, stops, unknown
from workbook.content.library import Library
from workbook.paths import resources

LIBRARY = Library(resources() / "packs")
JOURNEYS = read_journeys(resources() / "journeys")
every_journey = pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.id)


def test_the_six_paths_are_there_the_widest_first_and_the_hardest_last() -> None:
    assert [journey.id for journey in JOURNEYS] == [
        "just-me",
        "six-weeks-at-home",
        "before-an-intensive",
        "after-an-intensive",
        "companion-to-ketamine-work",
        "after-a-betrayal",
    ]


@every_journey
def test_a_path_names_exercises_that_are_there(journey: Journey) -> None:
    assert unknown(journey, frozenset(summary.id for summary in LIBRARY.summaries())) == ()


@every_journey
def test_a_path_says_which_packs_it_cannot_do_without(journey: Journey) -> None:
    first = stops(journey, {})
    off = {imprint.id for imprint in LIBRARY.imprints() if imprint.gate}
    needed = {summary.pack for summary in LIBRARY.summaries() for stop in first if stop.do and stop.do.exercise == summary.id}
    assert needed & off <= {*journey.packs}


@every_journey
def test_what_is_not_for_a_recent_betrayal_is_only_reached_by_a_fork_that_asks(journey: Journey) -> None:
    heavy = {summary.id for summary in LIBRARY.open_summaries() if "recent-betrayal" in summary.not_for}
    straight = {stop.do.exercise for stop in stops(journey, {}) if stop.do}
    assert not straight & heavy


def test_the_path_after_a_betrayal_leads_past_what_would_harm() -> None:
    journey = next(journey for journey in JOURNEYS if journey.id == "after-a-betrayal")
    harmful = {"my-moves", "draw-our-loop", "after-the-storm", "reaching", "can-i-reach-you", "my-half-of-it"}
    assert not journey.exercises() & harmful
