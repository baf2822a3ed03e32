"""The ways of a pause: from anywhere, and first of all for whoever comes in while one runs."""

from __future__ import annotations

from collections.abc import Callable

from workbook.couple.pacing import Pause
from workbook.couple.ports import Notebook
from workbook.screens.hall import Hall
from workbook.screens.pause import PauseScreen, from_record, plan_in, to_record


class PauseFlow:
    """Holds the running pause, also where no notebook is open yet."""

    def __init__(self, hall: Hall, notebook: Callable[[], Notebook | None]) -> None:
        self._hall, self._notebook = hall, notebook
        self._running: Pause | None = None

    def screen(self, back: Callable[[], None]) -> PauseScreen:
        """The page comes at once; what the two agreed on follows, where anyone is unlocked."""
        screen = PauseScreen(self._hall.outside.clock, running=self._running, keep=self._keep, resume=back)
        notebook = self._readable()
        if notebook is not None:
            self._hall.ask(lambda: plan_in(notebook.shared()), lambda plan: screen.agreed(*plan))
        return screen

    def first(self, then: Callable[[], None]) -> None:
        """A pause that still runs is shown first after the program was closed in between; one that was put aside is not."""
        notebook = self._hall.notebook
        self._hall.ask(lambda: from_record(notebook.shared().pause()), lambda found: self._inside(found, then))

    def _inside(self, running: Pause | None, then: Callable[[], None]) -> None:
        clock = self._hall.outside.clock
        if running is None or running == self._running or running.until <= clock.now():
            then()
            return
        self._running = running
        self._hall.show(PauseScreen(clock, running=running, keep=self._keep, resume=then))

    def _keep(self, pause: Pause | None) -> None:
        self._running = pause
        notebook = self._readable()
        if notebook is not None:
            self._hall.ask(lambda: notebook.shared().set_pause(to_record(pause)), lambda _none: None)

    def _readable(self) -> Notebook | None:
        """The notebook, while what both may see can be read."""
        notebook = self._notebook()
        return notebook if notebook is not None and (notebook.unlocked() or notebook.at_table()) else None
