"""The same words in other forms: Markdown, Word, and as pictures of the very file."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from tests.report.test_flow import EXAMPLES
from tests.ui.samples import BLOCKS
from workbook.content.blocks import Bar, Block, Course, Event, Front, Heading, Line, Loop, LoopHalf, Said
from workbook.couple.paper import Form, Paging
from workbook.couple.redaction import texts
from workbook.report.document import PdfPrinter
from workbook.report.docx import docx
from workbook.report.markdown import markdown
from workbook.trouble import Trouble

LONG = "When you came in without a word, I thought it was my fault again. " * 90
NASTY = "<b>unclosed & *this* _that_ [x](y) #1 `code`\n1. not a list\ud800\x07"


def words_of(made: bytes) -> str:
    document = Document(BytesIO(made))
    return "\n".join(element.text or "" for element in document.element.body.iter() if element.tag.endswith("}t"))


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: type(block).__name__)
def test_every_block_is_written_in_both(block: Block) -> None:
    assert markdown((block,)).strip()
    assert docx((block,)).startswith(b"PK")


def test_all_typed_words_are_in_both() -> None:
    typed = [line.strip() for block in BLOCKS if isinstance(block, Said) for text in texts(block) for line in text.split("\n")]
    for made in (markdown(BLOCKS).replace("\\", ""), words_of(docx(BLOCKS))):
        assert [line for line in typed if line not in made] == []


def test_what_somebody_typed_is_never_read_as_markup() -> None:
    assert "> \\<b\\>unclosed \\& \\*this\\*" in markdown((Said(NASTY),))
    assert "<b>unclosed & *this* _that_ [x](y)" in words_of(docx((Said(NASTY),)))


def test_g22_a_word_document_says_nothing_of_who_and_when() -> None:
    with ZipFile(BytesIO(docx((Said("yes"),)))) as packed:
        about = packed.read("docProps/core.xml").decode()
        assert "python-docx" not in about
        assert "2000-01-01" in about
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("form", ["docx", "markdown"])
def test_what_is_edited_elsewhere_tells_its_parts_and_can_be_stopped_midway_leaving_nothing(form: Form, tmp_path: Path) -> None:
    paging, target = Paging(), tmp_path / "notes"
    PdfPrinter().write_as(form, (Heading("a"), Front((Said("b"), Said("c")))), target, paging)
    assert (paging.parts, paging.pages) == (3, 0)
    target.unlink()
    stopped: Paging = Paging(lambda: stopped.parts == 2)
    with pytest.raises(Trouble, match="stopped"):
        PdfPrinter().write_as(form, (Said("yes"),) * 9, target, stopped)
    assert stopped.parts == 2
    assert list(tmp_path.iterdir()) == []


def test_scales_and_drawings_are_words_in_both() -> None:
    line = Line("Steady", "not", "very", ((3, None),))
    blocks = (Bar(3, 0, 10, "no", "yes", "How"), Course(("Sam",), (line,), 0, 10, (Event(0.5, "a trip"),)))
    for made in (markdown(blocks), words_of(docx(blocks))):
        assert all(words in made for words in ("3 (0 no – 10 yes)", "Steady (not – very)", "3 · –", "1  a trip"))


def test_without_the_extra_it_says_so_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(Trouble, match="no-docx"):
        PdfPrinter().write_as("docx", (Said("yes"),), tmp_path / "notes.docx", Paging())
    assert list(tmp_path.iterdir()) == []


def test_what_is_looked_at_is_what_is_written(tmp_path: Path) -> None:
    printer = PdfPrinter()
    made = printer.make("", (Said("yes"),), Paging())
    assert "yes" in printer.text(made, 0)
    picture = printer.picture(made, 0, 300)
    assert (picture.width, len(picture.rows)) == (300, picture.stride * picture.height)
    printer.keep(made, tmp_path / "notes.pdf")
    assert (tmp_path / "notes.pdf").read_bytes() == made.data


def test_the_words_of_a_page_are_those_that_were_typed_in_every_script_and_drawings_are_told() -> None:
    typed = ("שלום לך (כן)\nשורה  שנייה", "عندما دخلت دون", "family 👩\u200d👩\u200d👧", LONG)
    made = PdfPrinter().make("", (*map(Said, typed), Loop(LoopHalf("Sam", "the dishes"), LoopHalf("Zosia"))), Paging())
    assert made.pages == len(made.words) > 1
    words = "\n".join(made.words)
    assert all(line in words.split("\n") for text in typed[:3] for line in text.split("\n"))
    assert words.replace("\n", " ").count(LONG.strip()) == 1
    assert "the dishes" in made.words[-1]
    assert not [page for page in made.words if " of " in page or "continued" in page]


def test_making_tells_its_pages_and_can_be_stopped() -> None:
    paging = Paging()
    long = tuple(Said("word " * 2_000) for _ in range(6))
    assert PdfPrinter().make("", long, paging).pages == paging.pages > 5
    stopped = Paging()
    stopped.stop()
    with pytest.raises(Trouble, match="stopped"):
        PdfPrinter().make("", long, stopped)
    assert stopped.pages == 0
