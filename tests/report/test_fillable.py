"""Blank paper as a form: named, empty inputs that look like the paper, told to a screen reader, and that show what is typed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from tests.report.outline import told
from workbook.content.exercise import Exercise
from workbook.content.library import Library
from workbook.couple.paper import Paging, Sheet
from workbook.paths import resources
from workbook.report.cards import blank_cards
from workbook.report.document import PdfPrinter, blank_pdf

LIBRARY = Library(resources() / "packs")
FORM = Sheet(fillable=True)
HANDFUL = tuple(
    LIBRARY.exercise(name) for name in ("draw-our-loop", "know-me-cards", "weekly-pulse", "keep-it-alive", "agenda-board")
)
SAID = "Żal mi. Ήμουν θυμωμένη. Мне было грустно."


def form(exercise: Exercise, sheet: Sheet = FORM) -> PdfReader:
    return PdfReader(BytesIO(blank_pdf((exercise,), sheet)))


def inputs(reader: PdfReader) -> Iterator[Any]:
    """Each input on the pages, in the order of the file."""
    for page in reader.pages:
        for note in page.get("/Annots", ()):
            if note.get_object()["/Subtype"] == "/Widget":
                yield note.get_object()


def objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of the file."""
    for number in reader.xref[0]:
        found = reader.get_object(number)
        if isinstance(found, DictionaryObject):
            yield from within(found)


def within(one: DictionaryObject) -> Iterator[DictionaryObject]:
    """A dictionary and those written in it."""
    yield one
    for value in one.values():
        if isinstance(value, DictionaryObject):
            yield from within(value)


def named(reader: PdfReader) -> dict[str, Any]:
    """The inputs that can hold something, by their full names."""
    return {name: field for name, field in (reader.get_fields() or {}).items() if "/FT" in field}


def drawn(data: bytes, folder: Path) -> list[Image.Image]:
    """Every page, by poppler."""
    (folder / "drawn.pdf").write_bytes(data)
    subprocess.run(["pdftoppm", "-r", "50", "-gray", "-png", "drawn.pdf", "drawn"], check=True, cwd=folder)
    pages = [Image.open(path).copy() for path in sorted(folder.glob("drawn-*.png"))]
    for path in folder.glob("drawn-*.png"):
        path.unlink()
    return pages


def test_names_say_exercise_step_and_field_and_stay_the_same() -> None:
    names = named(form(LIBRARY.exercise("draw-our-loop")))
    assert {
        "draw-our-loop.whose",
        "draw-our-loop.calm.level",
        "draw-our-loop.cue.words",
        "draw-our-loop.move.chosen.went-quiet",
        "draw-our-loop.move.chosen.own",
        "draw-our-loop.our-loop.me.cue",
        "draw-our-loop.our-loop.partner.cue",
    } <= set(names)
    both = named(form(LIBRARY.exercise("sober-agreements")))
    assert {"sober-agreements.signed.one.initials", "sober-agreements.signed.other.initials"} <= set(both)


@pytest.mark.parametrize("exercise", HANDFUL, ids=lambda exercise: exercise.id)
def test_each_name_is_there_once_and_every_input_is_empty(exercise: Exercise) -> None:
    reader = form(exercise)
    partial = [str(one["/T"]) for one in inputs(reader) if "/T" in one]
    assert not [name for name in partial if "." in name], "a dot parts the names of a form"
    fields = named(reader)
    for name, field in fields.items():
        assert field.get("/V") in (None, "/Off"), name
        assert str(field["/TU"]).strip(), name
    assert all(name.startswith(f"{exercise.id}.") for name in fields)


@pytest.mark.parametrize("exercise", HANDFUL, ids=lambda exercise: exercise.id)
def test_nothing_in_it_runs_or_is_sent(exercise: Exercise) -> None:
    reader = form(exercise)
    keys = {str(key) for one in objects(reader) for key in one}
    assert {"/AcroForm", "/Fields", "/TU"} <= keys
    assert keys & {"/AA", "/A", "/OpenAction", "/JS", "/JavaScript", "/URI", "/F_URL", "/XFA", "/EmbeddedFiles"} <= {"/A"}
    attributes: list[Any] = [one["/A"] for one in objects(reader) if "/A" in one]
    assert all("/O" in one for one in attributes), "of tags, which are no actions"


@pytest.mark.parametrize("exercise", HANDFUL[1:3], ids=lambda exercise: exercise.id)
def test_a_form_looks_like_the_paper_it_is(exercise: Exercise, tmp_path: Path) -> None:
    paper = drawn(blank_pdf((exercise,), Sheet()), tmp_path)
    screen = drawn(blank_pdf((exercise,), FORM), tmp_path)
    assert len(paper) == len(screen)
    for one, other in zip(paper, screen, strict=True):
        different = ImageChops.difference(one, other).point(lambda shade: 255 if shade > 96 else 0)
        assert different.getbbox() is None


def test_the_lines_of_a_form_are_seen_in_our_own_preview_too() -> None:
    printer = PdfPrinter()
    looks = [
        printer.picture(printer.blank((HANDFUL[1],), sheet, Paging()), 0, 300).rows for sheet in (Sheet(), FORM)
    ]  # know-me-cards: mostly lines
    dark = [sum(byte < 200 for byte in rows) for rows in looks]
    assert abs(dark[0] - dark[1]) < dark[0] * 0.05


def tabs(reader: PdfReader) -> list[tuple[int, int]]:
    """Page and object of each input, by page as they stand on it."""
    return [(at, note.idnum) for at, page in enumerate(reader.pages) for note in page.get("/Annots", ())]


def reading(reader: PdfReader) -> Iterator[tuple[str, int]]:
    """Role and object of each input in the tree of tags, in the order of reading."""
    root: Any = reader.root_object["/StructTreeRoot"]
    waiting = [root["/K"]]
    while waiting:
        one = waiting.pop(0).get_object()
        if not hasattr(one, "get"):
            continue
        if one.get("/Type") == "/OBJR":
            yield str(one["/Type"]), one.raw_get("/Obj").idnum
        else:
            kids = one.get("/K", [])
            kids = kids if isinstance(kids, list) else [kids]
            waiting[:0] = [kid for kid in kids if not isinstance(kid, int)]


@pytest.mark.parametrize("exercise", HANDFUL, ids=lambda exercise: exercise.id)
def test_a_screen_reader_is_told_of_every_input_in_the_order_of_the_tab_key(exercise: Exercise) -> None:
    reader = form(exercise)
    there = [number for _page, number in tabs(reader)]
    assert [number for _role, number in reading(reader)] == there
    assert len(set(there)) == len(there)
    assert {str(page["/Tabs"]) for page in reader.pages} == {"/S"}
    keys = [one["/StructParent"] for one in inputs(reader)]
    assert len(set(keys)) == len(keys)
    parents: Any = reader.root_object["/StructTreeRoot"]["/ParentTree"]  # type: ignore[index]
    assert set(keys) <= set(parents["/Nums"][::2])
    roles = [one for one in told(blank_pdf((exercise,), FORM)).all() if one.role == "Form"]
    assert len(roles) == len(there)


def test_pdfinfo_tells_of_the_form_and_its_tags(tmp_path: Path) -> None:
    (tmp_path / "pages.pdf").write_bytes(blank_pdf((HANDFUL[0],), FORM))
    found = subprocess.run(["pdfinfo", "-struct", "pages.pdf"], check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert found.count("Form") >= 50
    about = subprocess.run(["pdfinfo", "pages.pdf"], check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert "AcroForm" in about
    assert "JavaScript:      no" in about


def test_what_is_typed_in_latin_greek_and_cyrillic_shows_in_other_programs(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=form(HANDFUL[0]))
    names = ("draw-our-loop.whose", "draw-our-loop.cue.words", "draw-our-loop.our-loop.me.cue")  # one line, several, in the drawing
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, dict.fromkeys(names, SAID), auto_regenerate=False)
    writer.write(tmp_path / "filled.pdf")
    found = subprocess.run(["pdftotext", "filled.pdf", "-"], check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    words = " ".join(found.split())
    for word in ("Żal", "θυμωμένη", "грустно"):
        assert words.count(word) == len(names)
    fonts = subprocess.run(["pdffonts", "filled.pdf"], check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert [line for line in fonts.splitlines()[2:] if " yes " not in line] == [], "every face is in the file"


def test_a_program_that_draws_typed_words_itself_finds_the_letters(tmp_path: Path) -> None:
    """What a viewer does while somebody types: there is a value, and no picture of it yet."""
    writer = PdfWriter(clone_from=form(HANDFUL[0]))
    for page in writer.pages:
        for note in page.get("/Annots", ()):
            one = note.get_object()
            if one.get("/FT") == "/Tx":
                one[NameObject("/V")] = TextStringObject(SAID)
                del one["/AP"]
    writer.set_need_appearances_writer(True)
    writer.write(tmp_path / "typed.pdf")
    subprocess.run(["pdftocairo", "-pdf", "typed.pdf", "out.pdf"], check=True, cwd=tmp_path)
    found = subprocess.run(["pdftotext", "out.pdf", "-"], check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    for word in ("Żal", "θυμωμένη", "грустно"):
        assert word in " ".join(found.split())


def test_marks_show_when_they_are_picked(tmp_path: Path) -> None:
    reader = form(HANDFUL[0])
    marks = {name: "/yes" for name, field in named(reader).items() if field["/FT"] == "/Btn" and "/yes" in field["/_States_"]}
    writer = PdfWriter(clone_from=reader)
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, {**marks, "draw-our-loop.calm.level": "/7"}, auto_regenerate=False)
    file = BytesIO()
    writer.write(file)
    before, after = drawn(blank_pdf((HANDFUL[0],), FORM), tmp_path), drawn(file.getvalue(), tmp_path)
    changed = [ImageChops.difference(one, other).getbbox() is not None for one, other in zip(before, after, strict=True)]
    assert sum(changed) >= 3
    assert len(marks) > 20


def test_cards_can_be_filled_in_too() -> None:
    reader = PdfReader(BytesIO(blank_cards([LIBRARY.exercise("ways-out")], FORM)))
    assert "ways-out.our-list.one.words" in named(reader)
    for one in inputs(reader):
        left, low, right, high = map(float, one["/Rect"])
        assert right - left < 226
        assert high - low < 142


def test_a_booklet_has_every_exercises_fields() -> None:
    reader = PdfReader(BytesIO(blank_pdf(HANDFUL, Sheet(fillable=True, letter=True))))
    assert {name.split(".")[0] for name in named(reader)} == {exercise.id for exercise in HANDFUL}
