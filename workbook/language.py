"""The language of our own words: decided once at the start, by what somebody picked or by what the computer has."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

DOMAIN = "workbook"
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from the right."""

NO_OTHER = "C"
WRITTEN_IN = "en"
"""The language the words stand in where no catalogue is used."""


def speak(folder: Path, picked: str = "") -> bool:
    """Use the catalogue in `folder` for the language that was picked, or the computer's; whether it is written from the right.

    Where there is none the words stay English, and gettext is told so: it would look for its files again at every word.
    """
    gettext.bindtextdomain(DOMAIN, str(folder))
    gettext.textdomain(DOMAIN)
    if picked:
        os.environ["LANGUAGE"] = picked
    found = gettext.find(DOMAIN, str(folder))
    if found is None or not _readable(Path(found), folder):
        os.environ["LANGUAGE"] = NO_OTHER
        return False
    language = Path(found).parents[1].name
    os.environ["LANGUAGE"] = language  # the one file to look for, instead of each in turn
    return language.split("_")[0].split("@")[0] in RIGHT_TO_LEFT


def spoken() -> str:
    """The language that was decided on, such as `en`."""
    language = os.environ.get("LANGUAGE", NO_OTHER).split(":")[0]
    return WRITTEN_IN if language in ("", NO_OTHER) else language.split("@")[0]


def _readable(catalogue: Path, folder: Path) -> bool:
    """Whether a catalogue is a whole one: a damaged one would break every page, and a pipe would be waited for without an end."""
    from struct import error  # no other start needs it

    try:
        return catalogue.is_file() and bool(gettext.translation(DOMAIN, str(folder), [catalogue.parents[1].name]))
    except (OSError, ValueError, LookupError, RecursionError, error):
        return False
