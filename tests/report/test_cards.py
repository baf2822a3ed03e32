"""Cards to cut out: a heading and its answer on each, nothing lost, each no larger than a bank card."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.report.outline import marks, told
from workbook.content.blocks import Block, Front, Heading, Listing, Loop, LoopHalf, Prose, Said, Table
from workbook.report.cards import TALL, WIDE, cards
from workbook.report.document import PdfPrinter

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
    assert texts(cards(blocks)) == [
        ["Our list", "Can we start again?", "I was too loud. I am sorry.", "In their own words", "You matter more than this."],
        ["Pause plan", "Twenty minutes, then the kitchen."],
    ]


def test_a_card_goes_where_a_bank_card_goes() -> None:
    assert WIDE / 72 * 25.4 <= 85.6
    assert TALL / 72 * 25.4 <= 54


def test_what_one_card_does_not_hold_goes_on_on_the_next_under_its_heading() -> None:
    long = "I go quiet when the door falls shut. " * 40
    found = texts(cards((Heading("Our list"), Said(long))))
    assert len(found) > 2
    assert found[0] == ["Our list", long], "one answer, told as one paragraph, though it lies on several cards"


@pytest.mark.parametrize(
    "blocks",
    [(), (Heading("a"),), (Heading("a"), Prose("b")), (Front((Heading("a"), Said("b"))),),
     (Heading("a"), Loop(LoopHalf("Sam", "x" * 2_000), LoopHalf("b"))), (Table(("a", "b"), (("x" * 5_000, None),)),)],
)  # fmt: skip
def test_any_answers_become_cards(blocks: tuple[Block, ...]) -> None:
    data = cards(blocks)
    assert data.startswith(b"%PDF")
    for page in PdfReader(BytesIO(data)).pages:
        assert [operator for operator, mark in marks(page) if mark is None] == []


def test_the_printer_writes_them(tmp_path: Path) -> None:
    PdfPrinter().write_as("cards", (Heading("Our list"), LINES), tmp_path / "notes.pdf")
    assert "Can we start again?" in PdfReader(tmp_path / "notes.pdf").pages[0].extract_text()
