"""The ways out of a notebook: with one's own into another one, or for good."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from workbook.couple.people import PersonId, partner_of
from workbook.screens import words
from workbook.screens.hall import Hall
from workbook.screens.myspace import Errand, MySpaceScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.parting import RemoveScreen, SplitScreen


class GoingFlow:
    """What somebody who is unlocked can choose when they go; `back` is where they came from."""

    def __init__(self, hall: Hall, me: PersonId, back: Callable[[], None]) -> None:
        self._hall, self._me, self._back = hall, me, back
        self._notebook = hall.notebook

    def going(self) -> None:
        """The ways, by whether anybody else is in it."""
        stays = any(not door.emptied for door in self._notebook.doors() if door.id != self._me)
        split = Errand(
            _("A notebook of your own"),
            _("Your words and what you two opened, in a new folder. This notebook stays as it is."),
            lambda: self._with_partner(self._split),
        )
        remove = Errand(
            _("Delete me out of this notebook") if stays else _("Delete this notebook"),
            _("Your words, your key and your name are gone for good.") if stays else _("All that is in it is gone for good."),
            lambda: self._with_partner(self._remove if stays else lambda _name: self._remove("")),
        )
        ways = (split, remove) if len(self._notebook.doors()) > 1 else (remove,)
        self._hall.show(MySpaceScreen(ways, back=self._back, title=_("Leaving")))

    def _with_partner(self, then: Callable[[str], None]) -> None:
        def name() -> str:
            partner = partner_of(self._me, self._notebook.shared().people())
            return partner.name if partner else ""

        self._hall.ask(name, then)

    def _split(self, partner: str) -> None:
        jobs = self._hall.outside.jobs
        self._hall.show(SplitScreen(self._me, self._notebook, jobs, partner, done=self._is_split, back=self.going))

    def _is_split(self, folder: str) -> None:
        text = _(
            "It is whole, and lies in {folder}\n\nThis notebook was not changed. To open the new one, close this program and start "
            'it with\n\ncouples-workbook --notebook "{folder}"\n\nOpen it once before you count on it. To take it elsewhere, '
            "copy the whole folder."
        )
        ways = ((_("My page"), lambda: self._hall.home(self._me)), (_("Close the notebook"), self._hall.door))
        self._hall.show(NoticeScreen(_("You have a notebook of your own"), text.replace("{folder}", folder), *ways))

    def _remove(self, partner: str) -> None:
        jobs = self._hall.outside.jobs
        self._hall.show(RemoveScreen(self._me, self._notebook, jobs, partner, done=self._is_removed, back=self.going))

    def _is_removed(self, left: tuple[str, ...]) -> None:
        text = _("What you wrote is gone, and the notebook is locked.") + "\n\n" + words.unreached(left)
        self._hall.show(NoticeScreen(_("It is deleted"), text, (_("Go on"), self._hall.door)))
