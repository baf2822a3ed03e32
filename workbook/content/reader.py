"""The strict reader of what authors write; the one place that knows YAML.

Every text stays text: `no`, `on`, `12:30` and `1984` are words. Whether an unquoted `12` or `true` is a number or a yes is
decided by the place it stands in (see `compose.Bare`); in quotes it is words everywhere. Space around a text falls away.
Nothing is composed by YAML itself: its C parser recurses while composing, and 100,000 nested brackets crash the interpreter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct
from yaml.events import AliasEvent, CollectionEndEvent, DocumentStartEvent, Event, MappingStartEvent, NodeEvent, ScalarEvent

from workbook.content.compose import Bare
from workbook.content.fault import MOST, Fault, Spot, quoted

FILE_BYTES = 256 * 1024
PACK_NODES = 50_000
DEPTH = 32
TEXT_LENGTH = 20_000

# Control characters but tab and line ends, Unicode's own line ends, and what turns the direction of text around.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_HINTS = {
    "mapping values are not allowed": "Put quotes around a text in which a space follows a colon.",
    "cannot start any token": "Indent with spaces, not tabs, and put quotes around a text that begins with a sign.",
    "did not find expected key": "Check the indentation, and quotes inside of quotes.",
}


class Page(Struct):
    """A file as it was read: plain data, the line of every spot in it, and its faults; `whole` says that the data is all there."""

    file: str
    plain: object = None
    lines: dict[Spot, int] = {}
    faults: list[Fault] = []
    nodes: int = 0
    whole: bool = True

    def fault(self, line: int, found: str, instead: str) -> None:
        """Notes one thing to mend."""
        self.faults.append(Fault(file=self.file, line=line, found=found, instead=instead))

    def gathered(self, faults: Iterable[Fault]) -> list[Fault]:
        """Faults of the reading and, on the lines that were read well, those found later, each in its place, in order."""
        broken = {fault.line for fault in self.faults}
        placed = (fault.placed(self.file, self.lines) for fault in faults)
        return sorted([*self.faults, *(fault for fault in placed if fault.line not in broken)], key=lambda fault: fault.line)


class _Stop(Exception):  # noqa: N818 - it ends the walk
    """Nothing after this point can be read."""


def read_bytes(path: Path) -> bytes:
    """A file's bytes, at most one more than a file may have, however large it is. Raises `OSError`."""
    with path.open("rb") as file:
        return file.read(FILE_BYTES + 1)


def read(data: bytes, file: str, nodes: int = PACK_NODES) -> Page:
    """The plain data in a file's bytes, with every fault; at most `nodes` keys, values and lists are read."""
    page = Page(file)
    try:
        _Walk(page, nodes).walk(_text(data, page))
    except _Stop:
        page.whole = False
    return page


def _text(data: bytes, page: Page) -> str:
    if len(data) > FILE_BYTES:
        page.fault(1, f"The file is larger than {FILE_BYTES // 1024} KB.", "Make it shorter, or make two files of it.")
        raise _Stop
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        page.fault(data[: error.start].count(b"\n") + 1, "This is not text in UTF-8.", "Save the file as UTF-8.")
        raise _Stop from None
    for found in islice(_UNSEEN.finditer(text), MOST):
        line = text.count("\n", 0, found.start()) + 1
        page.fault(line, f"Here is a character that cannot be seen (U+{ord(found[0]):04X}).", "Take it out.")
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


class _Walk:
    """Goes through the parser's events one by one, without recursion, and builds the plain data from them."""

    def __init__(self, page: Page, nodes: int) -> None:
        self._page = page
        self._most = nodes
        self._open: list[tuple[Any, Spot]] = []
        self._key: list[str | None] = []

    def walk(self, text: str) -> None:
        """Fills the page. Raises `_Stop` where nothing more can be read."""
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                self._take(event)
        except yaml.YAMLError as error:
            problem = str(getattr(error, "problem", None) or "it cannot be read")
            hint = next(
                (hint for words, hint in _HINTS.items() if words in problem), "Check quotes, brackets and indentation here."
            )
            mark = getattr(error, "problem_mark", None)
            last = text.rstrip().count("\n") + 1
            line = last if mark is None else min(mark.line + 1, last)
            self._page.fault(line, f"This is not well-formed YAML: {problem}.", hint)
            raise _Stop from None

    def _take(self, event: Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, NodeEvent):
            self._node(event, line)
        elif isinstance(event, DocumentStartEvent) and self._page.nodes:
            self._page.fault(line, "A second document begins here.", "Write one exercise a file, without `---`.")
            raise _Stop
        elif isinstance(event, CollectionEndEvent):
            self._open.pop()
            self._key.pop()
        if len(self._page.faults) > MOST:
            self._page.fault(line, "There are too many faults to go on.", "Mend the others first.")
            raise _Stop

    def _node(self, event: NodeEvent, line: int) -> None:
        page = self._page
        page.nodes += 1
        if page.nodes > self._most:
            self._page.fault(line, "There is too much in this pack.", f"Keep it to {PACK_NODES} keys and values in all.")
            raise _Stop
        self._plain_only(event, line)
        if isinstance(event, ScalarEvent):
            self._place(self._scalar(event, line), line, inside=False)
        elif isinstance(event, AliasEvent):
            self._place("", line, inside=False)
        elif len(self._open) >= DEPTH:
            self._page.fault(line, "Lists and keys lie too deep inside each other here.", f"Keep it to {DEPTH} levels.")
            raise _Stop
        else:
            self._place({} if isinstance(event, MappingStartEvent) else [], line, inside=True)

    def _plain_only(self, event: NodeEvent, line: int) -> None:
        if isinstance(event, AliasEvent):
            self._page.fault(
                line,
                f"Here stands an alias, {quoted(f'*{event.anchor}')}.",
                "Write it out, or put quotes around a text that begins with `*`.",
            )
        elif event.anchor is not None:
            self._page.fault(
                line,
                f"Here stands an anchor, {quoted(f'&{event.anchor}')}.",
                "Take it out, or put quotes around a text that begins with `&`.",
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._page.fault(
                line, f"Here stands a tag, {quoted(tag)}.", "Take it out, or put quotes around a text that begins with `!`."
            )

    def _scalar(self, event: ScalarEvent, line: int) -> str | None:
        value = event.value
        if len(value) > TEXT_LENGTH:
            self._page.fault(line, f"This text is longer than {TEXT_LENGTH} characters.", "Make it shorter.")
        unseen = _UNSEEN.search(value)
        if unseen:
            self._page.fault(line, f"This text holds a character that cannot be seen (U+{ord(unseen[0]):04X}).", "Take it out.")
        if not event.implicit[0]:
            return value.strip()
        return Bare(value) if value else None

    def _place(self, value: object, line: int, inside: bool) -> None:
        """Puts a value where it belongs: at the top, into a list, as a key, or under the key before it."""
        page = self._page
        spot: Spot = ()
        if not self._open:
            page.plain, page.lines[()] = value, line
        elif isinstance(self._open[-1][0], list):
            into, around = self._open[-1]
            spot = (*around, len(into))
            into.append(value)
            page.lines.setdefault(spot, line)
        elif self._key[-1] is None:
            self._name(value, line)
            spot = (*self._open[-1][1], "")
        else:
            into, around = self._open[-1]
            key, self._key[-1] = self._key[-1], None
            spot = (*around, key)
            if key:
                into.setdefault(key, value)
        if inside:
            self._open.append((value, spot))
            self._key.append(None)

    def _name(self, value: object, line: int) -> None:
        into, around = self._open[-1]
        key = self._key[-1] = str(value) if isinstance(value, str) else ""
        if not key:
            self._page.fault(line, f"This key is {quoted(value)}.", "Write one word as the key.")
        elif key in into:
            self._page.fault(line, f"The key {quoted(key)} stands here a second time.", "Keep one of the two.")
        else:
            self._page.lines[(*around, key)] = line
