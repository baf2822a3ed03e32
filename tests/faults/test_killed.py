"""Killed at any moment: what was acknowledged is there, and nothing is half done (G18)."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from tests.faults import nursery, runs

CALLS = ("fsync", "pwrite64", "write", "rename", "unlink", "ftruncate")


def _killed(tmp_path: Path, processes: int, rounds: int, first: int = 0) -> None:
    books = [tmp_path / str(seed) for seed in range(first, first + processes)]
    for folder in books:
        nursery.prepare(folder)
    found = [runs.end(one) for one in [runs.begin("killed-saving", folder, rounds, folder.name) for folder in books]]
    assert [one["lost"] for one in found] == [[]] * processes
    assert sum(one["acked"] for one in found) >= processes * rounds
    assert sum(one["interrupted"] for one in found) >= processes * rounds // 10  # killed in the midst of writing, not between


def test_no_acknowledged_save_is_lost_in_50_kills(tmp_path: Path) -> None:
    _killed(tmp_path, 2, 25)


@pytest.mark.soak
@pytest.mark.parametrize("first", range(2, 42, 2))
def test_no_acknowledged_save_is_lost_in_5000_kills(tmp_path: Path, first: int) -> None:
    _killed(tmp_path, 2, 125, first)


def test_a_lost_save_would_be_seen() -> None:
    assert nursery.lost({"s0": 5, "s1": 6}, [4, 5, 6, 11]) == ["s4: acknowledged 4, found None", "s1: acknowledged 11, found 6"]
    assert nursery.lost({"s0": 5, "s1": 11}, [0, 1, 5, 6]) == []


@pytest.mark.parametrize("how", ["before", "refused"])
def test_a_first_turn_hindered_anywhere_has_happened_or_not(tmp_path: Path, how: str) -> None:
    found = runs.run("beginning", tmp_path, how)
    assert found["faults"] == []
    assert found["points"] > 20
    assert found["begun"] > 10
    assert how == "refused" or found["points"] - found["begun"] > 10


@pytest.mark.parametrize("how", ["before", "refused"])
def test_a_notebook_hindered_in_the_making_is_whole_or_not_there(tmp_path: Path, how: str) -> None:
    found = runs.run("making", tmp_path, how)
    assert found["faults"] == []
    assert found["points"] > 15
    assert 0 < found["made"] < found["points"]


@pytest.mark.soak
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("call", CALLS)
def test_a_first_turn_killed_at_any_call_of_the_system_has_happened_or_not(tmp_path: Path, book: Path, call: str) -> None:
    outcomes = set()
    nth, killed = 0, True
    while killed:
        nth += 1
        folder = tmp_path / f"{call}-{nth}"
        shutil.copytree(book, folder)
        strace = ("strace", "-f", "-qq", "-o", str(tmp_path / "log"), "-e", f"inject={call}:signal=KILL:when={nth}")
        running = runs.begin("begin", folder, before=strace)
        running.communicate(timeout=120)
        killed = running.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
        found = runs.run("after-beginning", folder)
        assert found["faults"] == []
        outcomes.add(found["begun"])
        shutil.rmtree(folder)
    assert nth > 1
    assert True in outcomes
