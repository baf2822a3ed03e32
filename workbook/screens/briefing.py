"""The ways to a brief: which of the two documents, what it is gathered from, and whose turn it is (G22)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from gettext import gettext as _
from typing import Final

from msgspec.structs import replace

from workbook.couple import beside, holds
from workbook.couple.brief import At, Brief, Source, offered
from workbook.couple.people import BOTH, Person, PersonId, here, partner_of
from workbook.couple.sitting import Response
from workbook.screens.brief import LAST, BriefScreen, Gathered
from workbook.screens.hall import Hall
from workbook.screens.moments import brought
from workbook.screens.myspace import Errand, MySpaceScreen

LOOKED_AT: Final = 60
"""How many sittings back a brief can reach."""


class BriefFlow:
    """The ways of one person who is unlocked."""

    def __init__(self, hall: Hall, me: PersonId, back: Callable[[], None]) -> None:
        self._hall, self._me, self._back = hall, me, back
        self._notebook = hall.notebook

    def choose(self) -> None:
        """Two documents, never one with hidden layers; where there is nobody else, only one's own."""
        self._hall.ask(lambda: self._notebook.shared().people(), self._choose)

    def _choose(self, people: tuple[Person, ...]) -> None:
        partner = partner_of(self._me, people)
        if partner is None:
            self.own()
            return
        both = _("What you both opened and wrote together. You choose yours, then {name} comes in and chooses theirs.")
        ways = (
            Errand(_("A brief by us both"), both.replace("{name}", partner.name), self.joint),
            Errand(_("A brief of my own"), _("Only from your own space, in your own words. Nobody else is in it."), self.own),
        )
        self._hall.show(MySpaceScreen(ways, back=self._back, title=_("Something for a session")))

    def own(self) -> None:
        """A brief from one's own space alone."""

        def work() -> Gathered:
            people = self._notebook.shared().people()
            me = next(person for person in people if person.id == self._me)
            sources = tuple(self._own_sources())
            marks = frozenset((one.sitting.id, *key) for one in sources for key in brought(one.responses))
            brief = Brief(people=(me,), sources=tuple(map(_said, sources)), brought=marks)
            return self._gathered(brief, self._since(False), people)

        self._hall.ask(work, self._show)

    def joint(self) -> None:
        """A brief from what both may see; this person chooses first."""

        def work() -> Gathered:
            people = self._notebook.shared().people()
            sources = tuple(self._shared_sources())
            marks = frozenset((one.sitting.id, *key) for one in sources for key in brought(one.responses))
            by = tuple(person for person in here(people) if any(person.id in one.sitting.people for one in sources)) or here(people)
            brief = Brief(people=by, sources=tuple(map(_said, sources)), brought=marks)
            return self._gathered(self._with_mine(brief), self._since(True), people)

        self._hall.ask(work, self._show)

    def go_on(self, brief: Brief) -> None:
        """The other one's turn: what they marked for themselves counts now, and what is held for them is not there."""

        def work() -> Gathered:
            free = tuple(source for source in brief.sources if not self._held(source))
            return self._gathered(self._with_mine(replace(brief, sources=free)), -1, self._notebook.shared().people())

        self._hall.ask(work, self._show)

    def _gathered(self, brief: Brief, since: int, people: tuple[Person, ...]) -> Gathered:
        """With what could stand on it and from which day it is: worked out once, not at every tick."""
        found = {source.sitting.id: offered(brief, source) for source in brief.sources}
        space = self._notebook.space(self._me)
        space.note(self._hall.outside.clock.now().date())
        return Gathered(brief=brief, since=since, people=people, offered=found, days=space.days([*found]))

    def _show(self, found: Gathered) -> None:
        brief, people, outside = found.brief, found.people, self._hall.outside
        me = next(person for person in people if person.id == self._me)
        waiting = tuple(person for person in brief.people if person.id not in (self._me, *brief.ticks))
        partner = partner_of(self._me, people)
        screen = BriefScreen(
            found,
            me,
            waiting,
            self._notebook,
            outside.printer,
            outside.jobs,
            outside.clock,
            partner=partner.name if partner else "",
            folder=outside.documents,
            hand_on=lambda chosen: self._hall.hand_over(waiting[0], lambda: self._of(waiting[0]).go_on(chosen)),
            back=self._back,
        )
        self._hall.show(screen)

    def _of(self, person: Person) -> BriefFlow:
        return BriefFlow(self._hall, person.id, lambda: self._hall.home(person.id))

    def _since(self, joint: bool) -> int:
        kept = self._notebook.space(self._me).setting(LAST[joint]) or ""
        return int(kept) if kept.isdecimal() else -1

    def _shared_sources(self) -> Iterator[Source]:
        shared = self._notebook.shared()
        for entry in shared.latest(LOOKED_AT):
            at = entry.sitting.id
            said = (*shared.opened(at), *shared.joint(at), *shared.beside(at))
            source = Source(sitting=entry.sitting, responses=said, revision=entry.revision)
            if any(one.answer is not None for one in said) and not self._held(source):
                yield source

    def _own_sources(self) -> Iterator[Source]:
        """What was finished alone, and of what is for two one's own half once it is put aside; never a draft, never a letter."""
        space = self._notebook.space(self._me)
        for entry in space.latest(LOOKED_AT):
            at, alone = entry.sitting.id, entry.sitting.mode == "alone"
            if alone and entry.state != "finished":
                continue
            done = None if alone else space.sealed(at)
            answers = {step: answer for step, answer in space.answers(at).items() if done is None or step in done}
            said = tuple(
                Response(step=step, author=self._me, answer=answer) for step, answer in (answers | space.beside(at)).items()
            )
            source = Source(sitting=entry.sitting, responses=said, revision=entry.revision)
            if any(answer is not None for answer in answers.values()) and not self._held(source):
                yield source

    def _held(self, source: Source) -> bool:
        return holds.running(self._notebook.space(self._me), source.sitting, self._hall.outside.clock.now()) is not None

    def _with_mine(self, brief: Brief) -> Brief:
        """With what only this person marked as worth session time: their own answers, and joint ones."""
        return replace(brief, brought=brief.brought | frozenset(self._mine(brief)))

    def _mine(self, brief: Brief) -> Iterator[At]:
        space = self._notebook.space(self._me)
        for source in brief.sources:
            marked = {beside.step_of(name) for name in space.beside(source.sitting.id) if beside.is_brought(name)}
            for one in source.responses:
                if one.step in marked and one.author in (self._me, BOTH):
                    yield source.sitting.id, one.step, one.author


def _said(source: Source) -> Source:
    """Without the marks themselves: they are known by now."""
    return replace(source, responses=tuple(one for one in source.responses if not beside.is_brought(one.step)))
