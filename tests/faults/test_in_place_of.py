"""Something else lies where a small file of ours should be: nothing waits for it, reads it without an end, or fails to begin."""

from __future__ import annotations

import gettext
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.storage import given
from workbook import language, paths
from workbook.couple.habits import LOOKS
from workbook.storage import keyfile
from workbook.storage.notebooks import FolderNotebooks
from workbook.trouble import Trouble

unix = pytest.mark.skipif(sys.platform == "win32", reason="files of Unix")
BESIDE = """
import json, resource
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
from types import SimpleNamespace
from workbook import language, paths
from workbook.storage.locallines import FileLines
from workbook.ui.looks import ScreenLooks
theme = SimpleNamespace(set_scale=lambda _to: None, set_scheme=lambda _to: None, set_motion=lambda _to: None)
looks = ScreenLooks(theme, paths.looks())
found = dict(looks.now())
looks.choose("text-size", "130")
print(json.dumps([found, len(FileLines(paths.local_lines()).read()), str(paths.chosen_notebook())]))
"""
OPENS = "import sys, pathlib; from tests.storage import given; f = pathlib.Path(sys.argv[1]); given.notebooks(f).open(f).close()"
"""What is read before anyone is in, in a process that can be ended if it never comes back; and the notebook itself."""


def _sparse(path: str) -> None:
    with Path(path).open("wb") as file:
        file.truncate(8 << 30)


OTHERS: tuple[Callable[[str], None], ...] = (
    os.mkfifo,
    os.mkdir,
    _sparse,
    lambda path: os.symlink("/dev/zero", path),
    lambda path: os.symlink(path, path),
)


def begun() -> Any:
    """What a start finds."""
    root = str(Path(__file__).parents[2])
    run = subprocess.run([sys.executable, "-c", BESIDE], cwd=root, capture_output=True, text=True, timeout=30, check=True)
    return json.loads(run.stdout)


@unix
@pytest.mark.parametrize("ending", ["", ".part"])
@pytest.mark.parametrize("other", OTHERS, ids=["pipe", "folder", "huge", "device", "ring"])
def test_what_is_no_file_of_ours_keeps_nobody_from_starting(other: Callable[[str], None], ending: str) -> None:
    for file in (paths.looks(), paths.local_lines(), paths.looks().with_name("place")):
        file.parent.mkdir(parents=True, exist_ok=True)
        other(f"{file}{ending}")
    usual = {setting.key: setting.usual for setting in LOOKS}
    assert begun() == [usual, 0, "None"]


@pytest.mark.parametrize("noted", [b"", b"\0", b"/a\0b"])
def test_a_note_that_names_no_folder_is_as_none(noted: bytes) -> None:
    paths.keep_small(paths.looks().with_name("place"), noted)
    assert paths.chosen_notebook() is None


@pytest.mark.parametrize("noted", [b"/" + b"x" * 3000, b"\xff\xfe", b"/dev/zero", b"not/here"])
def test_a_folder_that_cannot_be_is_no_notebook(noted: bytes) -> None:
    paths.keep_small(paths.looks().with_name("place"), noted)
    chosen = paths.chosen_notebook()
    assert chosen is not None
    assert not FolderNotebooks(chosen).exists(chosen)
    with pytest.raises(Trouble, match="no-notebook"):
        FolderNotebooks(chosen).open(chosen)


def test_where_no_note_can_be_kept_the_notebook_is_open_all_the_same(tmp_path: Path) -> None:
    note = paths.looks().with_name("place")
    note.parent.parent.mkdir(parents=True, exist_ok=True)
    note.parent.write_text("in the way")
    for folder in (tmp_path, paths.usual_notebook()):
        paths.remember_notebook(folder)
    note.parent.unlink()
    note.mkdir(parents=True)
    for folder in (tmp_path, paths.usual_notebook()):
        paths.remember_notebook(folder)
    assert list(note.parent.iterdir()) == [note]


def test_a_note_that_is_right_already_is_not_written_again(tmp_path: Path) -> None:
    paths.remember_notebook(tmp_path)
    note = paths.looks().with_name("place")
    before = note.stat().st_ino
    paths.remember_notebook(tmp_path)
    assert note.stat().st_ino == before
    assert paths.chosen_notebook() == tmp_path


@unix
@pytest.mark.parametrize("name", [keyfile.MAIN, keyfile.COPY, f"{keyfile.MAIN}.part", f"{keyfile.COPY}.part"])
def test_a_pipe_beside_the_keys_is_not_waited_for(book: Path, name: str) -> None:
    (book / name).unlink(missing_ok=True)
    os.mkfifo(book / name)
    root = str(Path(__file__).parents[2])
    subprocess.run([sys.executable, "-c", OPENS, str(book)], cwd=root, timeout=30, check=True)
    notebook = given.notebooks(book).open(book)
    notebook.unlock("mira", None)
    notebook.close()
    assert keyfile.is_sound(book / keyfile.MAIN)
    assert keyfile.is_sound(book / keyfile.COPY)


READS = """
import sys, pathlib
from workbook.content.fault import Faulty
from workbook.content.zipped import read_zip_file
from workbook.storage import manifest
here = pathlib.Path(sys.argv[1])
print(manifest.read(here), manifest.missed(here))
try:
    read_zip_file(here / "pack.zip", "pack.zip")
except Faulty as faulty:
    print(faulty.faults[0].found)
"""


@unix
def test_a_pipe_for_a_pack_or_beside_the_backups_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    for name in ("pack.zip", "manifest.json", "backups/missed.json"):
        os.mkfifo(tmp_path / name)
    root = str(Path(__file__).parents[2])
    ran = subprocess.run(
        [sys.executable, "-c", READS, str(tmp_path)], cwd=root, timeout=30, check=True, capture_output=True, text=True
    )
    assert ran.stdout == "None None\nThis cannot be read from the disk.\n"


HEAD = (0x950412DE).to_bytes(4, "little")
SAYS = b"Content-Type: text/plain; charset=none-such\nPlural-Forms: nplurals=2; plural=("


def _catalogue(says: bytes) -> bytes:
    """A catalogue with nothing but its own description."""
    numbers = (0, 1, 28, 36, 0, 0, 0, 44, len(says), 45)
    return HEAD + b"".join(number.to_bytes(4, "little") for number in numbers) + bytes(1) + says + bytes(1)


DAMAGED = (b"", b"\xff" * 40, HEAD, HEAD + b"\xff" * 40, _catalogue(SAYS[:43]), _catalogue(SAYS), _catalogue(b"\xff:"))


@unix
@pytest.mark.parametrize(
    "make",
    [
        os.mkfifo,
        os.mkdir,
        lambda path: os.symlink("/dev/zero", path),
        *(lambda path, found=found: Path(path).write_bytes(found) for found in DAMAGED),
    ],
    ids=range(10),
)
def test_a_damaged_catalogue_leaves_the_words_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[str], None]
) -> None:
    monkeypatch.setenv("LANGUAGE", "")
    folder = tmp_path / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    make(str(folder / "workbook.mo"))
    assert not language.speak(tmp_path, "xx")
    assert language.spoken() == "en"
    assert gettext.gettext("Help") == "Help"
