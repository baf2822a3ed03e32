"""What holds for every test: a home of its own, no network, nothing logged that nobody expected, nothing left running."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.robots.window import Hands

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HOMES = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
ONLY_OFFSCREEN = ("propagateSizeHints", r"support raise\(\)", "grabbing the keyboard")
"""Qt's own remarks on having no screen; nothing of ours."""

_reached: list[str] = []


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Nothing leaves this machine, not even to itself (G10); a local socket that has a file name may be a display's."""
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        address = arguments[1]
        if not isinstance(address, (str, bytes)):
            _reached.append(event)
            raise PermissionError("a test reached for the network")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        _reached.append(event)
        raise PermissionError("a test asked for an address")


sys.addaudithook(_no_network)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning of Qt's fails the test it comes in."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(*ONLY_OFFSCREEN))
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))


@pytest.fixture(autouse=True)
def fresh_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home where nobody has been yet."""
    home = tmp_path_factory.mktemp("home")
    for name in HOMES:
        place = home if name in HOMES[:2] else home / name.lower()
        monkeypatch.setenv(name, str(place))
    monkeypatch.setenv("XDG_DATA_DIRS", str(home / "share"))  # no dictionary of this machine's is meant


@pytest.fixture(autouse=True)
def nothing_unexpected() -> Iterator[None]:
    """Neither a line in a log nor a reach for the network."""
    _reached.clear()
    heard = _Listener()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    assert not heard.lines, "unexpected log lines"
    assert not _reached, "reached for the network"


@pytest.fixture(autouse=True)
def nothing_left_over(fresh_home: None) -> Iterator[None]:
    """No window stays open, no thread stays at work, nothing keeps moving."""
    before = set(threading.enumerate())
    yield
    if "PySide6.QtWidgets" in sys.modules:
        _no_window_left()
    at_work = [thread.name for thread in set(threading.enumerate()) - before if thread.name == "notebook"]
    assert not at_work, "a notebook's thread still runs"


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[Hands]:
    """Somebody at the keyboard of the real window, which stands on its first page; the focus must never be lost."""
    from tests.robots.window import Hands  # Qt only where it is needed

    hands = Hands(tmp_path).open()
    yield hands
    hands.close()
    assert not hands.lost, "the focus was lost"


def _no_window_left() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from workbook.ui.motion import still_running

    if QApplication.instance() is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = QApplication.topLevelWidgets()
    names = [type(widget).__name__ for widget in left if widget.isVisible()]
    moving = [name for widget in left for name in still_running(widget)]
    for widget in left:
        if widget.isVisible():
            widget.hide()  # so that the next test does not pay for this one
    assert not names, "windows left open"
    assert not moving, "still moving or ticking"


class _Listener(logging.Handler):
    """Remembers every line from a warning upwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
