"""The command line. A command lies in `commands/`, and comes in when it is asked for, so that the window is not kept waiting."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

STATUS = """\
exit status:
  0  done
  1  something is at fault, or nothing was done
  2  the words of the command, or the passphrase, do not fit"""
A_SECRET = "a file with a passphrase in its first line"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; without one, open the app. The exit status is what `STATUS` says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal of another alphabet must not end the command
    given = sys.argv[1:] if arguments is None else arguments
    if not given:  # as most start it: the window need not wait until every command has its words
        return _open(None)
    if given == ["--self-test"]:  # which measures just that
        return _self_test()
    options = _parser().parse_args(given)
    if options.self_test:
        return _self_test()
    if options.command is None:
        return _open(options.notebook)
    _leave_no_core()
    status: int = import_module(f"workbook.commands.{options.command.replace('-', '_')}").run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    from workbook import __version__

    parser = argparse.ArgumentParser(
        prog="couples-workbook",
        description="A workbook of exercises for two people, or for one alone. Without a command, it opens the app.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"couples-workbook {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help="open the first window, print the milliseconds to its first paint, and end"
    )
    parser.add_argument("--notebook", type=Path, metavar="FOLDER", help="open or make the notebook in this folder")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    examples = []

    def command(name: str, what: str, example: str) -> argparse.ArgumentParser:
        examples.append(f"  couples-workbook {name} {example}\n")
        return commands.add_parser(
            name,
            help=what,
            description=f"{what[0].upper()}{what[1:]}.",
            epilog=f"example: couples-workbook {name} {example}\n\n{STATUS}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    _for_readers(command)
    _for_authors(command)
    parser.epilog = f"examples:\n{''.join(examples)}\n{STATUS}"
    return parser


def _for_readers(command: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    from workbook.couple.habits import PALETTE, TEXT_SIZE  # nobody who opens the app waits for them here

    demo = command("demo", "make the notebook of an invented couple, and print it", "sample --pdf sample.pdf")
    demo.add_argument("folder", type=Path, metavar="DIR", help="where the notebook goes; a folder that is not there yet, or empty")
    demo.add_argument("--pdf", type=Path, metavar="FILE", help="where the PDF goes; DIR/notes.pdf unless said otherwise")
    demo.add_argument("--pages", type=Path, metavar="DIR", help="also keep a picture of every screen on the way")
    demo.add_argument("--palette", choices=PALETTE.values[1:], default="light", help="its colours there")
    demo.add_argument("--text", choices=TEXT_SIZE.values, default=TEXT_SIZE.usual, metavar="PERCENT", help="its size of words")
    demo.add_argument("--answers", type=Path, metavar="FILE", help="also write what was answered, as JSON")
    what = "write exercises as blank paper, to be filled in by pen or on a screen"
    sheet = command("worksheet", what, "draw-our-loop take-the-floor pages.pdf --fillable")
    sheet.add_argument("exercises", nargs="+", metavar="ID", help="the id of an exercise, or of a pack for all of its exercises")
    sheet.add_argument("target", type=Path, metavar="OUT.pdf", help="where the PDF goes")
    sheet.add_argument("--letter", action="store_true", help="on US Letter paper instead of A4")
    sheet.add_argument("--fillable", action="store_true", help="as a PDF form, with an empty, named field for each answer")
    sheet.add_argument("--cards", action="store_true", help="as small cards to cut out")
    country = "whose help lines stand on a plan for afterwards, such as ie; no numbers unless said"
    sheet.add_argument("--country", default="", metavar="ID", help=country)
    what = "read a notebook and its backups through, and say what could be checked"
    verify = command("verify", what, "my-notebook --passphrase-file secret.txt")
    verify.add_argument("notebook_folder", type=Path, metavar="NOTEBOOK", help="a notebook's folder, not open in any window")
    verify.add_argument("--passphrase-file", type=Path, metavar="F", help=f"{A_SECRET}; it is tried on every door")


def _for_authors(command: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    new = command("new-pack", "write a pack to begin with, with a word on each key", "our-kitchen")
    new.add_argument(
        "folder", type=Path, metavar="DIR", help="a folder that is not there yet, or empty; the pack is called like it"
    )
    preview = command("preview", "open an exercise in a window, and again each time it is saved", "our-kitchen/first-exercise.yaml")
    preview.add_argument("exercise", type=Path, metavar="EXERCISE.yaml", help="one exercise file; nothing typed there is kept")
    check = command("check-pack", "report every fault in a pack or an exercise, with file and line", "our-kitchen")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a pack's folder or zip, or one exercise file")
    what = "show who wrote a pack and all it asks, and put it into a notebook after a yes"
    install = command("install-pack", what, "our-kitchen.zip --notebook my-notebook --passphrase-file secret.txt")
    install.add_argument("file", type=Path, metavar="FILE.zip", help="the pack, as its author gave it")
    install.add_argument(
        "--notebook", dest="notebook_folder", type=Path, metavar="FOLDER", required=True, help="a notebook, not open in any window"
    )
    install.add_argument(
        "--passphrase-file", type=Path, metavar="F", help=f"{A_SECRET}: the pack is for whoever it belongs to; none for one without"
    )
    install.add_argument("--yes", action="store_true", help="do not ask; all of it is shown all the same")


def _leave_no_core() -> None:
    """Whatever ends this process, what it had in its memory is written nowhere (G15)."""
    try:
        import resource
    except ImportError:  # Windows, which writes none of these
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _open(notebook: Path | None) -> int:
    os.umask(0o077)
    gc.disable()  # nothing made on the way to the first page is rubbish, and looking for it takes long; the app turns it on again
    from workbook.ui.window import Window, first_window

    apps = []

    def painted(window: Window) -> None:
        _leave_no_core()  # behind the blank sheet, which nothing was typed on
        from workbook.app import run

        apps.append(run(window, notebook))

    return first_window(painted)


def _self_test() -> int:
    began = _began()
    gc.disable()  # as when the app is opened
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
