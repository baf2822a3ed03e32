"""A notebook that another window has open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage import given
from workbook.trouble import Trouble

HOLDER = (
    "import sys, time\nfrom pathlib import Path\nfrom workbook.storage.notebooks import FolderNotebooks\n"
    "folder = Path(sys.argv[1])\nnotebook = FolderNotebooks(folder).open(folder)\nprint('open', flush=True)\ntime.sleep(60)"
)


def test_a_second_window_is_told_at_once_and_the_lock_goes_with_its_process(book: Path) -> None:
    root = str(Path(__file__).parents[2])
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(book)], cwd=root, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        before = {path.name: path.read_bytes() for path in book.iterdir()}
        with pytest.raises(Trouble) as raised:
            given.notebooks(book).open(book)
        assert raised.value.code == "open-elsewhere"
        assert {path.name: path.read_bytes() for path in book.iterdir()} == before
        other.kill()
        other.wait()
        given.notebooks(book).open(book).close()


def test_two_windows_of_one_process_are_told_too(book: Path) -> None:
    first = given.notebooks(book).open(book)
    with pytest.raises(Trouble) as raised:
        given.notebooks(book).open(book)
    assert raised.value.code == "open-elsewhere"
    first.close()
    given.notebooks(book).open(book).close()
