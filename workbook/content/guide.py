"""The tables of `resources/packs/README.md`: every key and every kind of step, made from the types that `check-pack` reads by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo

from workbook.content.compose import choices_of, keys_of
from workbook.content.exercise import Exercise, Part, Reveal
from workbook.content.journey import Do, Fork, Journey, Repeat, Rest
from workbook.content.pack import Imprint
from workbook.content.schema import PART_KINDS, about, first_words
from workbook.content.step import Step
from workbook.content.steps import kinds

BEGIN, END = "<!-- made by `make index`: begin -->", "<!-- made by `make index`: end -->"
"""Between these two lines nothing is written by hand."""

_WORDS: dict[Any, str] = {str: "words", int: "whole number", float: "number", bool: "`true` or `false`"}


def filled(readme: str) -> str:
    """A README with its tables made anew. Raises `ValueError` where the two lines that hold them are not there."""
    before, rest = readme.split(f"{BEGIN}\n")
    _old, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{tables()}\n{END}{after}"


def tables() -> str:
    """All tables, each under its heading."""
    keys = ("key", "holds", "what it is")
    parts = ((f"`{name}`", first_words(kind)) for name, kind in PART_KINDS.items())
    made = (
        ("`pack.yaml`", _table(keys, _rows(Imprint))),
        ("An exercise", _table(keys, _rows(Exercise))),
        ("Parts of an exercise", _table(("part", "what it is"), parts)),
        ("Keys of a `reveal`", _table(keys, _rows(Reveal))),
        ("Keys that every step has", _table(keys, _rows(Step))),
        ("Kinds of step", _table(("kind", "what it is", "its own keys"), _kinds())),
        ("A journey", _table(keys, _rows(Journey))),
        ("Stops of a journey", _table(("stop", "what it is"), _stops())),
    )
    return "\n".join(f"### {heading}\n\n{table}" for heading, table in made)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ("---",) * len(head), *rows))


def _rows(kind: type[Struct]) -> Iterator[tuple[str, ...]]:
    for key, field in keys_of(kind).items():
        yield f"`{key}`", _holds(field), about(kind, key)


def _kinds() -> Iterator[tuple[str, ...]]:
    shared = keys_of(Step)
    for name, kind in sorted(kinds().items()):
        own = {key: field for key, field in keys_of(kind).items() if key not in shared}
        yield f"`{name}`", first_words(kind), "<br>".join(_own(kind, key, field) for key, field in own.items())


def _own(kind: type[Struct], key: str, field: FieldInfo) -> str:
    return f"`{key}`: {_holds(field)}. {about(kind, key)}".rstrip()


def _stops() -> Iterator[tuple[str, ...]]:
    stops: dict[str, type[Struct]] = {"do": Do, "rest": Rest, "fork": Fork, "repeat": Repeat}
    for name, kind in stops.items():
        yield f"`{name}`", first_words(kind) + " Its keys: " + ", ".join(f"`{key}`" for key in keys_of(kind)) + "."


def _holds(field: FieldInfo) -> str:
    held = " or ".join(_held(choice) for choice in choices_of(field.type) if choice is not NoneType)
    if field.required:
        return held
    default = field.default if field.default_factory is NODEFAULT else None
    usual = f"; left out: {_value(default)}" if isinstance(default, (bool, int, float)) or default else ", or left out"
    return held + usual


def _value(value: object) -> str:
    return f"`{str(value).lower()}`" if isinstance(value, bool) else f"`{value}`"


def _held(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return " or ".join(f"`{word}`" for word in get_args(kind))
    if get_origin(kind) is tuple:
        inside = get_args(kind)[0]
        return "a list of parts" if inside == Part else "a list: " + " or ".join(_held(one) for one in choices_of(inside))
    if isinstance(kind, type) and issubclass(kind, Struct):
        return _group(kind)
    return _WORDS[kind]


def _group(kind: type[Struct]) -> str:
    return "{" + ", ".join(f"`{key}`" for key in keys_of(kind)) + "}"
