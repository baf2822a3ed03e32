"""How the fault tests start the nursery, alone or under strace."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

NURSERY = Path(__file__).with_name("nursery.py")


def begin(command: str, folder: Path, *rest: object, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """Start one command of the nursery."""
    words = [*before, sys.executable, str(NURSERY), command, str(folder), *map(str, rest)]
    surroundings = os.environ | {"PYTHONPATH": str(NURSERY.parents[2])}
    return subprocess.Popen(words, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def end(running: subprocess.Popen[str]) -> dict[str, Any]:
    """What it found."""
    out, err = running.communicate(timeout=3000)
    assert running.returncode == 0, err
    found: dict[str, Any] = json.loads(out)
    return found


def run(command: str, folder: Path, *rest: object) -> dict[str, Any]:
    """Start one command and wait for what it found."""
    return end(begin(command, folder, *rest))
