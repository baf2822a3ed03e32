"""Letters, hindered at every point: the old letter or the new one, burned or not, and never a key that opens nothing (G18)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.faults.nursery import Hindrance, in_child, mira_in, prepare
from workbook.couple.ports import Notebook
from workbook.trouble import Trouble

OLD, NEW = {"text": "the old letter"}, {"text": "the new one, which is longer " * 900}
ACTS: dict[str, Callable[[Notebook], object]] = {
    "first": lambda notebook: notebook.space("mira").save_letter("own", "wish", NEW),
    "again": lambda notebook: notebook.space("mira").save_letter("own", "cue", NEW),
    "burn": lambda notebook: notebook.space("mira").save_letter("own", "cue", None),
    "renew": lambda notebook: notebook.renew_keys("mira", None, None),
}
MAY_BE: dict[str, tuple[dict[str, Any], ...]] = {
    "first": ({"cue": OLD}, {"cue": OLD, "wish": NEW}),
    "again": ({"cue": OLD}, {"cue": NEW}),
    "burn": ({"cue": OLD}, {}),
    "renew": ({"cue": OLD}, {"cue": OLD}),
}


def begin(folder: Path) -> None:
    """Mira has written a letter."""
    prepare(folder)
    notebook, space = mira_in(folder)
    space.save_letter("own", "cue", OLD)
    notebook.close()


def act(folder: Path, name: str, how: str, nth: int) -> dict[str, Any]:
    """One act; whether it was hindered, and whether it said it was done."""
    notebook, _space = mira_in(folder)
    hindrance, code = Hindrance(how, nth), None
    try:
        ACTS[name](notebook)
    except Trouble as trouble:
        code = trouble.code
    over = hindrance.over()
    notebook.close()
    return {"over": over, "code": code}


def look(folder: Path) -> dict[str, Any]:
    """What is there at the next opening."""
    notebook, space = mira_in(folder)
    found = space.letters("own")
    left = [path.name for path in folder.iterdir() if ".part" in path.name]
    pairs = {path.stem for path in folder.glob("*.letterkey")}
    orphans = [path.stem for path in folder.glob("*.letter") if path.stem not in pairs]
    notebook.close()
    return {"letters": found, "left": left, "orphans": orphans}


@pytest.mark.parametrize("how", ["before", "refused"])
@pytest.mark.parametrize("name", ACTS)
def test_a_letter_hindered_anywhere_is_the_old_one_or_the_new_one(tmp_path: Path, name: str, how: str) -> None:
    in_child(partial(begin, tmp_path / "whole"))
    folder, seen, nth, every = tmp_path / "book", [], 1, 9 if name == "renew" else 1
    while True:
        shutil.copytree(tmp_path / "whole", folder)
        done = in_child(partial(act, folder, name, how, nth))
        found = in_child(partial(look, folder))
        assert found["letters"] in MAY_BE[name], f"{name} {how} {nth}"
        assert (found["left"], found["orphans"]) == ([], []), f"{name} {how} {nth}"
        if done is not None and done["code"] is None:
            assert found["letters"] == MAY_BE[name][1], f"{name} {how} {nth}: said to be done"
        seen.append(found["letters"])
        shutil.rmtree(folder)
        if done is not None and done["over"]:
            break
        nth += every
    assert nth > 4
    assert all(one in seen for one in MAY_BE[name])


