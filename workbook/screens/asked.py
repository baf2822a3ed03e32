"""Work that was asked for before everything was covered: it still ends, and what it holds is kept, but it shows nothing (G9)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from workbook.couple.backups import Progress
from workbook.couple.ports import Jobs, Notebook
from workbook.trouble import Trouble

T = TypeVar("T")


class Asked:
    """The port `Jobs` that remembers of each piece whether the cover came since; what a late piece asks for is late, too."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._covers = 0
        self._telling: int | None = None

    @property
    def late(self) -> bool:
        """Whether what is being told now was asked for before the cover came."""
        return self._telling not in (None, self._covers)

    def cover(self) -> None:
        """From now on nothing that was asked for before may show."""
        self._covers += 1

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do `work`, then call `done` or `failed` on the screen's thread, in the order they were asked for.

        `failed` is also told of a Trouble in `done`: whoever pressed twice may have locked by then what the first press leads to.
        """
        asked = self._covers if self._telling is None else self._telling

        def told(found: T) -> None:
            try:
                done(found)
            except Trouble as trouble:
                failed(trouble)

        self._jobs.run(work, lambda found: self._tell(asked, told, found), lambda error: self._tell(asked, failed, error))

    def aside(self, work: Callable[[Progress], None]) -> None:
        """Do `work` once nothing else has been asked for in a while; it shows nothing in any case."""
        self._jobs.aside(work)

    def quietly(self, work: Callable[[], None]) -> None:
        """Do `work` each time that nothing has been asked for in a while."""
        self._jobs.quietly(work)

    def _tell(self, asked: int, call: Callable[[Any], None], what: Any) -> None:
        before, self._telling = self._telling, asked
        try:
            call(what)
        finally:
            self._telling = before


def tidy(notebook: Notebook | None) -> None:
    """Let the notebook that is open, if one is, take out of its search what was written over."""
    if notebook is not None:
        notebook.tidy()
