"""A notebook can be read without this program: README says how, and the tests run what stands there, as it stands there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage import given
from workbook.couple.ports import Notebook

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a notebook in which both wrote alone, and one step is open."""
    folder = tmp_path_factory.mktemp("rescue")
    notebook = given.begun(folder / "book")
    written_in(notebook)
    notebook.close()
    shutil.copytree(folder / "book", folder / "copy")
    return folder / "copy"


def written_in(notebook: Notebook) -> None:
    given.sealed(notebook)
    notebook.open_step("first", "cue")
    notebook.space("mira").start(given.alone())
    notebook.space("mira").save("own", "cue", given.text("the blue kettle \ud83d"))


def rescued(folder: Path, passphrase: str) -> list[list[str]]:
    """What the program in README prints, as rows of file, table, sitting, step, author, answer."""
    ((script,),) = [re.findall(r"```python\n(.*?rescue\.py.*?)```", README.read_text("utf-8"), re.DOTALL)]
    (folder.parent / "rescue.py").write_text(script, "utf-8")
    run = [sys.executable, "-I", str(folder.parent / "rescue.py"), str(folder)]
    done = subprocess.run(run, input=f"{passphrase}\n", capture_output=True, text=True, timeout=60, check=True)
    return [line.split("\t") for line in done.stdout.removeprefix("Passphrase: ").splitlines()]


def test_a_second_implementation_reads_ones_own_words_and_what_opened(book: Path) -> None:
    found = [
        (table, sitting, step, author, answer)
        for _file, table, sitting, step, author, answer in rescued(book, given.SECRET["mira"])
    ]
    assert ("answer", "own", "cue", "mira", r'{"text":"the blue kettle \ud83d"}') in found
    assert ("opened", "first", "cue", "sam", '{"text":"sam heard the door"}') in found


def test_one_passphrase_opens_nobody_elses_file(book: Path) -> None:
    files = {row[0] for row in rescued(book, given.SECRET["sam"])}
    assert files <= {"shared.vault", vault_of(book, 1)}
    assert vault_of(book, 0) not in files


def test_a_wrong_passphrase_opens_nothing(book: Path) -> None:
    assert rescued(book, "seven green chairs, almost") == []


def test_a_space_without_a_passphrase_is_read_too(tmp_path: Path) -> None:
    notebook = given.new(tmp_path / "book", given.MIRA)
    notebook.begin("mira", None, name_on_door=False)
    notebook.space("mira").start(given.alone())
    notebook.space("mira").save("own", "wish", given.text("a quiet Sunday"))
    notebook.close()
    assert [row[-1] for row in rescued(tmp_path / "book", "")] == ['{"text":"a quiet Sunday"}']


def test_reading_leaves_every_file_as_it_was(book: Path) -> None:
    before = {path.name: path.read_bytes() for path in book.iterdir()}
    rescued(book, given.SECRET["mira"])
    assert {path.name: path.read_bytes() for path in book.iterdir()} == before


def vault_of(book: Path, index: int) -> str:
    return str(json.loads((book / "keys.json").read_bytes())["keys"]["people"][index]["vault"])
