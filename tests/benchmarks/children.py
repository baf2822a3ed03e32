"""Processes of their own, for what can only be measured once in a process: a start, an end, the most memory it ever held."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer
from typing import Final

ROOT: Final = Path(__file__).parents[2]
LONGEST: Final = 300
"""Seconds after which a process counts as stuck."""


def _environment() -> dict[str, str]:
    """Without a screen, and with compiled modules kept: without them every start compiles everything anew."""
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "DISPLAY", "WAYLAND_DISPLAY")}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}


def printed(*module: str) -> list[float]:
    """The numbers a module prints on its last line. Raises `RuntimeError` where it fails."""
    return _run(*module)[0]


def ended(*module: str) -> float:
    """Milliseconds from the moment a module prints (its monotonic clock, in seconds) to the end of its process."""
    (said,), end = _run(*module)
    return (end - said) * 1000


def _run(*module: str) -> tuple[list[float], float]:
    child = subprocess.Popen(
        [sys.executable, "-m", *module], cwd=ROOT, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    too_long = Timer(LONGEST, child.kill)
    too_long.start()
    status = os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    end = time.monotonic()
    too_long.cancel()
    out, errors = child.communicate()
    if status is None or child.returncode:
        raise RuntimeError(f"{' '.join(module)} failed:\n{errors[-2000:]}")
    return [float(number) for number in out.splitlines()[-1].split()], end
