"""The few words of ours that stand between theirs, in the language of the program."""

from __future__ import annotations

from gettext import gettext as _


def left_open() -> str:
    """Where nothing was answered."""
    return _("(left open)")


def continued() -> str:
    """Behind a question that is said again on the next page."""
    return _("continued")


def own_words() -> str:
    """Above what somebody added to what could be picked."""
    return _("In their own words")


def page_of(page: int) -> tuple[str, str]:
    """What stands at the foot of a page, before and after the number of all pages."""
    before, _all, after = _("{page} of {all}").replace("{page}", str(page)).partition("{all}")
    return before, after
