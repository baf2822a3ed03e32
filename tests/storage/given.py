"""What storage tests begin with: an invented couple, a small exercise, a notebook that derives its keys cheaply."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest

from workbook.content.compose import compose
from workbook.content.step import Answer
from workbook.couple.people import Person
from workbook.couple.ports import Notebook
from workbook.couple.sealing import Half
from workbook.couple.sitting import Sitting
from workbook.storage.notebook import FolderNotebook
from workbook.storage.notebooks import FolderNotebooks
from workbook.storage.slots import KdfCost
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

CHEAP = KdfCost(1, 8192)
MIRA = Person("mira", "Mira", "boat", "sea")
SAM = Person("sam", "Sam", "leaf", "moss")
SECRET = {"mira": "a quiet harbour", "sam": "seven green chairs"}

PLAIN = {
    "id": "small",
    "edition": 1,
    "title": "Small",
    "purpose": "To have something to keep.",
    "minutes": {"each": 5},
    "intensity": "low",
    "who": ["each", "alone"],
    "sources": ["ours"],
    "evidence": {"tradition": "own"},
    "therapist_note": "Nothing.",
    "parts": [
        {
            "apart": [
                {"kind": "write", "id": "cue", "title": "Cue", "ask": "What happened?"},
                {"kind": "write", "id": "wish", "title": "Wish", "ask": "What do you wish?"},
            ]
        },
        {"reveal": {"steps": ["cue", "wish"], "ask": "What surprised you?", "title": "Open"}},
        {"together": [{"kind": "write", "id": "name", "title": "Name", "ask": "What is it called?"}]},
    ],
}
EXERCISE = compose(PLAIN)
LISTED = ("cue", "wish")


def notebooks(folder: Path) -> FolderNotebooks:
    """Notebooks whose passphrases cost little."""
    return FolderNotebooks(folder, CHEAP)


def new(folder: Path, *people: Person) -> Notebook:
    """A new notebook of two, or of those who are named."""
    return notebooks(folder).create(folder, people or (MIRA, SAM))


def begun(folder: Path) -> Notebook:
    """A notebook of two who both have a passphrase and are both unlocked."""
    notebook = new(folder)
    for person in ("mira", "sam"):
        notebook.begin(person, SECRET[person], name_on_door=False)
    return notebook


def reopened(notebook: Notebook) -> Notebook:
    """The same notebook, let go and opened again, nobody in it."""
    notebook.close()
    return notebooks(notebook.folder).open(notebook.folder)


def for_two(sitting: str = "first") -> Sitting:
    """A sitting for both."""
    return Sitting(id=sitting, exercise=EXERCISE, mode="each", people=("mira", "sam"))


def alone(sitting: str = "own") -> Sitting:
    """Mira's own sitting."""
    return Sitting(id=sitting, exercise=EXERCISE, mode="alone", people=("mira",))


def text(words: str) -> Answer:
    """An answer in words."""
    return {"text": words}


def started(notebook: Notebook, sitting: str = "first") -> None:
    """Both begin one sitting for two."""
    notebook.shared().invite(for_two(sitting))
    for person in ("mira", "sam"):
        notebook.space(person).start(for_two(sitting))


def half(author: str, sitting: str = "first") -> Half:
    """One half with words of its author's, one step held back."""
    return Half(sitting=sitting, author=author, openings={"cue": text(f"{author} heard the door"), "wish": None})


def sealed(notebook: Notebook, sitting: str = "first") -> None:
    """Both halves of a sitting for two, sealed."""
    started(notebook, sitting)
    for person in ("mira", "sam"):
        notebook.seal(half(person, sitting))


def private(notebook: Notebook, person: str) -> Vault:
    """A person's vault itself, to look into it or to tamper with it."""
    return cast(FolderNotebook, notebook)._seats[person].vault


def common(notebook: Notebook) -> Vault:
    """The shared vault itself."""
    vault = cast(FolderNotebook, notebook)._shared
    assert vault is not None
    return vault


def vault_file(notebook: Notebook, person: str) -> Path:
    """Where a person's vault lies."""
    name = cast(FolderNotebook, notebook)._keys.member(person).vault
    assert name is not None
    return notebook.folder / name


@contextmanager
def trouble(code: str) -> Iterator[pytest.ExceptionInfo[Trouble]]:
    """What happens inside raises this Trouble."""
    with pytest.raises(Trouble) as raised:
        yield raised
    assert raised.value.code == code
