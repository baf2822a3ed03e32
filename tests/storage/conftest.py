"""Fixtures of the storage tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage import given
from workbook.couple.ports import Notebook


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of two with passphrases, both unlocked."""
    notebook = given.begun(tmp_path / "book")
    yield notebook
    notebook.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of two in which nobody has begun."""
    notebook = given.new(tmp_path / "book")
    yield notebook
    notebook.close()
