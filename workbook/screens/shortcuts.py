"""Every key the program knows, with a sentence each, and a line to find one."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from msgspec import Struct

from workbook.screens.finding import holds
from workbook.screens.screen import Screen


class Shortcut(Struct, frozen=True):
    """What to press, in words; what it does; its names as the toolkit spells them, for which nothing else stands here."""

    keys: str
    line: str
    names: tuple[str, ...] = ()


class ShortcutsState(Struct, frozen=True, kw_only=True):
    """The keys in groups, and what was typed to find one."""

    groups: tuple[tuple[str, tuple[Shortcut, ...]], ...]
    words: str = ""

    def found(self, shortcut: Shortcut) -> bool:
        """Whether all of the words stand in it."""
        return holds(f"{shortcut.keys} {shortcut.line}", self.words)


class ShortcutsScreen(Screen[ShortcutsState]):
    """The list of keys; the same for everyone."""

    def __init__(self, *, back: Callable[[], None]) -> None:
        self.back = back
        super().__init__(ShortcutsState(groups=groups()))

    def find(self, words: str) -> None:
        """Show only those that hold these words."""
        self.change(words=words)


def groups() -> tuple[tuple[str, tuple[Shortcut, ...]], ...]:
    """All of them, by where they work."""
    return (
        (_("Anywhere"), (*_safe(), *_around(), *_looks())),
        (_("In an exercise"), _walking()),
        (_("Where something is picked or put in order"), _picking()),
        (_("Where two people talk"), _talking()),
        (_("Where you write"), _writing()),
    )


def _safe() -> tuple[Shortcut, ...]:
    return (
        Shortcut(_("Esc three times"), _("A blank page comes at once. What you wrote is kept, and your space locks.")),
        Shortcut(
            _("F12, or Ctrl, Shift and Space, or Esc twice"),
            _("The same, while you are in and have picked it in My space, under “How it behaves for me”."),
        ),
        Shortcut(_("F1"), _("Help."), ("F1",)),
        Shortcut(_("F2"), _("Pause."), ("F2",)),
        Shortcut(_("Ctrl and /"), _("This list."), ("Ctrl+/",)),
    )


def _around() -> tuple[Shortcut, ...]:
    return (
        Shortcut(_("Tab, or Shift and Tab"), _("Go to the next thing on the page, or to the one before.")),
        Shortcut(_("Page up, or Page down"), _("Scroll the page.")),
        Shortcut(_("Space or Enter"), _("Press the button you are at.")),
        Shortcut(_("Arrow up or down"), _("In a list, go to the line before, or to the next one.")),
        Shortcut(_("Ctrl and F"), _("Where there is a line to find something, go there."), ("Ctrl+F",)),
        Shortcut(
            _("F6"),
            _(
                "Go to the words on the page, to read, select and copy them; up and down from one to the next. Tab leads on from "
                "there, F6 back."
            ),
            ("F6",),
        ),
        Shortcut(_("Alt and the underlined letter"), _("Press that button from anywhere on the page.")),
    )


def _looks() -> tuple[Shortcut, ...]:
    return (
        Shortcut(_("Ctrl and +"), _("Larger words. Ctrl and = does the same."), ("Ctrl++", "Ctrl+=")),
        Shortcut(_("Ctrl and -"), _("Smaller words."), ("Ctrl+-",)),
        Shortcut(_("Ctrl and 0"), _("Words in their usual size."), ("Ctrl+0",)),
        Shortcut(_("F11"), _("Fill the whole screen, or go back to a window. Esc goes back, too."), ("F11",)),
    )


def _walking() -> tuple[Shortcut, ...]:
    return (
        Shortcut(_("Ctrl and Enter"), _("Go on to the next page, or finish on the last one."), ("Ctrl+Return", "Ctrl+Enter")),
        Shortcut(_("Alt and left arrow"), _("Go back to the page before."), ("Alt+Left",)),
    )


def _picking() -> tuple[Shortcut, ...]:
    return (
        Shortcut(_("Arrow keys"), _("Pick the next or the one before. In a calendar, go from day to day.")),
        Shortcut(_("Home, or End"), _("Pick the first, or the last.")),
        Shortcut(_("Delete or Backspace"), _("Leave it open again. Choosing the same again does that too.")),
        Shortcut(_("The digits"), _("On a scale, pick that number.")),
        Shortcut(_("Alt and up or down arrow"), _("Move something up or down in its order."), ("Alt+Up", "Alt+Down")),
        Shortcut(_("Page up, or Page down"), _("In a calendar, go to the month before, or the next one.")),
    )


def _talking() -> tuple[Shortcut, ...]:
    return (
        Shortcut(_("Space"), _("Start or stop the clock."), ("Space",)),
        Shortcut(_("S"), _("Swap: the other speaks."), ("S",)),
        Shortcut(_("Y"), _("Yes, that’s it: you have been understood."), ("Y",)),
        Shortcut(_("N"), _("Not quite: say it once more."), ("N",)),
        Shortcut(_("M"), _("There is more to say."), ("M",)),
    )


def _writing() -> tuple[Shortcut, ...]:
    return (
        Shortcut(_("Enter"), _("A new line where there is room for several. On a single line, add it or go on.")),
        Shortcut(_("Ctrl and Z"), _("Take back what you last typed. Ctrl, Shift and Z brings it again.")),
        Shortcut(_("Ctrl and C, X or V"), _("Copy, cut, or paste as plain words.")),
        Shortcut(
            _("F7"),
            _("On your own pages: go to the next word that is not in the dictionary, and see what it may have been meant to be."),
            ("F7",),
        ),
        Shortcut(_("The menu key, or Shift and F10"), _("Everything that can be done with the words at the caret.")),
    )
