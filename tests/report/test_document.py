"""The file: whole, complete in itself, and silent about who and when (G10, G22)."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from PIL import Image
from pypdf import PdfReader
from reportlab.platypus import BaseDocTemplate

from workbook.content.blocks import Block, Heading, Loop, LoopHalf, Prose, Said, Side, Sides
from workbook.report.document import PdfPrinter, pdf
from workbook.report.preview import pages

PAGES: tuple[Block, ...] = (
    Heading("When it began", 1),
    Prose("Some *slow* words.\n\n- one"),
    Sides((Side("Sam", (Said("Żal mi → 😭"),)), Side("Zosia", (Said("tak"),)))),
    Loop(LoopHalf("Sam", "a"), LoopHalf("Zosia", "b"), "The door"),
    Said("word " * 4_000),
)


def described(reader: PdfReader) -> str:
    """All the words of what the file says of itself."""
    root: Any = reader.root_object
    return " ".join(re.sub("<[^>]*>", " ", root["/Metadata"].get_data().decode()).split())


def run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_every_face_is_in_the_file(printed: Callable[..., Path]) -> None:
    rows = [line.split() for line in run("pdffonts", printed(*PAGES)).splitlines()[2:]]
    assert {row[0].split("+")[1].split("-")[0] for row in rows} == {"AtkinsonHyperlegible", "DejaVuSans", "NotoEmoji"}
    assert {row[-5] for row in rows} == {"yes"}


def test_the_file_is_sound(printed: Callable[..., Path]) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", printed(*PAGES))


def test_the_file_says_nothing_of_who_and_when(printed: Callable[..., Path]) -> None:
    path = printed(*PAGES, title="Sam and Zosia")
    reader = PdfReader(path)
    assert {str(key): str(value) for key, value in (reader.metadata or {}).items()} == {"/Title": "Notes"}
    assert described(reader) == "Notes 1"
    told = subprocess.run(["qpdf", "--qdf", "--stream-data=uncompress", path, "-"], check=True, capture_output=True).stdout
    # Every other piece lies outside the streams, which are the pages themselves.
    around = b"".join(told.replace(b"endstream\n", b"stream\n").split(b"stream\n")[::2])
    # The loop told in words is part of its page, for whoever does not see it.
    around = re.sub(rb"/Alt \((?:[^()\\]|\\.)*\)", b"", around)
    assert b"/Title" in around
    assert not [name for name in (b"Sam", b"Zosia", b"/Author", b"Date", b"D:20") if name in around]


def test_the_same_words_give_the_same_file() -> None:
    assert pdf("An evening", PAGES) == pdf("An evening", PAGES)


def test_every_page_but_the_first_says_which_of_how_many(printed: Callable[..., Path]) -> None:
    texts = run("pdftotext", "-layout", printed(*PAGES), "-").split("\f")[:-1]
    assert [text.split()[-3:] for text in texts[1:]] == [[str(at), "of", str(len(texts))] for at in range(2, len(texts) + 1)]
    assert " of " not in texts[0].splitlines()[-1]


def test_the_pages_are_laid_out_once() -> None:
    with patch.object(BaseDocTemplate, "build", autospec=True, side_effect=BaseDocTemplate.build) as build:
        pdf("An evening", PAGES)
    assert build.call_count == 1


def test_what_cannot_be_printed_is_told_before() -> None:
    half = LoopHalf("Sam", cue="\a")
    blocks = (Loop(half, LoopHalf("")), Sides((Side("ጤ", (Said("ߒ a"), Said("ߒ"))),)))
    assert PdfPrinter().unprintable(blocks) == ("U+0007", "ጤ", "ߒ")
    assert PdfPrinter().unprintable(PAGES) == ()


def test_the_preview_is_a_picture_of_every_page() -> None:
    data = pdf("An evening", PAGES)
    shown = [Image.open(BytesIO(picture)) for picture in pages(data, dpi=36)]
    assert len(shown) == len(PdfReader(BytesIO(data)).pages)
    assert {picture.size for picture in shown} == {(298, 421)}
    assert all(len(picture.convert("L").getcolors() or ()) > 1 for picture in shown)


def test_the_preview_also_reads_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("An evening", PAGES))
    assert pages(tmp_path / "a.pdf", dpi=20) == pages(pdf("An evening", PAGES), dpi=20)


@pytest.mark.parametrize("title", ["<b>&amp;", "t" * 3_000, "", "Ελλ"])
def test_any_title_fits_its_page(title: str, printed: Callable[..., Path], read: Callable[..., str]) -> None:
    path = printed(Said("said"), title=title)
    assert title in read(path)
