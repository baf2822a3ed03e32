"""The preview: an author's exercise, walked from its first part to its last, and read again each time the file is saved."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from random import Random
from typing import Any, cast

from workbook.content.exercise import Alone, Apart, Exercise, Part, Reveal, Together
from workbook.content.fault import Faulty
from workbook.content.step import Answer, Step
from workbook.content.steps.wait import Wait
from workbook.couple.people import BOTH, Person
from workbook.couple.ports import Clock, Jobs, Notebook
from workbook.couple.sitting import Response, Sitting
from workbook.screens.mend import MendScreen, MendState
from workbook.screens.notice import NoticeScreen
from workbook.screens.pens import LoosePen
from workbook.screens.reveal import RevealScreen
from workbook.screens.screen import Quiet, Screen, Stage
from workbook.screens.steps import Walk, Writer
from workbook.screens.walk import WalkScreen

LOOK_EVERY = 0.5
"""Seconds between two looks at the file."""


class Preview:
    """Walks an exercise that is being written; what was said in parts before is made up, and nothing that is typed is kept.

    `look` gives what differs once the file was saved, and nothing while it is not there. `read` reads it, and raises `Faulty`.
    """

    def __init__(
        self,
        stage: Stage,
        jobs: Jobs,
        clock: Clock,
        look: Callable[[], object],
        read: Callable[[], Exercise],
        close: Callable[[], None],
    ) -> None:
        self._stage, self._jobs, self._clock = stage, jobs, clock
        self._look, self._file, self._close = look, read, close
        self._exercise: Exercise | None = None
        self._part, self._step = 0, ""
        self._front: Screen[Any] | None = None
        self._seen: object = None

    def start(self) -> None:
        """Show the first page, and look at the file from now on."""
        self._seen = self._look()
        self._load()
        self._clock.after(LOOK_EVERY, self._look_again)

    def _look_again(self) -> None:
        now = self._look()
        if now not in (None, self._seen):  # an editor may take the file away for a moment, to put the new one in its place
            self._seen = now
            self._remember()
            self._load()
        self._clock.after(LOOK_EVERY, self._look_again)

    def _load(self) -> None:
        try:
            self._exercise = self._file()
        except Faulty as faulty:
            self._show(MendScreen(MendState(faulty.faults)))
        else:
            self._go(min(self._part, len(self._exercise.parts) - 1), self._step)

    def _remember(self) -> None:
        if isinstance(self._front, WalkScreen):
            self._step = self._front.state.page.step.id
        elif isinstance(self._front, RevealScreen):
            self._step = self._front.step

    # what the window asks of whoever leads it

    def help(self) -> None:
        """Where Help would be."""
        self._aside(_("Help"), _("In the app, Help opens here. It is the same page for everyone."))

    def pause(self) -> None:
        """Where the pause would be."""
        self._aside(_("Pause"), _("In the app, the pause opens here, and then comes back to the same page."))

    def shortcuts(self) -> None:
        """Where the list of keys would be."""
        self._aside(_("Keys"), _("In the app, the list of keys opens here. Nothing needs a mouse."))

    def cover(self) -> None:
        """There is nothing here to be covered."""

    def quiet(self) -> Quiet:
        """Nothing of anybody's is open."""
        return "nothing"

    def dim(self) -> None:
        """The page stays."""

    def lock(self) -> None:
        """There is nothing here to be locked."""

    def way_out(self) -> None:
        """Nobody invented lives here."""

    def quit(self, then: Callable[[], None]) -> None:
        """There is nothing to keep first."""
        then()

    # from part to part

    def _show(self, screen: Screen[Any]) -> None:
        self._front = screen
        self._stage.turn_to(screen)

    def _aside(self, title: str, text: str) -> None:
        before = self._front
        if before is not None and not isinstance(before, NoticeScreen):
            self._stage.turn_to(NoticeScreen(title, text, (_("Go back"), lambda: self._stage.turn_to(before))))

    def _go(self, part: int, step: str = "") -> None:
        exercise = self._exercise
        if exercise is None:
            return
        if not 0 <= part < len(exercise.parts):
            self._end()
            return
        self._part, self._step = part, step
        this = exercise.parts[part]
        if isinstance(this, Reveal):
            self._show(self._reveal(exercise, this, step))
        elif this.steps:
            self._show(self._walk(exercise, this, step))
        else:
            self._go(part + 1)

    def _walk(self, exercise: Exercise, part: Apart | Together | Alone, step: str) -> WalkScreen:
        walk = _walk_of(exercise, part, step)
        at = self._part

        def before() -> None:
            earlier = exercise.parts[at - 1] if at else None
            self._go(max(at - 1, 0), _last(earlier) if earlier else "")

        def done() -> None:
            self._go(at + 1)

        return WalkScreen(walk, LoosePen(), self._jobs, self._clock, done=done, stop=self._enough, before=before)

    def _reveal(self, exercise: Exercise, part: Reveal, step: str) -> RevealScreen:
        first, second = _people()
        sitting = Sitting(id="preview", exercise=exercise, mode="each", people=(first.id, second.id))
        place = next(at for at, other in enumerate(sitting.parts()) if other is part)
        at, opens = self._part, sitting.opens(place)
        start = opens.index(step) if step in opens else 0
        table = cast(Notebook, _Table(exercise))
        return RevealScreen(
            sitting,
            place,
            (first, second),
            table,
            self._jobs,
            start=start,
            done=lambda: self._go(at + 1),
            stop=self._enough,
        )

    def _enough(self) -> None:
        part, step = self._part, self._step
        if isinstance(self._front, WalkScreen):
            step = self._front.state.page.step.id
        text = _("In the app, everything would be kept here, and it would go on another day.")
        ways = ((_("Go back"), lambda: self._go(part, step)), (_("From the beginning"), lambda: self._go(0)))
        self._stage.turn_to(NoticeScreen(_("Enough for today"), text, *ways))

    def _end(self) -> None:
        self._part, self._step = 0, ""
        text = _("This was every part, in the order of the file. Nothing that was typed here is kept.")
        ways = ((_("From the beginning"), lambda: self._go(0)), (_("Close"), self._close))
        self._show(NoticeScreen(_("That is all of it"), text, *ways))


class _Table:
    """What a reveal needs of a notebook: everybody has answered everything, in made-up words, and nothing is kept."""

    def __init__(self, exercise: Exercise) -> None:
        self._said = {person.id: _samples(exercise, person) for person in _people()}

    def open_step(self, _sitting: str, step: str) -> tuple[Response, ...]:
        """What both would have said to a step."""
        return tuple(Response(step=step, author=author, answer=said.get(step)) for author, said in self._said.items())

    def shared(self) -> _Table:
        """The table itself."""
        return self

    def go(self, *_place: object) -> None:
        """No place is remembered."""

    def beside(self, _sitting: str) -> tuple[Response, ...]:
        """Nothing was marked."""
        return ()

    def save(self, *_mark: object) -> None:
        """No mark is kept."""


def _people() -> tuple[Person, Person]:
    """Two who are not there."""
    return Person("first", "Robin", "boat", "sea"), Person("second", "Kim", "leaf", "moss")


def _samples(exercise: Exercise, person: Person) -> dict[str, Answer | None]:
    """A made-up answer to each step, by this person; what ranks or sorts earlier things has those of the same person."""
    rng, known = Random(person.name), {step.id: step for step in exercise.steps()}
    said: dict[str, Answer | None] = {}
    for step in exercise.steps():
        said[step.id] = step.after(said, known).sample(rng)
    return said


def _walk_of(exercise: Exercise, part: Apart | Together | Alone, step: str) -> Walk:
    """A part to walk, as it stands when the parts before it were answered in made-up words."""
    people = _people() if isinstance(part, Together) else _people()[:1]
    ids = [each.id for each in part.steps]
    earlier = exercise.parts[: next(at for at, other in enumerate(exercise.parts) if other is part)]
    known = {each.id: each for each in exercise.steps()}
    seen = exercise.may_open() if isinstance(part, Together) else frozenset(known)
    said = {person.id: _of(_samples(exercise, person), earlier) for person in people}
    author = BOTH if isinstance(part, Together) else people[0].id
    waited = {(each.id, author): {"since": "2000-01-01"} for each in part.steps if isinstance(each, Wait)}
    decisive = {each.show_when.ref for each in part.steps if each.show_when}  # unanswered, they hide no page from its author
    own = {(name, author): answer for name, answer in said[people[0].id].items() if name not in decisive}
    return Walk(
        title=f"{exercise.title} · {_called(part)}",
        steps=part.steps,
        writers=tuple(Writer(person.id, person.name) for person in people),
        partner=None if isinstance(part, Alone) else _people()[1].name,
        answers=waited if isinstance(part, Together) else {**own, **waited},
        voices={
            person.id: {name: known[name].words(answer) for name, answer in said[person.id].items() if name in seen}
            for person in people
        },
        known=known,
        start=ids.index(step) if step in ids else 0,
        kept=False,
    )


def _of(said: dict[str, Answer | None], parts: tuple[Part, ...]) -> dict[str, Answer | None]:
    names = {step.id for part in parts if not isinstance(part, Reveal) for step in part.steps}
    return {name: answer for name, answer in said.items() if name in names}


def _called(part: Part) -> str:
    return next(name for kind, name in ((Apart, "apart"), (Together, "together"), (Alone, "alone")) if isinstance(part, kind))


def _last(part: Part) -> str:
    last = part.steps[-1] if part.steps else ""
    return last.id if isinstance(last, Step) else last
