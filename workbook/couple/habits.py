"""How it behaves for one person: the cover key, and how long it waits before it dims and locks (G9, G12).

Each of these is a private setting with a closed list of values. While nobody is in, everything is as usual.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct


class Setting(Struct, frozen=True):
    """One private setting: what it is kept under, the values it can have, the one it has until somebody picks another."""

    key: str
    values: tuple[str, ...]
    usual: str

    def of(self, settings: Mapping[str, str]) -> str:
        """How it stands; a value that is none of these counts as the usual one."""
        found = settings.get(self.key, self.usual)
        return found if found in self.values else self.usual


ESC_THREE, ESC_TWO, F12, CTRL_SHIFT_SPACE = "esc-3", "esc-2", "f12", "ctrl-shift-space"
"""The cover keys there are; the first works everywhere and for everyone."""

COVER: Final = Setting("cover-key", (ESC_THREE, F12, CTRL_SHIFT_SPACE, ESC_TWO), ESC_THREE)
LOCK: Final = Setting("lock-after", ("2", "5", "10", "15"), "5")
DIM: Final = Setting("dim-after", ("5", "10", "20"), "10")
LOCK_TALKING: Final = Setting("lock-talking-after", ("30", "60", "120"), "60")
"""Minutes without a hand on the keyboard or the mouse."""

OFFER_PIN: Final = Setting("offer-pin", ("yes", "no"), "yes")


TEXT_SIZE: Final = Setting("text-size", ("80", "90", "100", "115", "130", "150", "175", "200", "225", "250"), "100")
"""Percent of the usual size."""

PALETTE: Final = Setting("palette", ("system", "light", "dark", "contrast"), "system")
MOTION: Final = Setting("motion", ("yes", "no"), "yes")
COUNTRY: Final = Setting("country", ("", "us", "gb", "ie", "ca", "au", "nz", "de", "at", "ch", "fr", "es", "nl", "other"), "")
"""Whose help lines Help shows; nothing until somebody picks one, since nobody is located (G34)."""

LANGUAGE: Final = Setting("language", ("", "en"), "")
"""What the words are in; nothing where it is as the computer has it."""

LOOKS: Final = (TEXT_SIZE, PALETTE, MOTION, COUNTRY, LANGUAGE)
"""How it looks: the same for everyone at this computer, also before anybody is in."""

SPELLING: Final = "spelling"
"""A private setting: the dictionary for one’s own pages by its name, or `OFF`; nothing for that of the program’s language."""
OFF: Final = "off"

LATE_NOTE: Final = Setting("late-note", ("on", "off"), "on")
ON_THIS_DAY: Final = Setting("on-this-day", ("off", "on"), "off")


class Habits(Struct, frozen=True, kw_only=True):
    """What the watch goes by: the cover keys that work, and seconds until a private page locks, a page for two dims and locks."""

    cover: frozenset[str] = frozenset({ESC_THREE})
    lock_after: int = 60 * int(LOCK.usual)
    dim_after: int = 60 * int(DIM.usual)
    lock_talking_after: int = 60 * int(LOCK_TALKING.usual)


USUAL: Final = Habits()


def habits(settings: Mapping[str, str]) -> Habits:
    """What somebody has picked; Esc three times works beside any other key."""
    return Habits(
        cover=USUAL.cover | {COVER.of(settings)},
        lock_after=60 * int(LOCK.of(settings)),
        dim_after=60 * int(DIM.of(settings)),
        lock_talking_after=60 * int(LOCK_TALKING.of(settings)),
    )


def of_all(here: Iterable[Habits]) -> Habits:
    """What counts for those who are here: every key that one of them picked, and the shorter times."""
    found = tuple(here) or (USUAL,)
    return Habits(
        cover=frozenset(key for one in found for key in one.cover),
        lock_after=min(one.lock_after for one in found),
        dim_after=min(one.dim_after for one in found),
        lock_talking_after=min(one.lock_talking_after for one in found),
    )
