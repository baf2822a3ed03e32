"""Looking back at one sitting: what was asked and what was said, as it would stand on paper."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.content.blocks import Block, Heading
from workbook.screens.screen import Screen


class ReviewState(Struct, frozen=True, kw_only=True):
    """The sitting's title and its pages as blocks; `may_print` where there are words, `may_delete` in one's own space.

    `may_add` where there are words of one's own that are finished, so that only a later thought can be added; `may_bring` where
    something can be marked as worth session time.
    """

    title: str
    blocks: tuple[Block, ...]
    may_print: bool
    may_delete: bool = False
    may_add: bool = False
    may_bring: bool = False


class ReviewScreen(Screen[ReviewState]):
    """Shows a sitting from beginning to end."""

    def __init__(
        self,
        title: str,
        blocks: tuple[Block, ...],
        *,
        back: Callable[[], None],
        make_pdf: Callable[[], None] | None = None,
        delete: Callable[[], None] | None = None,
        add: Callable[[], None] | None = None,
        bring: Callable[[], None] | None = None,
    ) -> None:
        self.back, self._make_pdf, self._delete, self._add, self._bring = back, make_pdf, delete, add, bring
        ways = {"may_print": make_pdf, "may_delete": delete, "may_add": add, "may_bring": bring}
        may = {name: way is not None for name, way in ways.items()}
        super().__init__(ReviewState(title=title, blocks=(Heading(title, 1), *blocks), **may))

    def make_pdf(self) -> None:
        """Choose what goes on paper."""
        if self._make_pdf is not None:
            self._make_pdf()

    def add(self) -> None:
        """Add a later thought."""
        if self._add is not None:
            self._add()

    def bring(self) -> None:
        """Choose what is worth session time."""
        if self._bring is not None:
            self._bring()

    def delete(self) -> None:
        """Choose what is to go."""
        if self._delete is not None:
            self._delete()
