"""Blocks on paper: each is drawn, nothing is lost at a page's end, and words come back as they were typed."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from workbook.content import blocks
from workbook.content.blocks import (
    Bar,
    Block,
    Break,
    Heading,
    Listing,
    Loop,
    LoopHalf,
    Prose,
    Said,
    Side,
    Sides,
    Table,
)
from workbook.report import style
from workbook.report.document import pdf
from workbook.report.drawing import LoopDrawing
from workbook.report.flow import compose, draw
from workbook.report.setting import Columns, Stack
from workbook.report.words import Words

HALF = LoopHalf("Sam", "the dishes", "I go quiet")
EXAMPLES: tuple[Block, ...] = (
    Heading("A heading"),
    Prose("Some *words*.\n\n- an item"),
    Said("said"),
    Bar(3, 0, 10, "low", "high"),
    Listing(("sad",), ("like a lid on",)),
    blocks.Felt(("Chest: more",), ("like a lid on",), "In my body", (("chest", "more"), ("all-over", "less"))),
    Table(("a", "b"), (("1", None),)),
    Loop(HALF, LoopHalf("")),
    Sides((Side("Sam", (Said("yes"),)), Side("Zosia", (Said(None),)))),
    blocks.Course(("Sam",), (blocks.Line("Feeling close", "Far", "Close", ((3, None, 6),)),), 0, 10),
    blocks.Front((Heading("For a session", 1), Said("said"), Loop(HALF, LoopHalf("")))),
    Break(),
)
LETTERS = "é ß ł ő ş Ελληνικά кириллица “quoted” ‘so’ – office fluffy → 😭"


def squeezed(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def words(count: int, seed: int = 0) -> str:
    rng = Random(seed)
    return " ".join("".join(rng.choices("abcdefghijklmnoprstuwyzéłß", k=rng.randint(1, 11))) for _ in range(count))


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: type(block).__name__)
def test_every_block_is_drawn(block: Block) -> None:
    assert draw(block, "")


def test_the_examples_are_every_block_there_is() -> None:
    assert {type(block) for block in EXAMPLES} == {*blocks.Block.__subclasses__(), blocks.Felt}


def test_a_block_nobody_taught_the_paper_is_refused() -> None:
    with pytest.raises(TypeError, match="Block"):
        draw(Block(), "")


@pytest.mark.parametrize(
    "text",
    [
        "I feel <hurt & alone>",
        '<img src="/etc/hostname">',
        "&amp;",
        LETTERS,
        "one\n\ntwo\n   three  spaces",
        "x" * 20_000,
        words(3_000),
        f"{words(200)}\n\n" * 12,
        "a\n" * 1_000,
    ],
    ids=["angle", "image", "entity", "letters", "lines", "unbroken", "long", "paragraphs", "many lines"],
)
def test_an_answer_is_read_back_as_it_was_typed(text: str, printed: Callable[..., Path], read: Callable[..., str]) -> None:
    alone = read(printed(Heading("When it began"), Prose("What happened?"), Said(text)))
    assert squeezed(text) in alone


def test_both_columns_are_read_back_over_many_pages(printed: Callable[..., Path], read: Callable[..., str]) -> None:
    long = f"{words(2_800, 1)} {LETTERS}"
    path = printed(Heading("When it began"), Sides((Side("Sam", (Said(long),)), Side("Zosia", (Said(long),)))))
    assert squeezed(long) in read(path, "left")
    assert squeezed(long) in read(path, "right")


def test_a_long_cell_of_a_table_goes_on_over_pages(printed: Callable[..., Path], read: Callable[..., str]) -> None:
    path = printed(Table(("On top", "Underneath"), (("short", words(2_500)), (None, "end"))))
    assert squeezed(words(2_500)) in read(path).replace("OntopUnderneath", "")
    assert len(PdfReader(path).pages) > 4


def test_a_long_answer_repeats_its_question_on_every_page(printed: Callable[..., Path]) -> None:
    pages = PdfReader(printed(Heading("When it began"), Said(words(2_000)))).pages
    assert [page.extract_text().startswith("When it began · continued") for page in pages[2:]] == [True] * (len(pages) - 2)


def test_a_side_that_goes_on_says_whose_it_is(printed: Callable[..., Path]) -> None:
    path = printed(Heading("When it began"), Sides((Side("Sam", (Said("short"),)), Side("Zosia", (Said(words(1_200)),)))))
    after = PdfReader(path).pages[2].extract_text()
    assert "Zosia · continued" in after
    assert "Sam" not in after


@pytest.mark.parametrize("lines", range(30, 44))
def test_a_question_never_stands_alone_at_the_foot_of_a_page(lines: int, printed: Callable[..., Path]) -> None:
    path = printed(Said("\n".join("line" for _ in range(lines))), Heading("Question"), Prose("Ask."), Said("Answer"))
    [page] = [page for page in PdfReader(path).pages if "Question" in page.extract_text()]
    assert "Answer" in page.extract_text()


@pytest.mark.parametrize("lines", range(28, 44))
def test_the_question_waits_for_the_one_who_answered_it(lines: int, printed: Callable[..., Path]) -> None:
    before = Said("\n".join("line" for _ in range(lines)))
    path = printed(before, Heading("Question"), Prose("Ask. " * 40), Heading("Sam", 3), Said("Answer"))
    [page] = [page for page in PdfReader(path).pages if "Question" in page.extract_text()]
    assert "Answer" in page.extract_text()


def test_a_loop_is_drawn_a_little_smaller_before_a_page_is_left_half_empty(printed: Callable[..., Path]) -> None:
    half = LoopHalf("Sam", *["some words of an answer that go on for a while"] * 6)
    loop = Loop(half, half)
    natural = LoopDrawing(loop).wrap(style.WIDTH, style.HEIGHT)[1]
    lines = int((style.HEIGHT - natural * 0.9) / 16.2) - 3
    path = printed(Said("\n".join("line" for _ in range(lines))), Heading("Our loop"), loop)
    assert len(PdfReader(path).pages) == 2


def test_what_follows_a_loop_fills_the_page_that_it_does_not_fit_on(printed: Callable[..., Path]) -> None:
    loop = Loop(LoopHalf("Sam", *["some words of an answer that go on for a while"] * 6), HALF)
    before = Said("\n".join("line" for _ in range(24)))
    pages = PdfReader(printed(before, Heading("Our loop"), loop, Heading("A name for it"), Said("The door"))).pages
    assert [at for at, page in enumerate(pages) if "The door" in page.extract_text()] == [1]
    assert [at for at, page in enumerate(pages) if "Our loop" in page.extract_text()] == [2]


def test_an_untouched_rating_stays_unanswered(printed: Callable[..., Path], read: Callable[..., str]) -> None:
    found = read(printed(Bar(None, 0, 10, "stormy", "steady", "How steady")))
    assert found.endswith("Howsteady(leftopen)stormysteady")
    assert not [letter for letter in found if letter.isdigit()]


def test_a_rating_shows_its_number_and_both_ends(printed: Callable[..., Path], read: Callable[..., str]) -> None:
    assert read(printed(Bar(0, 0, 10, "stormy", "steady", "How steady"))).endswith("Howsteady0stormysteady")


@pytest.mark.parametrize("text", [None, "", "  \n"])
def test_a_question_left_open_says_so(text: str | None, printed: Callable[..., Path], read: Callable[..., str]) -> None:
    assert read(printed(Said(text, "What happened"))).endswith("Whathappened(leftopen)")


def test_a_label_does_not_repeat_its_heading(printed: Callable[..., Path], read: Callable[..., str]) -> None:
    found = read(printed(Heading("What happened"), Heading("Sam", 3), Said("a door", "What happened")))
    assert found.count("Whathappened") == 1


def test_own_words_are_told_from_what_was_picked(printed: Callable[..., Path], read: Callable[..., str]) -> None:
    assert read(printed(Listing(("sad", "small"), ("like a lid on",)))).endswith("sadsmallIntheirownwordslikealidon")


def test_the_loop_stands_on_one_page_with_the_words_of_both(printed: Callable[..., Path], read: Callable[..., str]) -> None:
    other = LoopHalf("Zosia", "you left", "Żal mi, <b>", story="x" * 20_000)
    found = read(printed(Said(words(300)), Loop(HALF, other, "The & door")))
    assert all(text in found for text in ("“The&door”", "thedishes", "Igoquiet", "youleft", "Żalmi,<b>", "(infullabove)"))


text = st.text(max_size=3_000) | st.integers(0, 3_000).map(words)
answers: st.SearchStrategy[Block] = (
    st.builds(Said, st.none() | text, text)
    | st.builds(Bar, st.none() | st.integers(-3, 30), st.just(0), st.just(10), text, text, text)
    | st.builds(Listing, st.lists(text, max_size=4).map(tuple), st.lists(text, max_size=3).map(tuple), text)
    | st.builds(lambda rows: Table(("a", ""), tuple(rows)), st.lists(st.tuples(st.none() | text, text), max_size=4))
    | st.builds(Loop, st.builds(LoopHalf, text, text, text), st.builds(LoopHalf, text, text, text, text, text, text, text), text)
)
sides = st.builds(lambda *both: Sides(tuple(Side("Name", tuple(each)) for each in both)), *[st.lists(answers, max_size=3)] * 2)
leads: st.SearchStrategy[Block] = st.builds(Heading, text, st.integers(1, 3)) | st.builds(Prose, text) | st.just(Break())


@given(st.lists(leads | answers | sides, max_size=8))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_blocks_in_any_order_become_pages(some: list[Block]) -> None:
    assert pdf("Any", tuple(some)).startswith(b"%PDF")


def test_a_passage_is_one_question_with_its_answer() -> None:
    assert len(compose((Heading("a", 1), Prose("b"), Heading("c"), Prose("d"), Said("e"), Said("f")))) == 3


def test_tables_of_many_columns_stand_below_each_other_so_that_no_word_is_cut(printed: Callable[..., Path]) -> None:
    cards = Table(("", "In their own words", "As the other guessed"), (("What small thing makes your day better?", "tea", "tea"),))
    page = PdfReader(printed(Heading("Cards"), Sides((Side("Sam", (cards,)), Side("Zosia", (cards,)))))).pages[-1]
    assert page.extract_text().count("guessed") == 2


def test_a_new_exercise_stands_well_apart_from_what_ends_above_it() -> None:
    assert style.HEADINGS[1].spaceBefore > style.HEADINGS[2].spaceBefore > style.HEADINGS[3].spaceBefore


def test_a_heading_with_no_better_page_takes_some_of_its_answers_along() -> None:
    heading = Words("What helped", style.HEADINGS[2])
    heading.keepWithNext = 1
    sides = [Stack([Words(words(60, at), style.SPOKEN)]) for at in (1, 2)]
    first, rest = Stack([heading, Columns(sides, (1, 1))]).cut(280, 120, True)
    assert first is not None
    assert rest is not None
    assert [type(child) for child in first.children] == [Words, Columns]


def test_a_heading_longer_than_a_page_has_its_beginning_in_the_contents() -> None:
    assert pdf("", (Heading("One", 1), Heading(words(487), 1)))


def test_whoever_has_more_to_say_gets_the_whole_width_once_the_other_has_ended(printed: Callable[..., Path]) -> None:
    long, short = words(1_800, 3), "I was tired."
    beside = printed(Heading("What I regret"), Sides((Side("Sam", (Said(short),)), Side("Zosia", (Said(long),)))))
    page = PdfReader(beside).pages[2].extract_text()
    assert "Zosia · continued" in page
    assert max(map(len, page.splitlines())) > 65
    last = " ".join(PdfReader(beside).pages[-1].extract_text().split())
    assert " ".join(long.split()[-20:]) in last
