"""Fixtures of the storage tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage import given
from workbook.couple.ports import Notebook


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed notebook of two with passphrases, to be copied: making one anew brings sixty things to the disk."""
    folder = tmp_path_factory.mktemp("whole") / "book"
    given.begun(folder).close()
    return folder


@pytest.fixture
def two(whole: Path, tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of two with passphrases, both unlocked."""
    shutil.copytree(whole, tmp_path / "book")
    notebook = given.notebooks(tmp_path / "book").open(tmp_path / "book")
    for person, passphrase in given.SECRET.items():
        notebook.unlock(person, passphrase)
    yield notebook
    notebook.close()


@pytest.fixture(scope="session")
def unbegun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed notebook of two in which nobody has begun, to be copied."""
    folder = tmp_path_factory.mktemp("unbegun") / "book"
    given.new(folder).close()
    return folder


@pytest.fixture
def fresh(unbegun: Path, tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of two in which nobody has begun."""
    shutil.copytree(unbegun, tmp_path / "book")
    notebook = given.notebooks(tmp_path / "book").open(tmp_path / "book")
    yield notebook
    notebook.close()
