"""The line of whoever let a paper go first: finished when they come in, and a secret of theirs until then and after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.storage import given
from tests.storage.given import SECRET
from workbook.storage import rows
from workbook.storage.notebook import FolderNotebook

DIGEST = "ab" * 32


@pytest.fixture
def both(tmp_path: Path) -> Iterator[FolderNotebook]:
    """Mira has handed a paper on and is locked; Sam has written it."""
    notebook: Any = given.begun(tmp_path / "book")
    ticket = notebook.space("mira").handed_on("Draw our loop", "handed on")
    notebook.lock("mira")
    notebook.shared().left(ticket, "Dr. Moss", DIGEST)
    yield notebook
    notebook.close()


def notes(notebook: FolderNotebook) -> list[tuple[str, str]]:
    """What lies in the shared vault, beside the paper itself."""
    return [(row.key, row.value) for row in notebook._open().rows(select(rows.setting)) if row.key.startswith("left-")]


def come_in(notebook: FolderNotebook) -> list[tuple[str, str]]:
    notebook.unlock("mira", SECRET["mira"])
    return [(line["to"], line["digest"]) for line in notebook.space("mira").exports()]


def test_g13_what_lies_in_the_shared_vault_meanwhile_says_nothing_and_is_gone_afterwards(both: FolderNotebook) -> None:
    [(key, value)] = notes(both)
    for text in ("Moss", "mira", "Draw", DIGEST, "handed"):
        assert text not in key + value
        assert text.encode() not in bytes.fromhex(value)
    assert come_in(both) == [("Dr. Moss", DIGEST)]
    assert notes(both) == []


def test_a_note_that_cannot_be_read_keeps_nobody_out(both: FolderNotebook) -> None:
    with both._open().writing() as connection:
        connection.execute(update(rows.setting).where(rows.setting.c.key.startswith("left-")).values(value="00" * 60))
    assert come_in(both) == [("handed on", "")]


def test_a_ticket_is_in_no_list_and_in_no_file_of_ones_own(both: FolderNotebook) -> None:
    both.unlock("mira", SECRET["mira"])
    space = both.space("mira")
    space.handed_on("Another", "handed on")
    assert space.exports()[0]["digest"] == ""
    assert not [value for value in space.settings().values() if "handed-on:" in value]
