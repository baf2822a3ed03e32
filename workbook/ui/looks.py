"""How it looks on this computer: kept in a small file that says nothing of anybody, and in force before anyone is in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, cast

from workbook import paths
from workbook.couple.habits import LOOKS, MOTION, PALETTE, TEXT_SIZE
from workbook.ui.theme import Theme, Wish

_LARGEST: Final = 4096
"""How many bytes of the file are read: many times what it can have."""


class ScreenLooks:
    """The port `Looks` over a theme and its file; where the file cannot be written, the looks last until the program ends."""

    def __init__(self, theme: Theme, file: Path) -> None:
        self._theme, self._file = theme, file
        self.on_sized: Callable[[], None] = lambda: None
        kept = _read(file)
        self._chosen = {setting.key: setting.of(kept) for setting in LOOKS}
        if self._chosen != {setting.key: setting.usual for setting in LOOKS}:
            for setting in LOOKS:
                self._show(setting.key)

    def now(self) -> Mapping[str, str]:
        """What is picked."""
        return dict(self._chosen)

    def choose(self, key: str, value: str) -> None:
        """Pick something: it shows at once, and is kept."""
        self._chosen[key] = value
        self._show(key)
        try:
            paths.keep_small(self._file, json.dumps(self._chosen).encode("ascii"))
        except OSError:
            return  # a size of letters is not worth a page of trouble

    def larger(self) -> None:
        """The next size of words."""
        self._step(1)

    def smaller(self) -> None:
        """The size of words before."""
        self._step(-1)

    def usual_size(self) -> None:
        """Words in their usual size."""
        self.choose(TEXT_SIZE.key, TEXT_SIZE.usual)

    def _step(self, by: int) -> None:
        sizes = TEXT_SIZE.values
        at = sizes.index(self._chosen[TEXT_SIZE.key]) + by
        if 0 <= at < len(sizes):
            self.choose(TEXT_SIZE.key, sizes[at])

    def _show(self, key: str) -> None:
        value = self._chosen[key]
        if key == TEXT_SIZE.key:
            self._theme.set_scale(int(value) / 100)
            self.on_sized()
        elif key == PALETTE.key:
            self._theme.set_scheme(cast(Wish, value))
        elif key == MOTION.key:
            self._theme.set_motion(value == "yes")


def _read(file: Path) -> Mapping[str, str]:
    try:
        found = json.loads(paths.small(file, _LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
