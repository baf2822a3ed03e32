"""One person's own space: home, an exercise, walking it alone or as one half, sealing, looking back."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from gettext import gettext as _
from typing import TYPE_CHECKING

from workbook.content.pack import Summary
from workbook.content.step import Answer
from workbook.couple.people import Person, PersonId, partner_of
from workbook.couple.sitting import Place, Sitting
from workbook.screens import words
from workbook.screens.hall import Hall
from workbook.screens.home import HomeScreen, HomeWays
from workbook.screens.library import LibraryScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.shelf import Shelf

if TYPE_CHECKING:
    from workbook.screens.beginning import BeginningFlow
    from workbook.screens.errands import ErrandFlow
    from workbook.screens.looking import LookingFlow
    from workbook.screens.opening import OpeningScreen
    from workbook.screens.steps import Walk
    from workbook.screens.walk import WalkScreen


class OwnFlow:
    """The ways in one person's own space, while they are unlocked."""

    def __init__(self, hall: Hall, me: PersonId) -> None:
        self._hall, self._me, self._notebook = hall, me, hall.notebook

    @cached_property
    def _looking(self) -> LookingFlow:
        from workbook.screens.looking import LookingFlow  # what leads on from home comes in behind it

        return LookingFlow(self._hall, self._me)

    @cached_property
    def _beginning(self) -> BeginningFlow:
        from workbook.screens.beginning import BeginningFlow  # as above

        return BeginningFlow(self._hall, self._me, self.go_on)

    def home(self) -> None:
        """Their own page."""
        ways = HomeWays(
            go_on=self.go_on,
            half=partial(_later, lambda: self._beginning.half),
            not_now=self.not_now,
            look=partial(_later, lambda: self._looking.look),
            exercise=partial(_later, lambda: self._beginning.exercise),
            library=self._library,
            look_back=self._look_back,
            at_once=partial(_later, lambda: self._beginning.at_once),
            together=self._hall.sit_down,
            hand_over=self.hand_over,
            lock=self._hall.door,
            my_space=lambda: self._errands().my_space(),
        )
        out = self._hall.outside
        self._hall.show(HomeScreen(self._me, self._notebook, self._exercises, out.journeys, out.jobs, out.clock, ways))

    def _exercises(self) -> tuple[Summary, ...]:
        return Shelf(self._hall.outside.library, self._notebook.space(self._me)).summaries()

    def _library(self) -> None:
        screen = LibraryScreen(
            self._me,
            self._notebook,
            self._exercises,
            self._hall.outside.jobs,
            exercise=lambda name: self._beginning.exercise(name, back=lambda: self._hall.show(screen)),
            paper=lambda names: self._beginning.print_these(names, back=lambda: self._hall.show(screen)),
            paths=lambda: self._errands().journeys(lambda: self._hall.show(screen)),
            back=self.home,
        )
        self._hall.show(screen)

    def _look_back(self) -> None:
        from workbook.screens.lookback import LookBackFlow  # not on the way to the first page

        LookBackFlow(self._hall, self._me, self.home).begin()

    def _errands(self) -> ErrandFlow:
        from workbook.screens.errands import ErrandFlow  # rarely gone to

        return ErrandFlow(self._hall, self._me, self.home, self.go_on)

    # walking

    def go_on(self, sitting_id: str) -> None:
        """Back to where somebody was in a sitting of their own."""
        self._hall.ask(lambda: self._where(sitting_id), lambda found: self._enter(*found))

    def _where(self, sitting_id: str) -> tuple[Sitting, Place, bool]:
        """The sitting, this person's place in it, and whether their half of the current part is sealed."""
        space = self._notebook.space(self._me)
        joint = self._notebook.shared().sitting(sitting_id)
        if joint is not None:
            space.start(joint.sitting)
        entry = space.entry(sitting_id)
        if entry is None:
            raise KeyError(sitting_id)
        if entry.state == "set-aside":
            space.go(sitting_id, entry.place)
        sitting, place = entry.sitting, entry.place
        if joint is None:
            return sitting, place, False
        part = joint.place.part
        if place.part != part:
            place = Place(part, 0)
        listed = sitting.opens_after(part) if sitting.is_apart(part) else ()
        sealed = not sitting.is_apart(part) or bool(listed and set(listed) <= space.sealed(sitting_id))
        return sitting, place, sealed

    def _enter(self, sitting: Sitting, place: Place, sealed: bool) -> None:
        if not sitting.is_apart(place.part):
            self._on_the_table()
        elif sealed:
            self._hall.ask(self._partner, lambda partner: self._put_aside(sitting, place.part, partner))
        elif place.step >= len(sitting.steps(place.part)) and sitting.mode == "each":
            self.what_opens(sitting, place.part)
        else:
            self.walk(sitting, place)

    def walk(self, sitting: Sitting, place: Place) -> None:
        """Walk a part from a step on; a part of which the short path leaves nothing is done already."""
        if not sitting.steps(place.part):
            self._part_done(sitting, place.part)
            return
        from workbook.screens.walks import own_walk  # as above

        self._hall.ask(
            lambda: own_walk(self._notebook, self._me, sitting, place.part, place.step, self._hall.outside.clock.now()),
            lambda walk: self._hall.show(self._walk_screen(sitting, place.part, walk)),
        )

    def _walk_screen(self, sitting: Sitting, part: int, walk: Walk) -> WalkScreen:
        from workbook.screens.pens import PrivatePen  # as above
        from workbook.screens.spelling import Spelling
        from workbook.screens.walk import WalkScreen

        outside = self._hall.outside
        pen = PrivatePen(self._notebook.space(self._me), sitting, part, outside.clock)
        before = self.home if part == 0 else lambda: self._back_into(sitting, part - 1)
        screen = WalkScreen(
            walk, pen, outside.jobs, outside.clock, done=lambda: self._part_done(sitting, part), stop=self.enough, before=before
        )
        screen.spelling = Spelling(self._me, self._notebook, outside)
        return screen

    def _back_into(self, sitting: Sitting, part: int) -> None:
        if sitting.mode == "each":
            self.home()
        else:
            self.walk(sitting, Place(part, len(sitting.steps(part)) - 1))

    def _part_done(self, sitting: Sitting, part: int) -> None:
        if sitting.mode == "each":
            self.what_opens(sitting, part)
        elif part + 1 < len(sitting.parts()):
            self.walk(sitting, Place(part + 1, 0))
        else:
            last = Place(part, len(sitting.steps(part)) - 1)
            self._hall.ask(
                lambda: self._notebook.space(self._me).go(sitting.id, last, "finished"),
                lambda _none: self._offer(lambda: self._finished(sitting)),
            )

    def _offer(self, then: Callable[[], None]) -> None:
        from workbook.screens.codeoffer import offer  # a page that is shown once

        offer(self._hall, self._me, then)

    def _finished(self, sitting: Sitting) -> None:
        self._hall.show(
            NoticeScreen(
                _("This one is done"),
                _("What you wrote is kept in your own space. Nothing was sent or shown to anyone."),
                (_("My page"), self.home),
                (_("Read it through"), lambda: self._looking.look(sitting.id)),
                (_("Close the notebook"), self._hall.door),
            )
        )

    def enough(self) -> None:
        """Enough for today."""
        self._offer(self._enough)

    def _enough(self) -> None:
        self._hall.show(
            NoticeScreen(
                _("Enough for today"),
                _("What you wrote is kept. It opens at the same place when you come back, whenever that is."),
                (_("Close the notebook"), self._hall.door),
                (_("My page"), self.home),
            )
        )

    # what will open, sealing, handing over

    def what_opens(self, sitting: Sitting, part: int) -> None:
        """The private page at the end of a half."""

        def work() -> tuple[dict[str, Answer | None], frozenset[str], Person | None, bool]:
            space = self._notebook.space(self._me)
            space.go(sitting.id, Place(part, len(sitting.steps(part))))
            return space.answers(sitting.id), space.held(sitting.id), self._partner(), self._notebook.protected()

        self._hall.ask(work, lambda found: self._hall.show(self._opening(sitting, part, *found)))

    def _opening(
        self,
        sitting: Sitting,
        part: int,
        answers: dict[str, Answer | None],
        held: frozenset[str],
        partner: Person | None,
        protected: bool,
    ) -> OpeningScreen:
        from workbook.screens.opening import OpeningScreen  # as above

        return OpeningScreen(
            sitting,
            part,
            self._me,
            partner.name if partner else "",
            self._notebook,
            self._hall.outside.jobs,
            answers=answers,
            held=held,
            protected=protected,
            done=lambda: self._offer(lambda: self._put_aside(sitting, part, partner)),
            change=lambda step: self.walk(sitting, Place(part, step)),
            stop=self.enough,
        )

    def _on_the_table(self) -> None:
        self._hall.show(
            NoticeScreen(
                _("This one lies between you now"),
                _("It goes on when you are both here and have both come in. What you opened stays as it is."),
                (_("We are both here"), self._hall.sit_down),
                (_("My page"), self.home),
            )
        )

    def _put_aside(self, sitting: Sitting, part: int, partner: Person | None) -> None:
        sealed = self._notebook.protected()
        name = partner.name if partner else _("your partner")
        title = _("Your half is sealed") if sealed else _("Your half is put aside")
        text = _("It opens when you have both come in and open it here. Until then you can take it back. {name} is told nothing.")
        if not sealed:
            text += "\n\n" + words.curtain()
        self._hall.show(
            NoticeScreen(
                title,
                text.replace("{name}", name),
                (_("Pass the computer to {name}").replace("{name}", name), self.hand_over),
                (_("We are both here"), self._hall.sit_down),
                (_("My page"), self.home),
                (_("Take my half back"), lambda: self._take_back(sitting, part)),
            )
        )

    def _take_back(self, sitting: Sitting, part: int) -> None:
        steps = sitting.opens_after(part)
        self._hall.ask(lambda: self._notebook.withdraw(sitting.id, self._me, steps), lambda _none: self.what_opens(sitting, part))

    def not_now(self, sitting_id: str) -> None:
        """Put a sitting for two out of one's own sight."""

        def work() -> None:
            joint, space = self._notebook.shared().sitting(sitting_id), self._notebook.space(self._me)
            if joint is not None:
                space.start(joint.sitting)
            entry = space.entry(sitting_id)
            space.go(sitting_id, entry.place if entry else Place(), "set-aside")

        self._hall.ask(work, lambda _none: self.home())

    def hand_over(self) -> None:
        """Pass the computer to the other one."""
        self._hall.ask(self._partner, self._curtain)

    def _curtain(self, other: Person | None) -> None:
        if other is not None:
            self._hall.hand_over(other, lambda: self._hall.home(other.id))

    def _partner(self) -> Person | None:
        return partner_of(self._me, self._notebook.shared().people())


def _later(way: Callable[[], Callable[[str], None]], where: str) -> None:
    """A way whose pages come in when somebody takes it."""
    way()(where)
