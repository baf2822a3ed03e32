"""Pictures of the pages on the way, as they stand in the window."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from workbook.storage.causes import troubled
from workbook.trouble import Trouble
from workbook.ui.theme import Wish
from workbook.ui.view import PageView
from workbook.ui.window import Window


class Look(Struct, frozen=True):
    """How the window looks: its palette, its text beside the usual size, its width and height in pixels."""

    scheme: Wish = "light"
    scale: float = 1.0
    size: tuple[int, int] = (1080, 760)


class Album:
    """Keeps a numbered picture of each page in a folder; without a folder it keeps none."""

    def __init__(self, window: Window, folder: Path | None) -> None:
        self._window, self._folder = window, folder
        self._count = 0
        self._met: set[str] = set()
        if folder is not None:
            with troubled(folder):
                folder.mkdir(parents=True, exist_ok=True)

    @property
    def kept(self) -> bool:
        """Whether anybody wants pictures."""
        return self._folder is not None

    def keep(self, name: str) -> None:
        """Keep the page in front under a name, with the next number before it."""
        if self._folder is None:
            return
        self._count += 1
        target = self._folder / f"{self._count:03}-{name}.png"
        if not self._window.grab().save(str(target)):
            raise Trouble("read-only")

    def keep_first(self, name: str) -> None:
        """Keep the page only if no page of this name has been met before."""
        if name not in self._met:
            self._met.add(name)
            self.keep(name)

    def show_answers(self) -> None:
        """Make the page in front again, so that its inputs show what was answered; only for pictures."""
        view = self._window.view
        if self._folder is not None and isinstance(view, PageView):
            view.rebuild()
