"""What two agreed for a day: what holds, never who made it smaller; either does so or calls it off, alone, at once (G5, G31)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from msgspec import Struct

from workbook.content import days
from workbook.content.blocks import Block, Heading, Prose
from workbook.content.fields import Option
from workbook.couple import agreements
from workbook.couple.agreements import Holding
from workbook.couple.people import PersonId
from workbook.couple.ports import Clock, Jobs, Notebook, Printer
from workbook.screens import words
from workbook.screens.hall import Hall
from workbook.screens.places import typed_place
from workbook.screens.screen import Screen


class Thing(Struct, frozen=True, kw_only=True):
    """One thing agreed to: what holds of it, and to what it can be narrowed."""

    id: str
    text: str
    holds: str
    narrower: tuple[Option, ...]


class Day(Struct, frozen=True, kw_only=True):
    """What holds for one day; `title` names the exercise, `until` from when on something wider could be agreed."""

    sitting: str
    title: str
    day: str
    until: str
    called_off: bool
    things: tuple[Thing, ...]


class AgreedState(Struct, frozen=True, kw_only=True):
    """Every day there is something agreed for; `asking` is the one that is about to be called off, `folder` where paper goes.

    `may_narrow` in one's own space, `may_print` where both are here.
    """

    days: tuple[Day, ...] = ()
    may_narrow: bool = False
    may_print: bool = False
    asking: str = ""
    folder: str = ""
    written: str = ""
    trouble: str = ""


class AgreedScreen(Screen[AgreedState]):
    """Shows what holds, and narrows it."""

    def __init__(
        self,
        me: PersonId | None,
        notebook: Notebook,
        exercises: Collection[str],
        printer: Printer,
        jobs: Jobs,
        clock: Clock,
        *,
        folder: Path,
        back: Callable[[], None],
    ) -> None:
        self._me, self._notebook, self._exercises, self.back = me, notebook, exercises, back
        self._printer, self._jobs, self._clock = printer, jobs, clock
        super().__init__(AgreedState(may_narrow=me is not None, may_print=me is None, folder=str(folder / "notes.pdf")))
        self._do(lambda: None)

    def narrow(self, sitting: str, thing: str, level: str) -> None:
        """Make one thing smaller, at once; nobody is asked, and nobody is told who did."""
        me = self._me
        day = next(day for day in self.state.days if day.sitting == sitting)
        if me is None or level not in {option.id for one in day.things if one.id == thing for option in one.narrower}:
            return

        def work() -> None:
            shared = self._notebook.shared()
            for holding in self._holding():
                step = holding.newest.step
                if holding.newest.sitting.id == sitting:
                    as_it_is = {item.id: step.levels[-1].id for item in step.items}
                    shared.narrow(sitting, step.id, me, {"consent": {**as_it_is, thing: level}})

        self._do(work)

    def call_off(self, sitting: str) -> None:
        """Call all of it off: first say what that does, then do it."""
        if self.state.asking != sitting:
            self.change(asking=sitting)
            return
        self._do(lambda: self._notebook.shared().call_off(sitting))

    def keep(self) -> None:
        """Better not."""
        self.change(asking="")

    def write(self, target: str) -> None:
        """A PDF of what holds, with both here."""
        if not self.state.may_print:
            return
        path, title = typed_place(target), _("What we agreed for a day")

        def work() -> str:
            digest = self._printer.write(title, on_paper(self._holding()), path)
            for person in self._notebook.unlocked():
                self._notebook.space(person).exported(title, path.name, digest)
            return str(path)

        self._jobs.run(work, lambda written: self.change(written=written, trouble=""), self._failed)

    def _do(self, work: Callable[[], None]) -> None:
        def then() -> tuple[Day, ...]:
            work()
            return tuple(map(day_of, self._holding()))

        self._jobs.run(then, lambda found: self.change(days=found, asking="", trouble=""), self._failed)

    def _holding(self) -> tuple[Holding, ...]:
        return agreements.holding(self._notebook.shared(), self._exercises, self._clock.now())

    def _failed(self, error: Exception) -> None:
        self.change(asking="", trouble=words.trouble(error))


def show_agreed(hall: Hall, me: PersonId | None, back: Callable[[], None]) -> None:
    """The page of one person in their own space, or of both at the table."""
    outside = hall.outside
    exercises, folder = outside.library.agreeing(), outside.documents
    hall.show(AgreedScreen(me, hall.notebook, exercises, outside.printer, outside.jobs, outside.clock, folder=folder, back=back))


def on_paper(found: tuple[Holding, ...]) -> tuple[Block, ...]:
    """What holds, for paper."""
    blocks: list[Block] = [Prose(_("What holds between the two of us. Either can make it smaller or call it off, at any time."))]
    for holding in found:
        day = day_of(holding)
        blocks += [Heading(f"{day.title}: {day.day}" if day.day else day.title, 2)]
        blocks += [Prose(called_off())] if day.called_off else holding.blocks()
    return tuple(blocks)


def called_off() -> str:
    """What stands there when it was called off."""
    return _("This was called off. For everything here the answer is no.")


def day_of(holding: Holding) -> Day:
    """What holds, as the page shows it."""
    newest = holding.newest
    texts = {level.id: level.text for level in newest.step.levels}
    things = tuple(
        Thing(
            id=item.id,
            text=item.text,
            holds=texts[holding.levels[item.id]],
            narrower=() if holding.called_off else holding.narrower(item.id),
        )
        for item in newest.step.items
    )
    return Day(
        sitting=newest.sitting.id,
        title=newest.sitting.exercise.title,
        day=days.in_full(newest.day) if newest.day else "",
        until=_moment(holding.until) if holding.until else "",
        called_off=holding.called_off,
        things=things,
    )


def _moment(when: datetime) -> str:
    return days.in_full(when.date())
