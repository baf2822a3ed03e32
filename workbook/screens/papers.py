"""What one put on paper: what left, for whom, when, and the sum by which a file can be told from any other; nobody else sees it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.content import days
from workbook.couple.people import PersonId
from workbook.couple.ports import Jobs, Notebook
from workbook.screens import words
from workbook.screens.screen import Screen


class Left(Struct, frozen=True, kw_only=True):
    """One paper that left; `day` in words, `digest` its SHA-256, or nothing where no file was written."""

    what: str
    to: str
    day: str
    digest: str


class PapersState(Struct, frozen=True, kw_only=True):
    """The list, newest first."""

    left: tuple[Left, ...] = ()
    loaded: bool = False
    trouble: str = ""


class PapersScreen(Screen[PapersState]):
    """Shows one's own list."""

    def __init__(self, me: PersonId, notebook: Notebook, jobs: Jobs, *, back: Callable[[], None]) -> None:
        self.back = back
        super().__init__(PapersState())

        def read() -> tuple[Left, ...]:
            log = notebook.space(me).exports()
            return tuple(
                Left(what=line["what"], to=line["to"], day=days.shown(line["when"][:10]), digest=line["digest"]) for line in log
            )

        jobs.run(
            read,
            lambda found: self.change(left=found, loaded=True),
            lambda error: self.change(loaded=True, trouble=words.trouble(error)),
        )
