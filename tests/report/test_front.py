"""The first page of a brief is one page, whatever stands on it, and nothing that was left out is in the file (G21)."""

from __future__ import annotations

import re
from io import BytesIO

from msgspec.structs import replace
from pypdf import PdfReader

from tests.couple.briefs import did, everything, joint
from tests.report.outline import told
from workbook.content.blocks import Front, Heading, Loop, LoopHalf, Prose
from workbook.couple.brief import Brief, blocks
from workbook.couple.people import BOTH
from workbook.couple.redaction import gaps
from workbook.report import style
from workbook.report.document import pdf
from workbook.report.drawing import LoopDrawing
from workbook.report.flow import passages
from workbook.report.front import OnePage, _small, _words

LONG = "When you left the light on for me although we had been so cold with each other all evening long. " * 4


def full() -> Brief:
    weeks = tuple(did("weekly-pulse", at, {("moment", "a"): {"words": LONG}, ("moment", "b"): {"words": LONG}}) for at in (9, 8, 7))
    sources = (*weeks, did("something-small", 6), did("draw-our-loop", 5), did("how-we-work-here", 4))
    ticked = everything(*sources)
    marks = frozenset({("s9", "moment", "a"), ("s8", "moment", "b"), ("s5", "loop-name", BOTH)})
    wants = dict.fromkeys("ab", "To say the thing about the weekend without it turning, and to hear what it was like for you. " * 2)
    return replace(joint(*sources, a=ticked, b=ticked), brought=marks, wants=wants)


def fuller() -> Brief:
    """As much as a month brings: three long moments, what both want, the loop, six practices, four weeks."""
    more = (did("after-the-storm", 12, {("my-side", "a"): {"words": LONG}}), did("can-i-reach-you", 11), did("ways-out", 10))
    said = {("moment", "a"): {"words": LONG}, ("moment", "b"): {"words": LONG}}
    weeks = tuple(did("weekly-pulse", at, said) for at in (9, 8, 7, 6))
    rest = tuple(did(name, 5 - at) for at, name in enumerate(("draw-our-loop", "how-we-work-here", "what-we-hope-for")))
    sources = (*more, *weeks, *rest)
    marks = frozenset({("s12", "my-side", "a"), ("s9", "moment", "a"), ("s8", "moment", "b")})
    wants = dict.fromkeys("ab", "To say the thing about the weekend without it turning, and to hear what it was like for you. " * 2)
    return replace(joint(*sources, a=everything(*sources), b=everything(*sources)), brought=marks, wants=wants)


def pages(made: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(made)).pages]


def test_the_first_page_of_a_full_brief_is_one_page() -> None:
    first, second, *_rest = pages(pdf("", blocks(full())))
    for words in ("For a session", "Since last time", "Worth session time", "this session", "Our loop", "How it went", "Hope"):
        assert words in first
    assert second.startswith("Weekly pulse")


def test_a_months_worth_is_one_page_with_every_kind_of_thing_on_it_and_no_small_print() -> None:
    blocks_ = blocks(fuller())
    first, second, *_rest = pages(pdf("", blocks_))
    for words in ("Since last time", "Worth session time", "this session", "Our loop", "How it went", "How the week was", "Hope"):
        assert words in first
    assert second.startswith("After the storm")
    front = blocks_[0]
    assert isinstance(front, Front)
    sheet = OnePage([list(passages(one)) for one in (front.blocks, *front.shorter)])
    sheet.wrap(style.WIDTH, style.HEIGHT)
    assert sheet.height <= style.HEIGHT
    assert sheet.scale * style.SPOKEN.fontSize >= 8.3


def test_on_a_full_first_page_the_drawn_scales_are_told_to_a_screen_reader() -> None:
    figures = [one.alt for one in told(pdf("", blocks(fuller()))).all() if one.role == "Figure"]
    assert sum(re.fullmatch(r"\d+( · \d+){3}", alt) is not None for alt in figures) == 2 * 5


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


def test_what_stands_in_the_loop_is_cut_short_only_where_nothing_else_helps() -> None:
    cue = "You came in at ten past seven, said hello to the dog and looked at your phone. I stood there with the pan in my hand."
    loop = LoopDrawing(Loop(LoopHalf("Sam", cue=cue, move=cue), LoopHalf("")))

    def said(*, cut: bool) -> str:
        return " ".join(line.text for node in _small(loop, 459, 150, _words(), 7, cut=cut).nodes for line in node.lines)

    assert said(cut=False).count("the pan in my hand.") == 2
    assert said(cut=True).count("(in full further on)") == 2
