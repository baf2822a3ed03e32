"""A brief and what it leaves on the machine: G15, G21, G22."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.privacy.search import everything, traces
from tests.robots.paper import on_to
from tests.robots.window import Hands
from workbook.screens.brief import BriefScreen
from workbook.ui.parts.options import Option

CANARY = "kanárek"


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    """The notebook's folder, the home, and where passing files go."""
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setenv("TMPDIR", str(passing))
    home = Path(os.environ["HOME"])
    (home / "book").mkdir()
    return home / "book", home, passing


def chosen(folder: Path) -> Hands:
    """Somebody alone who has ticked what is not tender, and typed what they want."""
    hands = Hands(folder, (1280, 820)).open().set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself")
    while hands.seen[-1].startswith("WalkScreen"):
        hands.walk(CANARY)
    hands.press("My page").press("My space").press("Something for a session")
    return hands.write(f"{CANARY} wish").press("Choose from it").press("Tick all of this")


def line(hands: Hands, name: str) -> Hands:
    return hands.tab_to(lambda at: isinstance(at, QLineEdit) and at.accessibleName().startswith(name), name)


def test_g15_looking_at_the_pages_leaves_no_word_of_them_anywhere(places: tuple[Path, ...]) -> None:
    hands = chosen(places[0])
    assert CANARY in hands.on(BriefScreen).state.look.text
    on_to(hands, "looking").press("Larger").press("As words")
    on_to(hands, "leaving").press("Note for whom")
    line(hands, "Who is it for").write(f"{CANARY} whom")
    line(hands, "What for").write(f"{CANARY} why")
    assert traces(CANARY, *places) == []
    hands.close()
    assert traces(CANARY, *places) == []


def test_g21_for_whom_and_why_is_in_no_file_and_in_ones_own_list(places: tuple[Path, ...]) -> None:
    hands = chosen(places[0])
    before = everything(*places)
    on_to(hands, "leaving").press("Note for whom")
    line(hands, "Who is it for").write("Dr. Moss")
    on_to(hands, "gone")
    new = set(everything(*places)) - set(before)
    assert {Path(one).name for one in new} == {"notes.pdf"}
    (path,) = (place / "notes.pdf" for place in places if (place / "notes.pdf").exists())
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)
    assert CANARY in text
    assert "Moss" not in text
    hands.close()
    assert traces("Moss", *places) == []


def test_g22_the_file_says_nothing_of_who_and_when_in_any_form(places: tuple[Path, ...]) -> None:
    hands = chosen(places[0])
    on_to(hands, "gone")
    (folder,) = (place for place in places if (place / "notes.pdf").exists())
    reader = PdfReader(folder / "notes.pdf")
    assert {str(key): str(value) for key, value in (reader.metadata or {}).items()} == {"/Title": "Notes"}
    assert not reader.attachments
    hands.press("Print or write it once more").press("As cards, or to edit")
    assert isinstance(hands.focus, Option)
    on_to(hands.key(Qt.Key.Key_End), "gone")
    with ZipFile(BytesIO((folder / "notes.docx").read_bytes())) as packed:
        about = packed.read("docProps/core.xml").decode()
        assert CANARY in packed.read("word/document.xml").decode()
        assert not [entry.filename for entry in packed.infolist() if entry.date_time[0] != 1980]
    assert "Zo" not in about
    assert "20" not in about.replace("2000-01-01", "").split("<dc:title>")[1]
    hands.close()
