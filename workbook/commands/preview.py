"""`couples-workbook preview`: one exercise in a real window, read again each time its author saves it."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from workbook.content.pack import read_exercise
from workbook.ui.window import Window, first_window


def run(options: Namespace) -> int:
    """Open the window, and stay until it is closed."""
    path: Path = options.exercise
    if not path.is_file():
        print(f"{path}: There is no such file. Name one exercise, such as `our-kitchen/first-exercise.yaml`.", file=sys.stderr)
        return 1
    kept = []
    return first_window(lambda window: kept.append(Seen(window, path)))


class Seen:
    """Everything that runs while the window is open."""

    def __init__(self, window: Window, path: Path) -> None:
        from workbook.app import view_of
        from workbook.paths import looks, resources
        from workbook.screens.preview import Preview
        from workbook.ui.clock import ScreenClock
        from workbook.ui.jobs import ScreenJobs
        from workbook.ui.looks import ScreenLooks
        from workbook.ui.theme import Theme

        self.window = window
        theme = Theme.here(resources() / "fonts")
        theme.apply()
        self.jobs, self.clock = ScreenJobs(window), ScreenClock(window)
        window.on_closed = self.close
        self.preview = Preview(
            window, self.jobs, self.clock, lambda: stamp(path), lambda: read_exercise(path, path.name), lambda: _close(window)
        )
        window.lead(self.preview, view_of, ScreenLooks(theme, looks()))
        self.preview.start()

    def close(self) -> None:
        """Let go of everything."""
        self.clock.close()
        self.jobs.close()


def _close(window: Window) -> None:
    window.close()


def stamp(path: Path) -> object:
    """What differs once a file was saved, also where an editor put another file in its place; nothing while there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
