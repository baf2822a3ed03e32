"""What is done to a whole notebook, keys and backups and a new schema, hindered at any of its points, and what is found afterwards.

Run as a script it hinders one of the changes of keys itself and prints JSON; `hinder` does so by strace.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.faults.nursery import PEOPLE, Hindrance, in_child
from tests.storage import later
from tests.storage.given import PLAIN, alone
from tests.storage.given import notebooks as books
from workbook.content.compose import compose
from workbook.couple.backups import Progress
from workbook.couple.ports import Notebook
from workbook.trouble import Trouble

TODAY = date(2026, 3, 3)
OLD, NEW, CODE = "a quiet harbour", "eleven paper boats", "the code"
CHANGES: dict[str, Callable[[Notebook], object]] = {
    "change": lambda notebook: notebook.change_passphrase("mira", OLD, NEW),
    "renew": lambda notebook: notebook.renew_keys("mira", OLD, NEW),
    "code": lambda notebook: notebook.set_recovery("mira", OLD, CODE),
    "empty": lambda notebook: notebook.empty("mira"),
}
ACTS: dict[str, Callable[[Notebook], object]] = CHANGES | {
    "backup": lambda notebook: notebook.backups().make(TODAY, Progress()),
    "restore": lambda notebook: notebook.backups().restore(1, again(notebook.folder), Progress()),
    "upgrade": lambda notebook: notebook.unlock("mira", OLD),
}


def prepare(folder: Path) -> None:
    """Both have begun, Mira has words of her own, and there is a backup."""
    notebook = books(folder).create(folder, PEOPLE)
    notebook.begin("sam", None, name_on_door=False)
    notebook.begin("mira", OLD, name_on_door=False)
    notebook.space("mira").start(alone())
    notebook.space("mira").save("own", "cue", {"text": "rain"})
    notebook.backups().make(TODAY, Progress())
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


def again(folder: Path) -> Path:
    """Where a backup is put back to."""
    return folder.with_name("again")


def begin(place: Path, name: str) -> Path:
    """The folder in which an act begins."""
    if not (place / "whole").exists():
        in_child(partial(prepare, place / "whole"))
    return place / "whole"


def come_in(folder: Path, name: str) -> Notebook:
    """The notebook with Mira in it; where the program is a later one, before she is."""
    notebook = books(folder).open(folder)
    if name == "upgrade":
        compose(PLAIN)  # the program's own files are read before it is hindered
        import_module("workbook.storage.notebook")
        later.program(pytest.MonkeyPatch())
    else:
        notebook.unlock("mira", OLD)
    return notebook


def go_on(notebook: Notebook, name: str) -> None:
    """After an act was refused the same window goes on, and does what has not happened yet."""
    if name == "restore" and again(notebook.folder).exists():
        return
    if name in CHANGES and (not notebook.doors()[0].begun or not _comes_in(notebook, OLD)):
        if notebook.doors()[0].begun and not _comes_in(notebook, NEW):
            raise RuntimeError("neither opens it")
        return
    if name != "code" or not notebook.has_recovery("mira"):
        ACTS[name](notebook)
    if notebook.doors()[0].begun:
        notebook.space("mira").set("still", "here")


def faults(place: Path, folder: Path, name: str, done: bool) -> list[str]:
    """What is not as promised: an act that returned has happened, one that did not has happened or not."""
    found: dict[str, Any] | None = in_child(partial(_seen, folder, name, place / "copy"))
    for left in (place / "copy", again(folder)):
        shutil.rmtree(left, ignore_errors=True)
    if found is None:
        return ["looking at it ended in a kill"]
    return list(found["faults"]) + (["it was said to be done, and is not"] if done and not found["happened"] else [])


def _seen(folder: Path, name: str, copy: Path) -> dict[str, Any]:
    looks = {"backup": look_at_backups, "restore": look_at_restored, "upgrade": look_at_upgraded}
    try:
        return looks[name](folder) if name in looks else look(folder, name, copy)
    except Trouble as trouble:
        return {"happened": False, "faults": [f"does not open: {trouble.code}"]}


def look_at_backups(folder: Path) -> dict[str, Any]:
    """Whether there is a second backup, and whether each is whole and another one can be made."""
    notebook = books(folder).open(folder)
    found = [] if _opens(notebook, OLD) else ["something is missing"]
    numbers = [one.number for one in notebook.backups().kept()]
    notebook.backups().check(TODAY, Progress())
    # One that was told as not made may be there all the same: only its last way to the disk was refused.
    if numbers not in ([1], [2, 1], [3, 2, 1]) or not all(one.sound for one in notebook.backups().kept()):
        found.append(f"the backups are not what they were: {numbers}")
    notebook.backups().make(TODAY, Progress())
    found += [f"left: {path.name}" for path in (folder / "backups").iterdir() if ".part" in path.name]
    notebook.close()
    return {"happened": len(numbers) > 1, "faults": found}


def look_at_restored(folder: Path) -> dict[str, Any]:
    """Whether a backup was put back, whole or not at all; if not, it can be now."""
    notebook, there = books(folder).open(folder), again(folder).exists()
    if not there:
        notebook.unlock("sam", None)
        notebook.backups().restore(1, again(folder), Progress())
    restored = books(again(folder)).open(again(folder))
    found = [] if _opens(restored, OLD) and _opens(notebook, OLD) else ["something is missing"]
    found += [f"left: {path.name}" for path in folder.parent.iterdir() if path.name.startswith("again.")]
    restored.close()
    notebook.close()
    return {"happened": there, "faults": found}


def look_at_upgraded(folder: Path) -> dict[str, Any]:
    """Whether Mira's vault is of the later schema; the later program finds everything, and in the backup the one of now does."""
    notebook = books(folder).open(folder)
    try:
        found, happened = ([] if _opens(notebook, OLD) else ["something is missing"]), False
    except Trouble as trouble:
        found, happened = ([] if trouble.code == "notebook-newer" else [trouble.code]), True
    numbers = [one.number for one in notebook.backups().kept()]
    if happened and len(numbers) < 2:
        found.append("there is no backup of before")
    notebook.backups().restore(2 if happened else 1, again(folder), Progress())
    notebook.close()
    restored = books(again(folder)).open(again(folder))
    found += [] if _opens(restored, OLD) else ["the backup of before does not open"]
    restored.close()
    later.program(pytest.MonkeyPatch())
    notebook = books(folder).open(folder)
    found += [] if _opens(notebook, OLD) else ["the later program finds less"]
    notebook.unlock("sam", None)
    notebook.backups().check(TODAY, Progress())
    found += [] if all(one.sound for one in notebook.backups().kept()) else ["a backup is damaged"]
    found += [f"left: {path.name}" for path in folder.iterdir() if ".part" in path.name]
    notebook.close()
    return {"happened": happened, "faults": found}


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


def _comes_in(notebook: Notebook, passphrase: str) -> bool:
    notebook.lock("mira")
    try:
        notebook.unlock("mira", passphrase)
    except Trouble as trouble:
        if trouble.code == "wrong-passphrase":
            return False
        raise
    return True


def _opens(notebook: Notebook, passphrase: str) -> bool:
    return _comes_in(notebook, passphrase) and notebook.space("mira").answers("own") == {"cue": {"text": "rain"}}


def _of_sam(folder: Path, vault: Path) -> bool:
    people = json.loads((folder / "keys.json").read_bytes())["keys"]["people"]
    return any(one["vault"] == vault.name for one in people)


def main(folder: str, name: str, how: str, every: str) -> None:
    """A folder, a change, how it is hindered, and at each how-manieth point."""
    print(json.dumps(hindered(Path(folder), name, how, int(every))))  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
