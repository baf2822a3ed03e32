"""Cards to cut out: a heading and its answer on each, nothing lost, each no larger than a bank card."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.report.outline import marks, told
from workbook.content.blocks import Block, Front, Heading, Listing, Loop, LoopHalf, Prose, Said, Table
from workbook.content.library import Library
from workbook.couple.paper import Paging, Sheet
from workbook.paths import resources
from workbook.report.cards import TALL, WIDE, blank_cards, cut_out
from workbook.report.document import PdfPrinter

LIBRARY = Library(resources() / "packs")
LINES = Listing(("Can we start again?", "I was too loud. I am sorry."), ("You matter more than this.",))


def texts(data: bytes) -> list[list[str]]:
    """The words of each card."""
    return [[each.words for each in one.all() if each.words] for one in told(data).all() if one.role == "Sect"]


def test_each_answer_is_a_card_with_its_heading_and_without_what_only_asks() -> None:
    blocks = (
        Heading("Our list"),
        Prose("Which lines go on it?"),
        LINES,
        Heading("Pause plan"),
        Said("Twenty minutes, then the kitchen."),
    )
    assert texts(cut_out(blocks)) == [
        ["Our list", "Can we start again?", "I was too loud. I am sorry.", "In their own words", "You matter more than this."],
        ["Pause plan", "Twenty minutes, then the kitchen."],
    ]


def test_a_card_goes_where_a_bank_card_goes() -> None:
    assert WIDE / 72 * 25.4 <= 85.6
    assert TALL / 72 * 25.4 <= 54


def test_what_one_card_does_not_hold_goes_on_on_the_next_under_its_heading() -> None:
    long = "I go quiet when the door falls shut. " * 40
    found = texts(cut_out((Heading("Our list"), Said(long))))
    assert len(found) > 2
    assert found[0] == ["Our list", long], "one answer, told as one paragraph, though it lies on several cards"


@pytest.mark.parametrize(
    "blocks",
    [(), (Heading("a"),), (Heading("a"), Prose("b")), (Front((Heading("a"), Said("b"))),),
     (Heading("a"), Loop(LoopHalf("Sam", "x" * 2_000), LoopHalf("b"))), (Table(("a", "b"), (("x" * 5_000, None),)),)],
)  # fmt: skip
def test_any_answers_become_cards(blocks: tuple[Block, ...]) -> None:
    data = cut_out(blocks)
    assert data.startswith(b"%PDF")
    for page in PdfReader(BytesIO(data)).pages:
        assert [operator for operator, mark in marks(page) if mark is None] == []


def test_the_printer_makes_them_to_be_looked_at_first() -> None:
    printer, paging = PdfPrinter(), Paging()
    made = printer.make("", (Heading("Our list"), LINES), paging, cards=True)
    assert (made.pages, paging.pages) == (1, 1)
    assert "Can we start again?" in printer.text(made, 0)


def test_blank_cards_have_the_steps_their_author_names_with_room_for_each_of_the_two() -> None:
    found = texts(blank_cards([LIBRARY.exercise("ways-out"), LIBRARY.exercise("pause-plan")], Sheet()))
    assert found[:3] == [["Our list", "One of us"], ["Our list", "The other of us"], ["A line of mine"]]
    assert ["How long", "20 minutes", "30 minutes", "60 minutes"] in found
    assert ["Our pause word"] in found


def test_every_exercise_has_blank_cards() -> None:
    everything = [LIBRARY.exercise(summary.id) for summary in LIBRARY.summaries()]
    for exercise in everything:
        assert not {*exercise.card} - {step.id for step in exercise.steps() if step.fields()}, "each asks something"
    assert len(texts(blank_cards(everything, Sheet(letter=True, fillable=True)))) > len(everything)


def test_g34_the_numbers_stand_on_the_cards_of_a_plan_for_afterwards() -> None:
    after = (Heading("Help", 2), Listing(("Emergency: Call 112",)))
    assert texts(blank_cards([LIBRARY.exercise("keep-it-alive")], Sheet(after=after)))[-1] == ["Help", "Emergency: Call 112"]
    assert texts(blank_cards([LIBRARY.exercise("ways-out")], Sheet(after=after)))[-1] != ["Help", "Emergency: Call 112"]
