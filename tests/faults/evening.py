"""One evening of two people, act by act, and all that can be seen of a notebook. Run as a script it plays the whole evening."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from tests.storage.given import LISTED, MIRA, SAM, SECRET, for_two
from tests.storage.given import notebooks as books
from workbook.couple.people import BOTH
from workbook.couple.ports import Notebook
from workbook.couple.sealing import Half
from workbook.couple.sitting import Place
from workbook.storage import vault
from workbook.trouble import Trouble

Act = Callable[[Notebook], object]


def prepare(folder: Path) -> None:
    """A notebook in which Mira has begun a sitting for two; Sam has not come yet."""
    notebook = books(folder).create(folder, (MIRA, SAM))
    notebook.begin("mira", SECRET["mira"], name_on_door=False)
    notebook.shared().invite(for_two())
    notebook.space("mira").start(for_two())
    notebook.close()


def _save(person: str, step: str, words: str) -> Act:
    return lambda notebook: notebook.space(person).save("first", step, {"words": words})


def _half(person: str) -> Act:
    def seal(notebook: Notebook) -> None:
        answers = notebook.space(person).answers("first")
        notebook.seal(Half(sitting="first", author=person, openings={step: answers.get(step) for step in LISTED}))

    return seal


def _mira_goes(notebook: Notebook) -> None:
    """She writes over what the search has read, with the same words, so that it has to let them go as she does."""
    notebook.space("mira").read_words(100)
    ACTS["again"](notebook)
    notebook.lock("mira")


def sam_comes(notebook: Notebook) -> None:
    """Sam's first turn, or Sam's coming back where it has happened already."""
    begun = notebook.doors()[1].begun
    (notebook.unlock("sam", SECRET["sam"]) if begun else notebook.begin("sam", SECRET["sam"], name_on_door=True))


ACTS: dict[str, Act] = {
    "short": _save("mira", "cue", "the door"),
    "long": _save("mira", "wish", "a quiet evening " * 700),
    "the search reads": lambda notebook: notebook.space("mira").read_words(100),
    "again": _save("mira", "cue", "the dishes " * 90),
    "shorter": _save("mira", "wish", "to be asked"),
    "mira goes": _mira_goes,
    "pause": lambda notebook: notebook.shared().set_pause({"until": "20:30", "sentence": "I am coming back"}),
    "begin": sam_comes,
    "start": lambda notebook: notebook.space("sam").start(for_two()),
    "sam writes": _save("sam", "cue", "the keys " * 300),
    "sam takes away": lambda notebook: notebook.space("sam").save("first", "cue", None),
    "sam writes again": _save("sam", "cue", "the silence"),
    "hold": lambda notebook: notebook.space("sam").hold("first", frozenset({"wish"})),
    "seal": _half("mira"),
    "withdraw": lambda notebook: notebook.withdraw("first", "mira", LISTED),
    "kinder": _save("mira", "cue", "how tired we were"),
    "seal again": _half("mira"),
    "sam seals": _half("sam"),
    "sam deletes": lambda notebook: notebook.take_back("sam", "first", "wish"),
    "open": lambda notebook: notebook.open_step("first", "cue"),
    "open the other": lambda notebook: notebook.open_step("first", "wish"),
    "mira deletes": lambda notebook: notebook.take_back("mira", "first", "cue"),
    "go": lambda notebook: notebook.shared().go("first", Place(2, 0)),
    "joint": lambda notebook: notebook.shared().save("first", "name", BOTH, {"words": "the cold kitchen " * 40}),
    "set": lambda notebook: notebook.space("mira").set("lamp", "low"),
}
"""What the two do, in order; each act is done again without harm."""


def begin(place: Path, name: str) -> Path:
    """The folder in which an act begins, once the evening was rehearsed there."""
    return place / str(list(ACTS).index(name))


def go_on(notebook: Notebook, name: str) -> None:
    """After a refused first turn nobody is in; those who have begun come in again, and it is done once more."""
    for door in notebook.doors():
        if door.begun and door.id not in notebook.unlocked():
            notebook.unlock(door.id, SECRET[door.id])
    ACTS[name](notebook)


def faults(place: Path, folder: Path, name: str, done: bool) -> list[str]:
    """What is not as promised: an act that returned must be seen, one that did not is seen whole or not at all."""
    at = list(ACTS).index(name)
    before, after = (_rehearsed(place / str(number)) for number in (at, at + 1))
    try:
        seen = look(folder)
        notebook = come_in(folder)
        notebook.space("mira").set("still", "here")
        notebook.close()
    except Trouble as trouble:
        return [f"does not open: {trouble.code}"]
    return [] if seen in ((after,) if done else (before, after)) else ["something is missing or half done"]


@cache
def _rehearsed(folder: Path) -> dict[str, Any]:
    return seen_aside(folder)


def come_in(folder: Path, name: str = "") -> Notebook:
    """The notebook with everyone in it who has begun."""
    notebook = books(folder).open(folder)
    for door in notebook.doors():
        if door.begun:
            notebook.unlock(door.id, SECRET[door.id])
    return notebook


def look(folder: Path) -> dict[str, Any]:
    """All that can be seen of a notebook by those who have begun in it, as plain JSON. Raises Trouble."""
    notebook = books(folder).open(folder)
    try:
        seen: dict[str, Any] = {"doors": [str(door) for door in notebook.doors()]}
        for door in notebook.doors():
            if door.begun:
                notebook.unlock(door.id, SECRET[door.id])
                seen[door.id] = _own(notebook, door.id)
        seen["shared"] = _common(notebook)
        return dict(json.loads(json.dumps(seen)))
    finally:
        notebook.close()


def _own(notebook: Notebook, person: str) -> dict[str, Any]:
    space = notebook.space(person)
    entries = [(entry.sitting.id, entry.sitting.exercise.source, entry.place.part, entry.state) for entry in space.entries()]
    kept = {"entries": entries, "answers": space.answers("first"), "lamp": space.setting("lamp")}
    found = [(one.step, one.author, "".join(piece.text for piece in one.excerpt)) for one in space.search("the", 50)]
    return kept | {"found": sorted(found), "held": sorted(space.held("first")), "sealed": sorted(space.sealed("first"))}


def _common(notebook: Notebook) -> dict[str, Any]:
    shared = notebook.shared()
    opened, joint = (
        [(one.step, one.author, one.answer) for one in found] for found in (shared.opened("first"), shared.joint("first"))
    )
    entries = [(entry.sitting.id, entry.sitting.exercise.source, entry.place.part) for entry in shared.sittings()]
    ready = notebook.ready("first", LISTED) if notebook.at_table() else None
    people = [person.name for person in shared.people()]
    return {"people": people, "entries": entries, "opened": opened, "joint": joint, "pause": shared.pause(), "ready": ready}


def rehearse(place: Path) -> list[dict[str, Any]]:
    """Play the evening undisturbed; what is seen before it and after each act. The folders named by number stay."""
    prepare(place / "0")
    for number, act in enumerate(ACTS.values()):
        folder = place / str(number + 1)
        shutil.copytree(place / str(number), folder)
        notebook = come_in(folder)
        act(notebook)
        notebook.close()
    # Seen on copies: unlocking may write, and the folders are what acts begin with.
    return [seen_aside(place / str(number)) for number in range(len(ACTS) + 1)]


def seen_aside(folder: Path) -> dict[str, Any]:
    """What `look` sees in a copy."""
    aside = folder.with_name(folder.name + "-aside")
    shutil.copytree(folder, aside)
    try:
        return look(aside)
    finally:
        shutil.rmtree(aside)


def play(folder: Path, synchronous: str) -> None:
    """Play the whole evening, and say each act that has returned; with other pragmas than ours, if asked."""
    ours = tuple(f"synchronous={synchronous}" if pragma.startswith("synchronous=") else pragma for pragma in vault._PRAGMAS)
    vault._PRAGMAS = ours  # type: ignore[assignment, misc]
    notebook = come_in(folder)
    for name, act in ACTS.items():
        if "mira" not in notebook.unlocked():
            notebook.unlock("mira", SECRET["mira"])
        act(notebook)
        os.write(1, f"{name}\n".encode())


if __name__ == "__main__":
    play(Path(sys.argv[1]), sys.argv[2])
