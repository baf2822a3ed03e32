"""Backups, pretended."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from workbook.couple.backups import Backup, Missed, Progress, staying
from workbook.trouble import Trouble


@dataclass
class FakeBackups:
    """Backups that are only a list; `trouble` is raised by the next call, `damaged` is what a check finds."""

    listed: list[Backup] = field(default_factory=list)
    damaged: set[int] = field(default_factory=set)
    restored: dict[Path, int] = field(default_factory=dict)
    trouble: Trouble | None = None
    written: bool = True
    interrupted: int = 0
    not_made: Missed | None = None

    def kept(self) -> tuple[Backup, ...]:
        return tuple(reversed(self.listed))

    def changed(self) -> bool:
        return self.written

    def missed(self) -> Missed | None:
        return self.not_made

    def make(self, today: date, progress: Progress) -> None:
        try:
            self._go_on(progress)
        except Trouble as trouble:
            self.not_made = self.not_made if trouble.code == "stopped" else Missed(today, trouble.code)
            raise
        self.not_made = None
        number = max((one.number for one in self.listed), default=0) + 1
        self.listed.append(Backup(number=number, made=today, checked=today))
        stay = staying(self.listed)
        self.listed = [one for one in self.listed if one.number in stay]
        self.written = False

    def check(self, today: date, progress: Progress) -> None:
        self._go_on(progress)
        self.listed = [replace(one, checked=today, sound=one.number not in self.damaged) for one in self.listed]

    def restore(self, number: int, folder: Path, progress: Progress) -> None:
        self._go_on(progress)
        if folder in self.restored:
            raise Trouble("folder-not-empty")
        self.restored[folder] = number

    def interrupt(self) -> None:
        self.interrupted += 1

    def _go_on(self, progress: Progress) -> None:
        progress.go_on(0.5)
        trouble, self.trouble = self.trouble, None
        if trouble:
            raise trouble
