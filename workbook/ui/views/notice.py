"""A calm page with a few words and a few ways on."""

from __future__ import annotations

from functools import partial

from workbook.screens.notice import NoticeScreen, NoticeState
from workbook.ui.parts.buttons import plainly
from workbook.ui.parts.page import Page
from workbook.ui.view import PageView, button


class NoticeView(PageView[NoticeScreen]):
    """Says it and waits."""

    def build(self, page: Page, state: NoticeState) -> None:
        """Title, words, ways."""
        page.gap(12)
        page.title(state.title)
        first, _gap, rest = state.text.partition("\n\n")
        page.ask(first)
        if rest:
            page.say(rest)
        page.gap(4)
        buttons = [
            button(plainly(label), partial(self.presenter.choose, index), "quiet" if index else "primary")
            for index, label in enumerate(state.actions)
        ]
        page.add_row(*buttons)
        self.always_there()
