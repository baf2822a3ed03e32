"""The invented couple of `resources/demo.yaml`: who they are, and what they say on which evening."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from workbook.content.compose import Bare
from workbook.content.exercise import Mode
from workbook.content.fault import Faulty
from workbook.content.reader import read
from workbook.content.step import Answer
from workbook.couple.beside import Mark

Said = dict[str, dict[str, Answer]]
"""Answers by who said them (a name, or `both`) and step."""


class Invented(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who does not exist."""

    name: str
    picture: str
    colour: str
    passphrase: str
    name_on_door: bool


class Evening(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One exercise from beginning to end: who sits down first, and every answer by person (or `both`) and step.

    `holds` is what somebody keeps back before the reveal, `prints` what of the tender answers goes on paper, `marks` what they mark
    of the other's at the reveal, `later` what whoever reads it through first thinks then; all by person. `days_ago`: when it was.
    """

    exercise: str
    mode: Mode = "each"
    first: str
    said: Said
    holds: dict[str, tuple[str, ...]] = {}
    prints: dict[str, tuple[str, ...]] = {}
    marks: dict[str, dict[str, Mark]] = {}
    later: dict[str, dict[str, str]] = {}
    days_ago: int = 0


class Couple(Struct, frozen=True, forbid_unknown_fields=True):
    """Two people, their evenings in order, and the small things in between, which nobody walks in the demo."""

    people: tuple[Invented, Invented]
    evenings: tuple[Evening, ...]
    between: tuple[Evening, ...] = ()


def invented(path: Path) -> Couple:
    """The couple in a file. Raises `OSError`, and `Faulty` where it is not well-formed."""
    page = read(path.read_bytes(), path.name)
    if page.faults:
        raise Faulty(page.faults)
    return msgspec.convert(_typed(page.plain), Couple)


def _typed(plain: object) -> object:
    """Unquoted, a whole number is a number and `true` is a yes; everything else is words."""
    if isinstance(plain, dict):
        return {str(key): _typed(value) for key, value in plain.items()}
    if isinstance(plain, list):
        return [_typed(value) for value in plain]
    if isinstance(plain, Bare) and plain.isdecimal():
        return int(plain)
    if isinstance(plain, Bare) and plain in ("true", "false"):
        return plain == "true"
    return str(plain) if isinstance(plain, str) else plain
