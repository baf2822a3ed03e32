"""A change of keys hindered anywhere: the old passphrase opens or the new one, here and in the backup, and nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHORES = Path(__file__).with_name("chores.py")
CHANGES = ("change", "renew", "code", "empty")


def _hindered(tmp_path: Path, change: str, how: str, every: int) -> None:
    command = [sys.executable, str(CHORES), str(tmp_path), change, how, str(every)]
    surroundings = os.environ | {"PYTHONPATH": str(CHORES.parents[2])}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
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
