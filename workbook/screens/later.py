"""A later thought: what was finished or opened stays as it was said, and its author can add to it, privately."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.content.blocks import Block
from workbook.couple import beside
from workbook.couple.people import PersonId
from workbook.screens.export import Draft
from workbook.screens.screen import Screen


class First(Struct, frozen=True, kw_only=True):
    """One answer of one's own, and how many thoughts came later, as blocks."""

    step: str
    title: str
    blocks: tuple[Block, ...]
    later: tuple[Block, ...]


class LaterState(Struct, frozen=True, kw_only=True):
    """One's own answers in a sitting."""

    title: str
    items: tuple[First, ...]


class LaterScreen(Screen[LaterState]):
    """Asks which answer the thought belongs to."""

    def __init__(self, title: str, items: tuple[First, ...], *, add: Callable[[str], None], back: Callable[[], None]) -> None:
        self.add, self.back = add, back
        super().__init__(LaterState(title=title, items=items))


def mine_in(draft: Draft, me: PersonId) -> tuple[First, ...]:
    """One's own answers, each with the thoughts that came later."""
    items = [item for item in draft.items() if item.author == me]
    return tuple(
        First(
            step=item.step,
            title=item.title,
            blocks=item.blocks,
            later=tuple(block for one in items if one.unseen and beside.step_of(one.step) == item.step for block in one.blocks),
        )
        for item in items
        if beside.step_of(item.step) is None
    )
