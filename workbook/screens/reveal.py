"""The reveal: with both here, answers open side by side, one step at a time; enough for today keeps the rest closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from gettext import gettext as _

from msgspec import Struct
from msgspec.structs import replace

from workbook.content.blocks import Block, Side
from workbook.content.exercise import Reveal
from workbook.content.step import Step
from workbook.couple import beside, sharing
from workbook.couple.beside import Mark
from workbook.couple.people import Person, PersonId
from workbook.couple.ports import Jobs, Notebook
from workbook.couple.sitting import Place, Response, Sitting, personal
from workbook.screens import words
from workbook.screens.screen import Screen


class Marking(Struct, frozen=True, kw_only=True):
    """One of the two, who may mark what the other said; `mark` is how it stands, or nothing."""

    author: PersonId
    name: str
    of: str
    mark: Mark | None = None


class RevealState(Struct, frozen=True, kw_only=True):
    """The step that is next to open, or just opened (`sides` is then filled); `question` stands below the last one.

    `markings` has a place for everyone whose partner said something here; nobody needs to mark, and nothing counts it (G28).
    """

    title: str
    exercise: str
    step_title: str
    step_ask: str
    position: str
    sides: tuple[Side, ...] = ()
    markings: tuple[Marking, ...] = ()
    question: str = ""
    optional: bool = False
    began: bool = False
    last: bool = False
    busy: bool = False
    trouble: str = ""


class RevealScreen(Screen[RevealState]):
    """Opens what both let open."""

    quiet = "talking"

    def __init__(
        self,
        sitting: Sitting,
        part: int,
        people: tuple[Person, ...],
        notebook: Notebook,
        jobs: Jobs,
        *,
        start: int,
        done: Callable[[], None],
        stop: Callable[[], None],
    ) -> None:
        self._sitting, self._part, self._people = sitting, part, people
        self._notebook, self._jobs, self._done, self._stop = notebook, jobs, done, stop
        self._steps = sitting.opens(part)
        self._at = min(start, len(self._steps) - 1)
        super().__init__(self._closed())

    def open(self) -> None:
        """Open this one, for both."""
        if self.state.busy:
            return
        step = self.step
        self.change(busy=True, trouble="")

        def work() -> tuple[tuple[Response, ...], tuple[Response, ...]]:
            opened = self._notebook.open_step(self._sitting.id, step)
            shared = self._notebook.shared()
            shared.go(self._sitting.id, Place(self._part, self._at))
            return opened, shared.beside(self._sitting.id)

        self._jobs.run(work, lambda found: self._opened(*found), self._failed)

    def mark(self, author: PersonId, mark: Mark | None) -> None:
        """One of them marks what the other said, or takes that back."""
        before, step = self.state.markings, self.step
        answer = None if mark is None else beside.marked(mark)
        self.change(markings=tuple(replace(one, mark=mark) if one.author == author else one for one in before), trouble="")

        def failed(error: Exception) -> None:
            if self.step == step:
                self.change(markings=before)
            self._failed(error)

        self._jobs.run(
            lambda: self._notebook.shared().save(self._sitting.id, beside.mark_id(step), author, answer), lambda _none: None, failed
        )

    def next(self) -> None:
        """On to the next closed one, or out of the reveal."""
        if self._at + 1 < len(self._steps):
            self._at += 1
            self.state = self._closed(began=True)
            self.change()
        else:
            self._done()

    def leave_closed(self) -> None:
        """Not this layer, not today; it stays closed and the evening goes on."""
        self._done()

    def enough(self) -> None:
        """Enough for today: the rest stays closed."""
        self._stop()

    def _failed(self, error: Exception) -> None:
        self.change(busy=False, trouble=words.trouble(error))

    def _opened(self, responses: tuple[Response, ...], marks: tuple[Response, ...]) -> None:
        step = personal(self._sitting.exercise.step(self.step), _("you"), None)
        said: dict[PersonId, Response] = {response.author: response for response in responses}
        agreed = step.agreed(tuple(said[person.id].answer if person.id in said else None for person in self._people))
        sides = tuple(Side(person.name, _shown(step, person.id, said)) for person in self._people)
        sides = (Side(_("What holds for you both"), agreed),) if agreed else sides
        last = self._at + 1 == len(self._steps)
        markings = () if agreed else self._markings(beside.mark_id(step.id), said, marks)
        self.change(busy=False, sides=sides, markings=markings, last=last, question=self._reveal.ask if last else "")

    def _markings(self, name: str, said: Mapping[PersonId, Response], marks: tuple[Response, ...]) -> tuple[Marking, ...]:
        stand = {one.author: beside.mark_in(one.answer) for one in marks if one.step == name}
        pairs = ((person, other) for person in self._people for other in self._people if other is not person)
        return tuple(
            Marking(author=person.id, name=person.name, of=other.name, mark=stand.get(person.id))
            for person, other in pairs
            if other.id in said and said[other.id].answer is not None
        )

    @property
    def step(self) -> str:
        """The id of the step in front."""
        return self._steps[self._at]

    @property
    def people(self) -> tuple[Person, ...]:
        """Both, in the order in which their answers stand."""
        return self._people

    @property
    def _reveal(self) -> Reveal:
        this = self._sitting.parts()[self._part]
        if not isinstance(this, Reveal):
            raise TypeError("a reveal screen needs a reveal")
        return this

    def _closed(self, began: bool = False) -> RevealState:
        step = personal(self._sitting.exercise.step(self.step), _("you"), None)
        position = _("{n} of {all}").replace("{n}", str(self._at + 1)).replace("{all}", str(len(self._steps)))
        return RevealState(
            title=self._reveal.title,
            exercise=self._sitting.exercise.title,
            step_title=step.title,
            step_ask=step.ask,
            position=position,
            optional=self._reveal.optional,
            began=began,
        )


def _shown(step: Step, person: PersonId, said: Mapping[PersonId, Response]) -> tuple[Block, ...]:
    if person in said and said[person].taken_back:
        return sharing.shown_taken_back()
    answers = {who: response.answer for who, response in said.items()}
    other = next((answer for who, answer in answers.items() if who != person), None)
    return step.show_beside(answers.get(person), other)
