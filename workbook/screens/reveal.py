"""The reveal: with both here, answers open side by side, one step at a time; enough for today keeps the rest closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from gettext import gettext as _

from msgspec import Struct

from workbook.content.blocks import Block, Side
from workbook.content.exercise import Reveal
from workbook.content.step import Step
from workbook.couple import sharing
from workbook.couple.people import Person, PersonId
from workbook.couple.ports import Jobs, Notebook
from workbook.couple.sitting import Place, Response, Sitting, personal
from workbook.screens import words
from workbook.screens.screen import Screen


class RevealState(Struct, frozen=True, kw_only=True):
    """The step that is next to open, or just opened (`sides` is then filled); `asking` is true after the last one."""

    title: str
    exercise: str
    step_title: str
    step_ask: str
    position: str
    sides: tuple[Side, ...] = ()
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
        step = self._steps[self._at]
        self.change(busy=True, trouble="")

        def work() -> tuple[Response, ...]:
            opened = self._notebook.open_step(self._sitting.id, step)
            self._notebook.shared().go(self._sitting.id, Place(self._part, self._at))
            return opened

        self._jobs.run(work, self._opened, lambda error: self.change(busy=False, trouble=words.trouble(error)))

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

    def _opened(self, responses: tuple[Response, ...]) -> None:
        step = personal(self._sitting.exercise.step(self._steps[self._at]), _("you"), None)
        said: dict[PersonId, Response] = {response.author: response for response in responses}
        sides = tuple(Side(person.name, _shown(step, person.id, said)) for person in self._people)
        last = self._at + 1 == len(self._steps)
        self.change(busy=False, sides=sides, last=last, question=self._reveal.ask if last else "")

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
        step = personal(self._sitting.exercise.step(self._steps[self._at]), _("you"), None)
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
