"""The command line. Every command imports what it needs inside itself, so that the window is not kept waiting."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; without one, open the app. Exit status 0: done, 1: what was looked for is at fault, 2: wrong words."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal of another alphabet must not end the command
    options = _parser().parse_args(arguments)
    if options.self_test:
        return _self_test()
    if options.command == "check-pack":
        return _check_pack(options.paths)
    if options.command == "demo":
        return _demo(options)
    if options.command == "worksheet":
        return _worksheet(options.exercises, options.target, letter=options.letter)
    if options.command == "verify":
        return _verify(options.notebook_folder, options.passphrase_file)
    return _open(options.notebook)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="couples-workbook",
        description="A workbook of exercises for two people, or for one alone. Without a command, it opens the app.",
        epilog="example: couples-workbook demo sample --pdf sample.pdf",
    )
    from workbook import __version__

    parser.add_argument("--version", action="version", version=f"couples-workbook {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help="open the first window, print the milliseconds to its first paint, and end"
    )
    parser.add_argument("--notebook", type=Path, metavar="FOLDER", help="open or make the notebook in this folder")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = commands.add_parser(
        "check-pack",
        help="report every fault in a pack or an exercise, with file and line",
        epilog="example: couples-workbook check-pack my-pack",
    )
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a pack's folder, or one exercise file")
    demo = commands.add_parser(
        "demo", help="make the notebook of an invented couple, and print it", epilog="example: couples-workbook demo sample"
    )
    demo.add_argument("folder", type=Path, metavar="DIR", help="where the notebook goes; a folder that is not there yet, or empty")
    demo.add_argument("--pdf", type=Path, metavar="FILE", help="where the PDF goes; DIR/notes.pdf unless said otherwise")
    demo.add_argument("--pages", type=Path, metavar="DIR", help="also keep a picture of every screen on the way")
    demo.add_argument("--answers", type=Path, metavar="FILE", help="also write what was answered, as JSON")
    sheet = commands.add_parser(
        "worksheet",
        help="write exercises as blank paper, to be filled in by pen",
        epilog="example: couples-workbook worksheet draw-our-loop take-the-floor pages.pdf",
    )
    sheet.add_argument("exercises", nargs="+", metavar="ID", help="the id of an exercise")
    sheet.add_argument("target", type=Path, metavar="OUT.pdf", help="where the PDF goes")
    sheet.add_argument("--letter", action="store_true", help="on US Letter paper instead of A4")
    verify = commands.add_parser(
        "verify",
        help="read a notebook and its backups through, and say what could be checked",
        epilog="example: couples-workbook verify my-notebook --passphrase-file secret.txt",
    )
    verify.add_argument("notebook_folder", type=Path, metavar="NOTEBOOK", help="a notebook's folder, not open in any window")
    verify.add_argument(
        "--passphrase-file", type=Path, metavar="F", help="a file with a passphrase in its first line; it is tried on every door"
    )
    return parser


def _open(notebook: Path | None) -> int:
    os.umask(0o077)
    gc.disable()  # nothing made on the way to the first page is rubbish, and looking for it takes long; the app turns it on again
    from workbook.ui.window import Window, first_window

    apps = []

    def painted(window: Window) -> None:
        from workbook.app import run

        apps.append(run(window, notebook))

    return first_window(painted)


def _self_test() -> int:
    began = _began()
    from workbook.ui.window import Window, first_window

    def painted(window: Window) -> None:
        print(f"{(time.time() - began) * 1000:.0f}")
        window.close()

    return first_window(painted)


def _began() -> float:
    """When this process began, in seconds since 1970; where the system does not tell, now less the time it has used."""
    try:
        fields = Path("/proc/self/stat").read_text("ascii").rsplit(")", 1)[1].split()
        since_boot = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.time() - time.clock_gettime(time.CLOCK_BOOTTIME) + since_boot
    except (OSError, AttributeError, IndexError, ValueError):
        return time.time() - time.process_time()


def _check_pack(paths: Sequence[Path]) -> int:
    from workbook.content.check import check_pack

    faults, summary = check_pack(paths)
    for line in (*map(str, faults), *summary):
        print(line)
    return 1 if faults else 0


def _demo(options: argparse.Namespace) -> int:
    from workbook.demo import make_demo
    from workbook.trouble import Trouble

    try:
        for line in make_demo(options.folder, pdf=options.pdf, pages=options.pages, answers=options.answers):
            print(line)
    except Trouble as error:
        from workbook.screens import words

        print(words.trouble(error), file=sys.stderr)
        return 1
    return 0


def _worksheet(names: Sequence[str], target: Path, *, letter: bool) -> int:
    from workbook import paths
    from workbook.content.compose import near
    from workbook.content.fault import Faulty
    from workbook.content.library import Library
    from workbook.report.document import PdfPrinter
    from workbook.screens import words
    from workbook.trouble import Trouble

    library = Library(paths.resources() / "packs")
    known = [summary.id for summary in library.summaries()]
    for name in names:
        if name not in known:
            print(f"There is no exercise called {name!r}. {near(name, known)}", file=sys.stderr)
            return 1
    try:
        PdfPrinter().blank(tuple(library.exercise(name) for name in names), target, letter=letter)
    except (Faulty, Trouble) as error:
        print(words.trouble(error) if isinstance(error, Trouble) else error, file=sys.stderr)
        return 1
    return 0


def _verify(folder: Path, secret: Path | None) -> int:
    from workbook.screens import words
    from workbook.storage.verify import Verifying
    from workbook.trouble import Trouble

    said = {
        "whole": "whole; every page and every answer was read",
        "damaged": "DAMAGED",
        "locked": "not checked: nothing gave the key to it",
        "partly": "every byte is as it was written; what is in it was read as far as there were keys",
    }
    try:
        passphrase = None if secret is None else secret.read_text("utf-8").split("\n", 1)[0].removesuffix("\r")
    except (OSError, ValueError):
        print("The passphrase file cannot be read.", file=sys.stderr)
        return 2
    verifying, damaged = Verifying(folder, passphrase), False
    try:
        for found in verifying.findings():
            damaged = damaged or found.what == "damaged"
            print(f"{found.name}: {said[found.what]}")
    except Trouble as error:
        print(words.trouble(error), file=sys.stderr)
        return 1
    if passphrase and not verifying.opened:
        print("The passphrase opens no door of this notebook.", file=sys.stderr)
        return 1 if damaged else 2
    print(
        "Something is damaged. Copy the whole folder to a safe place before anything else." if damaged else "No damage was found."
    )
    return 1 if damaged else 0
