"""The privacy page: what is kept, where, how it is protected, and what it cannot protect from (G11)."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from msgspec import Struct

from workbook.screens.screen import Screen


def head() -> str:
    """The two sentences before all others."""
    return _(
        "We protect the stored file. We cannot protect you from someone who controls this computer while you type, "
        "or who can make you tell."
    )


def what_is_kept() -> str:
    """What lies where."""
    return _(
        "*What is kept.* Your words, which step you are at, and the exercises you began. They lie in one folder on this "
        "computer: a locked file for each person, and one for what you share. Nothing is sent anywhere. The program "
        "does not use the internet. How it looks, the country of the help lines, and lines that somebody wrote down in *Help* lie "
        "open in the settings of this computer.\n\n"
        "*How it is locked.* Each person's file opens with their own passphrase. What you both share opens when either of you has "
        "opened their own. Without a passphrase, anyone at this computer can open your file.\n\n"
        "*What your partner can see.* Names, what was begun for you both, what you opened and wrote together. Not "
        "whether you have begun your half, what you skipped, what you held back, or how much you have written alone.\n\n"
        "*Letters that nobody has to get.* Each lies in a file of its own under a key of its own, and in no backup. Burning one "
        "destroys its key, then the letter. A few such files are always there, so a file tells nobody that there is a letter; only "
        "more than three letters at a time would show. Copies of the folder that somebody made by hand are out of reach."
    )


def what_it_cannot_do() -> str:
    """What it cannot protect from."""
    return _(
        "*What it cannot do.* Anyone at this computer can see that the program and its folder are there, and that files grow. "
        "A program that records keys can learn your passphrase. Someone who makes you open it sees what you see. "
        "Papers, PDFs and copies of the folder are out of its reach.\n\n"
        "If any of this worries you, another device may be safer: one that only you use, or a friend's, or the one at a library."
    )


class PrivacyState(Struct, frozen=True):
    """Where the notebook lies, and the three texts."""

    folder: str
    head: str
    kept: str
    cannot: str


class PrivacyScreen(Screen[PrivacyState]):
    """Says it once, whole."""

    def __init__(self, folder: str, *, back: Callable[[], None]) -> None:
        self.back = back
        super().__init__(PrivacyState(folder, head(), what_is_kept(), what_it_cannot_do()))
