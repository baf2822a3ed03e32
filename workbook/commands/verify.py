"""`couples-workbook verify`: a notebook and its backups read through, and what could be checked."""

from __future__ import annotations

import sys
from argparse import Namespace

from workbook.commands.said import Bar, failed, first_line
from workbook.storage.verify import Verifying
from workbook.trouble import Trouble

_SAID = {
    "whole": "whole; every page and every answer was read",
    "damaged": "DAMAGED",
    "locked": "not checked: nothing gave the key to it",
    "partly": "every byte is as it was written; what is in it was read as far as there were keys",
}


def run(options: Namespace) -> int:
    """Print a line on each file, then what it comes to."""
    passphrase = None
    if options.passphrase_file is not None:
        passphrase = first_line(options.passphrase_file)
        if passphrase is None:
            return 2
    verifying, damaged, bar = Verifying(options.notebook_folder, passphrase), False, Bar()
    try:
        for found in verifying.findings():
            damaged = damaged or found.what == "damaged"
            bar.say(f"{found.name}: {_SAID[found.what]}", verifying.share)
    except Trouble as error:
        return failed(error)
    finally:
        bar.clear()
    if passphrase and not verifying.opened:
        print("The passphrase opens no door of this notebook.", file=sys.stderr)
        return 1 if damaged else 2
    print(
        "Something is damaged. Copy the whole folder to a safe place before anything else." if damaged else "No damage was found."
    )
    return 1 if damaged else 0
