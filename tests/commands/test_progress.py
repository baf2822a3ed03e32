"""Long work shows on a terminal how far it is, and nothing of that lands in a file."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbook.couple.people import Person
from workbook.storage.notebooks import FolderNotebooks
from workbook.storage.slots import KdfCost


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A notebook without a passphrase."""
    where = tmp_path / "notebook"
    notebook = FolderNotebooks(where, KdfCost(1, 8192)).create(where, (Person("ada", "Ada", "boat", "sea"),))
    notebook.begin("ada", None, name_on_door=False)
    notebook.close()
    return where


def on_a_terminal(*command: str) -> str:
    """What somebody at a terminal sees."""
    try:
        parent, child = pty.openpty()
    except OSError:
        pytest.skip("this system has no terminals to give out")
    with subprocess.Popen([sys.executable, "-m", "workbook", *command], stdout=child, stderr=child) as running:
        os.close(child)
        seen = b""
        while True:
            try:
                part = os.read(parent, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            seen += part
        assert running.wait(60) == 0
    os.close(parent)
    return seen.decode()


def test_a_terminal_shows_a_bar_that_grows_and_goes(folder: Path) -> None:
    seen = on_a_terminal("verify", str(folder))
    shares = [int(share) for share in re.findall(r"\[[#.]{30}\] (\d+)%", seen)]
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert shares[-1] == 100
    assert seen.rstrip().endswith("No damage was found.")


def test_in_a_file_there_is_no_bar(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "workbook", "verify", str(folder)], capture_output=True, text=True, check=True)
    assert "[" not in done.stdout
    assert done.stderr == ""


def test_a_booklet_of_blank_paper_shows_how_far_it_is(tmp_path: Path) -> None:
    seen = on_a_terminal("worksheet", "recovery", "draw-our-loop", str(tmp_path / "pages.pdf"))
    shares = [int(share) for share in re.findall(r"\[[#.]{30}\] (\d+)%", seen)]
    assert shares == [17, 33, 50, 67, 83, 100]
    assert seen.endswith("\x1b[K"), "it goes at the end"
    assert (tmp_path / "pages.pdf").read_bytes().startswith(b"%PDF-")
