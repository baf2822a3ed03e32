"""Processes that are killed or hindered while they write, and what is found afterwards. Run as a script; it prints JSON.

It imports storage once and forks, so that hundreds of processes cost little. Nothing of a vault is open in it when it forks.
"""

from __future__ import annotations

import errno
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.storage.given import MIRA, SAM, alone
from tests.storage.given import notebooks as books
from workbook.couple.ports import Notebook, Space
from workbook.trouble import Trouble

PEOPLE = (MIRA, SAM)
PAUSE = {"until": "20:30", "sentence": "I am coming back"}
STEPS = 5


def prepare(folder: Path) -> None:
    """A notebook in which Mira has begun and has a sitting; Sam has not."""
    notebook = books(folder).create(folder, PEOPLE)
    notebook.begin("mira", None, name_on_door=False)
    notebook.shared().set_pause(PAUSE)
    notebook.space("mira").start(alone())
    notebook.close()


def mira_in(folder: Path) -> tuple[Notebook, Space]:
    """The notebook with Mira unlocked, and her space."""
    notebook = books(folder).open(folder)
    notebook.unlock("mira", None)
    return notebook, notebook.space("mira")


def save(space: Space, number: int) -> None:
    """One autosave: a number and words of a length that changes."""
    space.save("own", f"s{number % STEPS}", {"text": f"{number} " + "word " * (number * 37 % 900)})


def kept(folder: Path) -> dict[str, int]:
    """The number kept in each step."""
    notebook, space = mira_in(folder)
    found = {step: int(str((answer or {})["text"]).split(" ", 1)[0]) for step, answer in space.answers("own").items()}
    notebook.close()
    return found


def lost(found: dict[str, int], acked: list[int]) -> list[str]:
    """The acknowledged saves that are not there; one more than acknowledged may be."""
    last = {f"s{number % STEPS}": number for number in acked}
    return [
        f"{step}: acknowledged {number}, found {found.get(step)}" for step, number in last.items() if found.get(step, -1) < number
    ]


def killed_saving(folder: Path, rounds: int, seed: int) -> dict[str, Any]:
    """Kill a process that saves without pause, again and again; count what it had acknowledged and is gone."""
    rng = random.Random(seed)
    acked: list[int] = []
    gone: list[str] = []
    interrupted = 0
    for _ in range(rounds):
        acked += _saved_until_killed(folder, (acked[-1] + 1) if acked else 0, rng.uniform(0, 0.03))
        interrupted += any(journal.stat().st_size for journal in folder.glob("*-journal"))
        gone += lost(dict(in_child(lambda: kept(folder))), acked)
    return {"acked": len(acked), "interrupted": interrupted, "lost": gone}


def _saved_until_killed(folder: Path, start: int, seconds: float) -> list[int]:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _, space = mira_in(folder)
        for number in range(start, sys.maxsize):
            save(space, number)
            os.write(write, f"{number}\n".encode())
    os.close(write)
    with os.fdopen(read) as acks:
        first = acks.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [int(line) for line in (first + acks.read()).split()]


def in_child(work: Callable[[], Any]) -> Any:
    """What a function gives in a process of its own; nothing if that process was killed."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            os.write(write, json.dumps(work()).encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as found:
        said = found.read()
    _, status = os.waitpid(child, 0)
    return None if os.WIFSIGNALED(status) else json.loads(said)


class Hindrance:
    """The nth call that changes names or brings bytes to the disk: killed before it, or refused."""

    NAMES = ("fsync", "replace", "open", "unlink", "mkdir")

    def __init__(self, how: str, nth: int) -> None:
        self._how = how
        self._left = nth
        for name in self.NAMES:
            setattr(os, name, self._hindered(getattr(os, name)))

    def _hindered(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            self._left -= 1
            if self._left == 0 and self._how == "refused":
                raise OSError(errno.ENOSPC, "refused")
            if self._left == 0 and self._how == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **named)

        return call

    def over(self) -> bool:
        """Whether the nth call never came."""
        return self._left > 0


def hindered_beginning(place: Path, how: str) -> dict[str, Any]:
    """Hinder Sam's first turn at each of its points; afterwards Sam has begun or not, and nothing is between."""
    prepare(place / "whole")
    folder, faults, begun, nth = place / "book", [], 0, 0
    while True:
        nth += 1
        shutil.copytree(place / "whole", folder)
        done = in_child(partial(_begin_hindered, folder, how, nth))
        found = in_child(partial(_after_beginning, folder))
        begun += found["begun"]
        faults += [f"{nth}: {fault}" for fault in found["faults"]]
        if how == "refused" and done["code"] not in ("disk-full", None):
            faults.append(f"{nth}: {done['code']}")
        shutil.rmtree(folder)
        if done is not None and done["over"]:
            return {"points": nth - 1, "begun": begun - 1, "faults": faults}


def _begin_hindered(folder: Path, how: str, nth: int) -> dict[str, Any]:
    notebook = books(folder).open(folder)
    hindrance, code = Hindrance(how, nth), None
    try:
        notebook.begin("sam", "green chairs", name_on_door=False)
    except Trouble as trouble:
        code = trouble.code
    if code is not None:  # the same window goes on
        sam = notebook.doors()[1]
        (notebook.unlock("sam", "green chairs") if sam.begun else notebook.begin("sam", "green chairs", name_on_door=False))
        notebook.space("sam").set("still", "here")
    notebook.close()
    return {"over": hindrance.over(), "code": code}


def _after_beginning(folder: Path) -> dict[str, Any]:
    notebook = books(folder).open(folder)
    faults = [f"left: {path.name}" for path in folder.iterdir() if ".part" in path.name]
    if (folder / "keys.json").read_bytes() != (folder / "keys.json.bak").read_bytes():
        faults.append("the copies of the keys differ")
    begun = notebook.doors()[1].begun
    try:
        if begun:
            notebook.unlock("sam", "green chairs")
        else:
            notebook.begin("sam", "green chairs", name_on_door=False)
        notebook.space("sam").set("any", "thing")
        notebook.unlock("mira", None)
        if [entry.sitting.id for entry in notebook.space("mira").entries()] != ["own"] or notebook.shared().pause() != PAUSE:
            faults.append("something is missing")
    except Trouble as trouble:
        faults.append(trouble.code)
    notebook.close()
    return {"begun": begun, "faults": faults}


def hindered_making(place: Path, how: str) -> dict[str, Any]:
    """Hinder the making of a notebook at each of its points; afterwards it is whole or not there, and can be made."""
    folder, faults, made, nth = place / "book", [], 0, 0
    while True:
        nth += 1
        done = in_child(partial(_make_hindered, folder, how, nth))
        there = folder.exists()
        made += there
        fault = in_child(partial(_after_making, folder))
        faults += [f"{nth}: {fault}"] if fault else []
        shutil.rmtree(folder)
        if [path.name for path in place.iterdir()]:
            faults.append(f"{nth}: something was left")
        if done is not None and done["over"]:
            return {"points": nth - 1, "made": made - 1, "faults": faults}


def _make_hindered(folder: Path, how: str, nth: int) -> dict[str, Any]:
    hindrance = Hindrance(how, nth)
    try:
        books(folder).create(folder, PEOPLE).close()
    except Trouble as trouble:
        if trouble.code != "disk-full":
            raise
    return {"over": hindrance.over()}


def _after_making(folder: Path) -> str:
    try:
        notebook = books(folder).open(folder) if folder.exists() else books(folder).create(folder, PEOPLE)
        notebook.begin("sam", "green chairs", name_on_door=False)
        notebook.close()
    except Trouble as trouble:
        return trouble.code
    return ""


def saving_through(folder: Path, count: int) -> dict[str, Any]:
    """Save a number of times whatever happens; tell what was acknowledged and what was told instead."""
    _, space = mira_in(folder)
    acked, told = [], []
    for number in range(count):
        try:
            save(space, number)
            acked.append(number)
        except Trouble as trouble:
            told.append(trouble.code)
    return {"acked": acked, "told": told}


def saving_without_room(folder: Path, more: int) -> dict[str, Any]:
    """Save until files may not grow, go on while they may not, then go on when they may again."""
    resource.setrlimit(
        resource.RLIMIT_FSIZE, (max(path.stat().st_size for path in folder.iterdir()) + more, resource.RLIM_INFINITY)
    )
    _, space = mira_in(folder)
    acked, told = [], []
    for number in range(60):
        if number == 40:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        try:
            space.save("own", f"s{number}", {"text": f"{number} " + "word " * 900})
            acked.append(number)
        except Trouble as trouble:
            told.append(trouble.code)
    found = space.answers("own")
    return {"acked": acked, "told": told, "found": sorted(int(step[1:]) for step in found)}


def saving_without_leave(folder: Path) -> dict[str, Any]:
    """Save, as somebody who is not root, into files that may only be read."""
    mira_in(folder)[0].close()  # what is imported late may lie where only root may read
    for path in (folder, *folder.iterdir()):
        os.chown(path, 65534, 65534)
    os.chmod(folder.parent, 0o755)
    os.setuid(65534)
    notebook, space = mira_in(folder)
    save(space, 0)
    notebook.close()
    for path in folder.glob("*.vault*"):
        path.chmod(0o400)
    told = []
    notebook, space = mira_in(folder)
    for number in (5, 10):
        try:
            save(space, number)
        except Trouble as trouble:
            told.append(trouble.code)
    for path in folder.glob("*.vault*"):
        path.chmod(0o600)
    notebook.close()
    folder.chmod(0o500)
    (folder / "notebook.lock").chmod(0o400)
    try:
        books(folder).open(folder)
    except Trouble as trouble:
        told.append(trouble.code)
    (folder / "notebook.lock").chmod(0o600)
    return {"told": told, "kept": kept(folder)}


def main(command: str, folder: str, *rest: str) -> None:
    """One command, its folder, its numbers."""
    place = Path(folder)
    commands: dict[str, Callable[[], Any]] = {
        "killed-saving": lambda: killed_saving(place, int(rest[0]), int(rest[1])),
        "beginning": lambda: hindered_beginning(place, rest[0]),
        "making": lambda: hindered_making(place, rest[0]),
        "begin": lambda: _begin_hindered(place, "never", sys.maxsize),
        "after-beginning": lambda: _after_beginning(place),
        "saving": lambda: saving_through(place, int(rest[0])),
        "kept": lambda: kept(place),
        "no-room": lambda: saving_without_room(place, int(rest[0])),
        "no-leave": lambda: saving_without_leave(place),
    }
    print(json.dumps(commands[command]()))  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
