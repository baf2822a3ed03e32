"""The texts that people read, from everywhere: exercises, packs, journeys, and the words of the screens."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from workbook.content.compose import compose
from workbook.content.exercise import Exercise
from workbook.content.journey import read_journeys
from workbook.content.pack import FIRST
from workbook.content.reader import read
from workbook.paths import resources


def _keys(names: str) -> frozenset[str]:
    return frozenset(names.split())


PROSE = _keys("purpose ask hint suggestion say listen breath about why is is_not review")
"""Keys under which whole sentences stand."""

LABELS = _keys("title stuck text low_label high_label ways depth surface underneath when what label")
"""Keys under which stand names of things, choices, ends of scales, beginnings of sentences."""

FOR_OTHERS = _keys("sources evidence therapist_note note licence authors copyright permission citation")
"""Keys for therapists and readers of sources: as hard as they must be, and methods are named where they are cited."""

NAMES = _keys(
    "id kind edition language exercise exercises step steps group who intensity keep therapist not_for sensitive short ref equals "
    "below above of then named_by landed draws cue move showed story under need topic reversed packs tradition card"
)
"""Keys under which ids and words of ours stand, which nobody reads as a sentence."""

ROOM = Path(__file__).parents[2] / "workbook"
SCREENS = ("screens", "ui", "couple", "content/fields", "content/steps", "content/feelings.py")


class Text(Struct, frozen=True):
    """One text, where it stands, and the key it stands under."""

    where: str
    key: str
    words: str


def exercises() -> list[Exercise]:
    """Every exercise that ships; whether it keeps the rules is asked elsewhere."""
    paths = (path for path in sorted((resources() / "packs").glob("*/*.yaml")) if path.name != FIRST)
    return [compose(read(path.read_bytes(), path.name).plain) for path in paths]


def of_exercise(exercise: Exercise) -> list[Text]:
    """What stands in an exercise, with what is for therapists."""
    return [*_walk(json.loads(exercise.source), exercise.id)]


def of_packs() -> list[Text]:
    """What packs say of themselves."""
    paths = sorted((resources() / "packs").glob(f"*/{FIRST}"))
    return [text for path in paths for text in _walk(read(path.read_bytes(), path.name).plain, f"{path.parent.name}/{FIRST}")]


def of_journeys() -> list[Text]:
    """What the paths say."""
    found = read_journeys(resources() / "journeys")
    return [text for journey in found for text in _walk(msgspec.to_builtins(journey), f"journeys/{journey.id}")]


def of_screens() -> list[Text]:
    """What the program itself says: everything that goes through gettext."""
    rooms = (ROOM / room for room in SCREENS)
    files = (path for room in rooms for path in ([room] if room.suffix else sorted(room.rglob("*.py"))))
    return [text for path in files for text in _translated(path)]


def _translated(path: Path) -> Iterator[Text]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "gettext"):
            yield from (
                Text(path.relative_to(ROOM).as_posix(), "said", argument.value.replace("&", ""))
                for argument in node.args
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            )


def _walk(value: Any, where: str, key: str = "") -> Iterator[Text]:
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _walk(inside, where, key if key in FOR_OTHERS else name)
    elif isinstance(value, (list, tuple)):
        for inside in value:
            yield from _walk(inside, where, key)
    elif isinstance(value, str):
        yield Text(where, key, value)
