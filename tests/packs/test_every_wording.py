"""What can be counted of how we word things (resources/packs/STYLE.md), held by every text; the rest is read aloud."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, get_args

import pytest
from msgspec import Struct, StructMeta

from tests.packs.words import (
    FOR_OTHERS,
    LABELS,
    NAMES,
    PROSE,
    Text,
    exercises,
    of_exercise,
    of_journeys,
    of_packs,
    of_screens,
)
from tests.reading import grade
from workbook.content.compose import choices_of, keys_of
from workbook.content.exercise import Exercise, Reveal, Together
from workbook.content.fields import Rating
from workbook.content.journey import Do, Fork, Journey, Repeat, Rest, Stop, Way
from workbook.content.pack import Imprint
from workbook.content.step import Step
from workbook.content.steps import kinds
from workbook.content.steps.loop import Loop
from workbook.content.wording import watching

HARDEST = 8.0
"""The school grade that no exercise, pack, path or screen may be above."""

FEW = 60
"""A screen with fewer words than this has no grade of its own; the names of the months are hard and nobody minds."""

EXERCISES = exercises()
EVERYTHING = [*(text for exercise in EXERCISES for text in of_exercise(exercise)), *of_packs(), *of_journeys(), *of_screens()]
READ = [text for text in EVERYTHING if text.key in PROSE | LABELS | {"said"}]

_WHO = r"(?:you|they|we|your partner|\{partner\}|the other(?: one)?)"
NOT_SAID = {
    "blame with always and never": rf"\b{_WHO}(?:['’]\w+)?\s+(?:(?:are|were|have|had|do|did|would|will)\s+)?(?:always|never)\b",
    "praise": r"\b(?:(?:great|good|nice) (?:job|work)|well done|amazing|awesome|fantastic|excellent|brilliant|bravo|"
    r"congratulations|proud of you|keep it up|you did it)\b",
    "scolding": r"\b(?:you should have|you must not|shame on)\b",
    "a streak or a score": r"\b(?:streaks?|days in a row|high score|your score|your points)\b",
    "a type of person": r"\b(?:withdrawer|pursuer|narcissis\w+|codependent|(?:anxious|avoidant|secure)ly? attached|abuser)\b",
}
"""What no text that people read may say, by its reason."""

GENDERED = re.compile(
    r"\b(?:he|she|him|her|his|hers|himself|herself|husbands?|wife|wives|boyfriends?|girlfriends?)\b", re.IGNORECASE
)

METHODS = re.compile(
    r"Gottman|\b(?:EFT|EFIT|IFS|NVC|CBT|DBT|EMDR|PREP|PACT|MAPS)\b|Imago|Hakomi|[Ee]motionally [Ff]ocused|Internal Family|"
    r"Hold Me Tight|Four Horsemen|Love Maps?\b|Sound Relationship|Nonviolent Communication|Demon Dialogue|Protest Polka|"
    r"[Rr]aw [Ss]pots?\b|Speaker[ –-]Listener|[Ss]ensate [Ff]ocus|[Ll]ove [Ll]anguage|[Pp]olyvagal|[Ww]indow of [Tt]olerance|"
    r"Relational Life|Crucible|Tavistock|Prepare/Enrich|Marriage Encounter"
)
"""Names of methods and of what they sell; they may stand where they are cited."""


def readable(texts: Iterable[Text]) -> float:
    """The grade of all these texts together; a text of a screen that does not end like a sentence is a label."""
    prose: list[str] = []
    labels: list[str] = []
    for text in texts:
        if text.key in PROSE or (text.key == "said" and text.words.rstrip().endswith((".", "?", "!"))):
            prose.append(text.words)
        elif text.key in LABELS | {"said"}:
            labels.append(text.words)
    return grade(prose, labels)


def by_place(texts: Iterable[Text]) -> dict[str, list[Text]]:
    """The texts of each place."""
    found: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        found[text.where].append(text)
    return found


def said(pattern: str | re.Pattern[str], texts: Iterable[Text]) -> list[str]:
    """Where a pattern is found."""
    search = re.compile(pattern, re.IGNORECASE) if isinstance(pattern, str) else pattern
    return [f"{text.where}: {found[0]!r} in {text.words[:80]!r}" for text in texts if (found := search.search(text.words))]


def structs(kind: Any, found: set[type[Struct]]) -> set[type[Struct]]:
    """A group of keys and every group that may lie in it."""
    if kind not in found:
        found.add(kind)
        for field in keys_of(kind).values():
            for inside in _all(field.type):
                if isinstance(inside, StructMeta):
                    structs(inside, found)
    return found


def test_every_key_is_known_as_prose_a_label_a_name_or_for_others() -> None:
    groups: set[type[Struct]] = set()
    for kind in (Exercise, Reveal, Step, *kinds().values(), Imprint, Journey, Stop, Do, Rest, Fork, Repeat, Way):
        structs(kind, groups)
    texts = {key for group in groups for key, field in keys_of(group).items() if str in _all(field.type)}
    assert texts - PROSE - LABELS - FOR_OTHERS - NAMES == set()


def _all(kind: Any) -> set[Any]:
    return {one for choice in choices_of(kind) for one in (choice, *get_args(choice))}


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_can_be_read_by_a_twelve_year_old(exercise: Exercise) -> None:
    assert readable(of_exercise(exercise)) <= HARDEST


@pytest.mark.parametrize("texts", [of_packs(), of_journeys(), of_screens()], ids=["packs", "journeys", "screens"])
def test_packs_paths_and_screens_can_be_read_as_easily(texts: list[Text]) -> None:
    long = {where: said for where, said in by_place(texts).items() if sum(len(text.words.split()) for text in said) >= FEW}
    assert len(long) >= 3
    assert {where: round(readable(said), 1) for where, said in long.items() if readable(said) > HARDEST} == {}


@pytest.mark.parametrize("reason", NOT_SAID)
def test_nothing_that_people_read_says(reason: str) -> None:
    assert said(NOT_SAID[reason], READ) == []


def test_no_text_says_he_or_she_not_even_to_a_therapist() -> None:
    assert said(GENDERED, (text for text in EVERYTHING if text.key not in ("sources", "citation"))) == []


def test_methods_are_named_only_where_they_are_cited() -> None:
    assert said(METHODS, READ) == []


def test_g29_nothing_asks_for_passwords_places_or_phones() -> None:
    assert [f"{text.where}: {fault.found}" for text in READ for fault in watching((), text.words)] == []


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_both_ends_of_every_scale_are_said_in_words(exercise: Exercise) -> None:
    for step in exercise.steps():
        for field in step.fields():
            if isinstance(field, Rating):
                assert field.low_label.strip()
                assert field.high_label.strip()
                assert field.low_label.strip().lower() != field.high_label.strip().lower()


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_every_comparison_comes_with_a_question(exercise: Exercise) -> None:
    asks = [part.ask for part in exercise.parts if isinstance(part, Reveal)]
    joint = (step for part in exercise.parts if isinstance(part, Together) for step in part.steps)
    asks += [f"{step.ask} {step.hint}" for step in joint if isinstance(step, Loop)]
    assert [ask for ask in asks if "?" not in ask] == []


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_what_is_compared_card_by_card_opens_in_a_reveal(exercise: Exercise) -> None:
    compared = {step.id for step in exercise.steps() if type(step).show_beside is not Step.show_beside}
    assert compared <= exercise.may_open()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("blame with always and never", "You always leave the room."),
        ("blame with always and never", "Say how your partner never listens."),
        ("blame with always and never", "They would never ask."),
        ("praise", "Well done, you two!"),
        ("praise", "What a great job."),
        ("scolding", "You should have waited."),
        ("a streak or a score", "That makes seven days in a row."),
        ("a type of person", "Are you the pursuer?"),
    ],
)
def test_the_rules_find_what_they_look_for(rule: str, words: str) -> None:
    assert said(NOT_SAID[rule], [Text("here", "ask", words)])


@pytest.mark.parametrize(
    "words", ["A pause is never for shutting someone up.", "What I never told you is …", "Getting safe never waits."]
)
def test_always_and_never_may_be_said_of_other_things(words: str) -> None:
    assert said(NOT_SAID["blame with always and never"], [Text("here", "ask", words)]) == []


def test_a_hard_text_is_found_to_be_hard() -> None:
    hard = "Consider the physiological antecedents of your habitual interpersonal reactivity before articulating vulnerabilities."
    assert readable([Text("here", "ask", hard)]) > HARDEST
    assert said(GENDERED, [Text("here", "ask", "What did she do?")])
    assert said(METHODS, [Text("here", "ask", "This comes from the Gottman method.")])
