"""A journey: an ordered path of exercises, waits and choices, as data. Every stop can be skipped, and nobody counts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from workbook.content.compose import near, settle
from workbook.content.fault import Fault, Faulty, Spot, quoted
from workbook.content.naming import is_kebab


class Do(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An exercise on the path, and why it stands there."""

    exercise: str
    why: str


class Rest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Some days in which nothing is asked, and what they may be good for."""

    days: int
    why: str


class Fork(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A choice between ways; a way with an empty path leads straight on."""

    id: str
    ask: str
    ways: tuple[Way, ...]


class Repeat(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch that comes a few times."""

    times: int
    path: tuple[Stop, ...]


class Stop(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One stop of a path: exactly one of the four."""

    do: Do | None = None
    rest: Rest | None = None
    fork: Fork | None = None
    repeat: Repeat | None = None


class Way(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way on from a fork."""

    id: str
    text: str
    path: tuple[Stop, ...] = ()


class Journey(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A path; `who` says whether it is for one person, for two, or for either; `packs` are those it needs switched on.

    `place` is where it stands in the list, the smallest first.
    """

    id: str
    edition: int
    title: str
    about: str
    who: Literal["alone", "two", "either"]
    path: tuple[Stop, ...]
    packs: tuple[str, ...] = ()
    place: int = 100

    def exercises(self) -> frozenset[str]:
        """Every exercise on any way of the path."""
        return frozenset(_exercises(self.path))


MOST_STOPS = 400
"""Stops of a path once repeats are written out; what would come after is left out."""


def read_journeys(folder: Path) -> tuple[Journey, ...]:
    """The journeys in a folder, by their place. Raises `Faulty` with every fault."""
    faults: list[Fault] = []
    journeys: list[Journey] = []
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        try:
            journeys.append(read_journey(path.read_bytes(), path.name))
        except Faulty as faulty:
            faults += faulty.faults
    if faults:
        raise Faulty(faults)
    return tuple(sorted(journeys, key=lambda journey: journey.place))


def read_journey(data: bytes, file: str) -> Journey:
    """The journey in a file's bytes. Raises `Faulty` with every fault, with file and line."""
    from workbook.content.reader import read

    page = read(data, file)
    try:
        if not page.whole:
            raise Faulty(())
        journey = msgspec.convert(settle(page.plain, Journey), Journey)
        found = tuple(_faults(journey, file.removesuffix(".yaml")))
        if found or page.faults:
            raise Faulty(found)
    except Faulty as faulty:
        raise Faulty(page.gathered(faulty.faults)) from None
    return journey


def _exercises(path: tuple[Stop, ...]) -> Iterator[str]:
    for stop in path:
        if stop.do is not None:
            yield stop.do.exercise
        yield from chain.from_iterable(_exercises(inside) for _spot, inside in _inside(stop, ()))


def _inside(stop: Stop, at: Spot) -> Iterator[tuple[Spot, tuple[Stop, ...]]]:
    if stop.repeat is not None:
        yield (*at, "repeat", "path"), stop.repeat.path
    for place, way in enumerate(stop.fork.ways if stop.fork else ()):
        yield (*at, "fork", "ways", place, "path"), way.path


def _faults(journey: Journey, stem: str) -> Iterator[Fault]:
    if journey.id != stem or not is_kebab(journey.id):
        yield Fault(at=("id",), found=f"The id {quoted(journey.id)} is not the name of the file.", instead=f"Write {quoted(stem)}.")
    if not journey.path:
        yield Fault(at=("path",), found="There is no stop.", instead="Write at least one.")
    yield from _path_faults(journey.path, ("path",), [])


def _path_faults(path: tuple[Stop, ...], at: Spot, forks: list[str]) -> Iterator[Fault]:
    for place, stop in enumerate(path):
        here = (*at, place)
        kinds = [key for key in stop.__struct_fields__ if getattr(stop, key) is not None]
        if len(kinds) != 1:
            yield Fault(at=here, found="This stop is not exactly one thing.", instead="Write `do`, `rest`, `fork` or `repeat`.")
        yield from _number(here, "rest", "days", stop.rest.days if stop.rest else 1, 200)
        yield from _number(here, "repeat", "times", stop.repeat.times if stop.repeat else 1, 12)
        if stop.repeat is not None and not stop.repeat.path:
            yield Fault(at=(*here, "repeat", "path"), found="There is no stop to repeat.", instead="Write at least one.")
        if stop.fork is not None:
            if stop.fork.id in forks or len(stop.fork.ways) < 2 or not is_kebab(stop.fork.id):
                instead = "Give it an id of its own, and at least two ways."
                yield Fault(at=(*here, "fork"), found="This fork has no id of its own, or a single way.", instead=instead)
            forks.append(stop.fork.id)
        for spot, inside in _inside(stop, here):
            yield from _path_faults(inside, spot, forks)


def _number(at: Spot, key: str, name: str, value: int, most: int) -> Iterator[Fault]:
    if not 1 <= value <= most:
        yield Fault(at=(*at, key, name), found=f"`{name}` is {quoted(value)}.", instead=f"Write a number from 1 to {most}.")


def unknown(journey: Journey, exercises: frozenset[str]) -> tuple[str, ...]:
    """A sentence for each exercise on the path that no pack has."""
    return tuple(f"{name}: {near(name, exercises)}" for name in sorted(journey.exercises() - exercises))


def stops(journey: Journey, chosen: dict[str, str]) -> tuple[Stop, ...]:
    """The path as it lies ahead with the ways that were chosen: repeats written out, up to the first fork that is still open."""
    return tuple(islice(_walk(journey.path, chosen, []), MOST_STOPS))


def _walk(path: tuple[Stop, ...], chosen: dict[str, str], open_forks: list[Any]) -> Iterator[Stop]:
    for stop in path:
        if open_forks:
            return
        if stop.repeat is not None:
            for _time in range(stop.repeat.times):
                yield from _walk(stop.repeat.path, chosen, open_forks)
            continue
        yield stop
        if stop.fork is not None:
            way = next((way for way in stop.fork.ways if way.id == chosen.get(stop.fork.id)), None)
            if way is None:
                open_forks.append(stop)
                return
            yield from _walk(way.path, chosen, open_forks)
