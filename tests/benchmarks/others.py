"""P3: how soon a first window is on the screen, beside other programs in which people write for themselves.

Each is measured where it is installed (zim, rednotebook, vorta, anki, novelwriter on PATH) and left out where it is not; a display
of our own (Xvfb) says when a window came. A home of its own is made for each, in which it has been started before.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes.util import find_library
from functools import partial
from pathlib import Path
from typing import Any, Final

from tests.benchmarks import notebooks
from tests.benchmarks.children import ROOT
from tests.benchmarks.goals import Result
from tests.benchmarks.ratio import in_turn

LIMITS: Final = {"zim": 0.75, "rednotebook": 0.5, "vorta": 0.5, "anki": 0.35, "novelwriter": 0.2}
LONGEST: Final = 60
SUBSTRUCTURE, MAPPED = 1 << 19, 19
"""X11's numbers of `SubstructureNotifyMask` and of `MapNotify`."""

LEAST: Final = 200
"""Pixels in width and height of what counts as a window; toolkits also map helpers of one pixel."""


def first_windows(folder: Path, long: bool) -> Iterator[Result]:
    """Raises `FileNotFoundError` where none of them is there, or no display."""
    there = {name: limit for name, limit in LIMITS.items() if shutil.which(name)}
    x11 = find_library("X11")
    if not there or not shutil.which("Xvfb") or x11 is None:
        raise FileNotFoundError(f"needs Xvfb, libX11 and one of {', '.join(LIMITS)} on PATH")
    ours = (sys.executable, "-m", "workbook", "--notebook", str(notebooks.made(folder, 0)))
    with _display(x11) as display:
        for name, limit in there.items():
            at_home = partial(display.first, _command(name, folder), folder / f"home-{name}")
            pair = in_turn(at_home, partial(display.first, ours, folder / "home-ours"), 15 if long else 5)
            yield Result("P3", f"first window on the screen, beside {name}", pair.ratio(), limit, pair.note())


def _command(name: str, folder: Path) -> Sequence[str]:
    """With something to open, so that no program asks what it should be."""
    if name != "zim":
        return (name,)
    notes = folder / "zim"
    notes.mkdir(exist_ok=True)
    (notes / "notebook.zim").write_text("[Notebook]\nversion=0.4\nname=Notes\n", "ascii")
    return ("zim", "--standalone", str(notes))


class _Event(ctypes.Structure):
    """X11's `XMapEvent`, in the room of the largest event there is."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("sent", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("around", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("rest", ctypes.c_long * 24),
    )


class _Display:
    """A display, and what comes on it."""

    def __init__(self, library: str, name: str) -> None:
        self._name, self._x = name, ctypes.CDLL(library)
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(name.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._unmoved = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)
        self._x.XSetErrorHandler(self._unmoved)  # a window may be gone before it is looked at, which would end us
        self._x.XSelectInput(self._display, self._root, ctypes.c_long(SUBSTRUCTURE))

    def first(self, command: Sequence[str], home: Path) -> float:
        """Milliseconds until a program's first window is mapped; then it is ended. Raises `RuntimeError` where none comes."""
        home.mkdir(exist_ok=True)
        left = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
        here = left | {"HOME": str(home), "DISPLAY": self._name, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"}
        here.pop("PYTHONDONTWRITEBYTECODE", None)
        self._x.XSync(self._display, 1)  # forget what came before
        began = time.perf_counter()
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        child = subprocess.Popen(command, cwd=ROOT, env=here, start_new_session=True, **quiet)
        try:
            while not self._came():
                if time.perf_counter() - began > LONGEST:
                    raise RuntimeError(f"{command[0]} shows no window")
                time.sleep(0.0005)
            return (time.perf_counter() - began) * 1000
        finally:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()

    def _came(self) -> bool:
        event = _Event()
        while self._x.XPending(self._display):
            self._x.XNextEvent(self._display, ctypes.byref(event))
            if event.type == MAPPED and self._large(event.window):
                return True
        return False

    def _large(self, window: int) -> bool:
        root, others, wide, tall = ctypes.c_ulong(), (ctypes.c_int * 4)(), ctypes.c_uint(), ctypes.c_uint()
        x, y, border, depth = (ctypes.byref(others, at * ctypes.sizeof(ctypes.c_int)) for at in range(4))
        size = (ctypes.byref(wide), ctypes.byref(tall))
        found = self._x.XGetGeometry(self._display, ctypes.c_ulong(window), ctypes.byref(root), x, y, *size, border, depth)
        return bool(found) and wide.value >= LEAST and tall.value >= LEAST


@contextmanager
def _display(library: str) -> Iterator[_Display]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield _Display(library, f":{number.readline().strip()}")
    finally:
        server.terminate()
        server.wait()
