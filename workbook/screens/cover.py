"""The cover: a blank page that says nothing, one gesture away from everywhere (G9)."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.screens.screen import Screen


class CoverState(Struct, frozen=True):
    """There is nothing to show; `talking` is the page that two people have in the corner of their eye while they talk."""

    talking: bool = False


class CoverScreen(Screen[CoverState]):
    """Waits; coming back goes through the door, or, while two people talk, back to where they were."""

    def __init__(self, back: Callable[[], None], *, talking: bool = False) -> None:
        self.back = back
        self.quiet = "talking" if talking else "nothing"
        super().__init__(CoverState(talking))
