"""What `couples-workbook check-pack` says of packs and exercise files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workbook.content.fault import Fault, Faulty
from workbook.content.pack import read_exercise, read_pack
from workbook.content.zipped import read_zip_file


def check_pack(paths: Iterable[Path]) -> tuple[tuple[Fault, ...], tuple[str, ...]]:
    """Every fault in packs (folders) and single exercise files, and one line on each path; `str(fault)` is the line to print."""
    faults: list[Fault] = []
    lines: list[str] = []
    for path in paths:
        try:
            lines.append(f"{path}: {_verdict(path)}")
        except Faulty as faulty:
            faults += faulty.faults
            lines.append(f"{path}: {_counted(len(faulty.faults), 'fault')}")
    return tuple(faults), tuple(lines)


def _verdict(path: Path) -> str:
    if path.is_dir() or path.suffix == ".zip":
        pack = read_pack(path, str(path)) if path.is_dir() else read_zip_file(path, str(path))[0]
        steps = sum(len(exercise.steps()) for exercise in pack.exercises)
        return f"no faults in {_counted(len(pack.exercises), 'exercise')}, {_counted(steps, 'step')}"
    return f"no faults in {_counted(len(read_exercise(path).steps()), 'step')}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
