"""The walk: one step at a time, alone or at the table; every word is kept as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from gettext import gettext as _
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from workbook.content.blocks import Block
from workbook.content.step import Answer, Step, tidy
from workbook.content.steps.reread import Reread
from workbook.content.steps.wait import Wait
from workbook.couple.caret import Caret
from workbook.couple.people import BOTH, PersonId
from workbook.couple.ports import Clock, Jobs
from workbook.screens import words
from workbook.screens.carrying import Carried, taken
from workbook.screens.pens import Pen
from workbook.screens.screen import Screen, View
from workbook.screens.soon import Soon
from workbook.screens.spelling import Spelling
from workbook.screens.steps import Key, StepPage, Walk, is_shown, make_page, make_picture

Letter = Literal["", "asking", "kept", "burned"]


class WalkState(Struct, frozen=True, kw_only=True):
    """What the walk shows: the page, the drawing above it, how saving stands, what might be amiss with a field.

    `stuck` is true when leaving failed to save: then "leave anyway" is offered. `letter` says how it stands with one that is read
    again: asking whether to burn it, kept, or burned.
    """

    title: str
    page: StepPage
    picture: tuple[Block, ...]
    status: str = ""
    trouble: str = ""
    faults: Mapping[Key, Mapping[str, str]] = {}
    stuck: bool = False
    speaker: int = 0
    letter: Letter = ""


class WalkScreen(Screen[WalkState]):
    """Walks somebody through the steps of one part."""

    spelling: Spelling | None = None

    def __init__(
        self,
        walk: Walk,
        pen: Pen,
        jobs: Jobs,
        clock: Clock,
        *,
        done: Callable[[], None],
        stop: Callable[[], None],
        before: Callable[[], None] | None = None,
    ) -> None:
        self._walk, self._pen, self._jobs, self._clock = walk, pen, jobs, clock
        self._done, self._stop, self._before = done, stop, before
        self._answers: dict[Key, Answer | None] = dict(walk.answers)
        self._dirty: set[Key] = set()
        self.attic: dict[object, Any] = {}
        """What the view finds again on a page somebody comes back to, such as what can be undone there; in memory alone."""
        self.caret = self._stood = walk.caret
        self.whereabouts: Callable[[], Caret | None] = lambda: self.caret
        """Where the keyboard is on this page; the view, which alone can tell, puts its own answer here."""
        self._soon = Soon(clock, self.save_now)
        self._at = min(walk.start, len(walk.steps) - 1)
        self._arrive()
        self.quiet = "talking" if len(walk.writers) > 1 else "private"
        status = "" if walk.kept else _("Not kept anywhere")
        super().__init__(
            WalkState(
                title=walk.title,
                page=self._page(),
                picture=make_picture(self._walk, self._answers, self._at),
                status=status,
            )
        )

    def attach(self, view: View[WalkState]) -> None:
        """Show the page as it stands now, also when somebody comes back to it from help or a pause."""
        self.state = replace(
            self.state,
            page=self._page(),
            picture=make_picture(self._walk, self._answers, self._at),
        )
        super().attach(view)

    @property
    def names(self) -> tuple[str, ...]:
        """Who is here, in order; the speaker of a turn is one of them."""
        return tuple(writer.name for writer in self._walk.writers)

    # what a person does

    def edit(self, author: PersonId, field: str, value: Any) -> None:
        """Somebody typed or picked something."""
        key = (self._step.id, author)
        answer = dict(self._answers.get(key) or {})
        answer[field] = value
        self._answers[key] = tidy(answer)
        self._dirty.add(key)
        self._soon.ask()
        status = "" if self._walk.kept else self.state.status
        picture = make_picture(self._walk, self._answers, self._at)
        if (status, picture) != (self.state.status, self.state.picture):
            self.change(status=status, picture=picture)

    def use(self, carried: Carried) -> None:
        """Take words from an earlier sitting into this page, beside what stands there."""
        key = (self._step.id, self._walk.writers[0].id)
        answer = taken(self.state.page.groups[0].step, self._answers.get(key), carried)
        if answer is not None:
            self._answers[key] = answer
            self._dirty.add(key)
            self._soon.ask()
            self.caret = None
            self.change(page=self._page())

    def settle_field(self, author: PersonId) -> None:
        """Somebody left an input: keep it now, and say if something looks amiss."""
        key = (self._step.id, author)
        faults = self._step.check(self._answers.get(key))
        self.change(faults={key: faults} if faults else {})
        self.save_now()

    def next(self) -> None:
        """On to the next step, or to the end."""
        self._move(1)

    def skip(self) -> None:
        """The same as next: nothing is asked, nothing is lost."""
        self._move(1)

    def back(self) -> None:
        """One step back; from the first one, to where this began."""
        self._move(-1)

    def swap(self) -> None:
        """The other's turn to speak."""
        self.change(speaker=(self.state.speaker + 1) % max(len(self._walk.writers), 1))

    def keep_letter(self) -> None:
        """The letter stays where it is."""
        self.change(letter="kept")

    def burn_letter(self) -> None:
        """First say what that does; when it is said again, destroy the letter."""
        step, me = self._step, self._walk.writers[0].id
        if not isinstance(step, Reread) or self.state.letter != "asking":
            self.change(letter="asking")
            return
        self.save_now()
        self._jobs.run(lambda: self._pen.save(step.of, me, None), lambda _none: self._burned((step.of, me)), self._failed)

    def _burned(self, letter: Key) -> None:
        self._answers[letter] = None
        self.attic.clear()
        self._dirty.discard(letter)
        voices = {who: {**said, letter[0]: None} for who, said in self._walk.voices.items()}
        self._walk = replace(self._walk, voices=voices)
        self.change(letter="burned", trouble="", picture=make_picture(self._walk, self._answers, self._at))

    def enough(self) -> None:
        """Enough for today: everything is kept, and nobody asks why."""
        self.leave(self._stop)

    def try_again(self) -> None:
        """Save once more what could not be saved."""
        self.save_now()

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything, then go; where it cannot be kept, stay and say so."""
        self.save_now(self._standing(then))

    def cover(self, then: Callable[[], None]) -> None:
        """Keep what can be kept; the words are off the screen already, and the keys go whether it worked or not."""
        self.attic.clear()
        self.save_now(self._standing(then), anyway=True)

    def leave_anyway(self) -> None:
        """Go although something could not be saved; only after the person was told."""
        self._soon.cancel()
        self._stop()

    def unsaved_words(self) -> str:
        """What could not be saved, in plain words, to copy somewhere else."""
        steps = {step.id: step for step in self._walk.steps}
        texts = (steps[step].words(self._answers.get((step, author))) for step, author in sorted(self._dirty))
        return "\n\n".join(text for text in texts if text)

    # keeping

    def _standing(self, then: Callable[[], None]) -> Callable[[], None]:
        """Once the words are kept, remember where the keyboard is, then go; a place that cannot be kept holds nobody up."""
        at, self.caret = self._at, self.whereabouts()
        if self.caret == self._stood:
            return then
        self._stood = caret = self.caret
        return lambda: self._jobs.run(lambda: self._pen.stand(at, caret), lambda _none: then(), lambda _error: then())

    def save_now(self, then: Callable[[], None] | None = None, *, anyway: bool = False) -> None:
        """Keep everything that is not yet on the disk, then call `then`."""
        self._soon.cancel()
        pages = [(key, self._answers.get(key)) for key in sorted(self._dirty)]
        if not pages:
            if then:
                self._jobs.run(lambda: None, lambda _none: then(), self._failed)
            return
        self._dirty.clear()
        page = self.state.page
        if self._walk.kept:
            self.change(status=_("Saving …"))

        def work() -> None:
            for (step, author), answer in pages:
                self._pen.save(step, author, answer)

        def kept(_none: None) -> None:
            if not self._dirty:
                saved = _("Saved") if page is self.state.page else ""  # of the page before, it would say something untrue here
                self.change(status=saved if self._walk.kept else self.state.status, trouble="", stuck=False)
            if then:
                then()

        def failed(error: Exception) -> None:
            self._dirty.update(key for key, _answer in pages)
            self._failed(error)
            if anyway and then:
                then()

        self._jobs.run(work, kept, failed)

    def _failed(self, error: Exception) -> None:
        self.change(status=_("Not saved"), trouble=words.trouble(error), stuck=True)

    # moving

    @property
    def _step(self) -> Step:
        return self._walk.steps[self._at]

    def _page(self) -> StepPage:
        page = make_page(self._walk, self._answers, self._at)
        if isinstance(self._step, Wait) and (opens := self._opens()) > self._today():
            return replace(page, note=_("It goes on from {day}.").replace("{day}", words.day(opens)))
        return page

    def _today(self) -> date:
        return self._clock.now().date()

    def _opens(self) -> date:
        """The day from which the way goes on behind this step."""
        if not isinstance(self._step, Wait):
            return self._today()
        return self._step.opens(self._answers.get(self._waiting), self._today())

    @property
    def _waiting(self) -> Key:
        return (self._step.id, BOTH if len(self._walk.writers) > 1 else self._walk.writers[0].id)

    def _arrive(self) -> None:
        """Whoever comes to a step that waits has waited from this day on."""
        if isinstance(self._step, Wait) and self._waiting not in self._answers:
            self._answers[self._waiting] = self._step.begun(self._today())
            self._dirty.add(self._waiting)

    def _move(self, by: int) -> None:
        self.save_now()
        if by > 0 and self._opens() > self._today():
            self.enough()
            return
        at = self._at + by
        while 0 <= at < len(self._walk.steps) and not is_shown(self._walk.steps[at], self._answers):
            at += by
        if at >= len(self._walk.steps):
            self.leave(self._done)
        elif at < 0:
            self.leave(self._before or self._stop)
        else:
            self._at, self.caret = at, None
            self._arrive()
            self._jobs.run(lambda: self._pen.go(at), lambda _none: None, self._failed)
            self.change(
                page=self._page(),
                picture=make_picture(self._walk, self._answers, self._at),
                faults={},
                status="" if self._walk.kept else self.state.status,
                speaker=0,
                letter="",
            )
