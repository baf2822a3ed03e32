"""A file is written whole or not at all."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest

from workbook.content.blocks import Said
from workbook.report.document import PdfPrinter
from workbook.report.saving import save
from workbook.trouble import Trouble


@pytest.fixture
def small_disk() -> Iterator[Callable[[int], None]]:
    """A limit on how long a file may grow, which is what a full disk looks like from here."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_the_printer_writes_a_file_for_its_owner_alone_and_gives_its_digest(tmp_path: Path) -> None:
    target = tmp_path / "notes.pdf"
    assert PdfPrinter().write("An evening", (Said("a door"),), target) == sha256(target.read_bytes()).hexdigest()
    assert target.stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == ["notes.pdf"]


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, small_disk: Callable[[int], None]) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"the old one")
    small_disk(1_000)
    with pytest.raises(Trouble) as trouble:
        save(b"x" * 5_000, tmp_path / "notes.pdf")
    assert trouble.value.code == "disk-full"
    assert os.listdir(tmp_path) == ["notes.pdf"]
    assert (tmp_path / "notes.pdf").read_bytes() == b"the old one"


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EROFS, "read-only"), (errno.EIO, "read-only")])
def test_whatever_fails_nothing_is_left(tmp_path: Path, call: str, number: int, code: str) -> None:
    place = "pathlib.Path.replace" if call == "replace" else f"workbook.report.saving.os.{call}"
    with patch(place, side_effect=OSError(number, "")), pytest.raises(Trouble) as trouble:
        save(b"words", tmp_path / "notes.pdf")
    assert trouble.value.code == code
    assert os.listdir(tmp_path) == []


def test_a_file_that_is_open_in_another_program_is_told_and_stays_as_it_is(tmp_path: Path) -> None:
    class HeldError(PermissionError):
        """What Windows says of it."""

        winerror = 32

    (tmp_path / "notes.pdf").write_bytes(b"the old one")
    with patch("pathlib.Path.replace", side_effect=HeldError(errno.EACCES, "")), pytest.raises(Trouble, match="target-open"):
        save(b"words", tmp_path / "notes.pdf")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("notes.pdf", b"the old one")]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "gone", tmp_path / "file"):
        with pytest.raises(Trouble, match="no-folder"):
            save(b"words", folder / "notes.pdf")


@pytest.fixture
def no_right_to(tmp_path: Path) -> Iterator[Path]:
    """A folder that may be read and not written to, for root too, who becomes nobody for a while."""
    tmp_path.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield tmp_path
    if root:
        os.seteuid(0)
    tmp_path.chmod(0o700)


def test_a_folder_nobody_may_write_to_is_told(no_right_to: Path) -> None:
    with pytest.raises(Trouble, match="read-only"):
        save(b"words", no_right_to / "notes.pdf")


@pytest.mark.parametrize(
    "name", ["two words & <more>.pdf", "ł’é—漢😭.pdf", "-rf.pdf", "new\nline", os.fsdecode(b"\xff.pdf"), "n" * 255]
)
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    save(b"words", tmp_path / name)
    assert os.listdir(tmp_path) == [name]


def test_a_file_that_was_there_is_replaced_and_its_neighbours_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.pdf.part").write_bytes(b"somebody's")
    (tmp_path / "notes.pdf").write_bytes(b"old")
    save(b"new", tmp_path / "notes.pdf")
    assert (tmp_path / "notes.pdf").read_bytes() == b"new"
    assert (tmp_path / "notes.pdf.part").read_bytes() == b"somebody's"


def test_the_trouble_names_no_path(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        save(b"words", tmp_path / "gone" / "secret.pdf")
    assert "secret" not in repr(trouble.value) + str(trouble.value.params)
    assert trouble.value.__cause__ is None


def test_the_words_are_on_the_disk_before_the_name_is_and_then_the_folder(tmp_path: Path) -> None:
    target, trace = tmp_path / "a.pdf", tmp_path / "trace"
    script = f"from pathlib import Path; from workbook.report.saving import save; save(b'words', Path({str(target)!r}))"
    watch = ["strace", "-qq", "-o", str(trace), "-e", "trace=/^(fsync|rename.*)$"]
    subprocess.run([*watch, sys.executable, "-B", "-c", script], check=True)
    assert [line.split("(")[0][:6] for line in trace.read_text().splitlines()] == ["fsync", "rename", "fsync"]


@pytest.mark.parametrize(
    "name", ["x" * 300 + ".pdf", "ü" * 150, "here\0.pdf", "a folder", ""], ids=["long", "long in bytes", "nul", "folder", "none"]
)
def test_a_name_that_no_file_can_have_is_told_as_that(tmp_path: Path, name: str) -> None:
    (tmp_path / "a folder").mkdir()
    with pytest.raises(Trouble) as trouble:
        save(b"words", tmp_path / name if name else Path())
    assert trouble.value.code == "bad-name"
    assert os.listdir(tmp_path) == ["a folder"]


@pytest.mark.parametrize("name", ["-rf.pdf", ".notes.pdf", "\u202efdp.pdf", "a\nb.pdf", "x" * 250 + ".pdf"])
def test_an_odd_name_is_the_name_of_a_whole_file(tmp_path: Path, name: str) -> None:
    save(b"words", tmp_path / name)
    assert os.listdir(tmp_path) == [name]
