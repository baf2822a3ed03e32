"""Making a PDF: each author ticks their own words, for this one export, while only they are unlocked (G20, G21)."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from workbook.content.blocks import Block
from workbook.couple import sharing
from workbook.couple.people import BOTH, Person, PersonId
from workbook.couple.ports import Clock, Jobs, Notebook, Printer
from workbook.couple.redaction import Gap, gaps, shortened, typed_in
from workbook.couple.sharing import Item, Key
from workbook.couple.sitting import Response, Sitting
from workbook.screens import words
from workbook.screens.aftercare import After
from workbook.screens.making import MakingScreen, MakingState
from workbook.screens.pages import Look


class Draft(Struct, frozen=True, kw_only=True):
    """An export while it is made: it lives in memory only, and so does everyone's consent, with the tickets for their logs.

    `finished`: its words change no more.
    """

    sitting: Sitting
    people: tuple[Person, ...]
    responses: tuple[Response, ...]
    ticks: dict[PersonId, frozenset[Key]] = {}
    without: dict[PersonId, tuple[Gap, ...]] = {}
    tickets: dict[PersonId, str] = {}
    finished: bool = True

    def items(self) -> tuple[Item, ...]:
        """What could leave."""
        return sharing.items(self.sitting, self.responses)

    def can_be_asked(self, item: Item) -> bool:
        """Whether all whose words these are, are still in the notebook; nobody else can tick for who has left."""
        return item.author != BOTH or not any(person.left for person in self.people if person.id in self.sitting.people)

    def keys(self) -> frozenset[Key]:
        """What may leave, as it was ticked so far."""
        return sharing.granted(self.items(), self.sitting.people, self.ticks)

    def document(self) -> tuple[Block, ...]:
        """The pages with what may leave, without the words that were left out; nothing where nothing may."""
        keys = self.keys()
        said = shortened(self.sitting, tuple(one for one in self.responses if (one.step, one.author) in keys), self.without)
        return sharing.document(self.sitting, self.people, said, keys) if said else ()


class Tick(Struct, frozen=True, kw_only=True):
    """One answer in the list, and whether it is ticked; `both` says that the partner's tick is needed too."""

    item: Item
    ticked: bool
    both: bool


class ExportState(MakingState, frozen=True, kw_only=True):
    """The list for one author, and who ticks next."""

    title: str
    name: str
    ticks: tuple[Tick, ...]

    def counted(self) -> tuple[int, int]:
        """How many are ticked, and of how many."""
        return sum(tick.ticked for tick in self.ticks), len(self.ticks)


class ExportScreen(MakingScreen[ExportState]):
    """Lets one author tick, then hands on or writes the file."""

    def __init__(
        self,
        draft: Draft,
        me: Person,
        waiting: tuple[Person, ...],
        notebook: Notebook,
        printer: Printer,
        jobs: Jobs,
        clock: Clock,
        *,
        folder: Path,
        hand_on: Callable[[Draft], None],
        back: Callable[[], None],
        after: After | None = None,
    ) -> None:
        self._draft, self._me, self._waiting = draft, me, waiting
        self._notebook = notebook
        self._hand_on, self.back, self._after = hand_on, back, after
        self._ticked: frozenset[Key] = frozenset()
        super().__init__(
            ExportState(
                title=draft.sitting.exercise.title,
                name=me.name,
                before=next((person.name for person in draft.people if person.id in draft.ticks), ""),
                next_name=waiting[0].name if waiting else "",
                ticks=self._list(),
                folder=str(folder / "notes.pdf"),
                look=Look(at=1),  # the page after the one that only says what it is
            ),
            printer,
            jobs,
            clock,
            lambda: notebook.space(me.id),
        )
        if after is not None:
            self.change(country=after.country)
            jobs.run(after.countries, lambda found: self.change(countries=found), self._failed)
        if draft.ticks:
            self.anew()

    def tick(self, step: str, author: PersonId, ticked: bool) -> None:
        """Let an answer go on this paper, or not."""
        key = (step, author)
        self._ticked = self._ticked | {key} if ticked else self._ticked - {key}
        self._changed()

    def tick_all(self) -> None:
        """Tick everything that its exercise does not mark as tender, and that is not one's own alone so far."""
        items = (tick.item for tick in self.state.ticks)
        self._ticked = frozenset((item.step, item.author) for item in items if not (item.tender or item.unseen))
        self._changed()

    def hand_on(self) -> None:
        """Everything of mine is ticked: a line in my own log, then the partner's turn."""
        draft, what = self._consented(), self.called()
        self._jobs.run(
            lambda: self._notebook.space(self._me.id).handed_on(what, _("handed on")),
            lambda ticket: self._hand_on(replace(draft, tickets={**draft.tickets, self._me.id: ticket})),
            lambda error: self.change(trouble=words.trouble(error)),
        )

    def draft(self) -> Callable[[], tuple[Block, ...]]:
        """What stands on the pages, as it is ticked now; with the help lines, where it is a plan for afterwards (G34)."""
        consented, after = self._consented(), self._after
        country, cards = self.state.country, self.state.form == "cards"

        def together() -> tuple[Block, ...]:
            said = consented.document()
            return (*said, *after.lines().blocks(country, cards=cards)) if said and after else said

        return together

    def about_written(self, to: str, digest: str) -> None:
        """Whoever handed it on hears of it when they come in."""
        for ticket in self._draft.tickets.values():
            self._notebook.shared().left(ticket, to, digest)

    def typed(self, phrase: str) -> bool:
        """Whether these words stand in what this person, or both, typed."""
        return any(typed_in(self._draft.sitting, one, phrase) for one in self._draft.responses if one.author in (self._me.id, BOTH))

    def cover_title(self) -> str:
        """The exercise."""
        return self._draft.sitting.exercise.title

    def names(self) -> tuple[str, ...]:
        """Everybody's."""
        return tuple(person.name for person in self._draft.people)

    def called(self) -> str:
        """The exercise, as everybody knows it."""
        return self._draft.sitting.exercise.title

    def _consented(self) -> Draft:
        """With these ticks; a later thought that is not ticked goes no further, not even in memory."""
        left = {(tick.item.step, tick.item.author) for tick in self.state.ticks if tick.item.unseen} - self._ticked
        responses = tuple(one for one in self._draft.responses if (one.step, one.author) not in left)
        ticks = {**self._draft.ticks, self._me.id: self._ticked}
        return replace(
            self._draft, responses=responses, ticks=ticks, without={**self._draft.without, self._me.id: gaps(self.state.left_out)}
        )

    def _changed(self) -> None:
        self.change(ticks=self._list())
        self.anew()

    def _list(self) -> tuple[Tick, ...]:
        return tuple(
            Tick(item=item, ticked=(item.step, item.author) in self._ticked, both=item.author != self._me.id)
            for item in self._draft.items()
            if sharing.asked(item, self._me.id) and self._draft.can_be_asked(item)
        )
