"""Everything of mine."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit

from workbook.screens.belongings import BelongingsScreen, BelongingsState
from workbook.ui.parts.line import labelled, single_line
from workbook.ui.parts.options import Tick as Box
from workbook.ui.parts.page import Page
from workbook.ui.parts.places import ask_source, ask_target
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


class BelongingsView(PageView[BelongingsScreen]):
    """Out, and in."""

    def build(self, page: Page, state: BelongingsState) -> None:
        """What a file would hold, where it goes, and how one comes back."""
        page.title(_("Everything of mine"))
        page.ask(_("All you wrote, and what you both wrote together, in one file to keep or to take elsewhere."))
        page.say(
            _(
                "*This file is not locked.* Anyone who gets it can read it: at this computer, on a memory stick, in a mailbox. "
                "Held back and sealed answers of yours are in it, and which exercises you did. "
                "What your partner said alone is not, and neither is what still rests after a session."
            )
        )
        letters = page.add(Box(_("My letters too, those that nobody has to get")))
        letters.setChecked(state.letters)
        letters.toggled.connect(self.presenter.let_letters_go)
        page.gap()
        self._json = self._file(page, _("A file that this program can read again"), state.json, "JSON (*.json)", self._write_json)
        self._markdown = self._file(page, _("A file to read"), state.markdown, "Markdown (*.md)", self._write_markdown)
        self._said = page.add(Words("", "text"))
        page.gap()
        page.add(Words(_("Add such a file to this notebook"), "heading"))
        page.say(_("What is in it is added to your own space. Nothing that is here already changes."))
        page.add_row(button(_("Choose a &file to add …"), self._add))
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))
        self.always_there()

    def update_page(self, page: Page, state: BelongingsState) -> None:
        """What came of it."""
        said = state.trouble or state.done
        self._said.setText(said)
        self._said.setVisible(bool(said))
        page.note(_("A moment …") if state.busy else "")

    def _file(self, page: Page, title: str, path: str, kind: str, write: Callable[[], None]) -> QLineEdit:
        line = single_line(title, path)
        page.add(labelled(title, line, "label"))
        ways = (button(_("Write it"), write), button(_("Choose …"), partial(self._choose, line, kind), "plain"))
        for way in ways:
            way.setAccessibleDescription(title)
        page.add_row(*ways)
        return line

    def _write_json(self) -> None:
        self.presenter.write_json(self._json.text())

    def _write_markdown(self) -> None:
        self.presenter.write_markdown(self._markdown.text())

    def _choose(self, line: QLineEdit, kind: str) -> None:
        chosen = ask_target(self, _("Where to"), line.text(), kind, confirm=False)
        if chosen:
            line.setText(chosen)

    def _add(self) -> None:
        chosen = ask_source(self, _("Which file?"), "JSON (*.json)")
        if chosen:
            self.presenter.add(chosen)
