"""What a screen reader is told, by the system's Python and its AT-SPI; `seat.py` asks, this answers, in lines of JSON.

Started inside a display and a session bus of its own. It presses real keys with xdotool and hears everything on the bus.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from importlib import import_module
from typing import Any

gi: Any = import_module("gi")
gi.require_version("Atspi", "2.0")
atspi: Any = import_module("gi.repository.Atspi")
glib: Any = import_module("gi.repository.GLib")

QUIET, LONGEST = 0.35, 20.0
"""Seconds without a word on the bus that count as done, and after which it is given up."""

EVENTS = ("object:announcement", "object:state-changed:focused", "window:activate")


class Ear:
    """Listens to one program."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._announced: list[str] = []
        self._focused: dict[str, object] = {}
        self._last = time.monotonic()
        self._listener = atspi.EventListener.new(self._hear)
        for event in EVENTS:
            self._listener.register(event)

    def answer(self, asked: dict[str, str]) -> object:
        """Do what is asked, and say what was heard meanwhile."""
        if asked["do"] == "tree":
            return self._tree()
        if asked["do"] == "wait":
            return self._wait(asked["what"])
        if asked["do"] == "key":
            subprocess.run(["xdotool", "key", "--clearmodifiers", asked["what"]], check=True)
        elif asked["do"] == "write":
            subprocess.run(["xdotool", "type", "--delay", "15", asked["what"]], check=True)
        self._settle()
        announced, self._announced = self._announced, []
        return {"focus": self._focused, "announced": announced}

    def _hear(self, event: Any) -> None:
        self._last = time.monotonic()
        if event.type.startswith("object:announcement"):
            self._announced.append(str(event.any_data))
        elif event.type.startswith("object:state-changed:focused") and event.detail1:
            self._focused = _told(event.source)

    def _settle(self) -> None:
        began = self._last = time.monotonic()
        context = glib.MainContext.default()
        while time.monotonic() - self._last < QUIET and time.monotonic() - began < LONGEST:
            if not context.iteration(False):
                time.sleep(0.005)

    def _window(self) -> Any:
        desktop = atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(at)
            if found is not None and found.get_name() == self._program and found.get_child_count():
                return found.get_child_at_index(0)
        return None

    def _wait(self, name: str) -> object:
        """Until something of this name is in sight."""
        began = time.monotonic()
        while time.monotonic() - began < LONGEST:
            self._settle()
            if any(str(each["name"]).startswith(name) for each in self._tree()):
                return {"found": True}
        return {"found": False}

    def _tree(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        window = self._window()
        if window is not None:
            _walk(window, found)
        return found


def _walk(node: Any, found: list[dict[str, object]]) -> None:
    if not node.get_state_set().contains(atspi.StateType.VISIBLE):
        return
    found.append(_told(node))
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None:
            _walk(child, found)


def _told(node: Any) -> dict[str, object]:
    states = node.get_state_set()
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": sorted(state.value_nick for state in states.get_states()),
    }


def main(program: str) -> None:
    """Answer until nobody asks any more."""
    ear = Ear(program)
    for line in sys.stdin:
        try:
            said: object = ear.answer(json.loads(line))
        except glib.Error:  # something went away while it was looked at
            said = ear.answer({"do": "listen"})
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
