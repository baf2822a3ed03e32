"""Somebody joins, leaves, or takes theirs along, hindered anywhere: it has happened or it has not (G18, G19)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PARTED = Path(__file__).with_name("parted.py")


def _hindered(place: Path, name: str, how: str, every: int) -> None:
    command = [sys.executable, str(PARTED), str(place), name, how, str(every)]
    surroundings = os.environ | {"PYTHONPATH": str(PARTED.parents[2])}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["faults"] == []
    assert found["points"] * every > 10
    assert found["not"] > 0
    assert found["happened"] > 0


@pytest.mark.parametrize("how", ["before", "refused"])
def test_g19_a_split_hindered_anywhere_is_a_whole_notebook_or_none(tmp_path: Path, how: str) -> None:
    _hindered(tmp_path, "split", how, 2)


@pytest.mark.parametrize("name", ["remove", "join"])
def test_g19_who_leaves_or_joins_killed_at_some_points_has_or_has_not(tmp_path: Path, name: str) -> None:
    _hindered(tmp_path, name, "before", 4)


@pytest.mark.soak
@pytest.mark.parametrize("how", ["before", "refused"])
@pytest.mark.parametrize("name", ["split", "remove", "join"])
def test_g19_hindered_at_any_point_it_has_happened_or_not(tmp_path: Path, name: str, how: str) -> None:
    _hindered(tmp_path, name, how, 1)
