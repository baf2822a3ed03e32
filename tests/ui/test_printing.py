"""Printing: every page of the very paper that is looked at, one after the other; what is stopped prints nothing."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from tests.robots.window import Hands
from workbook.couple.paper import Picture
from workbook.report.document import PdfPrinter
from workbook.screens.brief import BriefScreen
from workbook.screens.papers import PapersScreen
from workbook.ui.parts import filing
from workbook.ui.parts.printing import Device


def on_paper(target: Path) -> QPrinter:
    """A printing device that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setFullPage(True)
    return printer


@pytest.fixture
def chosen(hands: Hands) -> Hands:
    """Somebody alone before the pages of their brief."""
    hands.set_up("Zoë").first_turn(None).begin("One moment, slowly", "By myself")
    while hands.seen[-1].startswith("WalkScreen"):
        hands.walk("mine")
    hands.press("My page").press("My space").press("Something for a session").press("Choose from it").press("Tick all of this")
    return hands


def test_the_pages_that_are_looked_at_are_printed_and_noted(chosen: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "printed.pdf"
    monkeypatch.setattr(filing, "ask_printer", lambda _parent: Device(on_paper(target)))
    count = chosen.on(BriefScreen).state.look.count
    chosen.press("Print")
    assert chosen.on(BriefScreen).state.written == "the printer"
    document = pypdfium2.PdfDocument(target)
    assert len(document) == count
    dark = document[0].render(scale=1).to_pil().convert("L").point(lambda shade: shade < 128 and 255)
    document.close()
    assert dark.getbbox() is not None, "there are words on it"
    chosen.press("Back").press("What I put on paper")
    assert [(one.what, one.to) for one in chosen.on(PapersScreen).state.left] == [("Brief of my own", "printed")]


def test_a_device_that_gives_up_prints_and_notes_nothing(chosen: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    class Jam:
        wide = 100
        over_with: bool | None = None

        def page(self, _picture: Picture) -> bool:
            return False

        def over(self, whole: bool) -> None:
            Jam.over_with = whole

    monkeypatch.setattr(filing, "ask_printer", lambda _parent: Jam())
    chosen.press("Print")
    screen = chosen.on(BriefScreen)
    assert (screen.state.written, screen.state.busy, Jam.over_with) == ("", False, False)


def test_closing_the_dialog_prints_nothing(chosen: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "ask_printer", lambda _parent: None)
    monkeypatch.setattr(PdfPrinter, "picture", lambda *_given: pytest.fail("nothing is drawn"))
    chosen.press("Print")
    assert chosen.on(BriefScreen).state.written == ""
