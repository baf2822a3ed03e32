"""A calm page with a few words and a few ways to go on: put aside, enough for today, not today, something went wrong."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.screens.screen import Screen


class NoticeState(Struct, frozen=True):
    """What it says, and what can be done; the first action is the expected one."""

    title: str
    text: str
    actions: tuple[str, ...]


class NoticeScreen(Screen[NoticeState]):
    """Says something and waits."""

    def __init__(self, title: str, text: str, *ways: tuple[str, Callable[[], None]]) -> None:
        self._ways = [call for _label, call in ways]
        super().__init__(NoticeState(title, text, tuple(label for label, _call in ways)))

    def choose(self, index: int) -> None:
        """Take one of the ways on."""
        self._ways[index]()
