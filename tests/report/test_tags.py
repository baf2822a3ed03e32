"""What a screen reader is told: headings, paragraphs, lists, tables, drawings, in the order of reading, in the stored words."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from pypdf import PdfReader

from tests.report.outline import Told, marks, told
from workbook.content.blocks import Bar, Block, Felt, Heading, Listing, Loop, LoopHalf, Prose, Said, Side, Sides, Table
from workbook.content.library import Library
from workbook.couple.paper import Sheet
from workbook.paths import resources
from workbook.report.document import blank_pdf, pdf

LONG = "When you came in without a word, I thought it was my fault again, and went quiet. " * 60
PAGES: tuple[Block, ...] = (
    Heading("Our week", 1),
    Heading("When it began"),
    Prose("Some *slow* words.\n\n- one\n- two"),
    Said("I feel <hurt & alone>\nwhen you   leave"),
    Bar(3, 0, 10, "stormy", "steady", "How steady"),
    Listing(("sad", "small"), ("like a lid on",)),
    Felt(("Chest: more",), (), "In my body", (("chest", "more"),)),
    Table(("", "On top", "Underneath"), (("Mon", "anger", LONG), ("Tue", None, "end"))),
    Sides((Side("Sam", (Said(LONG),)), Side("Zosia", (Said("short"),)))),
    Heading("Our loop", 1),
    Loop(LoopHalf("Sam", "the dishes", "I go quiet"), LoopHalf("Zosia", "you left"), "The door"),
)


@pytest.fixture(scope="module")
def tree() -> Told:
    return told(pdf("An evening", PAGES))


def of(tree: Told, role: str) -> list[Told]:
    return [one for one in tree.all() if one.role == role]


def test_headings_stand_in_the_order_of_reading(tree: Told) -> None:
    heads = [(one.role, one.words) for one in tree.all() if one.role in ("H1", "H2", "H3")]
    assert heads == [
        ("H1", "An evening"), ("H1", "Our week"), ("H2", "When it began"), ("H3", "Sam"), ("H3", "Zosia"), ("H1", "Our loop"),
    ]  # fmt: skip


def test_an_answer_is_one_paragraph_for_each_line_with_every_space_it_was_typed_with(tree: Told) -> None:
    words = [one.words for one in of(tree, "P")]
    at = words.index("I feel <hurt & alone>")
    assert words[at + 1] == "when you   leave"


def test_a_long_answer_is_one_paragraph_over_all_its_pages_and_its_words_stay_apart(tree: Told) -> None:
    assert [one.words for one in of(tree, "P")].count(LONG) == 2


def test_both_sides_are_read_one_after_the_other(tree: Told) -> None:
    first, second = of(tree, "Sect")
    assert [one.words for one in first.all() if one.words] == ["Sam", LONG]
    assert [one.words for one in second.all() if one.words] == ["Zosia", "short"]


def test_a_list_is_told_as_one(tree: Told) -> None:
    lists = [[body.words for body in of(one, "LBody") if body.words] for one in of(tree, "L")]
    assert lists[:2] == [["one", "two"], ["sad", "small"]]
    assert all(item.role == "LI" for one in of(tree, "L") for item in one.kids)


def test_a_table_has_heads_for_its_columns_and_its_rows_and_keeps_its_rows_over_pages(tree: Told) -> None:
    [table] = of(tree, "Table")
    rows = [[(cell.role, cell.scope, "".join(one.words for one in cell.all())) for cell in row.kids] for row in table.kids]
    assert rows == [
        [("TH", "/Column", ""), ("TH", "/Column", "On top"), ("TH", "/Column", "Underneath")],
        [("TH", "/Row", "Mon"), ("TD", "", "anger"), ("TD", "", LONG)],
        [("TH", "/Row", "Tue"), ("TD", "", "(left open)"), ("TD", "", "end")],
    ]


def test_every_drawing_is_told_in_words(tree: Told) -> None:
    scale, body, loop = [one.alt for one in of(tree, "Figure")]
    assert scale == "3, on a scale from 0 to 10"
    assert "Chest: more" in body
    assert all(word in loop for word in ("The door", "Sam", "the dishes", "I go quiet", "Zosia", "you left"))


def test_the_contents_name_each_part_and_its_page(tree: Told) -> None:
    data = pdf("An evening", PAGES)
    pages = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    [loop] = [at for at, page in enumerate(pages, 1) if "The door" in page]
    assert ["".join(one.words for one in line.all()) for line in of(tree, "TOCI")] == ["Our week", "Our loop"]
    assert f"Our loop\n{loop}\n" in pages[1] + "\n"


def test_a_line_of_the_contents_leads_to_its_page(tree: Told) -> None:
    reader = PdfReader(BytesIO(pdf("An evening", PAGES)))
    assert [(one.role, one.holds) for line in of(tree, "TOCI") for one in line.all() if one.holds] == [("Link", ("/Link",))] * 2
    links: Any = [note.get_object() for note in cast(Any, reader.pages[1])["/Annots"]]
    sheets = [page.indirect_reference for page in reader.pages]
    leads = [(str(link["/Contents"]), sheets.index(list.__getitem__(link["/Dest"], 0))) for link in links]
    assert leads == [("Our week", 2), ("Our loop", len(sheets) - 1)]


def test_every_mark_on_the_page_is_told_or_is_decoration() -> None:
    for page in PdfReader(BytesIO(pdf("An evening", PAGES))).pages:
        assert [operator for operator, mark in marks(page) if mark is None] == []


def test_blank_paper_is_told_too() -> None:
    library = Library(resources() / "packs")
    data = blank_pdf([library.exercise(name) for name in ("draw-our-loop", "take-the-floor")], Sheet())
    heads = [one.words for one in told(data).all() if one.role == "H1"]
    assert heads == [library.exercise(name).title for name in ("draw-our-loop", "take-the-floor")]
    for page in PdfReader(BytesIO(data)).pages:
        assert [operator for operator, mark in marks(page) if mark is None] == []


def test_the_file_says_its_language_shows_its_title_and_has_bookmarks() -> None:
    reader = PdfReader(BytesIO(pdf("An evening", PAGES)))
    root: Any = reader.root_object
    assert (root["/Lang"], str(root["/ViewerPreferences"]["/DisplayDocTitle"])) == ("en", "True")
    assert {str(page["/Tabs"]) for page in reader.pages} == {"/S"}
    outline: Any = reader.outline
    first, under, second = outline
    assert (first["/Title"], [one["/Title"] for one in under], second["/Title"]) == ("Our week", ["When it began"], "Our loop")
    assert [reader.get_destination_page_number(one) for one in (first, second)] == [2, len(reader.pages) - 1]


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler, another reader, is not on this machine")
def test_poppler_reads_the_same_tree(printed: Callable[..., Path]) -> None:
    found = subprocess.run(["pdfinfo", "-struct-text", printed(*PAGES)], check=True, capture_output=True, text=True)
    assert found.stderr == ""
    words = "".join(line.strip()[1:-1] for line in found.stdout.splitlines() if line.strip().startswith('"'))
    assert words.count(LONG) == 2
    assert all(f"{role} (block)" in found.stdout for role in ("H1", "H2", "H3", "L", "Table"))
