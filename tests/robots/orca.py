"""Orca beside the program: what a blind person hears, line by line, without a sound card."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from tests.robots.seat import Seat

_SPOKEN = re.compile(r"SPEECH OUTPUT: (['\"])(.*?)\1\s?\{", re.DOTALL)
QUIET, LONGEST = 0.6, 40.0
"""Seconds that it takes Orca to say one thing, and after which it is given up."""


class Orca:
    """Listens to everything that Orca says."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "orca.log"
        config = Path(os.environ["XDG_CONFIG_HOME"]) / "speech-dispatcher"
        (config / "modules").mkdir(parents=True)
        # A voice that says nothing and is done at once: without a sound card the usual one never ends its first word.
        (config / "speechd.conf").write_text('AddModule "silent" "sd_generic" "silent.conf"\nDefaultModule silent\n', "ascii")
        silent = 'GenericExecuteSynth "true"\nAddVoice "en" "MALE1" "none"\nDefaultVoice "none"\n'
        (config / "modules" / "silent.conf").write_text(silent, "ascii")

    @property
    def command(self) -> str:
        """How it is started, by a shell in the session."""
        quiet = "--disable braille --disable braille-monitor"
        return f'(exec orca --replace {quiet} --debug-file="{self._log}" </dev/null >/dev/null 2>&1) & sleep 6'

    def listen(self, seat: Seat) -> Seat:
        """Let it finish, so that one key's words do not push away another's."""
        time.sleep(QUIET)
        return seat

    def said(self, seat: Seat, first: str, last: str) -> list[str]:
        """Everything said between these two, these included; the echo of single keys left out."""
        began = time.monotonic()
        while last not in (said := self._said()):
            seat.key("Shift_L")  # its log comes in pieces: more of it pushes out what waits
            assert time.monotonic() - began < LONGEST, f"{last!r} was never said, only {said[-5:]}"
        return said[said.index(first) : said.index(last) + 1]

    def _said(self) -> list[str]:
        said = [found.group(2) for found in _SPOKEN.finditer(self._log.read_text("utf-8", "replace"))]
        return [" ".join(each.replace("\\n", " ").split()) for each in said if not each.endswith(" ")]
