"""`couples-workbook demo`: the notebook of an invented couple, made by walking the app."""

from __future__ import annotations

from argparse import Namespace

from workbook.commands.said import Bar, failed
from workbook.couple.invented import invented
from workbook.demo import WALKED, Look, make_demo
from workbook.paths import resources
from workbook.trouble import Trouble


def run(options: Namespace) -> int:
    """Make it, with a line for each thing as it is done."""
    look = Look(scheme=options.palette, scale=int(options.text) / 100)
    bar, walked, evenings = Bar(), 0, len(invented(resources() / "demo.yaml").evenings)
    try:
        for line in make_demo(options.folder, pdf=options.pdf, pages=options.pages, answers=options.answers, look=look):
            walked += line.startswith(WALKED)
            bar.say(line, walked / evenings)
    except Trouble as error:
        return failed(error)
    finally:
        bar.clear()
    return 0
