"""Writes what is made from the packs and from the types: each pack's index, the schemas, the tables in the packs' README."""

from __future__ import annotations

from pathlib import Path

from workbook.content.guide import filled
from workbook.content.index import INDEX, fresh_index
from workbook.content.pack import FIRST
from workbook.content.schema import schemas


def made(resources: Path) -> dict[Path, bytes]:
    """What must stand in each of these files. Raises `Faulty` where a pack cannot be used."""
    packs = resources / "packs"
    indexes = {pack.parent / INDEX: fresh_index(pack.parent) for pack in sorted(packs.glob(f"*/{FIRST}"))}
    shapes = {resources / "schema" / name: schema for name, schema in schemas().items()}
    readme = packs / "README.md"
    return {**indexes, **shapes, readme: filled(readme.read_text("utf-8")).encode()}


if __name__ == "__main__":
    from workbook.paths import resources

    for path, data in made(resources()).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
