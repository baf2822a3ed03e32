"""Looking back at one sitting: what was asked and what was said, as it would stand on paper."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.content.blocks import Block, Heading
from workbook.screens.screen import Screen


class ReviewState(Struct, frozen=True, kw_only=True):
    """The sitting's title and its pages as blocks; `may_print` where this reader has words of their own in it."""

    title: str
    blocks: tuple[Block, ...]
    may_print: bool


class ReviewScreen(Screen[ReviewState]):
    """Shows a sitting from beginning to end."""

    def __init__(
        self,
        title: str,
        blocks: tuple[Block, ...],
        *,
        back: Callable[[], None],
        make_pdf: Callable[[], None] | None = None,
    ) -> None:
        self.back, self._make_pdf = back, make_pdf
        super().__init__(ReviewState(title=title, blocks=(Heading(title, 1), *blocks), may_print=make_pdf is not None))

    def make_pdf(self) -> None:
        """Choose what goes on paper."""
        if self._make_pdf is not None:
            self._make_pdf()
