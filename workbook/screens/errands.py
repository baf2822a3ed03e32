"""The ways of my space: what one person can see to by themselves, one errand after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from workbook.couple.agreements import holding
from workbook.couple.people import PersonId
from workbook.screens.backups import BackupsScreen
from workbook.screens.beginning import BeginningFlow
from workbook.screens.belongings import BelongingsScreen
from workbook.screens.hall import Hall
from workbook.screens.journeys import JourneysScreen
from workbook.screens.mykey import KeyFlow
from workbook.screens.myspace import Errand, MySpaceScreen
from workbook.screens.packs import PacksScreen
from workbook.screens.privacy import PrivacyScreen
from workbook.screens.settings import SettingsScreen
from workbook.screens.shelf import Shelf


class ErrandFlow:
    """The errands of somebody who is unlocked; `home` is their own page, `go_on` enters a sitting of theirs."""

    def __init__(self, hall: Hall, me: PersonId, home: Callable[[], None], go_on: Callable[[str], None]) -> None:
        self._hall, self._me, self._home, self._go_on = hall, me, home, go_on
        self._notebook = hall.notebook

    def my_space(self) -> None:
        """What they can see to by themselves."""
        exercises, now = self._hall.outside.library.agreeing(), self._hall.outside.clock.now()
        self._hall.ask(lambda: bool(holding(self._notebook.shared(), exercises, now)), self._errands)

    def _errands(self, agreed: bool) -> None:
        what = _("What holds between you on that day. You can make it smaller at any time, or call it off.")
        errands = (
            *((Errand(_("What we agreed for a day"), what, self._agreed),) if agreed else ()),
            Errand(
                _("My key"),
                _("Your passphrase, a recovery code, and emptying your space."),
                self._my_key,
            ),
            Errand(
                _("How it behaves for me"),
                _("The size of words, the colours, the cover key, when it locks by itself."),
                self._settings,
            ),
            Errand(
                _("What is kept, and what is not safe"),
                _("What lies on this computer, how it is locked, and what it cannot protect you from."),
                self._privacy,
            ),
            Errand(
                _("Everything of mine"),
                _("Take all your words with you in a file, or add such a file to this notebook."),
                self._belongings,
            ),
            Errand(
                _("Something for a session"),
                _("A brief for a therapist: one page in your own words, and what you like behind it."),
                self._brief,
            ),
            Errand(_("What I put on paper"), _("What left this notebook, for whom, and when. Only you see it."), self._papers),
            Errand(
                _("Paths"),
                _("One exercise after the other, with days in between, for when you would like to be led a little."),
                partial(self.journeys, self.my_space),
            ),
            *self._more(self.my_space),
            *self._partner(),
            Errand(_("Leaving"), _("What you can take with you, and deleting all of yours."), self._leaving),
        )
        self._hall.show(MySpaceScreen(errands, back=self._home))

    def _more(self, back: Callable[[], None]) -> tuple[Errand, Errand]:
        """What is to be found among the settings too."""
        return (
            Errand(
                _("More exercises"),
                _("Packs that stay out of sight until you switch them on for yourself."),
                partial(self._packs, back),
            ),
            Errand(
                _("Backups"),
                _("Copies of the whole notebook, when they were checked, and how to get one back."),
                partial(self._backups, back),
            ),
        )

    def _agreed(self) -> None:
        from workbook.screens.agreed import show_agreed  # not everyone has agreed to anything

        show_agreed(self._hall, self._me, self.my_space)

    def _partner(self) -> tuple[Errand, ...]:
        errand = Errand(_("Begin with your partner"), _("Somebody joins this notebook. What you wrote stays yours."), self._join)
        return (errand,) if len(self._notebook.doors()) == 1 else ()

    def _join(self) -> None:
        from workbook.screens.joining import join  # once in the life of a notebook

        join(self._hall, self._me, self.my_space)

    def _leaving(self) -> None:
        from workbook.screens.going import GoingFlow  # rarely gone to

        GoingFlow(self._hall, self._me, self.my_space).going()

    def _my_key(self) -> None:
        KeyFlow(self._hall, self._me, self.my_space).my_key()

    def _settings(self) -> None:
        hall, me = self._hall, self._me
        for_two = len(self._notebook.doors()) > 1
        screen = SettingsScreen(
            me,
            for_two,
            self._notebook,
            hall.outside,
            elsewhere=self._more(self._settings),
            learn=lambda settings: hall.knowing.learn(me, settings),
            back=self.my_space,
        )
        hall.show(screen)

    def _privacy(self) -> None:
        self._hall.show(PrivacyScreen(str(self._notebook.folder), back=self.my_space))

    def _belongings(self) -> None:
        outside = self._hall.outside
        folder = outside.documents
        screen = BelongingsScreen(self._me, self._notebook, outside.jobs, outside.clock, folder=folder, back=self.my_space)
        self._hall.show(screen)

    def journeys(self, back: Callable[[], None]) -> None:
        """The paths through the exercises, and one's own."""
        outside = self._hall.outside
        shelf = partial(Shelf, outside.library, self._notebook.space(self._me))
        screen = JourneysScreen(
            self._me,
            self._notebook,
            outside.journeys,
            shelf,
            outside.jobs,
            outside.clock,
            exercise=BeginningFlow(self._hall, self._me, self._go_on).exercise,
            back=back,
        )
        self._hall.show(screen)

    def _brief(self) -> None:
        from workbook.screens.briefing import BriefFlow  # rarely gone to

        BriefFlow(self._hall, self._me, self.my_space).choose()

    def _papers(self) -> None:
        from workbook.screens.papers import PapersScreen  # as above

        self._hall.show(PapersScreen(self._me, self._notebook, self._hall.outside.jobs, back=self.my_space))

    def _packs(self, back: Callable[[], None]) -> None:
        outside = self._hall.outside
        self._hall.show(PacksScreen(self._me, self._notebook, outside.library, outside.jobs, back=back))

    def _backups(self, back: Callable[[], None]) -> None:
        outside = self._hall.outside
        self._hall.show(BackupsScreen(self._notebook, outside.notebooks, outside.jobs, outside.clock, back=back))
