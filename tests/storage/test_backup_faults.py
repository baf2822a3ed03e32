"""Backups killed or hindered anywhere: afterwards there are the old ones, or the old ones and the new one, all of them whole."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.faults import nursery
from workbook.couple.backups import Progress
from workbook.storage import manifest
from workbook.trouble import Trouble

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
TODAY = date(2026, 3, 3)
OLD = [f"{number:04}-2026-03-03" for number in range(1, 6)]
NEW = [*OLD[1:], "0006-2026-03-03"]
OUTCOMES = (OLD, [*OLD, NEW[-1]], NEW)
"""Before; made; made, and the oldest one let go."""
MAKER = (
    "import sys\nfrom pathlib import Path\nfrom datetime import date\nfrom tests.faults import nursery\n"
    "from workbook.couple.backups import Progress\nfrom workbook.trouble import Trouble\n"
    "notebook, _space = nursery.mira_in(Path(sys.argv[1]))\n"
    "try:\n    notebook.backups().make(date(2026, 3, 3), Progress())\n    print('made')\n"
    "except Trouble as trouble:\n    print(trouble.code)\n"
    "nursery.save(_space, 6)\nnotebook.close()"
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed notebook with something in it and five backups: a sixth pushes the first one out."""
    folder = tmp_path_factory.mktemp("shelf") / "book"
    nursery.prepare(folder)
    nursery.in_child(partial(_filled, folder))
    return folder


def _filled(folder: Path) -> None:
    notebook, space = nursery.mira_in(folder)
    for number in range(5):
        space.save("own", f"s{number}", {"text": f"{number} " + "word " * 3000})
        notebook.backups().make(TODAY, Progress())
    notebook.close()


def hindered(folder: Path, how: str, nth: int) -> dict[str, Any]:
    """Make one; the nth call that changes names or brings bytes to the disk does not come to be."""
    notebook, space = nursery.mira_in(folder)
    hindrance, code = nursery.Hindrance(how, nth), ""
    try:
        notebook.backups().make(TODAY, Progress())
    except Trouble as trouble:
        code = trouble.code
    over = hindrance.over()
    nursery.save(space, 9)  # the same window goes on
    notebook.close()
    return {"over": over, "code": code}


def without_room(folder: Path, most: int) -> str:
    """Make one on a disk that takes only files of so many bytes."""
    notebook, _space = nursery.mira_in(folder)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    try:
        notebook.backups().make(TODAY, Progress())
    except Trouble as trouble:
        return trouble.code
    finally:
        notebook.close()
    return "made"


def afterwards(folder: Path) -> dict[str, Any]:
    """Which are listed, whether each is what it says, whether all answers are there, and whether one can be made now."""
    listed = [place.name for place, _backup in manifest.places(folder)][::-1]
    notebook, space = nursery.mira_in(folder)
    notebook.backups().check(TODAY, Progress())
    sound = all(backup.sound for backup in notebook.backups().kept())
    answers = len(space.answers("own"))
    notebook.backups().make(TODAY, Progress())
    left = [path.name for path in (folder / manifest.FOLDER).iterdir() if path.name.endswith(".part")]
    newest = notebook.backups().kept()[0].number
    notebook.backups().restore(newest, folder.parent / "again", Progress())
    notebook.close()
    again, found = nursery.mira_in(folder.parent / "again")
    same = found.answers("own").keys() == {f"s{number}" for number in range(5)}
    again.close()
    shutil.rmtree(folder.parent / "again")
    return {"listed": listed, "sound": sound, "answers": answers, "left": left, "same": same}


def faults_in(found: dict[str, Any]) -> list[str]:
    """What is not as it should be."""
    right = {"sound": True, "answers": 5, "left": [], "same": True}
    wrong = [f"{name}: {found[name]}" for name, value in right.items() if found[name] != value]
    return wrong if found["listed"] in OUTCOMES else [*wrong, f"listed: {found['listed']}"]


@pytest.mark.parametrize("how", ["before", "refused"])
@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.soak)])
def test_hindered_anywhere_there_are_the_old_ones_or_the_old_ones_and_the_new_one(
    shelf: Path, tmp_path: Path, how: str, every: int
) -> None:
    book, wrong, seen, nth = tmp_path / "book", list[str](), list[list[str]](), 0
    while True:
        nth += every
        shutil.copytree(shelf, book)
        done = nursery.in_child(partial(hindered, book, how, nth))
        found = nursery.in_child(partial(afterwards, book))
        wrong += [f"{nth}: {fault}" for fault in faults_in(found)]
        seen.append(found["listed"])
        shutil.rmtree(book)
        if done is not None and done["over"]:
            break
        if how == "refused" and done["code"] not in ("disk-full", ""):
            wrong.append(f"{nth}: {done['code']}")
    assert wrong == []
    assert nth > 20
    assert OLD in seen
    assert seen[-1] == NEW


@pytest.mark.parametrize("most", [5000, 40_000])
def test_a_disk_that_fills_up_half_way_leaves_the_old_ones(shelf: Path, tmp_path: Path, most: int) -> None:
    book = tmp_path / "book"
    shutil.copytree(shelf, book)
    assert nursery.in_child(partial(without_room, book, most)) in ("disk-full", "save-failed")
    found = nursery.in_child(partial(afterwards, book))
    assert found["listed"] == OLD
    assert faults_in(found) == []


needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def traced(shelf: Path, tmp_path: Path, inject: str) -> tuple[bool, int, str, dict[str, Any]]:
    """One made under strace: whether the fault came, how it ended, what it said, what was found afterwards."""
    book, log = tmp_path / "book", tmp_path / "log"
    shutil.copytree(shelf, book)
    strace = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={inject.split(':', maxsplit=1)[0]}", "-e", f"inject={inject}"]
    words = [*strace, sys.executable, "-c", MAKER, str(book)]
    done = subprocess.run(words, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False, timeout=120)
    found = nursery.in_child(partial(afterwards, book))
    shutil.rmtree(book)
    return "INJECTED" in log.read_text() or "SIGKILL" in log.read_text(), done.returncode, done.stdout.strip(), found


@needs_strace
@pytest.mark.parametrize("inject", ["pwrite64:error=ENOSPC:when=2", "pwrite64:error=EIO:when=9", "fsync:error=EIO:when=2"])
def test_a_disk_that_refuses_is_told_and_leaves_the_old_ones(shelf: Path, tmp_path: Path, inject: str) -> None:
    injected, _status, said, found = traced(shelf, tmp_path, inject)
    assert injected
    assert said in ("disk-full", "save-failed")
    assert faults_in(found) == []
    assert found["listed"] == OLD


@needs_strace
@pytest.mark.soak
@pytest.mark.parametrize("call", ["fsync", "pwrite64", "write", "rename", "unlink", "unlinkat", "mkdir"])
def test_killed_at_any_call_of_the_system_there_are_the_old_ones_or_the_new_one_too(shelf: Path, tmp_path: Path, call: str) -> None:
    wrong, nth, killed = list[str](), 0, True
    while killed:
        nth += 1
        _injected, status, _said, found = traced(shelf, tmp_path, f"{call}:signal=KILL:when={nth}")
        killed = status in (-signal.SIGKILL, 128 + signal.SIGKILL)
        wrong += [f"{call} {nth}: {fault}" for fault in faults_in(found)]
    assert wrong == []
    assert nth > 1
