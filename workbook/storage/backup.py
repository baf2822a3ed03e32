"""Backups: made aside and renamed, read through at once, thinned out afterwards; restored beside the notebook, never over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Final

from workbook.couple.backups import Backup, Missed, Progress, staying
from workbook.storage import files, keyfile, manifest
from workbook.storage.beginning import into_place
from workbook.storage.causes import troubled
from workbook.storage.copying import byte_copy, digest, read_through, vault_copy
from workbook.storage.keyfile import MAIN
from workbook.storage.manifest import FOLDER, Manifest
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

_SPARE: Final = 256 * 1024
"""Bytes that stay free, so that the next save has room."""


class FolderBackups:
    """The port `Backups` over one folder. `open_vaults` gives the vaults that are open now, by the name of their file.

    It raises Trouble `locked` once the folder is no longer this window's.
    """

    def __init__(self, folder: Path, open_vaults: Callable[[], Mapping[str, Vault]]) -> None:
        self._folder, self._open_vaults = folder, open_vaults
        self._place = folder / FOLDER
        self._running: Progress | None = None
        self._missed: Missed | None = None
        self._seen = self._state()

    def kept(self) -> tuple[Backup, ...]:
        """The list, newest first."""
        with troubled(self._place):
            return tuple(backup for _place, backup in manifest.places(self._folder))

    def changed(self) -> bool:
        """Whether anything was written since the notebook was opened or last copied."""
        return self._state() != self._seen

    def make(self, today: date, progress: Progress) -> None:
        """Copy everything, read the copy through, then let go of what the rule does not keep.

        Raises Trouble `disk-full` before anything is written, `stopped`, `vault-damaged`, `read-only`, `locked`.
        """
        try:
            self._make(today, progress)
        except Trouble as trouble:
            if trouble.code not in ("stopped", "locked"):
                self._remember(Missed(today, trouble.code))
            raise
        self._remember(None)
        with self._at_work(progress):
            self._thin_out()

    def missed(self) -> Missed | None:
        """The last one that was tried and not made, if none was made since."""
        return self._missed or manifest.missed(self._folder)

    def _remember(self, told: Missed | None) -> None:
        self._missed = told
        with suppress(OSError):  # on a disk that takes nothing it is remembered until the notebook is closed
            manifest.put_missed(self._folder, told)

    def _make(self, today: date, progress: Progress) -> None:
        with self._at_work(progress):
            vaults, sources, seen = self._open_vaults(), self._sources(), self._state()
            need_room(self._folder, sources)
            self._place.mkdir(mode=0o700, exist_ok=True)
            self._sweep()
            number = max((backup.number for backup in self.kept()), default=0) + 1
            name = manifest.name_of(number, today)
            part = self._place / (name + files.PART)
            part.mkdir(mode=0o700)
            try:
                sums = dict(_copied(sources, vaults, part, progress))
                manifest.write(part, Manifest(files=sums, checked=today))
                progress.go_on(1.0)
                files.sync_folder(part)
                files.move(part, self._place / name)
            except BaseException:
                shutil.rmtree(part, ignore_errors=True)
                raise
            self._seen = seen

    def make_before_upgrade(self, name: str, key: bytes) -> None:
        """One that holds this vault as it lies there now, read through with its own key; the newest may be such a one already.

        Raises as `make`, and Trouble `vault-damaged`.
        """
        if not self._newest_holds(name):
            self.make(date.today(), Progress())
        place = next(place for place, _backup in manifest.places(self._folder))
        with troubled(place / name):
            if not read_through(place / name, key, Progress()):
                raise Trouble("vault-damaged", {"file": name})

    def check(self, today: date, progress: Progress) -> None:
        """Read every backup through: byte for byte against its manifest, and page by page where today's keys fit.

        Raises Trouble `stopped`; what is damaged is in the list afterwards.
        """
        with self._at_work(progress):
            vaults, all_of_them = self._open_vaults(), list(manifest.places(self._folder))
            for at, (place, _backup) in enumerate(all_of_them):
                told = manifest.read(place)
                if told is not None:
                    sound = all(_sound(place, told, name, vaults.get(name), progress) for name in told.files)
                    manifest.write(place, Manifest(files=told.files, due=told.due, checked=today, sound=sound))
                progress.go_on((at + 1) / len(all_of_them))

    def restore(self, number: int, folder: Path, progress: Progress) -> None:
        """Put a backup into a folder that is not there yet, or empty: whole, or not at all.

        Raises Trouble `folder-not-empty`, `backup-damaged`, `disk-full`, `read-only`, `stopped`.
        """
        with self._at_work(progress), troubled(folder):
            place = next((place for place, backup in manifest.places(self._folder) if backup.number == number), None)
            restore(place, folder, progress)

    def interrupt(self) -> None:
        """Stop what is under way, from any thread."""
        running = self._running
        if running is not None:
            running.stop()

    @contextmanager
    def _at_work(self, progress: Progress) -> Iterator[None]:
        self._running = progress
        try:
            with troubled(self._place):
                yield
        finally:
            self._running = None

    def _sources(self) -> list[Path]:
        """The keys and every vault they speak of, with the journal of one that was left in the midst of a save."""
        keys = keyfile.read(self._folder)
        names = [keyfile.SHARED, *(member.vault for member in keys.people if member.vault)]
        vaults = [self._folder / name for name in names]
        journals = [path.with_name(path.name + "-journal") for path in vaults]
        return [self._folder / MAIN, *vaults, *(path for path in journals if path.exists() and path.stat().st_size)]

    def _newest_holds(self, name: str) -> bool:
        """Whether the newest backup has a file byte for byte, and no journal that belongs to it."""
        with troubled(self._place):
            place, _backup = next(manifest.places(self._folder), (self._place, None))
            told = manifest.read(place)
            if told is None or name not in told.files or f"{name}-journal" in told.files:
                return False
            return manifest.whole(place, told, name, Progress()) and digest(self._folder / name, Progress()) == told.files[name]

    def _state(self) -> tuple[tuple[str, int, int], ...]:
        with troubled(self._folder):
            found = sorted([*self._folder.glob("*.vault"), *self._folder.glob(MAIN)])
            return tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in found)

    def _sweep(self) -> None:
        """Remove what was being made or removed when a process died."""
        for left in self._place.glob("*" + files.PART):
            shutil.rmtree(left) if left.is_dir() else left.unlink()

    def _thin_out(self) -> None:
        found = list(manifest.places(self._folder, strict=True))  # what the disk only refuses to read must not go as damaged
        stay = staying(backup for _place, backup in found)
        for place, backup in found:
            if backup.number not in stay:
                manifest.remove(place)


def restore(place: Path | None, folder: Path, progress: Progress) -> None:
    """Put one backup's folder into a new one. Raises as `FolderBackups.restore`."""
    told = manifest.read(place) if place is not None else None
    if place is None or told is None or not all((place / name).is_file() for name in told.files):
        raise Trouble("backup-damaged")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Trouble("folder-not-empty")
    folder.parent.mkdir(parents=True, exist_ok=True)
    need_room(folder.parent, [place / name for name in told.files])
    part = folder.with_name(folder.name + files.PART)
    _clear(part)
    part.mkdir(mode=0o700)
    try:
        for at, name in enumerate(told.files):
            byte_copy(place / name, part / name, progress)
            if not manifest.whole(part, told, name, progress):
                raise Trouble("backup-damaged")
            progress.go_on((at + 1) / len(told.files))
        files.sync_folder(part)
        into_place(part, folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _clear(part: Path) -> None:
    """Remove what a restoring that was killed left; what is not ours stays, and stands in the way."""
    if part.exists():
        if not part.is_dir() or not all(manifest.names(found.name) for found in part.iterdir()):
            raise Trouble("folder-not-empty")
        shutil.rmtree(part)


def _copied(sources: list[Path], vaults: Mapping[str, Vault], part: Path, progress: Progress) -> Iterator[tuple[str, str]]:
    """Copy each file; gives back its name and SHA-256."""
    of, done = sum(path.stat().st_size for path in sources), 0
    for source in sources:
        target, size = part / source.name, source.stat().st_size
        open_vault = vaults.get(source.name.removesuffix("-journal"))
        if open_vault is None:
            byte_copy(source, target, progress)
        elif source.name in vaults:
            vault_copy(open_vault, target, progress)
        else:
            continue  # an open vault's journal is its own business
        yield source.name, digest(target, progress)
        done += size
        progress.go_on(done / of)


def _sound(place: Path, told: Manifest, name: str, vault: Vault | None, progress: Progress) -> bool:
    """Whether one file is what was put there, and whole where a vault of today opens it; an older key may no longer."""
    if not manifest.whole(place, told, name, progress):
        return False
    if vault is not None and f"{name}-journal" not in told.files:
        with vault.lent() as (_connection, key):
            try:
                read_through(place / name, key, progress)
            except Trouble as trouble:
                if trouble.code != "vault-damaged":
                    raise
                return False
    return True


def need_room(folder: Path, sources: list[Path]) -> None:
    """Raises Trouble `disk-full` where there is not enough free space for copies of these files."""
    needed = sum(path.stat().st_size for path in sources)
    if shutil.disk_usage(folder).free < needed + _SPARE:
        raise Trouble("disk-full")
