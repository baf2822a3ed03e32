"""The index beside a pack: what the library tells of each exercise without parsing it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from workbook.content.fault import Fault, Faulty
from workbook.content.pack import FIRST, Imprint, Pack, Summary, read_pack

INDEX = "index.json"


class Index(Struct, frozen=True, forbid_unknown_fields=True):
    """What the library needs to know of a pack."""

    imprint: Imprint
    summaries: tuple[Summary, ...]

    @classmethod
    def of(cls, pack: Pack) -> Index:
        """The index of a pack."""
        return cls(pack.imprint, tuple(Summary.of(exercise, pack.imprint.id) for exercise in pack.exercises))


def write_index(folder: Path) -> None:
    """Writes the index of the pack in a folder. Raises `Faulty` where the pack cannot be used."""
    (folder / INDEX).write_bytes(fresh_index(folder))


def fresh_index(folder: Path) -> bytes:
    """The index as it must stand beside the pack in a folder. Raises `Faulty` where the pack cannot be used."""
    return msgspec.json.format(msgspec.json.encode(Index.of(read_pack(folder))), indent=1) + b"\n"


def read_indexes(folder: Path) -> tuple[dict[str, Index], dict[str, tuple[Fault, ...]]]:
    """What each pack in a folder of packs tells, and the faults of each that cannot be used."""
    found: dict[str, Index] = {}
    shelved: dict[str, tuple[Fault, ...]] = {}
    for pack in sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else ():
        try:
            found[pack] = _only_new(pack, _index(folder / pack), found)
        except Faulty as faulty:
            shelved[pack] = faulty.faults
    return found, shelved


def _only_new(pack: str, index: Index, found: dict[str, Index]) -> Index:
    taken = {summary.id: summary.pack for other in found.values() for summary in other.summaries}
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


def _index(folder: Path) -> Index:
    try:
        return msgspec.json.decode((folder / INDEX).read_bytes(), type=Index)
    except (OSError, msgspec.DecodeError):
        return Index.of(read_pack(folder))
