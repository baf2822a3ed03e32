"""The ways of looking back: the list and the search, reading one sitting, the threads through many."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from workbook.couple.people import PersonId
from workbook.screens import threads
from workbook.screens.hall import Hall
from workbook.screens.looking import LookingFlow
from workbook.screens.past import PastScreen, PastWays
from workbook.screens.threads import LoopsScreen, PulseScreen, ThreadScreen


class LookBackFlow:
    """Looking back as one person, who comes from `home` and can go back there."""

    def __init__(self, hall: Hall, me: PersonId, home: Callable[[], None]) -> None:
        self._hall, self._me, self._home = hall, me, home
        self._past: PastScreen | None = None

    def begin(self) -> None:
        """The list, from its top."""
        ways = PastWays(
            look=LookingFlow(self._hall, self._me, self._again).look,
            loops=self._loops,
            triggers=self._triggers,
            pulse=self._pulse,
            set_out=self._set_out,
            back=self._home,
        )
        outside = self._hall.outside
        self._past = PastScreen(self._me, self._hall.notebook, outside.jobs, outside.clock, ways)
        self._hall.show(self._past)

    def _again(self) -> None:
        """Back to the list as it was left; something may have been deleted meanwhile."""
        if self._past is not None:
            self._past.refresh()
            self._hall.show(self._past)

    def _loops(self) -> None:
        read = partial(threads.loops, self._hall.notebook, self._me)
        self._hall.show(LoopsScreen(read, self._hall.outside.jobs, back=self._again))

    def _pulse(self) -> None:
        outside = self._hall.outside
        self._hall.show(PulseScreen(self._me, self._hall.notebook, outside.jobs, outside.clock, back=self._again))

    def _triggers(self) -> None:
        self._hall.show(
            ThreadScreen(
                _("What sets me off"),
                _("What you caught, and what you went through slowly, in your own words. It opens to nobody."),
                _("Nothing is caught yet. “Quick capture” takes a minute, “One moment, slowly” a little longer."),
                partial(threads.triggers, self._hall.notebook, self._me),
                self._hall.outside.jobs,
                back=self._again,
            )
        )

    def _set_out(self) -> None:
        self._hall.show(
            ThreadScreen(
                _("What was set out"),
                _("Small things you wanted to try, alone or together, and how you said it went. Letting one go is fine too."),
                _("Nothing is set out yet. Many exercises end with one small thing to try."),
                partial(threads.set_out, self._hall.notebook, self._me),
                self._hall.outside.jobs,
                back=self._again,
            )
        )
