"""Backups: the list that everyone in the notebook sees alike, and what can be done with it (G13, G18)."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from gettext import gettext as _
from typing import Final

from msgspec import Struct

from workbook.content.days import in_full
from workbook.couple.backups import Backup, Missed, Progress, due
from workbook.couple.ports import Clock, Jobs, Notebook, Notebooks
from workbook.screens import words
from workbook.screens.places import typed_place
from workbook.screens.progress import follow
from workbook.screens.screen import Screen
from workbook.trouble import Trouble

CLOSING: Final = 2.0
"""Seconds that closing the program may wait for the last backup."""


class Kept(Struct, frozen=True):
    """One backup in the list: its number, the day, a line about how it is."""

    number: int
    title: str
    line: str
    sound: bool


class BackupsState(Struct, frozen=True, kw_only=True):
    """The list, newest first; what is being done and how much of it; what came of it; a sync program, and a better place.

    `missed` tells of one that was tried and not made.
    """

    items: tuple[Kept, ...] = ()
    loaded: bool = False
    busy: str = ""
    share: float = 0.0
    said: str = ""
    synced: str = ""
    better: str = ""
    missed: str = ""


class BackupsScreen(Screen[BackupsState]):
    """Shows which there are; makes one, checks all, puts one back into a new folder. All of it can be stopped."""

    def __init__(self, notebook: Notebook, notebooks: Notebooks, jobs: Jobs, clock: Clock, *, back: Callable[[], None]) -> None:
        self._notebook, self._notebooks, self._jobs, self._clock, self._back = notebook, notebooks, jobs, clock, back
        self._progress = Progress()
        super().__init__(BackupsState())
        jobs.run(self._read, lambda found: self.change(**found), self._failed)

    @property
    def folder(self) -> str:
        """Where the notebook lies."""
        return str(self._notebook.folder)

    def make(self) -> None:
        """Make one now."""
        backups, today = self._notebook.backups(), self._clock.now().date()
        self._do(_("Making a backup"), lambda progress: backups.make(today, progress), _("There is a new backup, and it is whole."))

    def check(self) -> None:
        """Read every one through."""
        backups, today = self._notebook.backups(), self._clock.now().date()
        self._do(_("Reading every backup through"), lambda progress: backups.check(today, progress), _("Every backup was read."))

    def restore(self, number: int, place: str) -> None:
        """Put one into a new folder inside this one; what is there stays as it is."""
        made = next(one.made for one in self._notebook.backups().kept() if one.number == number)
        folder = typed_place(place) / f"notebook-{made.isoformat()}"
        said = _(
            "It is all there now, in {folder}\n\nNothing else was changed. To open it, close this program and start it with\n\n"
            'couples-workbook --notebook "{folder}"\n\nIt opens with the passphrases of its day.'
        )
        backups = self._notebook.backups()
        self._do(
            _("Putting it into a new folder"),
            lambda progress: backups.restore(number, folder, progress),
            said.replace("{folder}", str(folder)),
        )

    def stop(self) -> None:
        """Leave it at that; what was there before stays."""
        self._progress.stop()

    def back(self) -> None:
        """Back, and stop what is being done."""
        self.stop()
        self._back()

    def cover(self, then: Callable[[], None]) -> None:
        """Nothing here is worth waiting for (G9)."""
        self.stop()
        then()

    def _do(self, busy: str, work: Callable[[Progress], None], said: str) -> None:
        if self.state.busy:
            return
        self._progress = progress = Progress()
        self.change(busy=busy, share=0.0, said="")
        follow(progress, self._clock, lambda: bool(self.state.busy), lambda share: self.change(share=share))

        def whole() -> dict[str, object]:
            work(progress)
            return self._read()

        self._jobs.run(whole, lambda found: self.change(**found, busy="", said=said), self._failed)

    def _failed(self, error: Exception) -> None:
        self.change(busy="", loaded=True, said=_trouble(error))

    def _read(self) -> dict[str, object]:
        usual, program = self._notebooks.usual(), self._notebooks.synced(self._notebook.folder)
        better = str(usual) if program and not self._notebooks.synced(usual) else ""
        backups = self._notebook.backups()
        missed = not_made(backups.missed())
        return {"items": listed(backups.kept()), "loaded": True, "synced": program, "better": better, "missed": missed}


def listed(kept: tuple[Backup, ...]) -> tuple[Kept, ...]:
    """The list in words: a day and no hour, and nothing of who was there (G13)."""
    days = [one.made for one in kept]
    items = []
    for at, one in enumerate(kept):
        earlier = days[at + 1 :].count(one.made)
        title = in_full(one.made) + (_(", number {n}").replace("{n}", str(earlier + 1)) if earlier else "")
        checked = _("Checked on {day}.").replace("{day}", in_full(one.checked)) if one.checked else _("Not checked yet.")
        line = f"{checked} " + (_("It is whole.") if one.sound else _("It is damaged. Do not count on it."))
        items.append(Kept(one.number, title, line, one.sound))
    return tuple(items)


def not_made(missed: Missed | None) -> str:
    """Of one that was tried and not made: when, and what was in the way; a day and no hour, as everywhere here (G13)."""
    if missed is None:
        return ""
    causes = {
        "disk-full": _("There was not enough free space on the disk. Free some, and the next one is made."),
        "read-only": _("Nothing can be written to the notebook's folder. Allow writing there, and the next one is made."),
        "folder-gone": _("The notebook's folder, or a file in it, could not be reached."),
        "vault-damaged": _(
            "A file of the notebook is damaged, so it was not copied over a good one. Earlier backups stay. "
            "Copy the whole folder to a safe place before you try anything else."
        ),
        "keys-damaged": _("The notebook's key file cannot be read. Copy the whole folder to a safe place."),
        "memory-short": _("There was not enough free memory. Close other programs, and the next one is made."),
    }
    cause = causes.get(missed.code, _("The disk did not take it. It is tried again; if this stays, the disk may be failing."))
    said = _("A backup was tried on {day} and not made. {cause}")
    return said.replace("{day}", in_full(missed.day)).replace("{cause}", cause)


def once_a_day(notebook: Notebook, jobs: Jobs, clock: Clock) -> None:
    """The first backup of a day, made when nobody waits for anything; the page of backups tells when it was not."""
    today = clock.now().date()

    def work(progress: Progress) -> None:
        if due(notebook.backups().kept(), today):
            notebook.backups().make(today, progress)

    jobs.aside(work)


def then_close(notebook: Notebook, today: date) -> None:
    """The last backup of a session in which anything was written; a moment at the most, and closing never fails by it."""
    end = time.monotonic() + CLOSING
    with suppress(Trouble):
        if notebook.backups().changed():
            notebook.backups().make(today, Progress(lambda: time.monotonic() > end))
    notebook.close()


def in_a_synced_folder(program: str) -> str:
    """What is said where a sync program copies the notebook's folder."""
    return _(
        "{program} copies this folder to other places. That can damage a notebook that is open, "
        "and what you delete here may stay there. A folder that only this computer has is better."
    ).replace("{program}", program)


def _trouble(error: Exception) -> str:
    if isinstance(error, Trouble) and error.code == "disk-full":
        return _("There is not enough free space on the disk for this. Nothing was written. Free some space, then try again.")
    return words.trouble(error)
