"""The walk: one step at a time, alone or at the table; every word is kept as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from gettext import gettext as _
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from workbook.content.blocks import Block
from workbook.content.step import Answer, Step, Voice, tidy
from workbook.couple.people import BOTH, PersonId
from workbook.couple.ports import Clock, Jobs
from workbook.couple.sitting import personal
from workbook.screens import words
from workbook.screens.pens import Pen
from workbook.screens.screen import Screen, View

S = TypeVar("S", bound=Step)
Key = tuple[str, PersonId]
"""A step and who answers it."""

PAUSE_IN_TYPING = 1.0
LONGEST_UNSAVED = 2.0
"""Seconds: an answer is kept a second after the last key, and never later than two seconds after the first."""


class Writer(Struct, frozen=True):
    """Somebody whose words a page takes: their id, and what they are called there."""

    id: PersonId
    name: str


class Walk(Struct, frozen=True, kw_only=True):
    """What is walked: the steps of one part, who writes, what was said before, and where to begin.

    `writers` is one person in an apart half, both at the table. `voices` and `joint` are earlier answers that may be shown here,
    by step id; the walk's own are added to them as they are written.
    """

    title: str
    steps: tuple[Step, ...]
    writers: tuple[Writer, ...]
    partner: str | None = None
    answers: Mapping[Key, Answer | None]
    voices: Mapping[PersonId, Mapping[str, str | None]] = {}
    joint: Mapping[str, str | None] = {}
    sees: Mapping[str, str] = {}
    start: int = 0
    kept: bool = True


class Group(Struct, frozen=True):
    """One set of inputs on a page and whose it is; `heading` is empty where there is only one."""

    author: PersonId
    heading: str
    step: Step
    answer: Answer | None


class StepPage(Struct, frozen=True, kw_only=True):
    """One step as it is shown; made anew only when somebody moves, so that nothing typed is ever set back."""

    step: Step
    groups: tuple[Group, ...]
    position: str
    note: str
    first: bool
    last: bool


class WalkState(Struct, frozen=True, kw_only=True):
    """What the walk shows: the page, the drawing above it, how saving stands, what might be amiss with a field.

    `stuck` is true when leaving failed to save: then "leave anyway" is offered.
    """

    title: str
    page: StepPage
    picture: tuple[Block, ...]
    status: str = ""
    trouble: str = ""
    faults: Mapping[Key, Mapping[str, str]] = {}
    stuck: bool = False
    speaker: int = 0


class WalkScreen(Screen[WalkState]):
    """Walks somebody through the steps of one part."""

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
        self._timers: list[Callable[[], None]] = []
        self._at = min(walk.start, len(walk.steps) - 1)
        status = "" if walk.kept else _("Not kept anywhere")
        super().__init__(WalkState(title=walk.title, page=self._page(), picture=self._picture(), status=status))

    def attach(self, view: View[WalkState]) -> None:
        """Show the page as it stands now, also when somebody comes back to it from help or a pause."""
        self.state = replace(self.state, page=self._page(), picture=self._picture())
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
        self._save_soon()
        status = "" if self._walk.kept else self.state.status
        picture = self._picture()
        if (status, picture) != (self.state.status, self.state.picture):
            self.change(status=status, picture=picture)

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

    def enough(self) -> None:
        """Enough for today: everything is kept, and nobody asks why."""
        self.leave(self._stop)

    def try_again(self) -> None:
        """Save once more what could not be saved."""
        self.save_now()

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything, then go; where it cannot be kept, stay and say so."""
        self.save_now(then)

    def leave_anyway(self) -> None:
        """Go although something could not be saved; only after the person was told."""
        self._cancel_timers()
        self._stop()

    def unsaved_words(self) -> str:
        """What could not be saved, in plain words, to copy somewhere else."""
        steps = {step.id: step for step in self._walk.steps}
        texts = (steps[step].words(self._answers.get((step, author))) for step, author in sorted(self._dirty))
        return "\n\n".join(text for text in texts if text)

    # keeping

    def _save_soon(self) -> None:
        if len(self._timers) > 1:
            self._timers.pop()()
        if not self._timers:
            self._timers.append(self._clock.after(LONGEST_UNSAVED, self.save_now))
        self._timers.append(self._clock.after(PAUSE_IN_TYPING, self.save_now))

    def save_now(self, then: Callable[[], None] | None = None) -> None:
        """Keep everything that is not yet on the disk, then call `then`."""
        self._cancel_timers()
        pages = [(key, self._answers.get(key)) for key in sorted(self._dirty)]
        if not pages:
            if then:
                self._jobs.run(lambda: None, lambda _none: then(), self._failed)
            return
        self._dirty.clear()
        if self._walk.kept:
            self.change(status=_("Saving …"))

        def work() -> None:
            for (step, author), answer in pages:
                self._pen.save(step, author, answer)

        def kept(_none: None) -> None:
            if not self._dirty:
                self.change(status=_("Saved") if self._walk.kept else self.state.status, trouble="", stuck=False)
            if then:
                then()

        def failed(error: Exception) -> None:
            self._dirty.update(key for key, _answer in pages)
            self._failed(error)

        self._jobs.run(work, kept, failed)

    def _failed(self, error: Exception) -> None:
        self.change(status=_("Not saved"), trouble=words.trouble(error), stuck=True)

    def _cancel_timers(self) -> None:
        while self._timers:
            self._timers.pop()()

    # moving

    @property
    def _step(self) -> Step:
        return self._walk.steps[self._at]

    def _move(self, by: int) -> None:
        self.save_now()
        at = self._at + by
        while 0 <= at < len(self._walk.steps) and not self._shown(self._walk.steps[at]):
            at += by
        if at >= len(self._walk.steps):
            self.leave(self._done)
        elif at < 0:
            self.leave(self._before or self._stop)
        else:
            self._at = at
            self._jobs.run(lambda: self._pen.go(at), lambda _none: None, self._failed)
            self.change(page=self._page(), picture=self._picture(), faults={}, speaker=0)

    def _shown(self, step: Step) -> bool:
        if step.show_when is None:
            return True
        answers = {key[0]: answer for key, answer in self._answers.items()}
        return step.show_when.holds(answers)

    # making the page

    def _page(self) -> StepPage:
        step, at = self._step, self._at
        ahead = [later for later in self._walk.steps[at:] if self._shown(later)]
        before = [earlier for earlier in self._walk.steps[:at] if self._shown(earlier)]
        position = _("Step {n} of {all}, {minutes} left")
        for key, value in (
            ("{n}", str(len(before) + 1)),
            ("{all}", str(len(before) + len(ahead))),
            ("{minutes}", words.minutes(sum(later.minutes for later in ahead))),
        ):
            position = position.replace(key, value)
        return StepPage(
            step=self._personal(step, self._walk.writers[0]),
            groups=self._groups(step),
            position=position,
            note=self._walk.sees.get(step.id, ""),
            first=at == 0,
            last=len(ahead) == 1,
        )

    def _groups(self, step: Step) -> tuple[Group, ...]:
        if not step.fields():
            return ()
        alone = len(self._walk.writers) == 1
        if step.each or alone:
            return tuple(
                Group(
                    writer.id, "" if alone else writer.name, self._personal(step, writer), self._answers.get((step.id, writer.id))
                )
                for writer in self._walk.writers
            )
        return (Group(BOTH, "", self._personal(step, self._walk.writers[0]), self._answers.get((step.id, BOTH))),)

    def _personal(self, step: S, writer: Writer) -> S:
        other = next((other.name for other in self._walk.writers if other.id != writer.id), self._walk.partner)
        return personal(step, writer.name, other)

    def _picture(self) -> tuple[Block, ...]:
        joint = dict(self._walk.joint)
        said = {writer.id: dict(self._walk.voices.get(writer.id, {})) for writer in self._walk.writers}
        for step in self._walk.steps:
            for author, place in (*said.items(), (BOTH, joint)):
                if (step.id, author) in self._answers:
                    place[step.id] = step.words(self._answers[step.id, author])
        voices = tuple(Voice(writer.name, said[writer.id]) for writer in self._walk.writers)
        return self._step.picture(voices, joint)
