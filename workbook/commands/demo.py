"""`couples-workbook demo`: the notebook of an invented couple, made by walking the app."""

from __future__ import annotations

from argparse import Namespace

from workbook.commands.said import failed
from workbook.demo import make_demo
from workbook.trouble import Trouble


def run(options: Namespace) -> int:
    """Make it, with a line for each thing as it is done."""
    try:
        for line in make_demo(options.folder, pdf=options.pdf, pages=options.pages, answers=options.answers):
            print(line)
    except Trouble as error:
        return failed(error)
    return 0
