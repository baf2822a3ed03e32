"""Pages for what does not go as one would wish: a folder that is gone, a mistake of ours, two who have not both begun."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from workbook.screens import words
from workbook.screens.notice import NoticeScreen
from workbook.trouble import Trouble


def folder_gone(folder: Path, again: Callable[[], None], another: Callable[[], None]) -> NoticeScreen:
    """The notebook somebody chose is not there."""
    text = words.trouble(Trouble("folder-gone")) + "\n\n" + str(folder)
    return NoticeScreen(_("The notebook is not there"), text, (_("Try again"), again), (_("Begin another notebook"), another))


def mistake(report: str, back: Callable[[], None], lock: Callable[[], None]) -> NoticeScreen:
    """The program is at fault, what was saved is safe, and this could be sent to its authors."""
    text = _(
        "Something in this program went wrong. What was saved is safe. If you like, send these lines to its authors. "
        "They hold nothing that you wrote:"
    )
    return NoticeScreen(_("That was our mistake"), f"{text}\n\n{report}", (_("Back"), back), (_("Lock"), lock))


def first_alone(door: Callable[[], None]) -> NoticeScreen:
    """Before both sit here together, each has set up their own space."""
    text = _("Before you sit here together, each of you opens your own space once, alone, and sets it up.")
    return NoticeScreen(_("First, each of you alone"), text, (_("Back to the door"), door))
