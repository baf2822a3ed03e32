"""Packs: what can be switched on for oneself alone, and one from outside after seeing who wrote it and what it asks."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from msgspec import Struct

from workbook.content.fault import Fault, Faulty
from workbook.content.library import Library
from workbook.content.pack import Imprint, Pack
from workbook.content.steps.instrument import Instrument
from workbook.content.zipped import ZIP_BYTES, read_zip
from workbook.couple.people import PersonId
from workbook.couple.ports import Jobs, Notebook
from workbook.screens import words
from workbook.screens.screen import Screen
from workbook.screens.shelf import Shelf, Shown, refuse_what_is_taken

FAULTS = 12
"""How many faults of a pack are shown; an author gets all of them from `check-pack`."""


class Offer(Struct, frozen=True, kw_only=True):
    """A pack from outside that was read and is not here yet: what it says of itself, and what it would ask."""

    imprint: Imprint
    asks: tuple[tuple[str, tuple[str, ...]], ...]
    measures: tuple[str, ...] = ()


class PacksState(Struct, frozen=True, kw_only=True):
    """The packs; one whose page stands open; one that is offered from outside; what is wrong with one."""

    packs: tuple[Shown, ...] = ()
    gate: Shown | None = None
    offer: Offer | None = None
    faults: tuple[Fault, ...] = ()
    trouble: str = ""
    loaded: bool = False


class PacksScreen(Screen[PacksState]):
    """Lets one person choose for themselves; nobody else sees what they chose."""

    def __init__(self, me: PersonId, notebook: Notebook, library: Library, jobs: Jobs, *, back: Callable[[], None]) -> None:
        self._me, self._notebook, self._library, self._jobs = me, notebook, library, jobs
        self._leave = back
        self._waiting: tuple[Pack, bytes] | None = None
        super().__init__(PacksState())
        self._do(lambda shelf: None)

    def look(self, shown: Shown) -> None:
        """What a pack is, and what it is not, before it is switched on."""
        self.change(gate=shown, faults=(), trouble="")

    def switch(self, shown: Shown, on: bool) -> None:
        """Switch it on or off, for oneself alone."""
        self._do(lambda shelf: shelf.switch(shown.imprint.id, on))

    def take_out(self, shown: Shown) -> None:
        """Take a pack from outside out again."""
        self._do(lambda shelf: shelf.take_out(shown.imprint.id))

    def open_zip(self, path: str) -> None:
        """Read a pack from a file and show what it is; nothing of it is kept yet."""

        def work() -> tuple[Pack, bytes] | Faulty:
            data, file = self._notebook.read_in(Path(path), ZIP_BYTES), Path(path).name
            try:
                pack = read_zip(data, file)
                refuse_what_is_taken(Shelf(self._library, self._notebook.space(self._me)), pack, file)
            except Faulty as faulty:
                return faulty
            return pack, data

        def read(found: tuple[Pack, bytes] | Faulty) -> None:
            if isinstance(found, Faulty):
                self.change(faults=found.faults[:FAULTS], trouble="")
            else:
                self._waiting = found
                self.change(offer=offer_of(found[0]), faults=(), trouble="")

        self._jobs.run(work, read, self._failed)

    def put(self) -> None:
        """Put the pack that is shown here."""
        if self._waiting is not None:
            pack, data = self._waiting
            self._do(lambda shelf: shelf.put(pack, data))

    def back(self) -> None:
        """From a pack's page to the list, and from the list to where one came from."""
        if self.state.gate or self.state.offer or self.state.faults:
            self._waiting = None
            self.change(gate=None, offer=None, faults=(), trouble="")
        else:
            self._leave()

    def _do(self, what: Callable[[Shelf], None]) -> None:
        def work() -> tuple[Shown, ...]:
            what(Shelf(self._library, self._notebook.space(self._me)))
            return Shelf(self._library, self._notebook.space(self._me)).packs()

        self._jobs.run(work, self._done, self._failed)

    def _done(self, packs: tuple[Shown, ...]) -> None:
        self._waiting = None
        self.state = PacksState(packs=packs, loaded=True)
        self.change()

    def _failed(self, error: Exception) -> None:
        self.change(trouble=words.trouble(error))


def offer_of(pack: Pack) -> Offer:
    """What somebody sees of a pack before it is theirs."""
    asks = tuple((exercise.title, tuple(step.ask for step in exercise.steps())) for exercise in pack.exercises)
    steps = (step for exercise in pack.exercises for step in exercise.steps())
    measures = (step for step in steps if isinstance(step, Instrument))
    cited = dict.fromkeys(f"{step.copyright} {step.permission} {step.citation}" for step in measures)
    return Offer(imprint=pack.imprint, asks=asks, measures=tuple(cited))


def told(offer: Offer) -> tuple[str, ...]:
    """The same in lines of plain words, for a terminal."""
    asks = (line for title, asks in offer.asks for line in ("", title, *(f"  - {' '.join(ask.split())}" for ask in asks)))
    return (f"{offer.imprint.title}. {offer.imprint.about}", *facts(offer), *asks)


def facts(offer: Offer) -> tuple[str, ...]:
    """What it says it is and is not, who wrote it, its licence, who looked it over, whose the questionnaires in it are."""
    gate = offer.imprint.gate
    return (
        *((f"*{_('What it is')}*", gate.is_, f"*{_('What it is not')}*", gate.is_not) if gate else ()),
        *((promise(),) if gate and gate.therapist_first else ()),
        by(offer.imprint),
        offer.imprint.review or _("It does not say that anybody else has looked it over."),
        _("We did not write these exercises, and none of us has checked them. Read first what they ask."),
        *(_("It holds a published questionnaire:") + " " + measure for measure in offer.measures),
    )


def promise() -> str:
    """What is said of a pack that is meant for a therapist's room."""
    return _("These come with a promise: to do them with a therapist.")


def by(imprint: Imprint) -> str:
    """Who wrote a pack, and its licence."""
    said = _("Written by {authors}. Licence: {licence}.")
    return said.replace("{authors}", ", ".join(imprint.authors)).replace("{licence}", imprint.licence)
