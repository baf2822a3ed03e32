"""A notebook of each released schema opens with the program of today, and everything in it is there (G18)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.storage import given, released
from tests.storage.given import SECRET, common, private, trouble
from workbook.couple.ports import Notebook
from workbook.storage import rows

VERSIONS = sorted(int(path.name) for path in released.PLACE.iterdir())


def came_in(version: int, folder: Path) -> Notebook:
    """A copy of one of them, both in it."""
    shutil.copytree(released.PLACE / str(version), folder)
    notebook = given.notebooks(folder).open(folder)
    for person, passphrase in SECRET.items():
        notebook.unlock(person, passphrase)
    return notebook


@pytest.fixture
def today(tmp_path: Path) -> Notebook:
    """The same done with the program of today."""
    released.lived_in(tmp_path / "today")
    notebook = given.notebooks(tmp_path / "today").open(tmp_path / "today")
    for person, passphrase in SECRET.items():
        notebook.unlock(person, passphrase)
    return notebook


def test_there_is_one_of_every_schema() -> None:
    assert list(range(1, rows.SCHEMA + 1)) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_notebook_of_each_schema_opens_and_nothing_is_missing(version: int, today: Notebook, tmp_path: Path) -> None:
    notebook = came_in(version, tmp_path / "then")
    assert released.seen(notebook) == released.seen(today)
    assert bool(notebook.backups().kept()) == (version < rows.SCHEMA)
    notebook.space("mira").save("own", "cue", given.text("it goes on"))
    notebook.space("sam").hold("second", frozenset())
    notebook.close()
    today.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_its_passphrases_and_its_code_are_as_they_were(version: int, tmp_path: Path) -> None:
    notebook = came_in(version, tmp_path / "then")
    notebook.lock_all()
    with trouble("wrong-passphrase"):
        notebook.unlock("mira", SECRET["sam"])
    notebook.recover("mira", released.CODE, "eleven paper boats")
    assert notebook.space("mira").setting("lamp") == "low"
    notebook.close()


def test_the_newest_one_has_the_tables_of_today(today: Notebook, tmp_path: Path) -> None:
    schema = text("SELECT type, name, sql FROM sqlite_master ORDER BY name")
    then = came_in(rows.SCHEMA, tmp_path / "then")
    same = [
        vault(then).rows(schema) == vault(today).rows(schema) for vault in (common, lambda notebook: private(notebook, "mira"))
    ]
    then.close()
    today.close()
    assert all(same), "write it anew: python -m tests.storage.released"
