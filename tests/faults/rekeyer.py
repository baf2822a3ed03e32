"""Changes of keys, killed or refused at each of their points, and what opens afterwards. Run as a script; it prints JSON."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from tests.faults.nursery import PLAIN, Hindrance, books, in_child
from workbook.content.compose import compose
from workbook.couple.backups import Progress
from workbook.couple.people import Person
from workbook.couple.ports import Notebook
from workbook.couple.sitting import Sitting
from workbook.trouble import Trouble

OLD, NEW, CODE = "a quiet harbour", "eleven paper boats", "the code"
PEOPLE = (Person("mira", "Mira", "boat", "sea"), Person("sam", "Sam", "leaf", "moss"))
CHANGES: dict[str, Callable[[Notebook], object]] = {
    "change": lambda notebook: notebook.change_passphrase("mira", OLD, NEW),
    "renew": lambda notebook: notebook.renew_keys("mira", OLD, NEW),
    "code": lambda notebook: notebook.set_recovery("mira", OLD, CODE),
    "empty": lambda notebook: notebook.empty("mira"),
}


def prepare(folder: Path) -> None:
    """Both have begun, Mira has words of her own, and there is a backup."""
    notebook = books(folder).create(folder, PEOPLE)
    notebook.begin("sam", None, name_on_door=False)
    notebook.begin("mira", OLD, name_on_door=False)
    notebook.space("mira").start(Sitting(id="own", exercise=compose(PLAIN), mode="alone", people=("mira",)))
    notebook.space("mira").save("own", "cue", {"text": "rain"})
    notebook.backups().make(date(2026, 3, 3), Progress())
    notebook.close()


def hindered(place: Path, name: str, how: str, every: int) -> dict[str, Any]:
    """Hinder one change at every n-th of its points."""
    prepare(place / "whole")
    folder, faults, happened, nth = place / "book", [], [], 1
    while True:
        shutil.copytree(place / "whole", folder)
        done = in_child(partial(act, folder, name, how, nth))
        seen = in_child(partial(look, folder, name, place / "copy"))
        faults += [f"{nth}: {fault}" for fault in seen["faults"]]
        if how == "refused" and done["code"] not in ("disk-full", None):
            faults.append(f"{nth}: {done['code']}")
        happened.append(seen["happened"])
        shutil.rmtree(folder)
        shutil.rmtree(place / "copy", ignore_errors=True)
        if done is not None and done["over"]:
            return {"points": nth, "happened": happened[:-1].count(True), "not": happened.count(False), "faults": faults}
        nth += every


def act(folder: Path, name: str, how: str = "never", nth: int = sys.maxsize) -> dict[str, Any]:
    """One change; how it ended, and whether it was hindered at all."""
    notebook = books(folder).open(folder)
    notebook.unlock("mira", OLD)
    hindrance, code = Hindrance(how, nth), None
    try:
        CHANGES[name](notebook)
    except Trouble as trouble:
        code = trouble.code
    over = hindrance.over()
    notebook.close()
    return {"over": over, "code": code}


def look(folder: Path, name: str, copy: Path) -> dict[str, Any]:
    """Whether the change has happened, and what is neither the old nor the new."""
    notebook = books(folder).open(folder)
    notebook.unlock("sam", None)  # brings what is left to do to its end
    faults = [f"left: {path.name}" for path in folder.iterdir() if ".part" in path.name]
    if not notebook.doors()[0].begun:
        faults += [] if name == "empty" else ["nobody emptied it"]
        faults += [f"left: {path.name}" for path in folder.rglob("*.vault") if len(path.stem) == 16 and not _of_sam(folder, path)]
        notebook.close()
        return {"happened": True, "faults": faults}
    new = not _opens(notebook, OLD) and name in ("change", "renew")
    if not _opens(notebook, NEW if new else OLD) or (new and _opens(notebook, OLD)):
        faults.append("neither or both open it")
    happened = notebook.has_recovery("mira") if name == "code" else new
    for number in [one.number for one in notebook.backups().kept()]:
        notebook.backups().restore(number, copy, Progress())
        restored = books(copy).open(copy)
        if not _opens(restored, NEW if new else OLD) or restored.has_recovery("mira") != notebook.has_recovery("mira"):
            faults.append("the backup does not follow")
        restored.close()
    if len(notebook.backups().kept()) != 1:
        faults.append("the backup is gone")
    notebook.close()
    return {"happened": happened, "faults": faults}


def _opens(notebook: Notebook, passphrase: str) -> bool:
    notebook.lock("mira")
    try:
        notebook.unlock("mira", passphrase)
    except Trouble as trouble:
        if trouble.code == "wrong-passphrase":
            return False
        raise
    return notebook.space("mira").answers("own") == {"cue": {"text": "rain"}}


def _of_sam(folder: Path, vault: Path) -> bool:
    people = json.loads((folder / "keys.json").read_bytes())["keys"]["people"]
    return any(one["vault"] == vault.name for one in people)


def main(command: str, folder: str, name: str, *rest: str) -> None:
    """One command, its folder, the change."""
    place = Path(folder)
    commands: dict[str, Callable[[], Any]] = {
        "prepare": lambda: prepare(place),
        "hindered": lambda: hindered(place, name, rest[0], int(rest[1])),
        "act": lambda: act(place, name),
        "look": lambda: look(place, name, place.with_name("copy")),
    }
    print(json.dumps(commands[command]()))  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
