"""`couples-workbook worksheet`: exercises as blank paper, to be filled in by pen or on a screen."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date

from workbook import paths
from workbook.commands.said import Bar, failed
from workbook.content.blocks import Block
from workbook.content.compose import near
from workbook.content.exercise import Exercise
from workbook.content.fault import Faulty
from workbook.content.helplines import HelpPage, help_page
from workbook.content.library import Library
from workbook.couple.paper import Paging, Sheet
from workbook.report.document import PdfPrinter
from workbook.screens.aftercare import Lines
from workbook.storage.locallines import FileLines
from workbook.trouble import Trouble


def run(options: Namespace) -> int:
    """Write one PDF of them all; a pack stands for all its exercises, as one booklet."""
    library = Library(paths.resources() / "packs")
    packs = {imprint.id: imprint.exercises for imprint in library.imprints()}
    known = [summary.id for summary in library.summaries()]
    for name in options.exercises:
        if name not in known and name not in packs:
            print(f"There is no exercise or pack called {name!r}. {near(name, [*known, *packs])}", file=sys.stderr)
            return 1
    names = dict.fromkeys(one for name in options.exercises for one in packs.get(name, (name,)))
    bar = Bar()
    paging = _Shown(bar, len(names) if options.cards else 2 * len(names))
    try:
        exercises = tuple(_read(library, names, paging))
        bar.clear()
        page = help_page(paths.resources() / "help-lines.yaml")
        if options.country and options.country not in [country.id for country in page.countries]:
            print(f"There is no country called {options.country!r}. {_countries(page)}", file=sys.stderr)
            return 1
        sheet = Sheet(
            letter=options.letter, fillable=options.fillable, cards=options.cards, after=_after(exercises, page, options)
        )
        printer = PdfPrinter()
        made = printer.blank(exercises, sheet, paging)
        bar.clear()
        printer.keep(made, options.target)
    except Trouble as error:
        bar.clear()
        return failed(error)
    except Faulty as faulty:
        bar.clear()
        print(faulty, file=sys.stderr)
        return 1
    return 0


class _Shown(Paging):
    """How far it is, on the terminal: every exercise is read, and every page of it drawn; `all_` of these there are."""

    def __init__(self, bar: Bar, all_: int) -> None:
        super().__init__()
        self._bar, self._all, self.read = bar, all_, 0

    def show(self) -> None:
        """Show how much of it is done."""
        self._bar.show((self.read + self.parts) / self._all)

    def part(self) -> None:
        super().part()
        self.show()


def _read(library: Library, names: Iterable[str], paging: _Shown) -> Iterator[Exercise]:
    for name in names:
        yield library.exercise(name)
        paging.read += 1
        paging.show()


def _after(exercises: tuple[Exercise, ...], page: HelpPage, options: Namespace) -> tuple[Block, ...]:
    """The help lines, if any of these is a plan for afterwards; a country is never guessed (G34)."""
    if not any(exercise.aftercare for exercise in exercises):
        return ()
    if not options.country:
        print(f"Without --country, no numbers stand on the plan for afterwards. {_countries(page)}", file=sys.stderr)
    lines = Lines(page=page, local=FileLines(paths.local_lines()).read(), today=date.today())
    return lines.blocks(options.country, cards=options.cards)


def _countries(page: HelpPage) -> str:
    return "Known here: " + ", ".join(f"{country.id} ({country.name})" for country in page.countries) + "."
