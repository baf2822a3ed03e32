"""What commands print reaches any terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from workbook.paths import resources


def test_a_terminal_of_another_alphabet_does_not_end_a_command(tmp_path: Path) -> None:
    pack = tmp_path / "Łódź"
    pack.mkdir()
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(resources().parent)}
    command = [sys.executable, "-m", "workbook", "check-pack", str(pack)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    assert done.returncode == 1
    assert r"\u0141" in done.stdout
    assert "Traceback" not in done.stderr
