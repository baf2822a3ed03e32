"""Printing: every page of the very paper that is looked at, one after the other; what is stopped prints nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.robots.paper import on_to
from tests.robots.window import Hands
from workbook.couple.paper import Picture
from workbook.report.document import PdfPrinter
from workbook.screens.brief import BriefScreen
from workbook.screens.papers import PapersScreen
from workbook.ui.parts import filing, printing
from workbook.ui.parts.printing import Device

TWO_PAGES = """
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from workbook.couple.paper import Picture
from workbook.ui.parts.printing import Device
app = QApplication([])
printer = QPrinter(QPrinter.PrinterMode.HighResolution)
printer.setPrinterName("paper")
device = Device(printer)
for _page in range(2):
    assert device.page(Picture(20, 28, 60, bytes(20 * 28 * 3)))
    while device.more():
        pass
device.over({whole})
"""


@contextmanager
def queue(folder: Path) -> Iterator[str]:
    """A printing system of our own, whose one printer writes into nothing."""
    for name in ("root", "spool/tmp", "cache", "run", "log"):
        (folder / "cups" / name).mkdir(parents=True)
    here, server = folder / "cups", str(folder / "cups" / "sock")
    open_to_all = "<Limit All>\nOrder deny,allow\nAllow all\n</Limit>"
    (here / "cupsd.conf").write_text(
        f"Listen {server}\nBrowsing Off\nWebInterface No\n<Policy default>\n{open_to_all}\n</Policy>\n"
    )
    places = {"ServerRoot": "root", "RequestRoot": "spool", "TempDir": "spool/tmp", "CacheDir": "cache", "StateDir": "run"}
    logs = {"AccessLog": "log/a", "ErrorLog": "log/e", "PageLog": "log/p"}
    lines = ["FileDevice Yes", *(f"{key} {here / name}" for key, name in (places | logs).items())]
    (here / "files.conf").write_text("\n".join(lines) + "\n")
    run = ["cupsd", "-f", "-c", str(here / "cupsd.conf"), "-s", str(here / "files.conf")]
    with subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as cupsd:
        try:
            while not Path(server).exists():
                assert cupsd.poll() is None, "the printing system did not start"
                time.sleep(0.05)
            add = ["lpadmin", "-p", "paper", "-E", "-v", "file:///dev/null", "-m", "raw"]
            subprocess.run(add, check=True, capture_output=True, env={**os.environ, "CUPS_SERVER": server}, timeout=30)
            yield server
        finally:
            cupsd.terminate()


def on_paper(target: Path) -> QPrinter:
    """A printing device that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setFullPage(True)
    return printer


@pytest.fixture(autouse=True)
def there_is_a_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "has_printer", lambda: True)


@pytest.fixture
def chosen(hands: Hands) -> Hands:
    """Somebody alone before the pages of their brief."""
    hands.set_up("Zoë").first_turn(None).begin("One moment, slowly", "By myself")
    while hands.seen[-1].startswith("WalkScreen"):
        hands.walk("mine")
    hands.press("My page").press("My space").press("Something for a session").press("Choose from it").press("Tick all of this")
    return on_to(hands, "leaving")


def test_the_pages_that_are_looked_at_are_printed_and_noted(chosen: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "printed.pdf"
    monkeypatch.setattr(filing, "ask_printer", lambda _parent, _pages: Device(on_paper(target)))
    count = chosen.on(BriefScreen).state.look.count
    chosen.press("Print")
    while chosen.on(BriefScreen).state.busy:
        chosen.settle()
    assert chosen.on(BriefScreen).state.printed
    assert "on its way to the printer" in chosen.said()
    document = pypdfium2.PdfDocument(target)
    assert len(document) == count
    dark = document[0].render(scale=1).to_pil().convert("L").point(lambda shade: shade < 128 and 255)
    document.close()
    assert dark.getbbox() is not None, "there are words on it"
    chosen.press("Done").press("What I put on paper")
    assert [(one.what, one.to) for one in chosen.on(PapersScreen).state.left] == [("Brief of my own", "printed")]


def test_a_device_that_gives_up_prints_and_notes_nothing(chosen: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    class Jam:
        wide = 100
        over_with: bool | None = None

        def page(self, _picture: Picture) -> bool:
            return False

        def more(self) -> bool:
            return False

        def over(self, whole: bool) -> None:
            Jam.over_with = whole

    monkeypatch.setattr(filing, "ask_printer", lambda _parent, _pages: Jam())
    chosen.press("Print")
    screen = chosen.on(BriefScreen)
    assert (screen.state.printed, screen.state.busy, Jam.over_with) == (False, False, False)
    assert "did not take it" in chosen.said()


def test_closing_the_dialog_prints_nothing(chosen: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "ask_printer", lambda _parent, _pages: None)
    monkeypatch.setattr(PdfPrinter, "picture", lambda *_given: pytest.fail("nothing is drawn"))
    chosen.press("Print")
    assert not chosen.on(BriefScreen).state.printed


def test_without_a_printer_it_says_so_and_what_can_be_done(chosen: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "has_printer", lambda: False)
    chosen.press("Print")
    assert "No printer is set up" in chosen.said()


def test_before_it_is_printed_it_says_that_a_queue_keeps_a_copy(chosen: Hands) -> None:
    assert "A printer’s queue can keep a copy" in chosen.said()


PAGE = Picture(20, 28, 60, bytes(20 * 28 * 3))


def put(device: Device) -> None:
    """A whole page."""
    assert device.page(PAGE)
    while device.more():
        pass


def test_a_page_is_painted_in_bands_without_a_seam(qapp: QApplication, tmp_path: Path) -> None:
    device = Device(on_paper(tmp_path / "printed.pdf"))
    assert device.page(Picture(500, 707, 1500, bytes(500 * 707 * 3)))
    assert sum(1 for _band in iter(device.more, False)) >= 5
    device.over(True)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    column = document[0].render(scale=2).to_pil().convert("L").crop((500, 20, 501, 1600))
    document.close()
    assert column.getextrema() == (0, 0), "black from top to bottom"


def test_only_the_pages_that_were_asked_for_are_printed(qapp: QApplication, tmp_path: Path) -> None:
    printer = on_paper(tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    device = Device(printer)
    for _page in range(5):
        put(device)
    device.over(True)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == 2
    document.close()


@pytest.mark.parametrize("whole", [True, False])
def test_g15_what_lies_between_here_and_the_queue_lies_in_a_folder_that_goes(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "memory"))
    monkeypatch.setenv("TMPDIR", "/somewhere")
    (tmp_path / "memory").mkdir()
    device = Device(on_paper(tmp_path / "printed.pdf"))
    put(device)
    (between,) = (tmp_path / "memory").iterdir()
    assert os.environ["TMPDIR"] == str(between), "there Qt lays what it hands to the queue"
    (between / "job").write_bytes(b"words")
    device.over(whole)
    assert list((tmp_path / "memory").iterdir()) == []
    assert os.environ["TMPDIR"] == "/somewhere"
    assert (tmp_path / "printed.pdf").exists() == whole


def test_where_there_is_no_room_for_the_pages_the_device_does_not_go_on(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OSError

    monkeypatch.setattr(printing, "Between", full)
    device = Device(on_paper(tmp_path / "printed.pdf"))
    assert not device.page(PAGE)
    device.over(False)
    assert not (tmp_path / "printed.pdf").exists()


@pytest.mark.skipif(shutil.which("cupsd") is None, reason="there is no printing system on this machine to ask")
@pytest.mark.parametrize("whole", [True, False])
def test_the_queue_gets_the_whole_job_or_none_and_nothing_lies_beside_it(tmp_path: Path, whole: bool) -> None:
    with queue(tmp_path) as server:
        where = {**os.environ, "CUPS_SERVER": server, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path / "memory")}
        (tmp_path / "memory").mkdir()
        subprocess.run([sys.executable, "-c", TWO_PAGES.format(whole=whole)], check=True, env=where, timeout=60)
        asked = ["lpstat", "-W", "all", "-o"]
        (job,) = subprocess.run(asked, check=True, capture_output=True, text=True, env=where).stdout.splitlines()
    assert (int(job.split()[2]) > 0) == whole, "what was called off is a job of no pages"
    assert len(list((tmp_path / "cups" / "spool").glob("d*"))) == whole
    assert list((tmp_path / "memory").iterdir()) == []
