"""What an editor needs to help an author while they write: JSON Schema, made from the same types that `check-pack` reads by.

It keeps to draft 7, which editors take a schema for that names no edition: naming one takes an address, and there are none in it.
A schema knows the shape: keys, kinds, types, the words a place may hold. What holds across an exercise stays with `check-pack`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from msgspec.structs import FieldInfo

from workbook.content.compose import choices_of, keys_of
from workbook.content.exercise import Alone, Apart, Exercise, Reveal, Together
from workbook.content.journey import Journey
from workbook.content.pack import Imprint
from workbook.content.step import Step
from workbook.content.steps import kinds

Schema = dict[str, Any]

PART_KINDS: Mapping[str, type[Struct]] = {"apart": Apart, "reveal": Reveal, "together": Together, "alone": Alone}
"""The kinds of part by the name an author writes."""

TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""Words; also those that only look like a number or a yes, since the reader leaves them words."""

_CLAUSE = re.compile(r"; |, (?=`)")
"""Where a docstring goes on to the next key."""

_RULE = re.compile(r" \(G\d+\)")
"""A safety rule's number, which stands in our own rules and not in an author's."""

_LEAVES: Mapping[Any, Schema] = {
    str: {"$ref": "#/definitions/Text"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
}


def schemas() -> dict[str, bytes]:
    """The schema of each kind of file, by its own file name, as it stands in `resources/schema`."""
    made = {
        "exercise.json": _Made("An exercise").of(Exercise),
        "pack.json": _Made("A pack").of(Imprint),
        "journey.json": _Made("A journey").of(Journey),
    }
    return {name: (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode() for name, schema in made.items()}


class _Made:
    """One file's schema; every group of keys is described once, and the places it may stand in point to it."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._groups: dict[str, Schema] = {"Text": TEXT}

    def of(self, kind: type[Struct]) -> Schema:
        """The whole schema of a file that holds this group."""
        return {"title": self._title} | self._keys(kind) | {"definitions": self._groups}

    def _group(self, kind: type[Struct]) -> Schema:
        name = kind.__name__
        if name not in self._groups:
            self._groups[name] = {}  # a path holds stops, and a stop may hold a path
            self._groups[name] = self._keys(kind)
        return {"$ref": f"#/definitions/{name}"}

    def _keys(self, kind: type[Struct]) -> Schema:
        keys = keys_of(kind)
        tag = {"kind": {"const": tag_of(kind)}} if issubclass(kind, Step) else {}
        return {
            "description": first_words(kind),
            "type": "object",
            "properties": tag | {key: self._key(kind, key, field) for key, field in keys.items()},
            "required": [*tag, *(key for key, field in keys.items() if field.required)],
            "additionalProperties": False,
        }

    def _key(self, owner: type[Struct], key: str, field: FieldInfo) -> Schema:
        said = about(owner, key)
        schema = self._parts() if owner is Exercise and key == "parts" else self._value(field.type)
        return ({"description": said} if said else {}) | ({"allOf": [schema]} if said and "$ref" in schema else schema)

    def _value(self, kind: Any) -> Schema:
        made = [self._one(choice) for choice in choices_of(kind)]
        return made[0] if len(made) == 1 else {"anyOf": made}

    def _one(self, kind: Any) -> Schema:
        if get_origin(kind) is Literal:
            return {"enum": [*get_args(kind)]}
        if get_origin(kind) is tuple:
            return {"type": "array", "items": self._value(get_args(kind)[0])}
        return dict(_LEAVES[kind]) if kind in _LEAVES else self._group(kind)

    def _parts(self) -> Schema:
        steps = {"type": "array", "items": {"$ref": "#/definitions/Step"}}
        self._groups["Step"] = {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"enum": sorted(kinds())}},
            "allOf": [
                {"if": {"properties": {"kind": {"const": name}}}, "then": self._group(kind)}
                for name, kind in sorted(kinds().items())
            ],
        }
        inside = {name: self._group(Reveal) if name == "reveal" else steps for name in PART_KINDS}
        properties = {name: {"description": first_words(kind), "allOf": [inside[name]]} for name, kind in PART_KINDS.items()}
        part = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": False, "properties": properties}
        return {"type": "array", "items": part}


def tag_of(kind: type[Struct]) -> str:
    """The name an author writes for a kind of step."""
    return str(kind.__struct_config__.tag)


def first_words(kind: type[Struct]) -> str:
    """What a group of keys is: what its docstring says first; for a kind of step, what the file it has to itself says."""
    docs = sys.modules[kind.__module__].__doc__ if issubclass(kind, Step) and kind is not Step else kind.__doc__
    said = _RULE.sub("", _sentences(docs)[0].split("; ")[0])
    return said if said.endswith((".", "?")) else f"{said}."


def about(kind: type[Struct], key: str) -> str:
    """What docstrings say of a key: each clause that names it, in the kind's own or in what all kinds share."""
    for owner in (kind, *(base for base in kind.__mro__[1:] if issubclass(base, Struct) and base is not Struct)):
        clauses = [clause for sentence in _sentences(owner.__doc__) for clause in _CLAUSE.split(sentence) if f"`{key}`" in clause]
        if clauses:
            said = "; ".join(clauses)
            return _RULE.sub("", said[0].upper() + said[1:].rstrip(".") + ".")
    return ""


def _sentences(docs: str | None) -> list[str]:
    words = " ".join((docs or "").split())
    return re.split(r"(?<=[.?])\s+(?=[A-Z`])", words)
