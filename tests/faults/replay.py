"""A disk as a power cut leaves it: what was brought to it is there, of everything else any part may be."""

from __future__ import annotations

import os
import random
import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

CALLS: Final = ("openat", "close", "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "rename")
SECTOR: Final = 512
"""A disk writes so many bytes at once or not at all."""

_LINE: Final = re.compile(r"(\w+)\((.*)\)\s+= (\d+)")
_TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_STDOUT: Final = 1


class Call(NamedTuple):
    """One call the program made and that succeeded: its name, its texts (paths, bytes), the rest of its arguments, what it gave."""

    name: str
    texts: tuple[bytes, ...]
    rest: tuple[str, ...]
    gave: int

    def told(self) -> bytes | None:
        """What the program said at this point, or nothing."""
        return self.texts[0] if self.name == "write" and self.rest[0] == str(_STDOUT) else None


def recorded(log: Path) -> list[Call]:
    """What strace wrote down with `-xx`; calls that failed changed nothing."""
    calls = []
    for line in log.read_text().splitlines():
        found = _LINE.match(line)
        if found:
            texts = tuple(bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(found[2]))
            rest = tuple(part.strip() for part in _TEXT.sub('""', found[2]).split(","))
            calls.append(Call(found[1], texts, rest, int(found[3])))
    return calls


@dataclass
class File:
    """What is on the disk for sure, and what came since: bytes at an offset, or a new length."""

    sure: bytes = b""
    since: list[tuple[int, bytes] | int] = field(default_factory=list)

    def sync(self) -> None:
        """Everything so far is on the disk."""
        self.sure, self.since = _with(self.sure, self.since), []

    def after_cut(self, rng: random.Random) -> bytes:
        """The sure part, and of each other change all, nothing, or some sectors."""
        kept: list[tuple[int, bytes] | int] = []
        for change in self.since:
            fate = rng.choice(("kept", "dropped", "torn"))
            if fate == "kept" or (fate == "torn" and isinstance(change, int) and rng.random() < 0.5):
                kept.append(change)
            elif fate == "torn" and not isinstance(change, int):
                kept += _torn(change, rng)
        return _with(self.sure, kept)


class Disk:
    """One folder, followed call by call."""

    def __init__(self, folder: Path, as_it_was: Path) -> None:
        self._folder = str(folder).encode()
        self._names = {path.name: File(path.read_bytes()) for path in as_it_was.iterdir()}
        self._sure_names = dict(self._names)
        self._renamings: list[dict[str, File | None]] = []
        self._open: dict[str, tuple[File | None, int]] = {}

    def follow(self, call: Call) -> None:
        """Do what the program did."""
        if call.name in ("openat", "unlink", "rename"):
            if all(os.path.dirname(text) == self._folder or text == self._folder for text in call.texts):
                self._name(call, [os.path.basename(text).decode() for text in call.texts])
            elif call.name == "openat":
                self._open.pop(str(call.gave), None)
        elif call.name == "close":
            self._open.pop(call.rest[0], None)
        elif call.rest[0] in self._open:
            self._change(call, *self._open[call.rest[0]])

    def whole(self) -> dict[str, bytes]:
        """Every file as it is while the power is on."""
        return {name: _with(file.sure, file.since) for name, file in self._names.items()}

    def cut(self, rng: random.Random, target: Path) -> None:
        """Write down what may be left if the power goes now."""
        names = dict(self._sure_names)
        for renaming in self._renamings:  # in no order, which is worse than what file systems with a journal do
            if rng.random() < 0.5:
                _rename(names, renaming)
        target.mkdir()
        for name, file in names.items():
            (target / name).write_bytes(file.after_cut(rng))

    def _name(self, call: Call, names: list[str]) -> None:
        if call.name == "unlink":
            self._renamed({names[0]: None})
        elif call.name == "rename":
            self._renamed({names[1]: self._names[names[0]], names[0]: None})
        elif call.texts[0] == self._folder:
            self._open[str(call.gave)] = (None, 0)
        else:
            if names[0] not in self._names:
                self._renamed({names[0]: File()})
            file = self._names[names[0]]
            if "O_TRUNC" in call.rest[2]:
                file.since.append(0)
            self._open[str(call.gave)] = (file, 0)

    def _renamed(self, renaming: dict[str, File | None]) -> None:
        self._renamings.append(renaming)
        _rename(self._names, renaming)

    def _change(self, call: Call, file: File | None, at: int) -> None:
        if file is None:  # the folder itself
            self._sure_names, self._renamings = dict(self._names), []
        elif call.name in ("fsync", "fdatasync"):
            file.sync()
        elif call.name == "ftruncate":
            file.since.append(int(call.rest[1]))
        elif call.name == "pwrite64":
            file.since.append((int(call.rest[3]), call.texts[0][: call.gave]))
        else:
            file.since.append((at, call.texts[0][: call.gave]))
            self._open[call.rest[0]] = (file, at + call.gave)


def _rename(names: dict[str, File], renaming: dict[str, File | None]) -> None:
    for name, file in renaming.items():
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def _with(content: bytes, changes: list[tuple[int, bytes] | int]) -> bytes:
    whole = bytearray(content)
    for change in changes:
        end = change if isinstance(change, int) else change[0] + len(change[1])
        whole.extend(bytes(max(0, end - len(whole))))
        if isinstance(change, int):
            del whole[change:]
        else:
            whole[change[0] : end] = change[1]
    return bytes(whole)


def _torn(change: tuple[int, bytes], rng: random.Random) -> list[tuple[int, bytes]]:
    """The sectors of one write that reached the disk; they lie where the disk's own sectors do."""
    at, content = change
    edges = [0, *range(SECTOR - at % SECTOR, len(content), SECTOR), len(content)]
    return [(at + start, content[start:end]) for start, end in pairwise(edges) if rng.random() < 0.5]
