"""The first page of a brief is one page, whatever stands on it, and nothing that was left out is in the file (G21)."""

from __future__ import annotations

from io import BytesIO

from msgspec.structs import replace
from pypdf import PdfReader

from tests.couple.briefs import did, everything, joint
from workbook.content.blocks import Front, Heading, Prose
from workbook.couple.brief import Brief, blocks
from workbook.couple.people import BOTH
from workbook.couple.redaction import gaps
from workbook.report.document import pdf

LONG = "When you left the light on for me although we had been so cold with each other all evening long. " * 4


def full() -> Brief:
    weeks = tuple(did("weekly-pulse", at, {("moment", "a"): {"words": LONG}, ("moment", "b"): {"words": LONG}}) for at in (9, 8, 7))
    sources = (*weeks, did("something-small", 6), did("draw-our-loop", 5), did("how-we-work-here", 4))
    ticked = everything(*sources)
    marks = frozenset({("s9", "moment", "a"), ("s8", "moment", "b"), ("s5", "loop-name", BOTH)})
    wants = dict.fromkeys("ab", "To say the thing about the weekend without it turning, and to hear what it was like for you. " * 2)
    return replace(joint(*sources, a=ticked, b=ticked), brought=marks, wants=wants)


def pages(made: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(made)).pages]


def test_the_first_page_of_a_full_brief_is_one_page() -> None:
    first, second, *_rest = pages(pdf("", blocks(full())))
    for words in ("For a session", "Since last time", "Worth session time", "this session", "Our loop", "How it went", "Hope"):
        assert words in first
    assert second.startswith("Weekly pulse")


def test_what_no_page_holds_goes_on_to_the_next_one() -> None:
    long = Front(tuple(block for at in range(60) for block in (Heading(f"Number {at}"), Prose("some words " * 20))))
    found = pages(pdf("", (long,)))
    assert len(found) > 1
    assert "Number 59" in found[-1]


def test_g21_words_that_were_left_out_are_not_in_the_file() -> None:
    brief = replace(full(), without={"a": gaps(["the light on"]), "b": gaps(["the light on"])})
    text = " ".join(pages(pdf("", blocks(brief))))
    assert "the light on" not in text
    assert "When you left […] for me" in text
