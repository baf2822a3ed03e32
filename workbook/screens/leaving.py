"""Deleting: one answer, or all of one's own in a sitting; each page says what it does and what it cannot reach (G19)."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from typing import Literal, TypeVar

from msgspec import Struct

from workbook.content.blocks import Block
from workbook.content.step import Answer
from workbook.couple import beside, sharing
from workbook.couple.people import PersonId
from workbook.couple.ports import Jobs, Notebook
from workbook.couple.sitting import Response, Sitting, personal
from workbook.screens import words
from workbook.screens.screen import Screen

ALL = "*"
"""Asking about the whole sitting; no step is called so."""

T = TypeVar("T")
Stand = Literal["mine", "sealed", "open", "mark"]
"""Who has an answer: its author alone; nobody else yet; both, at the reveal or at the table. A mark both have, too."""


class Own(Struct, frozen=True, kw_only=True):
    """One answer that could be deleted."""

    step: str
    title: str
    blocks: tuple[Block, ...]
    stand: Stand


class LeavingState(Struct, frozen=True, kw_only=True):
    """One's own answers in a sitting; `asking` is the step (or `ALL`) that is to go, once it was said again."""

    title: str = ""
    for_two: bool = False
    items: tuple[Own, ...] = ()
    asking: str = ""
    loaded: bool = False
    busy: bool = False
    trouble: str = ""

    def item(self) -> Own | None:
        """The answer that is asked about, where it is one."""
        return next((item for item in self.items if item.step == self.asking), None)


def what_it_does(state: LeavingState) -> str:
    """What will happen when it is said again."""
    item = state.item()
    if item is not None:
        return {
            "mine": _("This answer is deleted from your space, at once and for good."),
            "sealed": _("This answer is deleted, at once and for good. At the reveal its place looks like one you skipped."),
            "open": _(
                "This answer is deleted from your space and from what you share, at once and for good. "
                "Where it stood, you both see *Taken back.*"
            ),
            "mark": _("This mark is deleted from what you share, at once and for good. Its place is empty then."),
        }[item.stand]
    if state.for_two:
        return _(
            "All you wrote in it is deleted, at once and for good, and it leaves your page. What was not open yet never opens. "
            "Where something of yours was open, you both see *Taken back.*\n\n"
            "What you both wrote together stays, and so does what your partner wrote. That it was begun for you both still shows."
        )
    return _("All you wrote in it is deleted, at once and for good, and that you did this exercise.")


def what_it_cannot_reach() -> str:
    """What stays out of reach."""
    return _(
        "What this cannot reach: backups of this notebook that were made before, copies of its folder, files you wrote "
        "out, pages you printed, and what someone has read already."
    )


class LeavingScreen(Screen[LeavingState]):
    """Lists what is one's own in a sitting, and deletes after asking once."""

    def __init__(
        self, me: PersonId, sitting: str, notebook: Notebook, jobs: Jobs, *, back: Callable[[], None], gone: Callable[[], None]
    ) -> None:
        self._me, self._sitting, self._notebook, self._jobs = me, sitting, notebook, jobs
        self._back, self._gone = back, gone
        super().__init__(LeavingState())
        self._run(self._read, self._show)

    def ask(self, what: str) -> None:
        """Somebody wants this gone: first say what that does."""
        self.change(asking=what, trouble="")

    def keep(self) -> None:
        """Better not."""
        self.change(asking="", trouble="")

    def back(self) -> None:
        """Back to the pages; not while they are being deleted."""
        if not self.state.busy:
            self._back()

    def delete(self) -> None:
        """It was said again: delete it."""
        step = self.state.asking
        if self.state.busy or not step:
            return
        self.change(busy=True, trouble="")
        if step == ALL:
            self._run(self._delete_all, lambda _none: self._gone())
        else:
            self._run(lambda: self._delete(step), self._show)

    def _delete(self, step: str) -> LeavingState:
        for gone in (beside.bring_id(step), step):  # that it was to be brought somewhere would tell that it was there
            if self.state.for_two:
                self._notebook.take_back(self._me, self._sitting, gone)
            else:
                self._notebook.space(self._me).delete_answer(self._sitting, gone)
        return self._read()

    def _delete_all(self) -> None:
        if self.state.for_two:
            self._notebook.leave_sitting(self._me, self._sitting)
        else:
            self._notebook.space(self._me).delete(self._sitting)

    def _read(self) -> LeavingState:
        space, shared = self._notebook.space(self._me), self._notebook.shared()
        joint = shared.sitting(self._sitting)
        entry = joint or space.entry(self._sitting)
        if entry is None:
            raise KeyError("no such sitting here")
        table = {one.step: one.answer for one in shared.joint(self._sitting) if one.author == self._me}
        out = {one.step: one.answer for one in shared.opened(self._sitting) if one.author == self._me}
        said = space.answers(self._sitting) | space.letters(self._sitting)
        said |= {step: answer for step, answer in out.items() if answer is not None} | table
        marks = {one.step: one.answer for one in shared.beside(self._sitting) if one.author == self._me}
        said |= space.beside(self._sitting) | marks
        open_ = {step for step, answer in (out | table).items() if answer is not None}
        sealed = space.sealed(self._sitting) - out.keys()
        stands: dict[str, Stand] = {step: "open" if step in open_ else "sealed" if step in sealed else "mine" for step in said}
        stands |= dict.fromkeys(marks, "mark")
        return LeavingState(
            title=entry.sitting.exercise.title, for_two=joint is not None, items=_items(entry.sitting, said, stands), loaded=True
        )

    def _show(self, state: LeavingState) -> None:
        self.state = state
        self.change()

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._jobs.run(work, then, lambda error: self.change(busy=False, loaded=True, trouble=words.trouble(error)))


def _items(sitting: Sitting, said: dict[str, Answer | None], stands: dict[str, Stand]) -> tuple[Own, ...]:
    found = []
    for step in (personal(step, _("you"), None) for step in sitting.exercise.steps()):
        there = [step.id, *beside.marks_and_later(step.id, said)]
        shown = (
            sharing.item(step, Response(step=name, author="", answer=said[name])) for name in there if said.get(name) is not None
        )
        found += [Own(step=one.step, title=one.title, blocks=one.blocks, stand=stands[one.step]) for one in shown]
    return tuple(found)
