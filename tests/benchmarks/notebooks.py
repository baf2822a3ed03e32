"""Notebooks to measure with: one person, mostly without a passphrase, so that no key is derived; as many responses as it takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from sqlalchemy import insert

from workbook.content.library import Library
from workbook.content.step import Answer
from workbook.couple.people import Person
from workbook.couple.ports import Notebook
from workbook.couple.sitting import Sitting
from workbook.paths import resources
from workbook.storage import rows
from workbook.storage.notebook import FolderNotebook
from workbook.storage.notebooks import FolderNotebooks
from workbook.storage.slots import KdfCost
from workbook.storage.vault import Vault

ADA: Final = Person("ada", "Ada", "boat", "sea")
EXERCISE: Final = "one-moment-slowly"
A_SITTING: Final = 10
"""About as many responses as one sitting of a real exercise has."""
WORDS: Final = "When you came in without a word and put the bag down, I thought it was my fault again, and went quiet. "


def made(folder: Path, responses: int, passphrase: str | None = None, cost: KdfCost | None = None) -> Path:
    """A notebook in a folder of that name, with so many responses in finished sittings and one sitting going on."""
    where = folder / f"with-{responses}"
    if where.exists():
        return where
    notebook = FolderNotebooks(where, cost).create(where, (ADA,))
    notebook.begin(ADA.id, passphrase, name_on_door=False)
    start(notebook)
    if responses:
        fill(vault(notebook), responses, lambda at: (f"step-{at}", {"words": WORDS * 3}))
    notebook.close()
    return where


def opened(folder: Path) -> Notebook:
    """A notebook with Ada in it."""
    notebook = FolderNotebooks(folder).open(folder)
    notebook.unlock(ADA.id, None)
    return notebook


def start(notebook: Notebook) -> Sitting:
    """Ada's sitting that is going on."""
    exercise = Library(resources() / "packs").exercise(EXERCISE)
    sitting = Sitting(id="now", exercise=exercise, mode="alone", people=(ADA.id,))
    notebook.space(ADA.id).start(sitting)
    return sitting


def vault(notebook: Notebook) -> Vault:
    """Ada's vault itself."""
    return cast(FolderNotebook, notebook)._seats[ADA.id].vault


def fill(vault: Vault, responses: int, answer: Callable[[int], tuple[str, Answer]]) -> None:
    """Finished sittings with so many responses; `answer` gives the step and the words of each within its sitting."""
    (kept,) = vault.rows(rows.exercise.select())
    sittings = [
        {
            "id": f"sitting-{at}",
            "exercise": kept.digest,
            "mode": "alone",
            "short": 0,
            "people": [ADA.id],
            "part": 0,
            "step": 0,
            "state": "finished",
            "revision": -at,
            "read_in": 0,
        }
        for at in range(1, responses // A_SITTING + 1)
    ]
    with vault.writing() as connection:
        connection.execute(insert(rows.sitting), sittings)
        for sitting in sittings:
            said = (answer(at) for at in range(A_SITTING))
            answers = [{"sitting": sitting["id"], "step": step, "author": ADA.id, "answer": words} for step, words in said]
            connection.execute(insert(rows.answer), answers)
