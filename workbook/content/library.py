"""All packs on the shelf. An index beside each pack lists its exercises, so that none is parsed before it is asked for."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from workbook.content.exercise import Exercise
from workbook.content.fault import Fault, Faulty
from workbook.content.pack import FIRST, Imprint, Pack, Summary, read_exercise, read_pack

INDEX = "index.json"


class Index(Struct, frozen=True, forbid_unknown_fields=True):
    """What the library needs to know of a pack."""

    imprint: Imprint
    summaries: tuple[Summary, ...]

    @classmethod
    def of(cls, pack: Pack) -> Index:
        """The index of a pack."""
        return cls(pack.imprint, tuple(Summary.of(exercise, pack.imprint.id) for exercise in pack.exercises))


class Library:
    """The exercises of every pack in a folder of packs; `shelved` holds the faults of each pack that cannot be used.

    A pack with an index is believed; one without is read whole. Nothing raises on opening.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._packs: dict[str, Index] = {}
        self._exercises: dict[str, Exercise] = {}
        self.shelved: dict[str, tuple[Fault, ...]] = {}
        for pack in sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else ():
            try:
                self._packs[pack] = self._only_new(pack, _index(folder / pack))
            except Faulty as faulty:
                self.shelved[pack] = faulty.faults

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

    def exercise(self, exercise_id: str) -> Exercise:
        """One exercise, parsed when it is first asked for.

        Raises `KeyError` for an id that no usable pack has, and `Faulty` for a faulty file, whose pack is shelved by that.
        """
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

    def _only_new(self, pack: str, index: Index) -> Index:
        taken = {summary.id: summary.pack for summary in self.summaries()}
        faults = [
            Fault(
                file=f"{pack}/{FIRST}",
                found=f"The pack `{taken[name]}` has an exercise `{name}` too.",
                instead="Give this one another id.",
            )
            for name in index.imprint.exercises
            if name in taken
        ]
        if faults:
            raise Faulty(faults)
        return index


def write_index(folder: Path) -> None:
    """Writes the index of the pack in a folder. Raises `Faulty` where the pack cannot be used."""
    (folder / INDEX).write_bytes(fresh_index(folder))


def fresh_index(folder: Path) -> bytes:
    """The index as it must stand beside the pack in a folder. Raises `Faulty` where the pack cannot be used."""
    return msgspec.json.format(msgspec.json.encode(Index.of(read_pack(folder))), indent=1) + b"\n"


def _index(folder: Path) -> Index:
    try:
        return msgspec.json.decode((folder / INDEX).read_bytes(), type=Index)
    except (OSError, msgspec.DecodeError):
        return Index.of(read_pack(folder))


if __name__ == "__main__":
    from workbook.paths import resources

    for pack in sorted(path.parent for path in (resources() / "packs").glob(f"*/{FIRST}")):
        write_index(pack)
