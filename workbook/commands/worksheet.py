"""`couples-workbook worksheet`: exercises as blank paper, to be filled in by pen."""

from __future__ import annotations

import sys
from argparse import Namespace

from workbook.commands.said import failed
from workbook.content.compose import near
from workbook.content.fault import Faulty
from workbook.content.library import Library
from workbook.paths import resources
from workbook.report.document import PdfPrinter
from workbook.trouble import Trouble


def run(options: Namespace) -> int:
    """Write one PDF of them all; a pack stands for all its exercises, as one booklet."""
    library = Library(resources() / "packs")
    packs = {imprint.id: imprint.exercises for imprint in library.imprints()}
    known = [summary.id for summary in library.summaries()]
    for name in options.exercises:
        if name not in known and name not in packs:
            print(f"There is no exercise or pack called {name!r}. {near(name, [*known, *packs])}", file=sys.stderr)
            return 1
    names = dict.fromkeys(one for name in options.exercises for one in packs.get(name, (name,)))
    try:
        PdfPrinter().blank(tuple(library.exercise(name) for name in names), options.target, letter=options.letter)
    except Trouble as error:
        return failed(error)
    except Faulty as faulty:
        print(faulty, file=sys.stderr)
        return 1
    return 0
