"""Paper in made-up languages: nothing of ours is English, nothing is cut off, and what is written from the right reads so."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from tests.pseudo import FROM_THE_LEFT, write_catalogue
from tests.report.outline import told
from tests.report.test_forms import words_of
from workbook import language
from workbook.content.blocks import (
    Bar,
    Block,
    Course,
    Event,
    Felt,
    Front,
    Heading,
    Line,
    Listing,
    Loop,
    LoopHalf,
    Said,
    Side,
    Sides,
    Table,
)
from workbook.report import phrases, style
from workbook.report.cards import cut_out
from workbook.report.document import pdf
from workbook.report.docx import docx
from workbook.report.markdown import markdown

LONG = "λόγια " * 1_500
LOOP = Loop(LoopHalf("Ζωή", "τα πιάτα", "σιωπώ"), LoopHalf("Νίκος", "έφυγες"), "Η πόρτα")
TYPED: tuple[Block, ...] = (
    Front(
        (
            Heading("Για σήμερα", 1),
            LOOP,
            Course(("Ζωή", "Νίκος"), (Line("Ήρεμα", "όχι", "πολύ", ((3, None), (5, 4))),), 0, 10, (Event(0.5, "ταξίδι"),)),
        )
    ),
    Heading("Η εβδομάδα", 1),
    Heading("Πότε άρχισε"),
    Said(None),
    Said(LONG),
    Bar(None, 0, 10, "όχι", "ναι", "Πόσο"),
    Bar(3, 0, 10, "όχι", "ναι", "Πόσο"),
    Listing(("λύπη",), ("σαν καπάκι",)),
    Felt(("Στήθος",), (), "Στο σώμα", (("chest", "more"),)),
    Table(("", "Πάνω"), (("Δευ", None), ("Τρι", "θυμός"))),
    Sides((Side("Ζωή", (Said(None),)), Side("Νίκος", (Said(LONG),)))),
    LOOP,
)
"""Words of people and of packs, all in Greek: what stands in Latin letters on the page is ours."""


@pytest.fixture
def abroad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The made-up language that is written from the left."""
    before = gettext.textdomain()
    monkeypatch.setenv("LANGUAGE", FROM_THE_LEFT)
    write_catalogue(tmp_path, FROM_THE_LEFT)
    language.speak(tmp_path)
    yield
    gettext.textdomain(before)


def english(words: str) -> list[str]:
    """What no translator was given: Latin letters that are in no brackets."""
    left, inner = " ".join(words.split()), r"\[[^\[\]]*\]"
    while re.search(inner, left):
        left = re.sub(inner, "", left)
    return re.findall(r"[A-Za-z]{2,}", left)


MADE: dict[str, Callable[[], bytes]] = {"a paper": lambda: pdf("Βραδιά", TYPED), "cards": lambda: cut_out(TYPED)}


@pytest.mark.parametrize("which", MADE)
@pytest.mark.usefixtures("abroad")
def test_nothing_on_paper_is_english_neither_to_eyes_nor_to_a_screen_reader(which: str) -> None:
    data = MADE[which]()
    assert [found for one in told(data).all() for text in (one.words, one.alt, one.said) for found in english(text)] == []
    assert english("".join(phrases.page_of(1))) == []
    root: Any = PdfReader(BytesIO(data)).root_object
    assert root["/Lang"] == "en-XA"


@pytest.mark.parametrize("which", MADE)
@pytest.mark.usefixtures("abroad")
def test_longer_words_stay_between_the_margins(which: str) -> None:
    document = pypdfium2.PdfDocument(MADE[which]())
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
        assert min(left for left, *_rest in boxes) >= style.SIDE - 4
        assert max(right for _left, _low, right, _high in boxes) <= style.PAGE_WIDTH - style.SIDE + 4
    document.close()


@pytest.mark.usefixtures("abroad")
def test_what_is_edited_elsewhere_is_not_english_either() -> None:
    assert english(markdown(TYPED).replace("<br>", "").replace("\\", "")) == []
    assert english(words_of(docx(TYPED))) == []


def test_at_the_foot_the_numbers_follow_each_other_from_the_right_where_words_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "_", lambda text: {"{page} of {all}": "{page} מתוך {all}"}.get(text, text))
    document = pypdfium2.PdfDocument(pdf("", (Said("a"),) * 400))
    text = document[1].get_textpage()
    foot = {text.get_text_range(at, 1): text.get_charbox(at)[0] for at in range(text.count_chars()) if text.get_charbox(at)[3] < 60}
    pages = str(len(document))
    document.close()
    assert foot[pages[-1]] < foot["ם" if "ם" in foot else "מ"] < foot["2"]
