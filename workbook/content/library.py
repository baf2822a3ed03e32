"""All packs on the shelf. An index beside each pack lists its exercises, so that none is parsed before it is asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.content.exercise import Exercise
    from workbook.content.fault import Fault
    from workbook.content.index import Index
    from workbook.content.pack import Imprint, Summary


class Library:
    """The exercises of every pack in a folder of packs.

    A pack with an index is believed; one without is read whole. Nothing is read, and nothing raises, before somebody asks.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._exercises: dict[str, Exercise] = {}

    @property
    def shelved(self) -> dict[str, tuple[Fault, ...]]:
        """The faults of each pack that cannot be used."""
        return self._read[1]

    @property
    def _packs(self) -> dict[str, Index]:
        return self._read[0]

    @cached_property
    def _read(self) -> tuple[dict[str, Index], dict[str, tuple[Fault, ...]]]:
        from workbook.content.index import read_indexes  # the first page shows no exercise, and should be seen soon

        return read_indexes(self._folder)

    def imprints(self) -> tuple[Imprint, ...]:
        """What each usable pack says of itself."""
        return tuple(index.imprint for index in self._packs.values())

    def summaries(self) -> tuple[Summary, ...]:
        """Every exercise of every usable pack, pack by pack, in the order of the pack."""
        return tuple(summary for index in self._packs.values() for summary in index.summaries)

    def open_summaries(self) -> tuple[Summary, ...]:
        """The same without packs behind a gate, which are for whoever switched them on."""
        gated = {imprint.id for imprint in self.imprints() if imprint.gate}
        return tuple(summary for summary in self.summaries() if summary.pack not in gated)

    def agreeing(self) -> frozenset[str]:
        """The ids of those in which two people agree to something."""
        return frozenset(summary.id for summary in self.summaries() if summary.agrees)

    def exercise(self, exercise_id: str) -> Exercise:
        """One exercise, parsed when it is first asked for.

        Raises `KeyError` for an id that no usable pack has, and `Faulty` for a faulty file, whose pack is shelved by that.
        """
        from workbook.content.fault import Faulty
        from workbook.content.pack import read_exercise

        if exercise_id not in self._exercises:
            pack = {summary.id: summary.pack for summary in self.summaries()}[exercise_id]
            try:
                path = self._folder / pack / f"{exercise_id}.yaml"
                self._exercises[exercise_id] = read_exercise(path, f"{pack}/{path.name}")
            except Faulty as faulty:
                self.shelved[pack] = faulty.faults
                del self._packs[pack]
                raise
        return self._exercises[exercise_id]
