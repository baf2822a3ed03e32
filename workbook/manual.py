"""Writes the manual page from what the commands say of themselves, so that the two never differ: `make index`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from workbook import __version__
from workbook.cli import STATUS, _parser

FILES = (
    ("~/.local/share/workbook/notebook", "The notebook, unless another folder was chosen."),
    ("~/.config/workbook/looks.json", "How it looks on this computer; nothing of anybody."),
    ("~/.config/workbook/lines.json", "Help lines that somebody wrote down in Help, in the open."),
    ("~/.config/workbook/place", "Where the notebook is, where somebody chose another folder."),
)


def manual() -> str:
    """The page, as man reads it."""
    return "\n".join(_lines(_parser())) + "\n"


def _lines(parser: argparse.ArgumentParser) -> Iterator[str]:
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    yield f'.TH COUPLES\\-WORKBOOK 1 "" "{_plain(f"couples-workbook {__version__}")}" "User Commands"'
    yield from (".SH NAME", _plain("couples-workbook - a workbook of exercises for two people, or for one alone"))
    yield from (".SH SYNOPSIS", ".B couples\\-workbook", ".RI [ OPTION ...]", ".br")
    yield from (".B couples\\-workbook", ".I COMMAND", ".RI [ ARGUMENT ...]")
    yield from (".SH DESCRIPTION", _plain(parser.description or ""))
    yield "What is written there is encrypted in one folder on this computer, and nothing is sent anywhere."
    yield "Each command tells more of itself with \\fB\\-\\-help\\fR."
    yield from (".SH OPTIONS", *_told(parser))
    yield ".SH COMMANDS"
    for name, command in commands.choices.items():
        yield f".SS {_plain(name)}"
        yield _plain(command.description or "")
        yield from _told(command, within=True)
        yield from (".PP", *_example(command))
    yield ".SH EXIT STATUS"
    for line in STATUS.splitlines()[1:]:
        code, _gap, meaning = line.strip().partition("  ")
        yield from (".TP", f".B {code}", _plain(f"{meaning[0].upper()}{meaning[1:]}."))
    yield ".SH FILES"
    for path, what in FILES:
        yield from (".TP", f".I {_plain(path)}", _plain(what))


def _told(parser: argparse.ArgumentParser, within: bool = False) -> Iterator[str]:
    """Every option and every word that goes with it, and what it does; that there is help is said once for all commands."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or (within and isinstance(action, argparse._HelpAction)):
            continue
        value = f" \\fI{_plain(str(action.metavar or action.dest))}\\fR" if action.nargs != 0 else ""
        names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in action.option_strings)
        yield from (".TP", f"{names}{value}".strip(), _plain(f"{(action.help or '').capitalize()[:1]}{(action.help or '')[1:]}."))


def _example(parser: argparse.ArgumentParser) -> Iterator[str]:
    example = (parser.epilog or "").splitlines()[0].removeprefix("example: ")
    yield f"Example: \\fB{_plain(example)}\\fR"


def _plain(words: str) -> str:
    """Words that mean nothing to man but themselves."""
    return words.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti")


if __name__ == "__main__":
    from workbook.paths import resources

    (Path(resources()) / "desktop" / "couples-workbook.1").write_text(manual(), "utf-8")
