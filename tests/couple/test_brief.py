"""The brief: a page in the couple's own words, made of what was granted and of nothing else."""

from __future__ import annotations

from msgspec.structs import replace

from tests.couple.briefs import ALEX, did, everything, joint
from workbook.content.blocks import Block, Course, Front, Heading, Loop, Said, Table
from workbook.content.blocks import Prose as Words
from workbook.couple.brief import MOMENTS, TITLE, Brief, blocks, done, empty, offered
from workbook.couple.people import BOTH
from workbook.couple.redaction import Gap, gaps, texts
from workbook.couple.sitting import Response

LOOP = did("draw-our-loop", 1, {("cue", "a"): {"words": "the plates"}, ("cue", "b"): {"words": "the key"}})
WEEKS = tuple(did("weekly-pulse", number) for number in (4, 3, 2))
ALL = everything(LOOP, *WEEKS)


def front(brief: Brief) -> tuple[Block, ...]:
    first = blocks(brief)[0]
    assert isinstance(first, Front)
    return first.blocks


def said(found: tuple[Block, ...]) -> str:
    return "\n".join(texts(found))


def headings(brief: Brief) -> list[str]:
    return [block.text for block in front(brief) if isinstance(block, Heading)]


def test_g20_nothing_is_on_it_that_its_author_did_not_tick() -> None:
    nothing = joint(LOOP, *WEEKS)
    assert empty(nothing)
    assert headings(nothing) == ["For a session"]
    mine = joint(LOOP, a=frozenset({("s1", "cue", "a")}))
    assert "the plates" in said(blocks(mine))
    assert "the key" not in said(blocks(mine))


def test_g20_one_never_ticks_for_the_other_and_both_words_need_both() -> None:
    assert "the key" not in said(blocks(joint(LOOP, a=ALL)))
    name = frozenset({("s1", "loop-name", BOTH)})
    assert "A name for it" not in said(blocks(joint(LOOP, a=name)))
    assert "A name for it" in said(blocks(joint(LOOP, a=name, b=name)))


def test_g21_a_paper_by_one_is_the_same_whatever_else_there_is() -> None:
    ticked = frozenset({("s1", "cue", "a")})
    only = replace(LOOP, responses=tuple(one for one in LOOP.responses if one.author == "a" and one.step == "cue"))
    assert blocks(joint(LOOP, *WEEKS, a=ticked)) == blocks(joint(only, a=ticked))


def test_g21_who_has_nothing_on_it_is_not_named_on_it() -> None:
    words = said(blocks(joint(LOOP, *WEEKS, a=ALL)))
    assert "Sam" not in words
    assert "This is one person’s view" in words
    assert "Alex and Sam" in said(blocks(joint(LOOP, a=ALL, b=ALL)))
    assert "Alex and Sam" in said(blocks(replace(joint(LOOP, a=ALL), wants={"b": "A way back."})))


def test_what_was_done_is_named_without_times_or_numbers() -> None:
    brief = joint(*WEEKS, LOOP, a=ALL, b=ALL)
    assert done(brief) == ("Weekly pulse", "Weekly pulse", "Weekly pulse", "Draw our loop")
    assert Words("Weekly pulse · Draw our loop") in front(brief)
    assert done(joint(LOOP, a=ALL)) == (), "both did it, so both say so"


def test_the_first_page_has_three_moments_the_newest_first_and_the_beginning_of_long_ones() -> None:
    long = "so small a thing " * 40
    week = did("weekly-pulse", 5, {("moment", "a"): {"words": long}})
    sources = (week, *WEEKS, LOOP)
    marks = frozenset((one.sitting.id, "moment", "a") for one in (week, *WEEKS))
    ticked = ALL | everything(week)
    brief = replace(joint(*sources, a=ticked, b=ticked), brought=marks)
    moments = [block for block in front(brief) if isinstance(block, Said)]
    assert len(moments) == MOMENTS
    assert moments[0].label == "Alex · One moment · Weekly pulse"
    assert moments[0].text is not None
    assert len(moments[0].text) < 260
    assert long in said(blocks(brief)[1:]), "all of it stands further on"
    unticked = replace(brief, ticks={"a": frozenset(), "b": ticked})
    assert not [block for block in front(unticked) if isinstance(block, Said)]


def test_the_loop_shows_what_could_be_seen_and_the_rest_stands_in_the_details() -> None:
    first, rest = (
        next(block for block in found if isinstance(block, Loop))
        for found in (front(joint(LOOP, a=ALL, b=ALL)), blocks(joint(LOOP, a=ALL, b=ALL))[1:])
    )
    assert (first.first.cue, first.first.under) == ("the plates", None)
    assert rest.first.under


def test_scales_through_time_show_where_somebody_marked_them_more_than_once() -> None:
    (course,) = (block for block in front(joint(*WEEKS, a=ALL, b=ALL)) if isinstance(block, Course))
    assert course.names == ("Alex", "Sam")
    assert [len(values) for line in course.lines for values in line.values] == [3] * 10
    weeks = [next(one.answer for one in week.responses if (one.step, one.author) == ("week", "a")) for week in reversed(WEEKS)]
    assert course.lines[0].values[0] == tuple((week or {})["close"] for week in weeks)
    (alone,) = (block for block in front(joint(*WEEKS, a=ALL)) if isinstance(block, Course))
    assert alone.names == ("Alex",)
    assert not [block for block in front(joint(WEEKS[0], a=ALL, b=ALL)) if isinstance(block, Course)]


def test_commitments_stand_with_how_they_went() -> None:
    practice = {"practice": {"who": "Sam", "what": "tea", "when": "Monday", "know": ""}}
    small = did("something-small", 1)
    step = next(step.id for step in small.sitting.exercise.steps() if type(step).__name__ == "Commit")
    kept = replace(small, responses=(Response(step=step, author=BOTH, answer=practice),))
    week = did("weekly-pulse", 2, {("went", BOTH): {"went": [{"what": "tea, Sam, Monday", "how": "partly"}]}})
    ticked = everything(kept, week)
    (table,) = (block for block in front(joint(week, kept, a=ticked, b=ticked)) if isinstance(block, Table))
    assert table.rows == (("tea, Sam, Monday", "Partly"),)


def test_what_each_wants_stands_in_their_own_words() -> None:
    brief = replace(joint(LOOP), wants={"a": "To be heard.", "b": " "})
    assert Said("To be heard.") in front(brief)
    assert "Sam" not in said(front(brief)), "who has said nothing is not named"
    assert not empty(brief)


def test_g21_what_is_left_out_is_nowhere_in_it() -> None:
    loop = did("draw-our-loop", 1, {("cue", "a"): {"words": "the plates of Tom"}, ("cue", "b"): {"words": "Tom's key"}})
    brief = replace(joint(loop, a=ALL, b=ALL), without={"a": gaps(["of Tom"])}, brought=frozenset({("s1", "cue", "a")}))
    assert "of Tom" not in said(blocks(brief))
    assert "the plates […]" in said(blocks(brief))
    assert "Tom's key" in said(blocks(brief)), "nobody changes the other's words"


def test_g22_ones_own_brief_is_another_document_and_says_that_it_is_one_view() -> None:
    mine = replace(LOOP, responses=tuple(one for one in LOOP.responses if one.author == "a"))
    brief = Brief(people=(ALEX,), sources=(mine,), ticks={"a": ALL}, without={"a": (Gap("plates", "my partner"),)})
    words = said(blocks(brief))
    assert "This is one person’s view" in words
    assert "the my partner" in words
    assert "Sam" not in words
    assert {item.author for item in offered(brief, mine)} == {"a"}


def test_g20_that_something_was_done_is_tender_where_the_exercise_is() -> None:
    (named, *_rest) = offered(joint(did("what-it-soothed", 1)), did("what-it-soothed", 1))
    assert (named.step, named.tender) == (TITLE, True)
    assert not offered(joint(WEEKS[0]), WEEKS[0])[0].tender
