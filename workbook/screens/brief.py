"""Something for a session: what stands on the brief, chosen by one author at a time while only they are unlocked (G20 to G24)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from workbook.content import days
from workbook.content.blocks import Block
from workbook.couple import brief as briefs
from workbook.couple.brief import TITLE, At, Brief, Source
from workbook.couple.people import BOTH, Person, PersonId
from workbook.couple.ports import Clock, Jobs, Notebook, Printer
from workbook.couple.redaction import gaps, typed_in
from workbook.couple.sharing import Item, asked, first_name
from workbook.screens import words
from workbook.screens.export import Tick
from workbook.screens.making import MakingScreen, MakingState

Scope = Literal["since", "all"]

LAST = {True: "brief-for-two", False: "brief-of-mine"}
"""The private setting that says up to where the last brief went: a count, never a time."""


class Gathered(Struct, frozen=True, kw_only=True):
    """What a brief can be made of, read at once: where the last one ended, everyone in the notebook, what each sitting offers.

    `days` are those on which this person first saw a sitting there.
    """

    brief: Brief
    since: int
    people: tuple[Person, ...]
    offered: Mapping[str, tuple[Item, ...]]
    days: Mapping[str, date | None]


class Group(Struct, frozen=True, kw_only=True):
    """One sitting: whether it may be named, then each answer; `brought` are those marked as worth session time."""

    sitting: str
    named: Tick
    ticks: tuple[Tick, ...]
    brought: frozenset[tuple[str, PersonId]]


class BriefState(MakingState, frozen=True, kw_only=True):
    """What one author can choose; `scope` is empty where there is nothing to choose between.

    `first` and `last` are the days it is narrowed down to, as they were typed.
    """

    name: str
    partner: str
    joint: bool
    groups: tuple[Group, ...]
    wants: str = ""
    scope: Scope | Literal[""] = ""
    first: str = ""
    last: str = ""
    role_name: str = ""
    role: str = ""

    def counted(self) -> tuple[int, int]:
        """How many are ticked, and of how many."""
        ticks = [tick.ticked for group in self.groups for tick in (group.named, *group.ticks)]
        return sum(ticks), len(ticks)


class BriefScreen(MakingScreen[BriefState]):
    """Lets one author choose, then hands on or makes the paper."""

    def __init__(
        self,
        found: Gathered,
        me: Person,
        waiting: tuple[Person, ...],
        notebook: Notebook,
        printer: Printer,
        jobs: Jobs,
        clock: Clock,
        *,
        partner: str,
        folder: Path,
        hand_on: Callable[[Brief], None],
        back: Callable[[], None],
    ) -> None:
        brief, since = found.brief, found.since
        self._brief, self._me, self._since, self._offered = brief, me, since, found.offered
        self._notebook, self._hand_on, self.back = notebook, hand_on, back
        newer = any(source.revision > since for source in brief.sources)
        older = any(source.revision <= since for source in brief.sources)
        self._scope: Scope = "since" if newer else "all"
        self._days, self._between = found.days, (date.min, date.max)
        self._ticked = self._defaults()
        super().__init__(
            BriefState(
                name=me.name,
                partner=partner,
                before=next((person.name for person in brief.people if person.id in brief.ticks), ""),
                next_name=waiting[0].name if waiting else "",
                joint=brief.joint,
                groups=self._groups(),
                scope=self._scope if newer and older else "",
                role_name="" if brief.joint else first_name(partner) if partner else "",
                folder=str(folder / "notes.pdf"),
            ),
            printer,
            jobs,
            clock,
            lambda: notebook.space(me.id),
        )
        self.anew()

    # choosing

    def look_back(self, scope: Scope) -> None:
        """Choose among what came since the last brief, or among everything."""
        self._scope = scope
        self.change(scope=scope)
        self._changed()

    def between(self, first: str, last: str) -> None:
        """Choose only among what is from these days; where nothing is typed there is no end on that side."""
        begins = days.understood(first) if first.strip() else date.min
        ends = days.understood(last) if last.strip() else date.max
        if begins is None or ends is None:
            example = days.written(self._clock.now().date())
            self.change(trouble=_("It takes a day, such as {day}.").replace("{day}", example))
            return
        self._between = (begins, ends)
        self.change(first=first.strip(), last=last.strip(), trouble="")
        self._changed()

    def tick(self, sitting: str, step: str, author: PersonId, ticked: bool) -> None:
        """Let an answer go on this paper, or not; `TITLE` for naming what was done."""
        at = (sitting, step, author)
        self._ticked = self._ticked | {at} if ticked else self._ticked - {at}
        self._changed()

    def tick_all(self, sitting: str) -> None:
        """Tick everything of one sitting that its exercise does not mark as tender, and that is not one's own alone so far."""
        group = next(group for group in self.state.groups if group.sitting == sitting)
        items = (tick.item for tick in (group.named, *group.ticks))
        self._ticked |= {(sitting, item.step, item.author) for item in items if not (item.tender or item.unseen)}
        self._changed()

    def want(self, text: str) -> None:
        """What this person would like from the session; it is kept nowhere but on the paper."""
        self.change(wants=text)
        self.anew()

    def put_role(self, name: str, role: str) -> None:
        """Put a role in the place of a name wherever this person typed it (G24)."""
        self.change(role_name=name, role=role)
        self.anew()

    def hand_on(self) -> None:
        """Everything of mine is chosen: a line in my own log, then the partner's turn."""
        brief = self._consented()
        ticked = {at for found in brief.ticks.values() for at in found}
        kept = replace(brief, brought=brief.brought & ticked)
        self._jobs.run(
            self._handed_on,
            lambda ticket: self._hand_on(replace(kept, tickets={**kept.tickets, self._me.id: ticket})),
            lambda error: self.change(trouble=words.trouble(error)),
        )

    # the paper

    def nothing(self) -> str:
        """Why there is no page."""
        if self.state.joint:
            return _("There is no page yet. What belongs to you both needs a tick from each of you.")
        return super().nothing()

    def draft(self) -> Callable[[], tuple[Block, ...]]:
        """What stands on the pages, as it is chosen now."""
        brief = self._consented()
        return lambda: () if briefs.empty(brief) else briefs.blocks(brief)

    def cover_title(self) -> str:
        """None: the first page is the one that is read."""
        return ""

    def names(self) -> tuple[str, ...]:
        """Everybody's."""
        return (*(person.name for person in self._brief.people), self.state.partner)

    def called(self) -> str:
        """Which of the two documents it is."""
        return _("Brief by us both") if self._brief.joint else _("Brief of my own")

    def typed(self, phrase: str) -> bool:
        """Whether these words stand in what this person, or both, typed."""
        return any(
            typed_in(source.sitting, one, phrase)
            for source in self._sources()
            for one in source.responses
            if one.author in (self._me.id, BOTH)
        )

    def about_written(self, to: str, digest: str) -> None:
        """From here on is what comes since; whoever handed it on hears of it when they come in."""
        self._from_here()
        for ticket in self._brief.tickets.values():
            self._notebook.shared().left(ticket, to, digest)

    def _handed_on(self) -> str:
        ticket = self._notebook.space(self._me.id).handed_on(self.called(), _("handed on"))
        self._from_here()
        return ticket

    def _from_here(self) -> None:
        newest = max((source.revision for source in self._brief.sources), default=self._since)
        self._notebook.space(self._me.id).set(LAST[self._brief.joint], str(max(newest, self._since)))

    def _consented(self) -> Brief:
        state, me = self.state, self._me.id
        sources = self._sources()
        here = {source.sitting.id for source in sources}
        ticked = frozenset(at for at in self._ticked if at[0] in here)
        role = (state.role_name.strip(), state.role.strip())
        return replace(
            self._brief,
            sources=sources,
            ticks={**self._brief.ticks, me: ticked},
            wants={**self._brief.wants, me: state.wants},
            without={**self._brief.without, me: gaps(state.left_out, role)},
        )

    def _sources(self) -> tuple[Source, ...]:
        found = (source for source in self._brief.sources if self._scope == "all" or source.revision > self._since)
        return tuple(source for source in found if self._is_within(source))

    def _is_within(self, source: Source) -> bool:
        first, last = self._between
        day = self._days.get(source.sitting.id)
        return (first, last) == (date.min, date.max) or (day is not None and first <= day <= last)

    def _defaults(self) -> frozenset[At]:
        """In a brief by both, that something was done, unless its name tells too much; no words, and nothing in one's own."""
        named = ((at, items[0]) for at, items in self._offered.items() if self._brief.joint)
        return frozenset((at, TITLE, item.author) for at, item in named if not item.tender)

    def _changed(self) -> None:
        self.change(groups=self._groups())
        self.anew()

    def _groups(self) -> tuple[Group, ...]:
        return tuple(self._group(source) for source in self._sources())

    def _group(self, source: Source) -> Group:
        at = source.sitting.id
        left = any(person.left for person in self._brief.people)
        named, *items = (
            Tick(item=item, ticked=(at, item.step, item.author) in self._ticked, both=item.author == BOTH)
            for item in self._offered[at]
            if asked(item, self._me.id) and not (left and item.author == BOTH)
        )
        brought = frozenset((step, author) for sitting, step, author in self._brief.brought if sitting == at)
        return Group(sitting=at, named=named, ticks=tuple(items), brought=brought)
