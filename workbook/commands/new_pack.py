"""`couples-workbook new-pack`: a pack with a word on each key, for an author to change into theirs."""

from __future__ import annotations

import sys
from argparse import Namespace

from workbook.commands.said import failed
from workbook.content.naming import is_kebab
from workbook.content.pack import FIRST, usable
from workbook.paths import resources
from workbook.storage.refusals import refusals
from workbook.trouble import Trouble


def run(options: Namespace) -> int:
    """Write it into a folder that is empty or not there yet; the folder's name becomes the pack's id."""
    folder = options.folder.absolute()
    if not (is_kebab(folder.name) and usable(folder.name)):
        said = "The folder's name is the pack's id: write small letters, digits and single hyphens, such as `our-kitchen`."
        print(said, file=sys.stderr)
        return 2
    begin = resources() / "new-pack"
    try:
        with refusals():
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise Trouble("folder-not-empty")
            folder.mkdir(parents=True, exist_ok=True)
            for path in sorted(begin.glob("*.yaml")):
                text = path.read_text("utf-8")
                text = text.replace("id: my-pack", f"id: {folder.name}") if path.name == FIRST else text
                (folder / path.name).write_text(text, "utf-8")
    except Trouble as error:
        return failed(error)
    print(f"Made: {options.folder}")
    print(f"To see it while you write:  couples-workbook preview {options.folder / 'first-exercise.yaml'}")
    print(f"To see every fault:         couples-workbook check-pack {options.folder}")
    print(f"How all of it works:        {resources() / 'packs' / 'README.md'}")
    print(f"Schemas for your editor:    {resources() / 'schema'}")
    return 0
