"""The hall: what one person's space and the table need of the way through the house, without knowing who comes after whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from msgspec import Struct

from workbook.content.library import Library
from workbook.couple.people import Person, PersonId
from workbook.couple.ports import Clock, Jobs, LocalLines, Looks, Notebook, Notebooks, Printer, Speller
from workbook.screens.knowing import Knowing
from workbook.screens.screen import Screen

if TYPE_CHECKING:
    from workbook.content.helplines import HelpPage
    from workbook.content.journey import Journey

T = TypeVar("T")


class Outside(Struct, frozen=True, kw_only=True):
    """Everything the screens need from outside, handed in once by `app.py`.

    `invented` makes the notebook of a couple that does not exist, `documents` is where a PDF is offered to go.
    """

    notebooks: Notebooks
    library: Library
    journeys: Callable[[], tuple[Journey, ...]]
    helplines: Callable[[], HelpPage]
    local_lines: LocalLines
    invented: Callable[[], Notebook]
    printer: Printer
    looks: Looks
    speller: Speller
    jobs: Jobs
    clock: Clock
    documents: Path


class Hall(Protocol):
    """Where one can go from anywhere, and how work is asked for."""

    @property
    def outside(self) -> Outside:
        """What comes from outside."""

    @property
    def notebook(self) -> Notebook:
        """The open notebook."""

    @property
    def knowing(self) -> Knowing:
        """How it behaves for those who are here."""

    def show(self, screen: Screen[Any]) -> None:
        """Put a screen in front."""

    def ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Have something done off the screen's thread."""

    def door(self) -> None:
        """Lock everything and ask who is here."""

    def home(self, person: PersonId) -> None:
        """The own page of somebody who is unlocked."""

    def sit_down(self) -> None:
        """Both come in and sit at the table."""

    def hand_over(self, to: Person, then: Callable[[], None]) -> None:
        """Lock everyone's keys, draw the curtain, wait for the other."""

    def pause(self) -> None:
        """Pause, and back to the same place."""
