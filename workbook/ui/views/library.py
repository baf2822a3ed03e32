"""All exercises in groups that unfold, with a line to find one and a few ways to narrow the list down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.content.pack import Summary
from workbook.screens import words
from workbook.screens.about import intensity_words
from workbook.screens.library import LibraryScreen, LibraryState, Narrowed, Shelved
from workbook.ui.parts.chip import Chip
from workbook.ui.parts.favourite import Kept
from workbook.ui.parts.finding import find_line
from workbook.ui.parts.group import GroupLine
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space
from workbook.ui.view import PageView, button, pressed

PAUSE = 500
"""Milliseconds without a key until a screen reader is told how many exercises are left."""


class LibraryView(PageView[LibraryScreen]):
    """A line is made when it is first seen; from then on it only shows or hides."""

    def page_key(self, state: LibraryState) -> object:
        """A new page when the exercises have come."""
        return state.everything

    def build(self, page: Page, state: LibraryState) -> None:
        """The line to find one and the ways to narrow down, which stay in sight; then the groups."""
        page.title(_("All exercises"))
        find = find_line(page, _("Find an exercise"), _("A word from its title or what it is for"), self._on_find)
        find.set_words(state.narrowed.words)
        self._find = find
        self._soon = QTimer(find, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(lambda: self.announce(_how_many(self.presenter.state.groups)))
        self._chips = [self._chip(words, narrowed) for words, narrowed in _ways(state)]
        page.add_row(*(chip for chip, _narrowed in self._chips), gap=1.5)
        page.keep_above()
        self._left = page.add(Words("", quiet=True))
        self._groups = [page.add(_Group(self.presenter, group, self.announce)) for group in state.everything]
        paths = Leading(_("Paths"), _("One exercise after the other, with days in between."))
        self._paths = page.add(pressed(paths, self.presenter.paths))
        self._none = page.say("")
        self._widen = button(_("&Show all of them again"), self._on_widen)
        page.add_row(self._widen)
        self._idle = QTimer(find, singleShot=True)
        self._idle.timeout.connect(self._make_ahead)
        self._idle.start()
        self._print = button(_("P&rint these blank"), self.presenter.print_blank, "plain").with_icon("printer")
        page.add_row(self._print)
        page.lead_on(button(_("&Back"), self.presenter.back))
        self.always_there()

    def first_stop(self) -> QWidget | None:
        """At the exercise that was opened last; else where one can be found."""
        at = self.presenter.state.at
        return next((line for group in self._groups if (line := group.line_of(at)) is not None), super().first_stop())

    def update_page(self, page: Page, state: LibraryState) -> None:
        """Only what is left stays in sight."""
        narrowed = state.narrowed != Narrowed()
        left = {group.title: group for group in state.groups}
        for group in self._groups:
            group.show_left(left.get(group.title), state, narrowed=narrowed)
        self._left.setText(_how_many(state.groups))
        self._left.setVisible(narrowed and bool(left))
        nothing = state.loaded and not left
        self._none.set_words(_no_favourite() if state.narrowed.favourites and not state.favourites else _nothing())
        self._none.setVisible(nothing)
        self._widen.setVisible(nothing and narrowed)
        self._print.setVisible(bool(left))
        self._paths.setVisible(not narrowed)
        for chip, way in self._chips:
            chip.setChecked(_holds(state.narrowed, way))
        page.note(state.trouble)

    def _make_ahead(self) -> None:
        """Make one line that nobody sees yet, and the next when nothing else is to be done: no key should wait for all of them."""
        if any(group.make_one(self.presenter.state) for group in self._groups):
            self._idle.start()

    def _chip(self, text: str, narrowed: dict[str, object]) -> tuple[Chip, dict[str, object]]:
        chip = Chip(text)
        chip.setCheckable(True)
        chip.clicked.connect(lambda on=False: self._on_chip(narrowed, on))
        return chip, narrowed

    def _on_chip(self, narrowed: dict[str, object], on: bool) -> None:
        nothing = Narrowed()
        self.presenter.narrow(**(narrowed if on else {key: getattr(nothing, key) for key in narrowed}))
        self._soon.start()

    def _on_find(self, words: str) -> None:
        self.presenter.narrow(words=words)
        self._soon.start()

    def _on_widen(self) -> None:
        self._find.set_words("")
        self.presenter.widen()
        self.page.begin_at(self._find)


class _Group(QWidget):
    """A heading that unfolds what is below it; while the list is narrowed down, what is left is always unfolded."""

    def __init__(self, screen: LibraryScreen, group: Shelved, tell: Callable[[str], None]) -> None:
        super().__init__()
        self.title = group.title
        self._screen, self._announce = screen, tell
        self._within = {summary.id: summary for summary in group.exercises}
        titles = " · ".join(summary.title for summary in group.exercises)
        self._line = GroupLine(group.title, titles)
        pressed(self._line, self._on_pressed)
        self._heading = Words(group.title, "heading")
        self._lines: dict[str, Kept] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(min(space(2), 12))
        self._rows.addWidget(self._line)
        self._rows.addWidget(self._heading)

    def _on_pressed(self) -> None:
        self._screen.fold(self.title)
        self._announce(_("Unfolded.") if self._line.unfolded else _("Folded."))

    def line_of(self, exercise: str) -> QWidget | None:
        """The line of an exercise, where it shows."""
        kept = self._lines.get(exercise)
        return None if kept is None or kept.isHidden() else kept.line

    def show_left(self, left: Shelved | None, state: LibraryState, *, narrowed: bool) -> None:
        """Show what is left of the group."""
        self.setVisible(left is not None)
        if left is None:
            return
        unfolded = narrowed or self.title in state.unfolded
        self._line.unfold(unfolded)
        self._line.setVisible(not narrowed)
        self._heading.setVisible(narrowed)
        shown = {summary.id for summary in left.exercises} if unfolded else set()
        for name in [name for name in self._within if name in shown and name not in self._lines]:
            self._make(self._within[name], state)
        for name, kept in self._lines.items():
            kept.setVisible(name in shown)
            kept.star.setChecked(name in state.favourites)

    def make_one(self, state: LibraryState) -> bool:
        """Make a line that is not there yet, and measure it."""
        lacking = next((summary for name, summary in self._within.items() if name not in self._lines), None)
        if lacking is not None:
            kept = self._make(lacking, state)
            kept.hide()
            kept.minimumSizeHint()
            kept.heightForWidth(self.width())
        return lacking is not None

    def _make(self, summary: Summary, state: LibraryState) -> Kept:
        line = Leading(summary.title, summary.purpose, facts(summary, state.for_two))
        pressed(line, partial(self._screen.exercise, summary.id))
        kept = Kept(line, summary.title)
        kept.star.setChecked(summary.id in state.favourites)
        kept.star.clicked.connect(lambda on=False: self._screen.mark(summary.id, on))
        self._lines[summary.id] = kept
        order = [name for name in self._within if name in self._lines]
        at = order.index(summary.id)
        self._rows.insertWidget(2 + at, kept)
        for later in order[at:]:
            self._lines[later].raise_()  # a screen reader comes to them in the order in which they lie upon each other
        return kept


def facts(summary: Summary, for_two: bool) -> str:
    """What a line says of an exercise besides what it is for: how long it takes, how much it may stir up, who does it."""
    return " ".join(part for part in (_time(summary, for_two), intensity_words(summary.intensity), _who(summary, for_two)) if part)


def _time(summary: Summary, for_two: bool) -> str:
    if summary.who == ("together",):
        time = _("{minutes} together").replace("{minutes}", words.minutes(summary.minutes.together)).capitalize()
        return f"{time}."
    time = words.minutes(summary.minutes.each).capitalize()
    more = _(", then {minutes} together").replace("{minutes}", words.minutes(summary.minutes.together))
    return f"{time}{more if summary.minutes.together and for_two else ''}."


def _who(summary: Summary, for_two: bool) -> str:
    """Whoever is alone in the notebook is told only what cannot be done that way."""
    alone, two = "alone" in summary.who, bool({"each", "together"} & {*summary.who})
    if alone and two:
        return _("By yourself or for two.") if for_two else ""
    if alone:
        return _("By yourself.") if for_two else ""
    return _("For two.")


def _how_many(groups: tuple[Shelved, ...]) -> str:
    left = sum(len(group.exercises) for group in groups)
    return ngettext("{n} exercise", "{n} exercises", left).replace("{n}", str(left))


def _ways(state: LibraryState) -> list[tuple[str, dict[str, object]]]:
    ways: list[tuple[str, dict[str, object]]] = [
        (_("Up to 5 minutes"), {"minutes": 5}),
        (_("Up to 15 minutes"), {"minutes": 15}),
        (_("Gentle"), {"gentle": True}),
        (_("Favourites"), {"favourites": True}),
    ]
    if state.for_two:
        ways[2:2] = [(_("By myself"), {"who": "alone"}), (_("For two"), {"who": "two"})]
    return ways


def _holds(narrowed: Narrowed, way: dict[str, object]) -> bool:
    return all(getattr(narrowed, key) == value for key, value in way.items())


def _nothing() -> str:
    return _("Nothing fits all of that. Try a shorter word, take one of the choices away, or look at all of them again.")


def _no_favourite() -> str:
    return _("No favourite yet. The star beside an exercise makes it one. Only you see them.")
