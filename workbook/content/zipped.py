"""A pack from outside: a zip of the same files, read in memory within the same limits. Nothing is ever unpacked onto the disk."""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from workbook.content.fault import Fault, Faulty, quoted
from workbook.content.pack import FILES, PACK_BYTES, Pack, bind, unreadable, usable
from workbook.content.reader import FILE_BYTES
from workbook.paths import small

ZIP_BYTES = PACK_BYTES
"""A zip of words is never larger than the words in it may be."""

_BESIDE = re.compile(r"(?:__MACOSX/.*|(?:[^/]*/)?(?:\.DS_Store|README(?:\.md|\.txt)?|LICEN[CS]E(?:\.md|\.txt)?|index\.json))")
"""What may lie beside a pack's files and is not looked at."""

_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, UnicodeError)
"""What reading a zip can raise: damage, a method that is not known, a passphrase, a name that is no text."""


def read_zip(data: bytes, shown: str) -> Pack:
    """The pack in a zip's bytes. Raises `Faulty` with every fault, each with the zip as `shown` and the entry."""
    if len(data) > ZIP_BYTES:
        raise Faulty(
            [Fault(file=shown, found=f"The zip is larger than {ZIP_BYTES // 1024**2} MB.", instead="Make two packs of it.")]
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as opened:
            files, name, faults = _Entries(opened, shown).read()
    except _UNREADABLE:
        instead = "Zip the pack's folder again, without a passphrase."
        raise Faulty([Fault(file=shown, found="This is not a zip that can be read.", instead=instead)]) from None
    try:
        pack = bind(files, name or shown.rsplit("/", 1)[-1].removesuffix(".zip"), shown)
    except Faulty as faulty:
        raise Faulty((*faults, *faulty.faults)) from None
    if faults:
        raise Faulty(faults)
    return pack


def read_zip_file(path: Path, shown: str) -> tuple[Pack, bytes]:
    """The pack in a zip on the disk, and the zip's own bytes. Raises `Faulty` as `read_zip` does."""
    try:
        data = small(path, ZIP_BYTES + 1)
    except OSError:
        raise Faulty([unreadable(shown)]) from None
    return read_zip(data, shown), data


class _Entries:
    """Goes through the entries of a zip and believes nothing that they say of themselves."""

    def __init__(self, opened: zipfile.ZipFile, shown: str) -> None:
        self._zip, self._shown = opened, shown
        self._left = PACK_BYTES
        self._files: dict[str, bytes] = {}
        self._folders: set[str] = set()

    def read(self) -> tuple[dict[str, bytes], str, list[Fault]]:
        """The files by name, the one folder they lie in, and what was amiss. Raises `Faulty` for far too many."""
        entries = [info for info in self._zip.infolist() if not _BESIDE.fullmatch(info.filename)]
        if len(entries) > FILES + 1:
            raise Faulty([Fault(file=self._shown, found=f"There are more than {FILES} files.", instead="Make two packs of them.")])
        faults = [fault for info in entries for fault in self._take(info)]
        if len(self._folders) > 1:
            faults.append(
                Fault(file=self._shown, found="The files lie in more than one folder.", instead="Zip the one folder of the pack.")
            )
        return self._files, next(iter(sorted(self._folders)), ""), faults

    def _take(self, info: zipfile.ZipInfo) -> Iterator[Fault]:
        spot = f"{self._shown}/{_plainly(info.filename)}"
        folder, _slash, name = info.filename.rpartition("/")
        if info.is_dir() and usable(folder) and not name:
            self._folders.add(folder)
            return
        if "/" in folder or (folder and not usable(folder)) or not usable(name.removesuffix(".yaml")) or not name.endswith(".yaml"):
            yield Fault(
                file=spot, found="Its name cannot be used.", instead="Keep ordinary files such as `one-folder/my-exercise.yaml`."
            )
        elif stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
            yield Fault(file=spot, found="This is a link, not a file.", instead="Put the file itself into the zip.")
        elif name in self._files:
            yield Fault(file=spot, found="This file is in the zip a second time.", instead="Keep one of the two.")
        elif self._left < 0:
            yield Fault(file=spot, found=f"The pack is larger than {PACK_BYTES // 1024**2} MB.", instead="Make two packs of it.")
        else:
            yield from self._read(info, spot, folder, name)

    def _read(self, info: zipfile.ZipInfo, spot: str, folder: str, name: str) -> Iterator[Fault]:
        try:
            with self._zip.open(info) as file:
                data = file.read(FILE_BYTES + 1)
        except _UNREADABLE:
            yield Fault(file=spot, found="This entry cannot be read.", instead="Zip the pack's folder again, without a passphrase.")
            return
        self._left -= len(data)
        self._files[name] = data
        if folder:
            self._folders.add(folder)


def _plainly(name: str) -> str:
    """An entry's name as it can be printed, whatever is in it."""
    return name if name.isprintable() and len(name) <= 80 else quoted(name)
