"""Errors and kills injected at every call of the system: nothing acknowledged is lost, and what goes wrong is told (G18)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.faults import evening

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

SCRIPT = Path(evening.__file__).with_name("hinder.py")
EFFECTS = ("error=EIO", "error=ENOSPC", "signal=KILL")
ACTS = (
    "long",
    "the search reads",
    "again",
    "shorter",
    "mira goes",
    "pause",
    "begin",
    "start",
    "sam takes away",
    "hold",
    "seal",
    "withdraw",
    "sam seals",
    "sam deletes",
    "open",
    "mira deletes",
    "go",
    "joint",
    "set",
)
CALLS = ("fsync", "pwrite64", "write", "rename", "ftruncate", "openat", "unlink")
OFTEN = ("fsync", "pwrite64", "ftruncate", "openat")
"""The calls that every act makes; the others belong to a first turn."""

TOLD = {"error=EIO": {"save-failed", "read-only"}, "error=ENOSPC": {"save-failed", "disk-full", "read-only"}, "signal=KILL": set()}
"""What may be told. A database that cannot be opened for writing is opened for reading, so an error there is `read-only`."""


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders in which each act begins."""
    place = tmp_path_factory.mktemp("evening")
    evening.rehearse(place)
    return place


def _hindered(
    place: Path, asked: Iterable[tuple[str, str, str, str]], scene: str = "evening", told: Mapping[str, set[str]] = TOLD
) -> list[dict[str, Any]]:
    """What the script found for each act, call, effect and choice of points."""
    wanted = list(asked)
    run = [sys.executable, str(SCRIPT), scene, str(place), *("/".join(one) for one in wanted)]
    surroundings = os.environ | {"PYTHONPATH": str(SCRIPT.parents[2])}
    said = subprocess.run(run, env=surroundings, check=False, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    found: list[dict[str, Any]] = json.loads(said.stdout)["found"]
    for one, (*_, effect, _points) in zip(found, wanted, strict=True):
        assert one["faults"] == []
        assert set(one["told"]) <= told[effect], one
    return found


@pytest.mark.parametrize("effect", EFFECTS)
def test_acts_hindered_now_and_then_are_told_or_done(rehearsed: Path, effect: str) -> None:
    asked = [("long", "pwrite64", "6"), ("sam seals", "fsync", "4"), ("open", "ftruncate", "1"), ("sam deletes", "fsync", "6")]
    found = _hindered(rehearsed, [(act, call, effect, nth) for act, call, nth in asked])
    assert [one["injected"] for one in found] == [1] * len(asked)


@pytest.mark.parametrize("effect", EFFECTS)
def test_a_first_turn_hindered_now_and_then_has_happened_or_not(rehearsed: Path, effect: str) -> None:
    found = _hindered(rehearsed, [("begin", call, effect, "2") for call in CALLS])
    assert [one["injected"] for one in found] == [1] * len(CALLS)


@pytest.mark.soak
@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("call", CALLS)
def test_every_act_hindered_at_every_call_is_told_or_done(rehearsed: Path, call: str, effect: str) -> None:
    found = _hindered(rehearsed, [(act, call, effect, "") for act in ACTS])
    assert sum(one["injected"] for one in found) > (len(ACTS) if call in OFTEN else 1)
    assert all(one["injected"] for one in found) or call not in OFTEN


EIO, ENOSPC, KILL = EFFECTS
CHORES = {
    "change": (("write", ENOSPC, "1"), ("fsync", EIO, "2"), ("rename", KILL, "1"), ("openat", EIO, "3")),
    "renew": (("pwrite64", ENOSPC, "90"), ("fsync", EIO, "9"), ("rename", KILL, "4")),
    "backup": (("pwrite64", ENOSPC, "9"), ("fsync", EIO, "2"), ("write", KILL, "1"), ("openat", EIO, "4")),
    "restore": (("write", ENOSPC, "2"), ("fsync", KILL, "3"), ("rename", EIO, "1")),
    "upgrade": (("pwrite64", ENOSPC, "7"), ("fsync", EIO, "4"), ("ftruncate", EIO, "2"), ("pwrite64", KILL, "20")),
}
"""What is done to a whole notebook, and where it is hindered before every commit."""


@pytest.mark.parametrize("chore", CHORES)
def test_keys_backups_and_a_new_schema_hindered_now_and_then_are_told_or_done(tmp_path: Path, chore: str) -> None:
    found = _hindered(tmp_path, [(chore, *where) for where in CHORES[chore]], "chores")
    assert [one["injected"] for one in found] == [1] * len(CHORES[chore])


@pytest.mark.soak
@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("chore", [*CHORES, "code", "empty"])
def test_keys_backups_and_a_new_schema_hindered_at_every_call_are_told_or_done(
    tmp_path: Path, chore: str, call: str, effect: str
) -> None:
    # A backup that the disk refuses to read is damaged, for all that anybody can know; and what a revision met is not always told.
    more = {"restore": {"backup-damaged"}, "upgrade": {"upgrade-failed"}}.get(chore, set())
    told = {one: codes | more if codes else codes for one, codes in TOLD.items()}
    (found,) = _hindered(tmp_path, [(chore, call, effect, "")], "chores", told)
    assert found["injected"] or call not in ("fsync", "write", "rename", "openat")
