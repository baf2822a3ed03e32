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
    """Write one PDF of them all."""
    library = Library(resources() / "packs")
    known = [summary.id for summary in library.summaries()]
    for name in options.exercises:
        if name not in known:
            print(f"There is no exercise called {name!r}. {near(name, known)}", file=sys.stderr)
            return 1
    try:
        PdfPrinter().blank(tuple(library.exercise(name) for name in options.exercises), options.target, letter=options.letter)
    except Trouble as error:
        return failed(error)
    except Faulty as faulty:
        print(faulty, file=sys.stderr)
        return 1
    return 0
