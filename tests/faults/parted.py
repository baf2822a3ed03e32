"""Somebody joins, leaves, or takes theirs along, hindered at each of its points; run as a script, which prints JSON.

A new notebook is whole or not there, and the one it came from is as it was; who joins or leaves has done so, or has not.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from tests.faults.nursery import Hindrance, in_child
from tests.storage.given import PLAIN
from tests.storage.given import notebooks as books
from workbook.content.compose import compose
from workbook.couple.backups import Progress
from workbook.couple.people import Person
from workbook.couple.ports import Notebook
from workbook.couple.sealing import Half
from workbook.couple.sitting import Sitting
from workbook.trouble import Trouble

SECRET = "a quiet harbour"
MIRA, SAM, LIN = Person("mira", "Mira", "boat", "sea"), Person("sam", "Sam", "leaf", "moss"), Person("lin", "Lin", "moon", "plum")
ACTS: dict[str, Callable[[Notebook], object]] = {
    "split": lambda notebook: notebook.split("mira", SECRET, mine(notebook.folder)),
    "remove": lambda notebook: notebook.remove("mira", SECRET),
    "join": lambda notebook: notebook.add_person(LIN),
}


def mine(folder: Path) -> Path:
    """Where the new notebook goes."""
    return folder.with_name("mine")


def prepare(folder: Path, name: str) -> None:
    """Mira has words of her own and a backup; but where somebody joins her, Sam is there and one step lies open."""
    people = (MIRA,) if name == "join" else (MIRA, SAM)
    notebook = books(folder).create(folder, people)
    for person in people:
        notebook.begin(person.id, SECRET, name_on_door=False)
    notebook.space("mira").start(Sitting(id="own", exercise=compose(PLAIN), mode="alone", people=("mira",)))
    notebook.space("mira").save("own", "cue", {"text": "rain"})
    if len(people) > 1:
        both = Sitting(id="both", exercise=compose(PLAIN), mode="each", people=("mira", "sam"))
        notebook.shared().invite(both)
        for person in people:
            notebook.space(person.id).start(both)
            openings = {"cue": {"text": f"{person.name} heard the door"}}
            notebook.seal(Half(sitting="both", author=person.id, openings=openings))
        notebook.open_step("both", "cue")
    notebook.backups().make(date(2026, 3, 3), Progress())
    notebook.close()
    again = books(folder).open(folder)
    for person in people:  # so that coming in has nothing left to write
        again.unlock(person.id, SECRET)
    again.close()


def hindered(place: Path, name: str, how: str, every: int) -> dict[str, Any]:
    """Hinder one act at every so many of its points, until there is none any more."""
    in_child(partial(prepare, place / "whole", name))
    folder, faults, happened, nth, over = place / "book", [], [], 1 - every, False
    while not over:
        nth += every
        shutil.copytree(place / "whole", folder)
        ended = in_child(partial(_act, folder, name, how, nth))
        over = ended is not None and ended["over"]
        if name == "split" and files(folder) != files(place / "whole"):
            faults.append(f"{nth}: the old folder has changed")
        if how == "refused" and ended["code"] not in ("disk-full", None):
            faults.append(f"{nth}: {ended['code']}")
        seen = in_child(partial(_look, folder, name))
        faults += [f"{nth}: {fault}" for fault in (seen or {"faults": ["looking ended in a kill"]})["faults"]]
        happened.append(bool(seen and seen["happened"]))
        if ended is not None and ended["code"] is None and not happened[-1]:
            faults.append(f"{nth}: it was said to be done, and is not")
        shutil.rmtree(folder)
        for left in (mine(folder), mine(folder).with_name("mine.part")):
            shutil.rmtree(left, ignore_errors=True)
    return {"points": len(happened) - 1, "happened": happened[:-1].count(True), "not": happened.count(False), "faults": faults}


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a notebook but its lock, byte for byte."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "notebook.lock"
    }


def _act(folder: Path, name: str, how: str, nth: int) -> dict[str, Any]:
    notebook = books(folder).open(folder)
    notebook.unlock("mira", SECRET)
    hindrance, code = Hindrance(how, nth), None
    try:
        ACTS[name](notebook)
    except Trouble as trouble:
        code = trouble.code
    over = hindrance.over()
    notebook.close()
    return {"over": over, "code": code}


def _look(folder: Path, name: str) -> dict[str, Any]:
    try:
        return {"split": _look_at_split, "remove": _look_at_removed, "join": _look_at_joined}[name](folder)
    except Trouble as trouble:
        return {"happened": False, "faults": [f"does not open: {trouble.code}"]}


def _look_at_split(folder: Path) -> dict[str, Any]:
    """Whole or not there; where it is not, it can be made now, whatever was left."""
    there, new = mine(folder).exists(), mine(folder)
    old = books(folder).open(folder)
    old.unlock("mira", SECRET)
    if not there:
        old.split("mira", SECRET, new)
    old.close()
    found = books(new).open(new)
    found.unlock("mira", SECRET)
    faults = [] if found.space("mira").answers("own") == {"cue": {"text": "rain"}} else ["own words are missing"]
    if any(one.broken or one.answer is None for one in found.shared().opened("both")) or not found.shared().opened("both"):
        faults.append("shared words are missing")
    found.close()
    faults += [f"left: {path.name}" for path in new.parent.iterdir() if path.name.endswith(".part")]
    return {"happened": there, "faults": faults}


def _look_at_removed(folder: Path) -> dict[str, Any]:
    notebook = books(folder).open(folder)
    happened, faults = len(notebook.doors()) == 1, []
    notebook.unlock("sam", SECRET)
    said = {one.author: one for one in notebook.shared().opened("both")}
    if said["mira"].taken_back != happened or (not happened and said["mira"].answer is None) or said["sam"].answer is None:
        faults.append("what lay open is neither as before nor taken back")
    if happened:
        vaults = {path.name for path in folder.rglob("*.vault")} - {"shared.vault"}
        if len(vaults) != 1:
            faults.append("a vault of nobody is still there")
    else:
        notebook.unlock("mira", SECRET)
        if notebook.space("mira").answers("own") != {"cue": {"text": "rain"}}:
            faults.append("own words are missing")
    notebook.close()
    return {"happened": happened, "faults": faults + _parts(folder)}


def _look_at_joined(folder: Path) -> dict[str, Any]:
    notebook = books(folder).open(folder)
    happened, faults = len(notebook.doors()) == 2, []
    notebook.unlock("mira", SECRET)
    if notebook.space("mira").answers("own") != {"cue": {"text": "rain"}}:
        faults.append("own words are missing")
    if [person.name for person in notebook.shared().people()] != (["Mira", "Lin"] if happened else ["Mira"]):
        faults.append("door and name do not agree")
    if happened:
        notebook.lock_all()
        notebook.begin("lin", None, name_on_door=False)
    notebook.close()
    return {"happened": happened, "faults": faults + _parts(folder)}


def _parts(folder: Path) -> list[str]:
    return [f"left: {path.name}" for path in folder.iterdir() if ".part" in path.name]


def main(place: str, name: str, how: str, every: str) -> None:
    """Where to work, which act, and how and how often it is hindered."""
    print(json.dumps(hindered(Path(place), name, how, int(every))))  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
