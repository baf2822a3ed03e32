"""Fixtures of the fault tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import nursery


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A notebook in which Mira has begun, without a passphrase, and Sam has not."""
    nursery.prepare(tmp_path / "book")
    return tmp_path / "book"
