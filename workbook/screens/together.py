"""At the table: both have unlocked; the reveal, then what they do together, mostly aloud."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from gettext import gettext as _

from workbook.content.exercise import Reveal
from workbook.couple import sharing
from workbook.couple.beside import BROUGHT, bring_id
from workbook.couple.people import BOTH, Person, PersonId, here
from workbook.couple.sitting import Entry, Place, Sitting
from workbook.screens.hall import Hall
from workbook.screens.moments import Moment, MomentsScreen, moments
from workbook.screens.notice import NoticeScreen
from workbook.screens.pens import TablePen
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.steps import Walk
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen
from workbook.screens.walks import table_walk
from workbook.screens.welcome import see_someone


class TableFlow:
    """The ways at the table."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._notebook = hall.notebook

    def table(self) -> None:
        """What lies between them."""
        self._hall.show(
            TableScreen(
                self._notebook,
                self._hall.outside.jobs,
                exercises=self._hall.outside.library.open_summaries,
                sit_down=self.sit_down,
                begin=self.begin,
                look=self.look,
                brief=self._brief,
                leave_table=self._hall.door,
                agreeing=self._hall.outside.library.agreeing,
                agreed=self._agreed,
                clock=self._hall.outside.clock,
            )
        )

    def _agreed(self) -> None:
        from workbook.screens.agreed import show_agreed  # not everyone has agreed to anything

        show_agreed(self._hall, None, self.table)

    def _brief(self) -> None:
        """A brief by both: each chooses alone, one after the other."""
        from workbook.screens.briefing import BriefFlow  # rarely gone to

        def first(people: tuple[Person, ...]) -> None:
            one = here(people)[0]
            flow = BriefFlow(self._hall, one.id, lambda: self._hall.home(one.id))
            self._hall.hand_over(one, flow.joint)

        self._hall.ask(self._people, first)

    def sit_down(self, sitting_id: str) -> None:
        """Go on with one sitting, if both halves are there; if not, one neutral page, whatever the reason (G5)."""
        self._hall.ask(lambda: self._look_at(sitting_id), lambda found: self._begin(*found))

    def begin(self, exercise_id: str) -> None:
        """Begin something that both do at the table from its first page on."""

        def work() -> str:
            shared = self._notebook.shared()
            people = tuple(person.id for person in shared.people())[:2]
            exercise = self._hall.outside.library.exercise(exercise_id)
            sitting = Sitting(id=secrets.token_hex(8), exercise=exercise, mode="together", people=people)
            shared.invite(sitting)
            return sitting.id

        self._hall.ask(work, self.sit_down)

    def _look_at(self, sitting_id: str) -> tuple[Sitting, Place, bool, bool]:
        """Where it is, whether it goes on now, and whether it is the first thing that these two begin here, with no half before."""
        shared = self._notebook.shared()
        entry = self._entry(sitting_id)
        sitting, place = entry.sitting, entry.place
        if not sitting.is_apart(place.part):
            first = sitting.mode == "together" and place == Place() and len(shared.latest(2)) < 2
            return sitting, place, True, first
        ready = self._notebook.ready(sitting_id, sitting.opens_after(place.part))
        if ready:
            place = Place(place.part + 1, 0)
            shared.go(sitting_id, place)
        return sitting, place, ready, False

    def _entry(self, sitting_id: str) -> Entry:
        entry = self._notebook.shared().sitting(sitting_id)
        if entry is None:
            raise KeyError(sitting_id)
        return entry

    def _begin(self, sitting: Sitting, place: Place, ready: bool, first: bool) -> None:
        if ready and first:
            self._see_someone(lambda: self._part(sitting, place))
        elif ready:
            self._part(sitting, place)
        else:
            self._hall.show(
                NoticeScreen(
                    _("Not today"),
                    _("This one does not open now. There can be many reasons, and nobody has to give one. It stays where it is."),
                    (_("Back to the table"), self.table),
                    (_("Close the notebook"), self._hall.door),
                )
            )

    def _see_someone(self, then: Callable[[], None]) -> None:
        """Before the very first one: who should see a professional first (G2); whoever has a half reads it alone before that."""
        alone = _("*Is this a good time for me?* is there for each of you, alone, on your own page. Nobody sees who looked.")
        ways = ((_("Go on with it"), then), (_("Back to the table"), self.table), (_("Not now"), self._hall.door))
        self._hall.show(NoticeScreen(_("Before your first one together"), f"{see_someone()}\n\n{alone}", *ways))

    def _part(self, sitting: Sitting, place: Place) -> None:
        parts = sitting.parts()
        if place.part >= len(parts):
            last = Place(len(parts) - 1, 0)
            self._hall.ask(lambda: self._notebook.shared().go(sitting.id, last, "finished"), lambda _none: self._finished(sitting))
        elif sitting.is_apart(place.part):
            self._hall.ask(lambda: self._notebook.shared().go(sitting.id, place), lambda _none: self._apart_again(sitting))
        elif isinstance(parts[place.part], Reveal):
            self._hall.ask(self._people, lambda people: self._reveal(sitting, place, people))
        else:
            self._hall.ask(lambda: self._joint_walk(sitting, place), lambda walk: self._walk(sitting, place.part, walk))

    def _next(self, sitting: Sitting, part: int) -> None:
        self._part(sitting, Place(part + 1, 0))

    def _people(self) -> tuple[Person, ...]:
        return self._notebook.shared().people()

    def _reveal(self, sitting: Sitting, place: Place, people: tuple[Person, ...]) -> None:
        if not sitting.opens(place.part):
            self._next(sitting, place.part)
            return
        here = tuple(person for person in people if person.id in sitting.people)
        self._hall.show(
            RevealScreen(
                sitting,
                place.part,
                here,
                self._notebook,
                self._hall.outside.jobs,
                start=place.step,
                done=lambda: self._next(sitting, place.part),
                stop=self.enough,
            )
        )

    def _joint_walk(self, sitting: Sitting, place: Place) -> Walk:
        """The walk of a joint part; after the last reveal of this stretch the private spaces close first."""
        self._notebook.shared().go(sitting.id, place)
        ahead = sitting.parts()[place.part : sitting.joint_from(place.part).stop]
        if not any(isinstance(part, Reveal) for part in ahead):
            self._notebook.leave_spaces()
        return table_walk(self._notebook, sitting, place.part, place.step)

    def _walk(self, sitting: Sitting, part: int, walk: Walk) -> None:
        if not walk.steps:
            self._next(sitting, part)
            return
        pen = TablePen(self._notebook.shared(), sitting.id, part)
        outside = self._hall.outside
        self._hall.show(
            WalkScreen(
                walk,
                pen,
                outside.jobs,
                outside.clock,
                done=lambda: self._next(sitting, part),
                stop=self.enough,
                before=self.table,
            )
        )

    def _apart_again(self, sitting: Sitting) -> None:
        self._hall.show(
            NoticeScreen(
                _("Now each alone again"),
                _("The next part is for each of you, alone. It can be today, or another day if you like."),
                (_("Close the notebook"), self._hall.door),
                (_("Back to the table"), self.table),
            )
        )

    def _finished(self, sitting: Sitting) -> None:
        self._hall.show(
            NoticeScreen(
                _("This one is done"),
                _("What you opened and wrote together is kept for you both. Sit a moment before you get up, if you like."),
                (_("Close the notebook"), self._hall.door),
                (_("Read it through"), lambda: self.look(sitting.id)),
            )
        )

    def enough(self) -> None:
        """Enough for today: the rest stays closed, and nobody says why."""
        self._hall.show(
            NoticeScreen(
                _("Enough for today"),
                _("The rest stays closed. What was opened and written is kept. You can go on another day, or not."),
                (_("Close the notebook"), self._hall.door),
                (_("Pause for a while"), self._hall.pause),
            )
        )

    def look(self, sitting_id: str) -> None:
        """Read together what was opened and said."""

        def work() -> ReviewScreen:
            shared, entry = self._notebook.shared(), self._entry(sitting_id)
            responses = (*shared.opened(sitting_id), *shared.joint(sitting_id), *shared.beside(sitting_id))
            keys = frozenset((item.step, item.author) for item in sharing.items(entry.sitting, responses))
            keys |= sharing.without_words(responses)
            blocks = sharing.document(entry.sitting, shared.people(), responses, keys)
            title, found = entry.sitting.exercise.title, moments(entry.sitting, responses, (*entry.sitting.people, BOTH))
            bring = (lambda: self._bring(entry.sitting, found)) if found and self._notebook.at_table() else None
            return ReviewScreen(title, blocks, back=self.table, bring=bring)

        self._hall.ask(work, self._hall.show)

    def _bring(self, sitting: Sitting, found: tuple[Moment, ...]) -> None:
        """What is worth session time, as both see it."""

        def keep(step: str, author: PersonId, wanted: bool) -> None:
            self._notebook.shared().save(sitting.id, bring_id(step), author, BROUGHT if wanted else None)

        title, back = sitting.exercise.title, lambda: self.look(sitting.id)
        self._hall.show(MomentsScreen(title, found, keep, self._hall.outside.jobs, shared=True, back=back))
