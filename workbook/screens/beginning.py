"""Beginning an exercise: its page, the questions offered before the first one for two, and the first step."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from workbook.content.exercise import Exercise, Mode
from workbook.couple import habits, pacing
from workbook.couple.people import Person, PersonId, partner_of
from workbook.couple.sitting import Sitting
from workbook.screens.bringing import Chosen, from_before
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.hall import Hall
from workbook.screens.notice import NoticeScreen
from workbook.screens.paper import PaperScreen, PaperState
from workbook.screens.pens import LoosePen
from workbook.screens.shelf import Shelf
from workbook.screens.walk import WalkScreen
from workbook.screens.walks import loose_walk
from workbook.screens.welcome import see_someone

GOOD_TIME = "is-this-a-good-time"
OFFERED = "offered-good-time"
"""A private setting: that the questions were offered once. Not whether they were read, and nothing of what was thought."""


class BeginningFlow:
    """The ways from one person's home into an exercise; `go_to` enters a sitting that is there."""

    def __init__(self, hall: Hall, me: PersonId, go_to: Callable[[str], None]) -> None:
        self._hall, self._me, self._go_to = hall, me, go_to
        self._notebook = hall.notebook

    def exercise(self, exercise_id: str, back: Callable[[], None] | None = None) -> None:
        """The page of one exercise; without `back`, it leads back home."""
        self._hall.ask(
            lambda: (self._shelf().exercise(exercise_id), self._partner(), self._wants_no_note()),
            lambda found: self._hall.show(self._exercise_page(*found, back or self._home)),
        )

    def at_once(self, exercise_id: str) -> None:
        """Begin alone at the first step, for somebody who came through one of the doors."""
        self._hall.ask(lambda: self._shelf().exercise(exercise_id), lambda exercise: self._begin(exercise, "alone", False))

    def _shelf(self) -> Shelf:
        return Shelf(self._hall.outside.library, self._notebook.space(self._me))

    def _wants_no_note(self) -> bool:
        return self._notebook.space(self._me).setting(habits.LATE_NOTE.key) == "off"

    def _exercise_page(self, exercise: Exercise, partner: Person | None, no_note: bool, back: Callable[[], None]) -> ExerciseScreen:
        return ExerciseScreen(
            exercise,
            partner.name if partner else "",
            late=exercise.intensity == "high" and not no_note and pacing.late(self._hall.outside.clock.now()),
            begin=lambda mode, short: self._begin(exercise, mode, short),
            print_blank=lambda: self._print_blank(exercise, lambda: self.exercise(exercise.id, back)),
            back=back,
        )

    def _print_blank(self, exercise: Exercise, back: Callable[[], None]) -> None:
        state = PaperState(title=exercise.title, has_card=bool(exercise.card))
        self._hall.show(PaperScreen(state, lambda: (exercise,), self._hall.outside, back=back))

    def print_these(self, exercises: tuple[str, ...], back: Callable[[], None]) -> None:
        """Several exercises as one booklet of blank paper; which they are is told to nobody (G13)."""
        if len(exercises) == 1:
            self._hall.ask(lambda: self._shelf().exercise(exercises[0]), lambda exercise: self._print_blank(exercise, back))
            return

        def read() -> Iterator[Exercise]:
            shelf = self._shelf()
            yield from map(shelf.exercise, exercises)

        count = len(exercises)
        title = ngettext("{n} exercise", "{n} exercises", count).replace("{n}", str(count))
        self._hall.show(PaperScreen(PaperState(title=title, booklet=True), read, self._hall.outside, back=back))

    def _begin(self, exercise: Exercise, mode: Mode, short: bool) -> None:
        if exercise.keep == "nothing":
            self._loose(exercise, self._home)
        elif mode != "alone":
            self._is_it_a_good_time(lambda: self._for_two(exercise, mode, short))
        else:
            self._start(exercise, mode, short, {})

    def _for_two(self, exercise: Exercise, mode: Mode, short: bool) -> None:
        if mode == "together":
            self._start(exercise, mode, short, {})
            return
        before = Sitting(id="", exercise=exercise, mode=mode, short=short, people=(self._me,))
        from_before(self._hall, self._me, before, partial(self._start, exercise, mode, short), self._home)

    def _loose(self, exercise: Exercise, then: Callable[[], None]) -> None:
        outside = self._hall.outside
        self._hall.show(WalkScreen(loose_walk(exercise), LoosePen(), outside.jobs, outside.clock, done=then, stop=self._home))

    def _is_it_a_good_time(self, then: Callable[[], None]) -> None:
        """Before somebody's first exercise for two: a few questions to think about alone, offered once (G3, G4)."""

        def work() -> tuple[bool, Exercise]:
            space = self._notebook.space(self._me)
            offered = space.setting(OFFERED) is not None
            space.set(OFFERED, "yes")
            return offered, self._hall.outside.library.exercise(GOOD_TIME)

        def offer(offered: bool, exercise: Exercise) -> None:
            if offered:
                then()
                return
            self._hall.show(
                NoticeScreen(
                    exercise.title,
                    f"{_before_the_first()}\n\n{see_someone()}",
                    (_("Have a look"), lambda: self._loose(exercise, lambda: self._after_look(then))),
                    (_("Skip it"), then),
                    (_("My page"), self._home),
                )
            )

        self._hall.ask(work, lambda found: offer(*found))

    def _after_look(self, then: Callable[[], None]) -> None:
        self._hall.show(
            NoticeScreen(
                _("And now?"),
                _("Each of these is fine. Nobody is told what you thought."),
                (_("Go on with it"), then),
                (_("Something by myself"), self._home),
                (_("Not now"), self._hall.door),
            )
        )

    def _start(self, exercise: Exercise, mode: Mode, short: bool, brought: Chosen) -> None:
        def work() -> Sitting:
            people = tuple(person.id for person in self._notebook.shared().people())
            who = people[:2] if mode != "alone" else (self._me,)
            sitting = Sitting(id=secrets.token_hex(8), exercise=exercise, mode=mode, short=short, people=who)
            if mode != "alone":
                self._notebook.shared().invite(sitting)
            self._put_in(sitting, brought)
            return sitting

        self._hall.ask(work, lambda sitting: self._go_to(sitting.id))

    def _put_in(self, sitting: Sitting, brought: Chosen) -> None:
        space = self._notebook.space(self._me)
        space.start(sitting)
        space.note(self._hall.outside.clock.now().date())
        for step, answer in brought.items():
            space.save(sitting.id, step, answer)

    def half(self, sitting_id: str) -> None:
        """One's own half of a sitting for two."""
        self._is_it_a_good_time(lambda: self._hall.ask(lambda: self._not_begun(sitting_id), partial(self._half, sitting_id)))

    def _not_begun(self, sitting_id: str) -> Sitting | None:
        """A sitting for two in which this person has not begun their half."""
        space, joint = self._notebook.space(self._me), self._notebook.shared().sitting(sitting_id)
        own = space.entry(sitting_id)
        fresh = own is None or (own.state == "set-aside" and not space.answers(sitting_id))
        return joint.sitting if joint is not None and fresh and joint.sitting.is_apart(joint.place.part) else None

    def _half(self, sitting_id: str, fresh: Sitting | None) -> None:
        if fresh is None:
            self._go_to(sitting_id)
            return

        def begin(brought: Chosen) -> None:
            self._hall.ask(lambda: self._put_in(fresh, brought), lambda _none: self._go_to(sitting_id))

        from_before(self._hall, self._me, fresh, begin, self._home)

    def _home(self) -> None:
        self._hall.home(self._me)

    def _partner(self) -> Person | None:
        return partner_of(self._me, self._notebook.shared().people())


def _before_the_first() -> str:
    return _("Before your first one for two: a few questions to think about, alone. Nothing to type, nothing is kept.")
