"""A pack: a folder with `pack.yaml` and the exercises that it names, read whole or refused whole with every fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec
from msgspec import Struct

from workbook.content.compose import compose, near, settle
from workbook.content.exercise import Exercise, FollowUp, Group, Minutes, Mode, NotFor
from workbook.content.fault import MOST, Fault, Faulty, Spot, quoted

if TYPE_CHECKING:
    from workbook.content.reader import Page

FIRST = "pack.yaml"
FILES = 200
PACK_BYTES = 4 * 1024 * 1024
_STEM = re.compile(r"[a-z0-9-]+")
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for itself, with any ending."""

_NAMES = "Keep ordinary files named with small letters, digits and hyphens, ending in `.yaml`."
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
Made = TypeVar("Made")


class Gate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands before a pack that is off until somebody switches it on for themselves (G13): what it is, and what it is not."""

    is_: str = msgspec.field(name="is")
    is_not: str
    therapist_first: bool = False


class Imprint(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `pack.yaml` says; `exercises` names the pack's exercises in their order, `language` is a code such as `en`.

    `id` is the name of the folder. `edition` counts up when it changes. `about` says what it is for, `authors` who wrote it,
    `licence` what others may do with it. `review` says who looked at it and when, in the author's words; `gate` stands before a
    pack that is off at first.
    """

    id: str
    edition: int
    title: str
    about: str
    authors: tuple[str, ...]
    licence: str
    language: str
    exercises: tuple[str, ...]
    review: str = ""
    gate: Gate | None = None


class Pack(Struct, frozen=True, kw_only=True):
    """A pack that was read without a fault."""

    imprint: Imprint
    exercises: tuple[Exercise, ...]


class Summary(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a list of exercises shows of one."""

    id: str
    title: str
    purpose: str
    minutes: Minutes
    intensity: str
    who: tuple[Mode, ...]
    not_for: tuple[NotFor, ...]
    group: Group = "other"
    therapist: Literal["first", "recommended"] | None = None
    follow_up: FollowUp | None = None
    agrees: bool = False
    pack: str

    @classmethod
    def of(cls, exercise: Exercise, pack: str) -> Summary:
        """The summary of an exercise in a pack."""
        return cls(pack=pack, **{key: getattr(exercise, key) for key in cls.__struct_fields__ if key != "pack"})


def usable(stem: str) -> bool:
    """Whether this can name a file or a folder of a pack, on every system."""
    return bool(_STEM.fullmatch(stem)) and not _DEVICES.fullmatch(stem)


def read_pack(folder: Path, shown: str | None = None) -> Pack:
    """The pack in a folder; faults name its files as `shown/file`, by default with the folder's own name.

    Raises `Faulty` with every fault in every file; what cannot be read from the disk is a fault too.
    """
    shown = folder.name if shown is None else shown
    files, faults = _files(folder, shown)
    try:
        pack = bind(files, folder.resolve().name, shown)
    except Faulty as faulty:
        raise Faulty((*faults, *faulty.faults)) from None
    if faults:
        raise Faulty(faults)
    return pack


def bind(files: Mapping[str, bytes], name: str, shown: str) -> Pack:
    """The pack in a set of files, by file name. Raises `Faulty` with every fault."""
    from workbook.content.reader import PACK_NODES, read

    faults: list[Fault] = []
    imprint: Imprint | None = None
    exercises: dict[str, Exercise] = {}
    nodes = PACK_NODES
    for file in sorted(files, key=lambda file: (file != FIRST, file)):
        page = read(files[file], f"{shown}/{file}", nodes)
        nodes -= page.nodes
        try:
            if file == FIRST:
                imprint = _held(page, _imprint, lambda made: _imprint_faults(made, name, files))
            else:
                stem = file.removesuffix(".yaml")
                exercises[stem] = _exercise(page, stem)
        except Faulty as faulty:
            faults += faulty.faults
    if FIRST not in files:
        faults.append(
            Fault(
                file=f"{shown}/{FIRST}",
                found="This file is missing.",
                instead="Write it: it names the pack's exercises in their order.",
            )
        )
    if faults or imprint is None:
        raise Faulty(faults)
    return Pack(imprint=imprint, exercises=tuple(exercises[stem] for stem in imprint.exercises))


def read_exercise(path: Path, shown: str | None = None) -> Exercise:
    """The exercise in a file. Raises `Faulty` with every fault, each with the file as `shown` and its line."""
    from workbook.content.reader import read, read_bytes

    shown = str(path) if shown is None else shown
    try:
        data = read_bytes(path)
    except OSError:
        raise Faulty([unreadable(shown)]) from None
    return _exercise(read(data, shown), path.name.removesuffix(".yaml"))


def _exercise(page: Page, stem: str) -> Exercise:
    from workbook.content.rules import faults

    def rules(exercise: Exercise) -> Iterator[Fault]:
        if exercise.id != stem:
            yield Fault(
                at=("id",),
                found=f"The id {quoted(exercise.id)} is not the name of the file.",
                instead=f"Write {quoted(stem)}, or rename the file.",
            )
        yield from faults(exercise)

    return _held(page, compose, rules)


def _held(page: Page, make: Callable[[object], Made], rules: Callable[[Made], Iterable[Fault]]) -> Made:
    """What a page makes once its rules hold. Raises `Faulty` with every fault."""
    try:
        if not page.whole:
            raise Faulty(())
        made = make(page.plain)
        found = tuple(islice(rules(made), MOST))
        if found or page.faults:
            raise Faulty(found)
    except Faulty as faulty:
        raise Faulty(page.gathered(faulty.faults)) from None
    return made


def _imprint(plain: object) -> Imprint:
    return msgspec.convert(settle(plain, Imprint), Imprint)


def _imprint_faults(imprint: Imprint, name: str, files: Mapping[str, bytes]) -> Iterator[Fault]:
    from workbook.content.naming import is_kebab
    from workbook.content.wording import watching

    stems = {file.removesuffix(".yaml") for file in files if file != FIRST}
    if imprint.id != name or not is_kebab(imprint.id):
        yield Fault(
            at=("id",),
            found=f"The id {quoted(imprint.id)} is not the name of the folder.",
            instead="Give both one name, of small letters, digits and hyphens.",
        )
    if not 1 <= imprint.edition <= 9999:
        yield Fault(at=("edition",), found=f"`edition` is {quoted(imprint.edition)}.", instead="Write a number from 1 to 9999.")
    if not _LANGUAGE.fullmatch(imprint.language):
        yield Fault(
            at=("language",), found=f"`language` is {quoted(imprint.language)}.", instead="Write a code such as `en` or `pt-BR`."
        )
    for key in ("title", "about", "licence", "authors", "exercises"):
        value = getattr(imprint, key)
        if not value or "" in (value if isinstance(value, tuple) else (value.strip(),)):
            yield Fault(at=(key,), found=f"`{key}` is empty.", instead="Write something.")
    said: dict[Spot, str] = {("title",): imprint.title, ("about",): imprint.about, ("review",): imprint.review}
    if imprint.gate:
        said |= {("gate", "is"): imprint.gate.is_, ("gate", "is_not"): imprint.gate.is_not}
    for spot, text in said.items():
        yield from watching(spot, text)
    for place, stem in enumerate(imprint.exercises):
        if stem not in stems:
            yield Fault(at=("exercises", place), found=f"There is no file `{stem}.yaml`.", instead=near(stem, stems))
        elif stem in imprint.exercises[:place]:
            yield Fault(at=("exercises", place), found=f"{quoted(stem)} stands here a second time.", instead="Keep one of the two.")
    for stem in sorted(stems - set(imprint.exercises)):
        yield Fault(
            at=("exercises",),
            found=f"The file `{stem}.yaml` is not named here.",
            instead="Name it, or take the file out of the folder.",
        )


def _files(folder: Path, shown: str) -> tuple[dict[str, bytes], list[Fault]]:
    """The bytes of a pack's files, within its limits, and what could not be read."""
    from workbook.content.reader import read_bytes

    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    except OSError:
        return files, [unreadable(shown)]
    if len(paths) > FILES:
        return files, [Fault(file=shown, found=f"There are more than {FILES} files.", instead="Make two packs of them.")]
    for path in paths:
        try:
            if path.is_symlink() or not path.is_file() or path.suffix != ".yaml" or not usable(path.stem):
                faults.append(
                    Fault(file=f"{shown}/{path.name}", found="This is a link, or its name cannot be used.", instead=_NAMES)
                )
                continue
            files[path.name] = read_bytes(path)
        except OSError:
            faults.append(unreadable(f"{shown}/{path.name}"))
        if sum(map(len, files.values())) > PACK_BYTES:
            return {}, [
                Fault(file=shown, found=f"The pack is larger than {PACK_BYTES // 1024**2} MB.", instead="Make two packs of it.")
            ]
    return files, faults


def unreadable(shown: str) -> Fault:
    """The fault of a file or folder that the disk does not give."""
    return Fault(file=shown, found="This cannot be read from the disk.", instead="Check its name, and whether you may read it.")
