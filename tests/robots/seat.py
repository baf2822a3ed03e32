"""Somebody who sees nothing, at the real program: a display and a session of its own, keys, and a screen reader's ear."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

EAR = Path(__file__).with_name("ear.py")
SYSTEM_PYTHON = "/usr/bin/python3"
COMMANDS = ("xvfb-run", "dbus-run-session", "openbox", "xdotool")
UNSEEN = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_DIRS")
"""What a session of its own finds out for itself."""
SCREEN = "-screen 0 1280x900x24"


class Heard(Struct, frozen=True):
    """One thing on the bus: what it is, what it is called, what more is said of it, how it stands."""

    role: str = ""
    name: str = ""
    description: str = ""
    states: tuple[str, ...] = ()


def missing(*more: str) -> str:
    """What this machine lacks for it, in words; empty where nothing is missing."""
    lacking = [name for name in (*COMMANDS, *more) if shutil.which(name) is None]
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        lacking.append("the system's python3 with gi and Atspi 2.0")
    return ", ".join(lacking)


class Seat:
    """What can be done there: keys, words, and listening."""

    def __init__(self, ear: subprocess.Popen[str]) -> None:
        self._ear = ear
        self.announced: list[str] = []
        self.focus = Heard()

    def key(self, name: str) -> Seat:
        """Press a key, by xdotool's name for it."""
        return self._do("key", name)

    def keys(self, *names: str) -> Seat:
        """Press several, one after the other."""
        for name in names:
            self.key(name)
        return self

    def write(self, words: str) -> Seat:
        """Type words."""
        return self._do("write", words)

    def wait(self, name: str) -> Seat:
        """Until something whose name begins like this can be heard of."""
        assert self._ask("wait", name)["found"], f"{name!r} never came; there is {[each.name for each in self.tree() if each.name]}"
        return self._do("listen", "")

    def tab_to(self, name: str) -> list[Heard]:
        """Tab until this has the focus; what was heard on the way, this included."""
        way: list[Heard] = []
        for _stop in range(60):
            way.append(self.key("Tab").focus)
            if way[-1].name.startswith(name):
                return way
        raise AssertionError(f"Tab never comes to {name!r}, only to {[each.name for each in way]}")

    def round(self) -> list[Heard]:
        """Everything Tab comes to on this page, beginning with what comes next, until it comes there again."""
        way = [self.key("Tab").focus]
        for _stop in range(80):
            if (at := self.key("Tab").focus) == way[0]:
                return way
            way.append(at)
        raise AssertionError(f"Tab does not come round: {[each.name for each in way]}")

    def tree(self) -> list[Heard]:
        """Everything on the page, as a screen reader finds it."""
        return [_heard(each) for each in self._ask("tree", "")]

    def since(self) -> list[str]:
        """What was announced since this was last asked."""
        said, self.announced = self.announced, []
        return said

    def _do(self, what: str, detail: str) -> Seat:
        said = self._ask(what, detail)
        self.announced += said["announced"]
        self.focus = _heard(said["focus"]) if said["focus"] else Heard()
        return self

    def _ask(self, what: str, detail: str) -> Any:
        assert self._ear.stdin is not None
        assert self._ear.stdout is not None
        self._ear.stdin.write(json.dumps({"do": what, "what": detail}) + "\n")
        self._ear.stdin.flush()
        for line in self._ear.stdout:
            if line[0] in "[{":  # the session's own helpers talk on the same line
                return json.loads(line)
        raise AssertionError("the ear has gone")


def _heard(told: dict[str, Any]) -> Heard:
    return Heard(told["role"], told["name"], told["description"], tuple(told["states"]))


@contextmanager
def seat(folder: Path, before: str = "true") -> Iterator[Seat]:
    """The program on a new notebook in `folder`, on a display of its own; a shell runs `before` first in the same session."""
    app = f'"{sys.executable}" -m workbook --notebook "{folder / "notebook"}"'
    ear = f'exec {SYSTEM_PYTHON} "{EAR}" workbook'
    script = f'exec 2>"{folder}/session.log"; openbox >/dev/null & {before}; {app} >"{folder}/app.log" 2>&1 & {ear}'
    around = {
        key: value for key, value in os.environ.items() if key not in UNSEEN
    }
    around |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "XDG_RUNTIME_DIR": str(folder)}
    with subprocess.Popen(
        ["xvfb-run", "-a", "-s", SCREEN, "dbus-run-session", "--", "bash", "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=around,
        start_new_session=True,
    ) as started:  # the session ends with its ear, which ends when nobody asks any more
        yield Seat(started)
