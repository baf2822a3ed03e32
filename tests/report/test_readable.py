"""What a screen reader relies on (PDF/UA, part 1): nothing on a page is untold; what is told is whole and leads to its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, cast

import pytest
from pypdf import PdfReader

from tests.report.outline import Told, marks, told
from tests.report.test_document import described
from tests.report.test_tags import PAGES
from workbook.content.blocks import Block, Course, Event, Front, Heading, Line, Listing, Loop, LoopHalf, Said
from workbook.content.library import Library
from workbook.couple.paper import Sheet
from workbook.paths import resources
from workbook.report.cards import cut_out
from workbook.report.document import blank_pdf, pdf

INSIDE = {"LI": "L", "LBody": "LI", "TR": "Table", "TH": "TR", "TD": "TR", "TOCI": "TOC"}
OTHERS = {"Document", "Sect", "P", "H1", "H2", "H3", "Lbl", "L", "Table", "Figure", "Form", "Link", "Reference", "TOC"}
BRIEF: tuple[Block, ...] = (
    Front(
        (
            Heading("For our session", 1),
            Heading("Since last time"),
            Listing(("the dishes",)),
            Loop(LoopHalf("Sam", "the dishes"), LoopHalf("Zosia", "you left"), "The door"),
            Course(("Sam", "Zosia"), (Line("Steady", "not", "very", ((3, 4), (5, None))),), 0, 10, (Event(0.5, "a trip"),)),
        )
    ),
    Heading("In their own words", 1),
    Said("שלום, (כן) abc 12"),
    Said("family 👩‍👩‍👧 and می‌خواهم"),
)


def blank() -> bytes:
    library = Library(resources() / "packs")
    names = ("draw-our-loop", "take-the-floor", "pause-plan", "my-signal-map", "weekly-meeting")
    return blank_pdf([library.exercise(name) for name in names], Sheet(fillable=True))


PAPERS: dict[str, Callable[[], bytes]] = {
    "a filled paper": lambda: pdf("An evening", PAGES),
    "a brief": lambda: pdf("", BRIEF),
    "cards": lambda: cut_out(BRIEF),
    "a form": blank,
}


@pytest.fixture(scope="module", params=PAPERS)
def data(request: pytest.FixtureRequest) -> bytes:
    return PAPERS[request.param]()


@pytest.fixture(scope="module")
def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


@pytest.fixture(scope="module")
def tree(data: bytes) -> Told:
    return told(data)


def elements(one: Any) -> Iterator[Any]:
    """An element of the tree as it stands in the file, and all in it."""
    yield one
    for kid in one.get("/K", ()):
        if not isinstance(kid, int) and "/S" in kid.get_object():
            yield from elements(kid.get_object())


def found_by(reader: PdfReader) -> dict[int, Any]:
    """The list by which pages and annotations find their elements."""
    root: Any = reader.root_object["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    keys = [int(key) for key in numbers[::2]]
    assert keys == sorted(set(keys))
    assert root["/ParentTreeNextKey"] > max(keys)
    return {key: numbers[2 * at + 1] for at, key in enumerate(keys)}


def test_the_file_says_what_it_is_and_in_which_language(reader: PdfReader) -> None:
    root: Any = reader.root_object
    assert (root["/Lang"], str(root["/MarkInfo"]["/Marked"])) == ("en", "True")
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]) == "True"
    assert described(reader) == "Notes 1"


def test_everything_on_a_page_is_told_or_decoration(reader: PdfReader) -> None:
    for page in reader.pages:
        assert [operator for operator, mark in marks(page) if mark is None] == []
        assert str(page["/Tabs"]) == "/S"


def test_every_mark_and_every_annotation_finds_its_element_and_the_other_way_round(reader: PdfReader) -> None:
    known, root = found_by(reader), cast(Any, reader.root_object["/StructTreeRoot"])
    told_of: set[Any] = set()
    there: set[Any] = set()
    held: set[Any] = set()
    notes: set[Any] = set()
    for page in reader.pages:
        ours = page.indirect_reference
        row = known[int(str(page["/StructParents"]))].get_object()
        there |= {(ours, mark, row[mark]) for _operator, mark in marks(page) if mark is not None and mark >= 0}
        assert len(row) == len({mark for _operator, mark in marks(page) if mark is not None and mark >= 0})
        notes |= {(note, known[int(note.get_object()["/StructParent"])]) for note in cast(Any, page.get("/Annots", ()))}
    for one in elements(root["/K"]):
        begins = one.raw_get("/Pg") if "/Pg" in one else None
        for kid in one.get("/K", ()):
            if isinstance(kid, int):
                told_of.add((begins, int(kid), one.indirect_reference))
            elif "/MCID" in kid.get_object():
                told_of.add((kid.get_object().raw_get("/Pg"), int(kid["/MCID"]), one.indirect_reference))
            elif "/Obj" in kid.get_object():
                held.add((kid.raw_get("/Obj"), one.indirect_reference))
    assert told_of == there
    assert held == notes


def test_elements_are_of_known_kinds_and_stand_where_they_may(tree: Told) -> None:
    assert {one.role for one in tree.all()} <= {*INSIDE, *OTHERS}
    wrong = [(one.role, kid.role) for one in tree.all() for kid in one.kids if INSIDE.get(kid.role, one.role) != one.role]
    assert wrong == []
    assert {kid.role for one in tree.all() for kid in one.kids if one.role in ("L", "Table", "TR", "TOC")} <= set(INSIDE)


def test_no_heading_is_deeper_than_the_one_before_by_more_than_one(tree: Told) -> None:
    depths = [int(one.role[1]) for one in tree.all() if one.role in ("H1", "H2", "H3")]
    assert [pair for pair in zip([0, *depths], depths, strict=False) if pair[1] > pair[0] + 1] == []


def test_drawings_are_told_in_words_and_heads_say_of_what_they_are(tree: Told) -> None:
    assert all(one.alt for one in tree.all() if one.role == "Figure")
    assert {one.scope for one in tree.all() if one.role == "TH"} <= {"/Column", "/Row"}
    for table in (one for one in tree.all() if one.role == "Table"):
        assert len({len(row.kids) for row in table.kids}) == 1


def test_links_and_inputs_say_what_they_are(reader: PdfReader) -> None:
    for page in reader.pages:
        for note in cast(Any, page.get("/Annots", ())):
            one = note.get_object()
            named = one if "/T" in one or "/Parent" not in one else one["/Parent"]
            assert one.get("/Contents") or named.get("/TU")


def test_every_face_is_in_the_file_and_its_letters_can_be_read(reader: PdfReader) -> None:
    seen = set()
    for page in reader.pages:
        for font in cast(Any, page["/Resources"])["/Font"].values():
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font.get_object()
            assert "/FontFile2" in inner["/FontDescriptor"]
            assert "/ToUnicode" in font
            seen.add(str(inner["/BaseFont"]))
    assert any("Atkinson" in name for name in seen)
