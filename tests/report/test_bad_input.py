"""Whatever is typed prints as it was typed; whatever the disk does, there is a whole file or none."""

from __future__ import annotations

import errno
import os
import resource
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from unittest.mock import patch

import pypdfium2
import pytest
from pypdf import PdfReader

from tests.report.outline import told
from workbook.content.blocks import Block, Heading, Listing, Loop, LoopHalf, Prose, Said, Side, Sides, Table
from workbook.couple.paper import Made, Paging
from workbook.report.document import PdfPrinter, pdf
from workbook.trouble import Trouble

TYPED = {
    "a file of this machine": '<img src="/etc/hostname">',
    "a tag left open": "<b>unclosed",
    "an entity": "&amp; &lt;b&gt; &#65;",
    "the end of a paragraph": "</para><br/>",
    "markup of other programs": "**bold** [link](http://x) {{name}} %s %(x)s \\n ${HOME}",
    "signs of the file's own language": "(a) (( \\) \\\\ <</Type>> BT ET Tj EMC endstream endobj %%EOF",
    "an address": "https://example.org/?a=1&b=<2>",
    "20,000 letters without a space": "x" * 20_000,
    "20,000 signs without a space": "漢" * 20_000,
    "20,000 letters that go to the left": "שלום" * 5_000,
    "20,000 spaces": "a" + " " * 20_000 + "b",
    "20,000 lines": "\n".join("a" * 500),
    "accents upon accents": "a" + "\u0301" * 200,
}
EVERYWHERE: dict[str, Callable[[str], tuple[Block, ...]]] = {
    "answer": lambda text: (Heading("Q"), Said(text)),
    "heading": lambda text: (Heading(text), Said("a")),
    "prose": lambda text: (Prose(text),),
    "list": lambda text: (Listing((text,), (text,)),),
    "table": lambda text: (Table((text, "b"), ((text, text),)),),
    "name": lambda text: (Sides((Side(text, (Said(text),)), Side("b", ()))),),
    "loop": lambda text: (Loop(LoopHalf(text, cue=text, move=text), LoopHalf("b"), name=text),),
}


def words_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
def test_what_was_typed_stands_there_as_it_was_typed(typed: str) -> None:
    said = [one for one in told(pdf("", (Heading("Question"), Said(typed)))).all() if one.role == "P"]
    # An accent that was typed by itself and one that came with its letter are the same to Unicode.
    assert "\n".join(one.said or one.words for one in said) == normalize("NFC", typed)


@pytest.mark.parametrize("typed", list(TYPED.values())[:7], ids=list(TYPED.keys())[:7])
@pytest.mark.parametrize("place", EVERYWHERE)
def test_nothing_typed_is_ever_understood_wherever_it_stands(place: str, typed: str) -> None:
    data = pdf("", EVERYWHERE[place](typed))
    assert Path("/etc/hostname").read_text().strip() not in words_of(data)
    assert not any(page.images for page in PdfReader(BytesIO(data)).pages)
    if place not in ("loop", "prose"):
        assert "".join(typed.split()) in words_of(data)


@pytest.mark.parametrize("place", EVERYWHERE)
@pytest.mark.parametrize("typed", ["x" * 20_000, "漢" * 20_000, "ש" * 20_000], ids=["latin", "chinese", "hebrew"])
def test_20_000_letters_without_a_space_become_pages_wherever_they_stand(place: str, typed: str) -> None:
    assert pdf("", EVERYWHERE[place](typed)).startswith(b"%PDF")


@pytest.mark.parametrize("code", [*range(9), *range(14, 28), 0x7F, 0x80, 0x9F, 0xFFFE, 0xD800, 0xDFFF], ids=hex)
def test_a_control_character_is_told_before_and_never_printed(code: int) -> None:
    blocks = (Said(f"before {chr(code)} after"),)
    assert PdfPrinter().unprintable(blocks) == (f"U+{code:04X}",)
    [said] = [one for one in told(pdf("", blocks)).all() if one.role == "P"]
    assert said.words == "before □ after"


@pytest.fixture
def small_disk() -> Iterator[Callable[[int], None]]:
    """A limit on how long a file may grow, which is what a full disk looks like from here."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def made() -> Made:
    return PdfPrinter().make("", (Said("I feel small"),), Paging())


WAYS: dict[str, Callable[[PdfPrinter, Made, Path], object]] = {
    "kept": lambda printer, made, target: printer.keep(made, target),
    "locked": lambda printer, made, target: printer.keep(made, target, "a quiet harbour"),
    "written": lambda printer, _made, target: printer.write("Notes", (Said("I feel small"),), target),
    "as text": lambda printer, _made, target: printer.write_as("markdown", (Said("I feel small " * 900),), target, Paging()),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("room", [0, 1, 512, 4_096, 8_000])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    way: str, room: int, tmp_path: Path, made: Made, small_disk: Callable[[int], None]
) -> None:
    target = tmp_path / "notes.pdf"
    target.write_bytes(b"the old one")
    small_disk(room)
    with pytest.raises(Trouble, match="disk-full"):
        WAYS[way](PdfPrinter(), made, target)
    assert os.listdir(tmp_path) == ["notes.pdf"]
    assert target.read_bytes() == b"the old one"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("call", ["open", "fdopen", "fsync"])
def test_a_disk_that_is_full_at_any_call_leaves_nothing(way: str, call: str, tmp_path: Path, made: Made) -> None:
    full = patch(f"workbook.report.saving.os.{call}", side_effect=OSError(errno.ENOSPC, ""))
    with full, pytest.raises(Trouble, match="disk-full"):
        WAYS[way](PdfPrinter(), made, tmp_path / "notes.pdf")
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file cannot be replaced, which the next test stands for")
def test_a_file_open_in_another_program_is_replaced_and_that_one_goes_on_with_the_old(tmp_path: Path, made: Made) -> None:
    target = tmp_path / "notes.pdf"
    target.write_bytes(b"the old one")
    with target.open("rb") as held:
        PdfPrinter().keep(made, target)
        assert held.read() == b"the old one"
    assert target.read_bytes() == made.data


def test_where_an_open_file_cannot_be_replaced_it_stays_and_that_is_told(tmp_path: Path, made: Made) -> None:
    target = tmp_path / "notes.pdf"
    target.write_bytes(b"the old one")
    held = patch("pathlib.Path.replace", side_effect=PermissionError(errno.EACCES, ""))
    with held, pytest.raises(Trouble, match="read-only"):
        PdfPrinter().keep(made, target)
    assert (os.listdir(tmp_path), target.read_bytes()) == (["notes.pdf"], b"the old one")


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path, made: Made) -> None:
    (tmp_path / "notes.pdf").mkdir()
    with pytest.raises(Trouble):
        PdfPrinter().keep(made, tmp_path / "notes.pdf")
    assert os.listdir(tmp_path) == ["notes.pdf"]


def test_a_name_no_disk_takes_is_told(tmp_path: Path, made: Made) -> None:
    for name in ("n" * 256 + ".pdf", "a/b.pdf"):
        with pytest.raises(Trouble):
            PdfPrinter().keep(made, tmp_path / name)
    assert os.listdir(tmp_path) == []


def test_making_a_paper_touches_no_disk_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf("", (Said("כן 漢 😀"),))  # the faces are read once
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    never = AssertionError("a file was opened")
    with patch("os.open", side_effect=never), patch("builtins.open", side_effect=never):
        PdfPrinter().make("An evening", (Said("I feel small כן 漢 😀"),), Paging())
    assert os.listdir(tmp_path) == []
