"""The exercises as one person has them: those for everyone, the packs they switched on, and those they put there themselves.

What is switched on and what was put there lies in their own vault, so that nobody else can see it (G13).
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from gettext import gettext as _

from msgspec import Struct

from workbook.content.exercise import Exercise
from workbook.content.fault import Fault, Faulty
from workbook.content.library import Library
from workbook.content.pack import Imprint, Pack, Summary
from workbook.couple.ports import Space

ON = "packs-on"
"""A private setting: the ids of the packs that were switched on, as a JSON list."""

HERE = "packs-here"
"""A private setting: the ids of the packs from outside, as a JSON list."""

FILE = "pack-file:"
"""Before a pack's id: a private setting that holds its zip, in base64."""


class Shown(Struct, frozen=True):
    """A pack that can be switched on or off, or taken out again."""

    imprint: Imprint
    on: bool
    outside: bool


class Shelf:
    """One person's exercises; made anew where it is needed, as what is on it may have changed."""

    def __init__(self, library: Library, space: Space) -> None:
        self._library, self._space = library, space
        self._on = frozenset(self._ids(ON))
        self._opened: dict[str, Pack] = {}

    def packs(self) -> tuple[Shown, ...]:
        """The packs somebody can decide about: those behind a gate, then those from outside."""
        gated = (Shown(imprint, imprint.id in self._on, False) for imprint in self._library.imprints() if imprint.gate)
        return (*gated, *(Shown(pack.imprint, pack.imprint.id in self._on, True) for pack in self._outside()))

    def summaries(self) -> tuple[Summary, ...]:
        """Every exercise that is there for this person, pack by pack."""
        off = {shown.imprint.id for shown in self.packs() if not shown.on}
        own = (Summary.of(exercise, pack.imprint.id) for pack in self._outside() for exercise in pack.exercises)
        return tuple(summary for summary in (*self._library.summaries(), *own) if summary.pack not in off)

    def exercise(self, exercise_id: str) -> Exercise:
        """One exercise of any pack. Raises `KeyError` where there is none with this id, `Faulty` for a faulty file."""
        for pack in self._outside():
            for exercise in pack.exercises:
                if exercise.id == exercise_id:
                    return exercise
        return self._library.exercise(exercise_id)

    def switch(self, pack_id: str, on: bool) -> None:
        """Switch a pack on or off for this person alone; what was written with it stays."""
        self._on = self._on | {pack_id} if on else self._on - {pack_id}
        self._space.set(ON, json.dumps(sorted(self._on)))

    def taken(self, pack: Pack) -> str:
        """The id, of the pack or of one of its exercises, that is there already; nothing where all of them are new."""
        here = {summary.id for summary in self._library.summaries()}
        here |= {exercise.id for other in self._outside() if other.imprint.id != pack.imprint.id for exercise in other.exercises}
        if any(imprint.id == pack.imprint.id for imprint in self._library.imprints()):
            return pack.imprint.id
        return next((exercise.id for exercise in pack.exercises if exercise.id in here), "")

    def put(self, pack: Pack, zipped: bytes) -> None:
        """Put a pack from outside here and switch it on; an earlier edition of it makes way."""
        self._space.set(FILE + pack.imprint.id, b64encode(zipped).decode("ascii"))
        self._space.set(HERE, json.dumps(sorted({*self._ids(HERE), pack.imprint.id})))
        self.switch(pack.imprint.id, True)

    def take_out(self, pack_id: str) -> None:
        """Take a pack from outside out again; sittings keep the exercises they were made with."""
        self._space.set(HERE, json.dumps(sorted({*self._ids(HERE)} - {pack_id})))
        self._space.set(FILE + pack_id, "")
        self.switch(pack_id, False)

    def _outside(self) -> Iterator[Pack]:
        for pack_id in self._ids(HERE):
            if pack_id not in self._opened:
                pack = self._read(pack_id)
                if pack is None:
                    continue
                self._opened[pack_id] = pack
            yield self._opened[pack_id]

    def _read(self, pack_id: str) -> Pack | None:
        """A pack as it was put here; one that a later program refuses is left out, and stays where it is."""
        from workbook.content.zipped import read_zip  # few people ever have one

        try:
            return read_zip(b64decode(self._space.setting(FILE + pack_id) or ""), f"{pack_id}.zip")
        except (Faulty, ValueError):
            return None

    def _ids(self, key: str) -> tuple[str, ...]:
        try:
            return tuple(str(one) for one in json.loads(self._space.setting(key) or "[]"))
        except (ValueError, TypeError):
            return ()


def refuse_what_is_taken(shelf: Shelf, pack: Pack, file: str) -> None:
    """Raises `Faulty` where the pack, or an exercise of it, has the name of one that is there already."""
    taken = shelf.taken(pack)
    if taken:
        found = _("There is something called `{id}` here already.").replace("{id}", taken)
        raise Faulty([Fault(file=file, found=found, instead=_("Its author would have to rename it."))])
