"""All exercises by group, with a line to find one and a few ways to narrow the list down."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from workbook.content.pack import Summary
from workbook.screens import words
from workbook.screens.about import intensity_words
from workbook.screens.library import LibraryScreen, LibraryState, Narrowed, Shelved
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.chip import Chip
from workbook.ui.parts.finding import find_line
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button

PAUSE = 500
"""Milliseconds without a key until a screen reader is told how many exercises are left."""


class LibraryView(PageView[LibraryScreen]):
    """The cards are made once; narrowing down only hides some of them."""

    def page_key(self, state: LibraryState) -> object:
        """A new page when the exercises have come, or somebody marked one."""
        return state.everything, state.favourites

    def build(self, page: Page, state: LibraryState) -> None:
        """The line to find one, the ways to narrow down, the groups."""
        page.title(_("All exercises"))
        find = find_line(page, _("Find an exercise"), _("A word from its title or what it is for"), self._on_find)
        find.set_words(state.narrowed.words)
        self._soon = QTimer(find, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._tell_left)
        self._chips = [self._chip(words, narrowed) for words, narrowed in _ways(state)]
        page.add_row(*(chip for chip, _narrowed in self._chips))
        self._headings: dict[str, QWidget] = {}
        self._cards: dict[str, QWidget] = {}
        for group in state.everything:
            self._group(page, group, state)
        self._none = page.say(_nothing())
        self._print = button(_("P&rint these blank"), self.presenter.print_blank, "plain")
        page.lead_on(self._print, button(_("&Back"), self.presenter.back))
        self.always_there()

    def update_page(self, page: Page, state: LibraryState) -> None:
        """Only what is left stays in sight."""
        left = {summary.id for group in state.groups for summary in group.exercises}
        for name, card in self._cards.items():
            card.setVisible(name in left)
        titles = {group.title for group in state.groups}
        for title, heading in self._headings.items():
            heading.setVisible(title in titles)
        self._none.set_words(_no_favourite() if state.narrowed.favourites and not state.favourites else _nothing())
        self._none.setVisible(state.loaded and not left)
        self._print.setVisible(bool(left))
        for chip, narrowed in self._chips:
            chip.setChecked(_holds(state.narrowed, narrowed))
        page.note(state.trouble)

    def _group(self, page: Page, group: Shelved, state: LibraryState) -> None:
        self._headings[group.title] = page.add(Words(group.title, "heading"))
        for summary in group.exercises:
            marked = summary.id in state.favourites
            look = button(_("Look"), partial(self.presenter.exercise, summary.id))
            star = button(
                _("No longer a favourite") if marked else _("Make it a favourite"),
                partial(self.presenter.mark, summary.id, not marked),
                "plain",
            ).with_icon("star")
            self._cards[summary.id] = page.add(CardRow(summary.title, line(summary, state.for_two), look, star))

    def _chip(self, text: str, narrowed: dict[str, object]) -> tuple[Chip, dict[str, object]]:
        chip = Chip(text)
        chip.setCheckable(True)
        chip.clicked.connect(lambda on=False: self._on_chip(narrowed, on))
        return chip, narrowed

    def _on_chip(self, narrowed: dict[str, object], on: bool) -> None:
        nothing = Narrowed()
        self.presenter.narrow(**(narrowed if on else {key: getattr(nothing, key) for key in narrowed}))

    def _on_find(self, words: str) -> None:
        self.presenter.narrow(words=words)
        self._soon.start()

    def _tell_left(self) -> None:
        left = sum(len(group.exercises) for group in self.presenter.state.groups)
        self.announce(ngettext("{n} exercise", "{n} exercises", left).replace("{n}", str(left)))


def line(summary: Summary, for_two: bool) -> str:
    """What a card says of an exercise: what it is for, how long it takes, how much it may stir up."""
    return f"{summary.purpose}\n{_time(summary, for_two)} {intensity_words(summary.intensity)}".rstrip()


def _time(summary: Summary, for_two: bool) -> str:
    if summary.who == ("together",):
        time = _("{minutes} together").replace("{minutes}", words.minutes(summary.minutes.together)).capitalize()
        return f"{time}."
    time = words.minutes(summary.minutes.each).capitalize()
    more = _(", then {minutes} together").replace("{minutes}", words.minutes(summary.minutes.together))
    return f"{time}{more if summary.minutes.together and for_two else ''}."


def _ways(state: LibraryState) -> list[tuple[str, dict[str, object]]]:
    ways: list[tuple[str, dict[str, object]]] = [
        (_("5 minutes at most"), {"minutes": 5}),
        (_("15 minutes at most"), {"minutes": 15}),
        (_("Only gentle ones"), {"gentle": True}),
        (_("My favourites"), {"favourites": True}),
    ]
    if state.for_two:
        ways[2:2] = [(_("By myself"), {"who": "alone"}), (_("For two"), {"who": "two"})]
    return ways


def _holds(narrowed: Narrowed, way: dict[str, object]) -> bool:
    return all(getattr(narrowed, key) == value for key, value in way.items())


def _nothing() -> str:
    return _("Nothing fits all of that. Try a shorter word, or take one of the choices away.")


def _no_favourite() -> str:
    return _("No favourite yet. “Make it a favourite” stands below each exercise. Only you see them.")
