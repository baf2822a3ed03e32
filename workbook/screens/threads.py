"""One thread through many sittings: a page of blocks to read, some of which somebody can choose among or add a line to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _

import msgspec
from msgspec import Struct

from workbook.content import days
from workbook.content.blocks import Block
from workbook.couple import threads
from workbook.couple.belongings import by_both
from workbook.couple.people import BOTH, PersonId, here
from workbook.couple.ports import Clock, Jobs, Notebook
from workbook.couple.sitting import Response
from workbook.couple.threads import Drawing, Happening, Then
from workbook.screens import words
from workbook.screens.screen import Screen

MOST = 100
"""How many sittings back a thread is followed."""

HAPPENED = "life-events"
"""A private setting: what happened in a life, as a JSON list of day and words."""


class ThreadState(Struct, frozen=True, kw_only=True):
    """A page to read: its title, a line on what it is, the blocks, and what can be chosen; without blocks, what is said instead."""

    title: str
    about: str
    blocks: tuple[Block, ...] = ()
    nothing: str = ""
    choices: tuple[str, ...] = ()
    chosen: int = 0
    trouble: str = ""
    loaded: bool = False


class ThreadScreen(Screen[ThreadState]):
    """Reads once, then shows."""

    def __init__(
        self, title: str, about: str, nothing: str, read: Callable[[], tuple[Block, ...]], jobs: Jobs, *, back: Callable[[], None]
    ) -> None:
        self.back = back
        super().__init__(ThreadState(title=title, about=about, nothing=nothing))
        jobs.run(
            read,
            lambda blocks: self.change(blocks=blocks, loaded=True),
            lambda error: self.change(trouble=words.trouble(error), loaded=True),
        )

    def choose(self, _which: int) -> None:
        """Nothing can be chosen here."""


class LoopsScreen(Screen[ThreadState]):
    """The newest drawing of the loop, and an earlier one beside it."""

    def __init__(self, read: Callable[[], tuple[Drawing, ...]], jobs: Jobs, *, back: Callable[[], None]) -> None:
        self.back = back
        self._drawn: tuple[Drawing, ...] = ()
        super().__init__(
            ThreadState(
                title=_("The loop, then and now"),
                about=_("How you drew it. Neither drawing is more right than the other."),
                nothing=_("No loop is drawn yet. “Draw our loop” and “My half of it” are where it begins."),
            )
        )
        jobs.run(read, self._show, lambda error: self.change(trouble=words.trouble(error), loaded=True))

    def choose(self, which: int) -> None:
        """Put another earlier drawing beside the newest one."""
        self.change(chosen=which, blocks=self._blocks(which))

    def _show(self, drawn: tuple[Drawing, ...]) -> None:
        self._drawn = drawn
        choices = tuple(_named(one) for one in drawn[1:]) if len(drawn) > 2 else ()
        self.change(choices=choices, blocks=self._blocks(0), loaded=True)

    def _blocks(self, which: int) -> tuple[Block, ...]:
        if len(self._drawn) < 2:
            return tuple(one.loop for one in self._drawn)
        then, now = self._drawn[which + 1], self._drawn[0]
        names = (_("Then: {drawing}"), _("Now: {drawing}"))
        told = (names[0].replace("{drawing}", _named(then)), names[1].replace("{drawing}", _named(now)))
        return threads.beside_each_other(then, now, told)


class PulseState(Struct, frozen=True, kw_only=True):
    """The weekly lines, what happened in between, and how adding to it went."""

    blocks: tuple[Block, ...] = ()
    happened: tuple[Happening, ...] = ()
    today: str = ""
    note: str = ""
    trouble: str = ""
    loaded: bool = False


class PulseScreen(Screen[PulseState]):
    """Shows the weekly lines; a person can draw into them what happened in their life, and only they see that."""

    def __init__(self, me: PersonId, notebook: Notebook, jobs: Jobs, clock: Clock, *, back: Callable[[], None]) -> None:
        self._me, self._notebook, self._jobs, self.back = me, notebook, jobs, back
        super().__init__(PulseState(today=days.written(clock.now().date())))
        self._run(self._read)

    def add(self, said: str, when: str) -> bool:
        """Draw something in; gives back whether there was a day and words."""
        day = days.understood(when)
        if day is None or not said.strip():
            self.change(note=_("Write a few words and a day, such as {day}.").replace("{day}", self.state.today))
            return False
        self._keep((*self.state.happened, Happening(day, said.strip())))
        return True

    def remove(self, happening: Happening) -> None:
        """Take something out again."""
        self._keep(tuple(one for one in self.state.happened if one != happening))

    def _keep(self, happened: tuple[Happening, ...]) -> None:
        kept = msgspec.json.encode(sorted(happened, key=lambda one: one.day)).decode("utf-8")

        def work() -> PulseState:
            self._notebook.space(self._me).set(HAPPENED, kept)
            return self._read()

        self._run(work)

    def _run(self, work: Callable[[], PulseState]) -> None:
        self._jobs.run(work, self._show, lambda error: self.change(trouble=words.trouble(error), loaded=True))

    def _read(self) -> PulseState:
        happened = happenings(self._notebook.space(self._me).setting(HAPPENED))
        past = gathered(self._notebook, self._me, (threads.PULSE,), threads.WEEKS)
        people = sorted(here(self._notebook.shared().people()), key=lambda person: person.id != self._me)
        blocks = threads.lines(reversed(past), people, happened, _day_or_week)
        return PulseState(blocks=blocks, happened=happened)

    def _show(self, read: PulseState) -> None:
        self.change(blocks=read.blocks, happened=read.happened, note="", trouble="", loaded=True)


def happenings(kept: str | None) -> tuple[Happening, ...]:
    """What a setting holds; nothing where it cannot be read."""
    try:
        return msgspec.json.decode(kept or "[]", type=tuple[Happening, ...])
    except (msgspec.DecodeError, UnicodeEncodeError):
        return ()


def loops(notebook: Notebook, me: PersonId) -> tuple[Drawing, ...]:
    """The drawings of loops, the newest first."""
    return threads.loops(gathered(notebook, me, threads.LOOPS, MOST), notebook.shared().people())


def triggers(notebook: Notebook, me: PersonId) -> tuple[Block, ...]:
    """What set this person off."""
    return threads.triggers(gathered(notebook, me, tuple(threads.TRIGGERS), MOST), me)


def set_out(notebook: Notebook, me: PersonId) -> tuple[Block, ...]:
    """What was set out, by this person and by both."""
    return threads.set_out(reversed(gathered(notebook, me, None, MOST)), me)


def gathered(notebook: Notebook, me: PersonId, exercises: tuple[str, ...] | None, most: int) -> tuple[Then, ...]:
    """The newest sittings of certain exercises or of any, one's own and those of both, as one person may look back at them.

    One's own words are all there, those of the other only as far as they opened.
    """
    space, shared = notebook.space(me), notebook.shared()
    ours = {entry.sitting.id: entry.sitting for entry in shared.latest(most, exercises)}
    own = {entry.sitting.id: entry.sitting for entry in space.latest(most, exercises)}
    noted = space.days([*own, *ours])
    order = {name: at for at, name in enumerate(noted)}
    found: list[Then] = []
    for name, sitting in (own | ours).items():
        opened = (*shared.opened(name), *shared.joint(name)) if name in ours else ()
        there = {(one.step, one.author) for one in opened if one.answer is not None}
        joint = by_both(sitting.exercise) if name not in ours else frozenset()
        said = space.answers(name).items() if name in own else ()
        mine = (Response(step=step, author=BOTH if step in joint else me, answer=answer) for step, answer in said)
        rest = (one for one in mine if (one.step, one.author) not in there)
        found.append(Then(sitting=sitting, responses=(*opened, *rest), day=noted.get(name)))
    found.sort(key=lambda then: -order.get(then.sitting.id, len(order)))
    return tuple(found[:most])


def _named(drawing: Drawing) -> str:
    return f"{drawing.title}, {days.written(drawing.day)}" if drawing.day else drawing.title


def _day_or_week(day: date | None, at: int) -> str:
    return days.written(day) if day else _("No. {number}").replace("{number}", str(at))
