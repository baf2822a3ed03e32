"""From plain data to an exercise: every key and value is held against the model, and all faults are told at once."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo

from workbook.content.exercise import Alone, Apart, Exercise, Part, Reveal, Together
from workbook.content.fault import MOST, Fault, Faulty, Spot, quoted
from workbook.content.step import Step
from workbook.content.steps import kinds

PARTS: dict[str, Callable[..., Part]] = {"apart": Apart, "reveal": Reveal, "together": Together, "alone": Alone}
"""The four kinds of part by the name an author writes."""

_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")
_WORDS = {str: "words", int: "a whole number", float: "a number", bool: "`true` or `false`", NoneType: "nothing"}


class Bare(str):
    """A value written without quotes: words, unless its place wants a number, `true` or `false`."""

    __slots__ = ()


def compose(plain: object) -> Exercise:
    """The exercise that plain data describes; `source` is that data as canonical JSON, from which it composes again.

    Only the shape is checked here, so that an exercise kept with an old sitting opens although the rules have since grown.
    Raises `Faulty` with every fault.
    """
    settled = settle(plain, Exercise)
    values = {
        key: msgspec.convert(settled[key], field.type)
        for key, field in keys_of(Exercise).items()
        if key in settled and key != "parts"
    }
    return Exercise(**values, parts=tuple(map(_part, settled["parts"])), source=json.dumps(settled, sort_keys=True))


def settle(plain: object, kind: type[Struct]) -> dict[str, Any]:
    """The same data with every value of the type its place wants. Raises `Faulty` with every fault."""
    settling = _Settling()
    settled = settling.struct(plain, kind, ())
    if settling.faults:
        raise Faulty(settling.faults)
    return settled


def _part(settled: Mapping[str, Any]) -> Part:
    ((name, inside),) = settled.items()
    if name == "reveal":
        return msgspec.convert(inside, Reveal)
    return PARTS[name](msgspec.convert(inside, tuple[_any_step(), ...]))  # type: ignore[misc]


def near(word: str, known: Iterable[str]) -> str:
    """A sentence that helps with a word that is not known: the likely one, or all there are."""
    from difflib import get_close_matches  # only for faults, so not at start-up

    known = sorted(known)
    if len(known) > MOST:
        return "Write one that is there."
    likely = get_close_matches(word, known, n=1)
    return f"Did you mean `{likely[0]}`?" if likely else f"Known here: {_listed(known)}."


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


@cache
def _any_step() -> Any:
    return reduce(or_, kinds().values())


@cache
def keys_of(struct: type[Struct]) -> dict[str, FieldInfo]:
    """The keys an author may write in a group of this kind, in their order."""
    return {field.encode_name: field for field in msgspec.structs.fields(struct) if field.name != "source"}


def choices_of(kind: Any) -> tuple[Any, ...]:
    """The types a place may hold."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _wanted(kind: Any) -> str:
    said = (
        f"one of {_listed(get_args(one))}" if get_origin(one) is Literal else _WORDS[one]
        for one in choices_of(kind)
        if one is not NoneType
    )
    return " or ".join(said)


def _typed(value: object, choices: tuple[Any, ...]) -> object:
    if not isinstance(value, Bare):
        return value
    if (int in choices or float in choices) and _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    if bool in choices and value in ("true", "false"):
        return value == "true"
    return str(value)


class _Settling:
    """Walks plain data along the model, gives bare values the type their place wants, and collects what does not fit."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def _fault(self, at: Spot, found: str, instead: str) -> None:
        self.faults.append(Fault(at=at, found=found, instead=instead))
        if len(self.faults) >= MOST:
            raise Faulty(self.faults)

    def struct(self, plain: object, kind: type[Struct], at: Spot) -> dict[str, Any]:
        """A group of keys, each held against the field of that name."""
        if not isinstance(plain, dict):
            self._fault(at, f"Here stands {quoted(plain)}.", f"Write a group of keys: {_listed(keys_of(kind))}.")
            return {}
        whole = f"This `{plain['kind']}` step" if issubclass(kind, Step) else "This group" if at else "This file"
        settled: dict[str, Any] = {}
        keys = keys_of(kind)
        for key, value in plain.items():
            if key in keys:
                settled[key] = self._value(value, kind, keys[key], (*at, key))
            elif key == "kind" and issubclass(kind, Step):
                settled[key] = str(value)
            else:
                self._fault((*at, key), f"{whole} has a key {quoted(key)}, which is not known.", near(str(key), keys))
        for key, field in keys.items():
            if field.required and key not in plain:
                self._fault(at, f"{whole} has no `{key}`.", f"Add `{key}:`.")
        return settled

    def _value(self, plain: object, owner: type[Struct], field: FieldInfo, at: Spot) -> object:
        if owner is Exercise and field.name == "parts":
            return self._list(plain, self._part, at)
        return self._one(field.type, plain, at)

    def _list(self, plain: object, one: Any, at: Spot) -> list[Any]:
        if not isinstance(plain, list):
            self._fault(at, f"`{at[-1]}` is {quoted(plain)}.", "Write a list.")
            return []
        return [one(item, (*at, place)) for place, item in enumerate(plain)]

    def _part(self, plain: object, at: Spot) -> dict[str, Any]:
        if not isinstance(plain, dict) or len(plain) != 1:
            self._fault(at, "This part does not have exactly one name.", f"Begin it with one of {_listed(PARTS)}.")
            return {}
        ((name, inside),) = plain.items()
        if name not in PARTS:
            self._fault((*at, name), f"There is no kind of part called {quoted(name)}.", near(str(name), PARTS))
            return {}
        at = (*at, name)
        return {name: self.struct(inside, Reveal, at) if name == "reveal" else self._list(inside, self._step, at)}

    def _step(self, plain: object, at: Spot) -> dict[str, Any]:
        if not isinstance(plain, dict) or "kind" not in plain:
            self._fault(at, "This step has no `kind`.", f"Add `kind:` with one of {_listed(sorted(kinds()))}.")
            return {}
        kind = plain["kind"]
        if not isinstance(kind, str) or kind not in kinds():
            self._fault((*at, "kind"), f"There is no kind of step called {quoted(kind)}.", near(str(kind), kinds()))
            return {}
        return self.struct(plain, kinds()[kind], at)

    def _one(self, kind: Any, plain: object, at: Spot) -> object:
        choices = choices_of(kind)
        if plain is None and NoneType in choices:
            return None
        for choice in choices:
            if isinstance(choice, type) and issubclass(choice, Struct):
                return self.struct(plain, choice, at)
            if get_origin(choice) is tuple:
                return self._list(plain, partial(self._one, get_args(choice)[0]), at)
        return self._leaf(_typed(plain, choices), kind, at)

    def _leaf(self, value: object, kind: Any, at: Spot) -> object:
        try:
            msgspec.convert(value, kind)
            fits = not isinstance(value, float) or math.isfinite(value)
        except (msgspec.ValidationError, UnicodeEncodeError):
            fits = False
        if not fits:
            name = next(key for key in reversed(at) if isinstance(key, str))
            self._fault(at, f"`{name}` is {quoted(value)}.", f"Write {_wanted(kind)}.")
        return value
