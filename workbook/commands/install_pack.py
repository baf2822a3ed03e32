"""`couples-workbook install-pack`: a pack from outside, for one person, after they have seen who wrote it and what it asks."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from workbook.commands.said import failed, first_line
from workbook.content.fault import Faulty
from workbook.content.library import Library
from workbook.content.pack import Pack
from workbook.content.zipped import read_zip_file
from workbook.couple.ports import Notebook
from workbook.paths import resources
from workbook.screens.packs import offer_of, told
from workbook.screens.shelf import Shelf, refuse_what_is_taken
from workbook.storage.notebooks import FolderNotebooks
from workbook.trouble import Trouble


def run(options: Namespace) -> int:
    """Show all of it, ask, and only then put it on that person's own shelf."""
    try:
        pack, zipped = read_zip_file(options.file, options.file.name)
    except Faulty as faulty:
        print(faulty, file=sys.stderr)
        return 1
    print("\n".join(told(offer_of(pack))))
    if not (options.yes or _says_yes()):
        print("Nothing was put anywhere.")
        return 1
    passphrase = None
    if options.passphrase_file is not None:
        passphrase = first_line(options.passphrase_file)
        if passphrase is None:
            return 2
    try:
        return _put(pack, zipped, options.file.name, options.notebook_folder, passphrase)
    except Trouble as error:
        return failed(error)
    except Faulty as faulty:
        print(faulty, file=sys.stderr)
        return 1


def _says_yes() -> bool:
    try:
        return input("\nPut it into the notebook, for this person alone? Type yes: ").strip().lower() == "yes"
    except EOFError:
        print()
        return False


def _put(pack: Pack, zipped: bytes, file: str, folder: Path, passphrase: str | None) -> int:
    with closing(FolderNotebooks(folder).open(folder)) as notebook:
        opened = _come_in(notebook, passphrase)
        if len(opened) != 1:
            print(
                "This opens no door of the notebook."
                if not opened
                else "This opens more than one door, so it does not say for whom the pack is. In the app, each can put it there.",
                file=sys.stderr,
            )
            return 2
        shelf = Shelf(Library(resources() / "packs"), notebook.space(opened[0]))
        refuse_what_is_taken(shelf, pack, file)
        shelf.put(pack, zipped)
    print(f"It is there now, switched on: {pack.imprint.title}.")
    return 0


def _come_in(notebook: Notebook, passphrase: str | None) -> list[str]:
    """Whoever this opens the door for; without a passphrase, whoever goes without one."""
    opened = []
    for door in notebook.doors():
        if door.begun and door.protected == (passphrase is not None):
            try:
                notebook.unlock(door.id, passphrase)
            except Trouble as error:
                if error.code != "wrong-passphrase":
                    raise
            else:
                opened.append(door.id)
    return opened
