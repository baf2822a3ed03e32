"""`couples-workbook verify`: what it reads, what it says, how it ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.storage import given
from tests.storage.given import SECRET
from workbook.cli import main
from workbook.couple.backups import Progress
from workbook.couple.ports import Notebook

BACKUP = "backups/0001-2026-03-03"


@pytest.fixture
def closed(two: Notebook) -> tuple[Path, str, str]:
    """A closed notebook with one backup, and the names of Mira's vault and Sam's."""
    two.space("mira").set("long", "word " * 20_000)
    two.backups().make(date(2026, 3, 3), Progress())
    names = given.vault_file(two, "mira").name, given.vault_file(two, "sam").name
    two.close()
    return two.folder, *names


def verify(capsys: pytest.CaptureFixture[str], folder: Path, passphrase: str | None = None) -> tuple[int, dict[str, str], str]:
    """The exit status, what it said of each file, and what went wrong."""
    words = ["verify", str(folder)]
    if passphrase is not None:
        secret = folder.parent / "secret"
        secret.write_text(passphrase + "\n", "utf-8")
        words += ["--passphrase-file", str(secret)]
    status = main(words)
    out, err = capsys.readouterr()
    found = dict(line.split(": ", 1) for line in out.splitlines() if ": " in line)
    return status, {name: told.split(";")[0].split(":")[0] for name, told in found.items()}, err


def test_without_a_passphrase_it_says_what_it_could_not_check(
    closed: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, mira, sam = closed
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    status, found, _err = verify(capsys, folder)
    assert status == 0
    assert found.pop(BACKUP) == "every byte is as it was written"
    assert found == {
        "keys.json": "whole",
        "keys.json.bak": "whole",
        "shared.vault": "not checked",
        mira: "not checked",
        sam: "not checked",
        "letters": "not checked",
    }
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_with_a_passphrase_it_reads_what_that_opens(closed: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]) -> None:
    folder, mira, sam = closed
    status, found, _err = verify(capsys, folder, SECRET["sam"])
    assert status == 0
    assert (found["shared.vault"], found[mira], found[sam]) == ("whole", "not checked", "whole")


def test_a_notebook_that_stands_open_is_read_with_all_its_backups(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notebook = given.new(tmp_path / "book", given.MIRA)
    notebook.begin("mira", None, name_on_door=False)
    notebook.backups().make(date(2026, 3, 3), Progress())
    notebook.close()
    status, found, _err = verify(capsys, tmp_path / "book")
    assert status == 0
    assert set(found.values()) == {"whole"}
    assert BACKUP in found


@pytest.mark.parametrize("name", ["keys.json", "keys.json.bak", "shared.vault", "mira", BACKUP + "/shared.vault", BACKUP + "/mira"])
def test_one_changed_byte_is_found_and_ends_with_1(
    closed: tuple[Path, str, str], capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder, mira, _sam = closed
    path = folder / name.replace("mira", mira)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    status, found, _err = verify(capsys, folder, SECRET["mira"])
    assert status == 1
    wrong = [name for name, told in found.items() if told == "DAMAGED"]
    assert wrong == [BACKUP if name.startswith(BACKUP) else path.name]


@pytest.mark.parametrize("how", ["gone", "empty", "cut"])
def test_a_vault_without_a_key_that_lacks_something_is_found(
    closed: tuple[Path, str, str], capsys: pytest.CaptureFixture[str], how: str
) -> None:
    folder, mira, _sam = closed
    content = (folder / mira).read_bytes()
    (folder / mira).unlink()
    if how != "gone":
        (folder / mira).write_bytes(b"" if how == "empty" else content[:-100])
    status, found, _err = verify(capsys, folder)
    assert (status, found[mira]) == (1, "DAMAGED")


def test_a_passphrase_that_opens_nothing_is_told(closed: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]) -> None:
    status, _found, err = verify(capsys, closed[0], "something else")
    assert status == 2
    assert "opens no door" in err
    assert main(["verify", str(closed[0]), "--passphrase-file", str(closed[0] / "none")]) == 2


def test_where_there_is_no_notebook_or_a_window_has_it_open_that_is_said(
    two: Notebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(capsys, tmp_path / "none")[0] == 1
    status, found, err = verify(capsys, two.folder)
    assert (status, found) == (1, {})
    assert "already open" in err
