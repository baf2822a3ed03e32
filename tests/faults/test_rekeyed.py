"""A change of keys hindered anywhere: the old passphrase opens or the new one, here and in the backup, and nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REKEYER = Path(__file__).with_name("rekeyer.py")
CHANGES = ("change", "renew", "code", "empty")


def run(*words: object, before: tuple[str, ...] = ()) -> tuple[int, Any]:
    """One command of the rekeyer: how it ended, and what it found."""
    command = [*before, sys.executable, str(REKEYER), *map(str, words)]
    surroundings = os.environ | {"PYTHONPATH": str(REKEYER.parents[2])}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=900)
    assert before or done.returncode == 0, done.stderr
    return done.returncode, json.loads(done.stdout) if done.returncode == 0 else None


def _hindered(tmp_path: Path, change: str, how: str, every: int) -> None:
    _, found = run("hindered", tmp_path, change, how, every)
    assert found["faults"] == []
    assert found["points"] > 10
    assert found["happened"] > 0
    assert found["not"] > 0


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_killed_at_some_points_has_happened_or_not(tmp_path: Path, change: str) -> None:
    _hindered(tmp_path, change, "before", 7 if change == "renew" else 5)


@pytest.mark.soak
@pytest.mark.parametrize("how", ["before", "refused"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_hindered_at_any_point_has_happened_or_not(tmp_path: Path, change: str, how: str) -> None:
    _hindered(tmp_path, change, how, 1)


@pytest.mark.soak
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("call", ["fsync", "pwrite64", "write", "rename", "unlink"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_killed_at_any_call_of_the_system_has_happened_or_not(tmp_path: Path, change: str, call: str) -> None:
    run("prepare", tmp_path / "whole", change)
    nth, struck = 0, True
    while struck:
        nth += 1
        folder = tmp_path / "book"
        shutil.copytree(tmp_path / "whole", folder)
        inject = f"inject={call}:signal=KILL:when={nth}"
        status, _ = run("act", folder, change, before=("strace", "-f", "-qq", "-o", str(tmp_path / "log"), "-e", inject))
        struck = status in (-signal.SIGKILL, 128 + signal.SIGKILL)
        assert run("look", folder, change)[1]["faults"] == []
        shutil.rmtree(folder)
        shutil.rmtree(tmp_path / "copy", ignore_errors=True)
    assert nth > 1
