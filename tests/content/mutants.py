"""Good files, damaged at every spot: each mutant with what was done to it and the line on which it was done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from workbook.content.fault import Spot
from workbook.content.reader import read

_HOLE = "@@"


class Mutant(NamedTuple):
    """A damaged text, what was done, and the lines on which a fault may stand: that of the damage, or of the group around it."""

    done: str
    text: str
    lines: frozenset[int]


def mutants(good: str) -> Iterator[Mutant]:
    """Every value of another kind, every key misspelled and twice, a stranger in every group; then the file cut short in places."""
    plain = json.loads(json.dumps(read(good.encode(), "good.yaml").plain))
    for number, (spot, value) in enumerate([*_spots(plain)]):
        wrong = _WRONG_GROUP if isinstance(value, dict) else _WRONG_LIST if isinstance(value, list) else _WRONG_TEXT
        yield _changed(plain, spot, "another kind at", lambda _old: _HOLE, wrong[number % len(wrong)])
        if isinstance(value, dict):
            yield _changed(plain, spot, "a stranger in", lambda old: {**old, "stranger": _HOLE}, "1")
        if isinstance(spot[-1], str):
            yield _misspelled(plain, spot)
            yield _twice(plain, spot)
    whole = _written(plain)
    for at in range(10, len(whole) - 2, max(1, len(whole) // 40)):
        yield Mutant(f"cut at {at}", whole[:at], frozenset(range(1, whole.count("\n", 0, at) + 2)))


_WRONG_TEXT = ("[a, list]", "{a: group}", "&anchor words", "*alias", "!tag words", "!!python/object:os.system x", '"wor\\u202eds"')
_WRONG_LIST = ("words", "{a: group}", "12", "[[[a]]]")
_WRONG_GROUP = ("words", "[a, list]", "-1.5", ".nan")


def _spots(value: Any, at: Spot = ()) -> Iterator[tuple[Spot, Any]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield (*at, key), one
        yield from _spots(one, (*at, key))


def _changed(plain: Any, spot: Spot, done: str, change: Callable[[Any], Any], wrong: str) -> Mutant:
    copy = json.loads(json.dumps(plain))
    around = _at(copy, spot[:-1])
    around[spot[-1]] = change(around[spot[-1]])
    lines = _written(copy).splitlines()
    place = next(at for at, line in enumerate(lines) if _HOLE in line)
    lines[place] = lines[place].replace(f'"{_HOLE}"', wrong)
    return _mutant(f"{done} {_told(spot)}: {wrong}", "\n".join(lines), place + 1, _above(lines, place))


def _misspelled(plain: Any, spot: Spot) -> Mutant:
    copy = json.loads(json.dumps(plain))
    around = _at(copy, spot[:-1])
    renamed = {f"{key}x" if key == spot[-1] else key: value for key, value in around.items()}
    around.clear()
    around.update(renamed)
    lines = _written(copy).splitlines()
    return _mutant(f"misspelled {_told(spot)}", "\n".join(lines), *range(1, len(lines) + 1))


def _twice(plain: Any, spot: Spot) -> Mutant:
    copy = json.loads(json.dumps(plain))
    around = _at(copy, spot[:-1])
    around[_HOLE] = "once more"
    lines = _written(copy).splitlines()
    place = next(at for at, line in enumerate(lines) if _HOLE in line)
    lines[place] = lines[place].replace(_HOLE, str(spot[-1]))
    return _mutant(f"twice {_told(spot)}", "\n".join(lines), place + 1)


def _mutant(done: str, text: str, *lines: int) -> Mutant:
    return Mutant(done, text, frozenset(lines))


def _at(value: Any, spot: Spot) -> Any:
    for key in spot:
        value = value[key]
    return value


def _above(lines: list[str], place: int) -> int:
    """The line on which the group around a line begins: the nearest one above that is less indented."""
    indent = len(lines[place]) - len(lines[place].lstrip())
    return next((at + 1 for at in range(place, -1, -1) if len(lines[at]) - len(lines[at].lstrip()) < indent), 1)


def _told(spot: Spot) -> str:
    return ".".join(map(str, spot))


def _written(plain: Any) -> str:
    """One value a line; what was a number without quotes stays one."""
    return _unquoted(json.dumps(plain, indent=1, ensure_ascii=False))


def _unquoted(text: str) -> str:
    lines = []
    for line in text.splitlines():
        head, quote, rest = line.partition('": "')
        value = rest.rstrip(",").removesuffix('"')
        bare = bool(quote) and (value.replace(".", "", 1).isdigit() or value in ("true", "false"))
        lines.append(f'{head}": {value}{"," if rest.endswith(",") else ""}' if bare else line)
    return "\n".join(lines)
