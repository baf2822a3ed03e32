"""What will open: the private page at the end of each half, where its author keeps, changes or holds back (G16, G25)."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from typing import Any

from msgspec import Struct

from workbook.content.blocks import Block
from workbook.content.step import Answer
from workbook.couple.ports import Jobs, Notebook
from workbook.couple.sealing import Half, listed
from workbook.couple.sitting import Place, Sitting, personal
from workbook.screens import words
from workbook.screens.screen import Screen


class Listed(Struct, frozen=True, kw_only=True):
    """One step that could open: what was said, and whether its author lets it."""

    step: str
    title: str
    blocks: tuple[Block, ...]
    said: bool
    held: bool


class OpeningState(Struct, frozen=True, kw_only=True):
    """The list, who would see it, and whether it is truly sealed or only put aside."""

    title: str
    partner: str
    items: tuple[Listed, ...]
    sealed_word: bool
    busy: bool = False
    trouble: str = ""


class OpeningScreen(Screen[OpeningState]):
    """Lets one person decide, alone, what of their half will open."""

    def __init__(
        self,
        sitting: Sitting,
        part: int,
        me: str,
        partner: str,
        notebook: Notebook,
        jobs: Jobs,
        *,
        answers: dict[str, Answer | None],
        held: frozenset[str],
        protected: bool,
        done: Callable[[], None],
        change: Callable[[int], None],
        stop: Callable[[], None],
    ) -> None:
        self._sitting, self._part, self._me = sitting, part, me
        self._notebook, self._jobs, self._answers = notebook, jobs, answers
        self._done, self._change, self._stop = done, change, stop
        self._held, self._partner = held, partner
        super().__init__(OpeningState(title=sitting.exercise.title, partner=partner, items=self._items(), sealed_word=protected))

    def hold(self, step: str, held: bool) -> None:
        """Hold a step back, or let it open after all."""
        self._held = self._held | {step} if held else self._held - {step}
        kept = self._held
        self.change(items=self._items())
        self._run(lambda: self._notebook.space(self._me).hold(self._sitting.id, kept), lambda: None)

    def rewrite(self, step: str) -> None:
        """Go back to a step and change it."""
        at = [each.id for each in self._sitting.steps(self._part)].index(step)
        self._change(at)

    def seal(self) -> None:
        """That is what may open: seal the half."""
        steps = self._sitting.opens_after(self._part)
        half = Half(sitting=self._sitting.id, author=self._me, openings=listed(self._answers, steps, self._held))
        place = Place(self._part, len(self._sitting.steps(self._part)))

        def work() -> None:
            self._notebook.space(self._me).hold(self._sitting.id, self._held)
            self._notebook.seal(half)
            self._notebook.space(self._me).go(self._sitting.id, place)

        self.change(busy=True, trouble="")
        self._run(work, self._done)

    def enough(self) -> None:
        """Not now: the half stays a draft, and nobody is told."""
        self._stop()

    def _run(self, work: Callable[[], Any], then: Callable[[], None]) -> None:
        self._jobs.run(work, lambda _result: then(), lambda error: self.change(busy=False, trouble=words.trouble(error)))

    def _items(self) -> tuple[Listed, ...]:
        opens = (self._sitting.exercise.step(step) for step in self._sitting.opens_after(self._part))
        return tuple(
            Listed(
                step=step.id,
                title=step.title,
                blocks=step.show(self._answers.get(step.id)),
                said=self._answers.get(step.id) is not None,
                held=step.id in self._held,
            )
            for step in (personal(step, _("you"), self._partner or None) for step in opens)
        )
