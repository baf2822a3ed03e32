"""What every view is: it builds a page from a State, and changes only what changed when the page stays the same."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workbook.screens.screen import Screen
from workbook.ui.parts.buttons import Button, Large, Manner
from workbook.ui.parts.column import Scroll
from workbook.ui.parts.page import Page
from workbook.ui.parts.stops import stops

P = TypeVar("P", bound=Screen[Any])

TOLD = ("fault", "trouble", "advice", "status")
"""What a State may say beside the page; a change of it is told to a screen reader, whose place is elsewhere."""


REST = 600
"""Milliseconds without a key after which it is told what a search came to."""


class House(NamedTuple):
    """What is one key away on every page; `way_out` only where somebody looks round in the notebook of invented people."""

    help: Callable[[], None]
    pause: Callable[[], None]
    way_out: Callable[[], None] | None = None
    keys: Callable[[], None] = lambda: None


class PageView(QWidget, Generic[P]):
    """Shows one screen. `build` makes the page, `update_page` brings it up to date, `page_key` says when a new page is due."""

    WIDTH: float | None = None

    def __init__(self, screen: P, house: House) -> None:
        super().__init__()
        self.presenter, self.house = screen, house
        self._key: object = None
        self._in_front = False
        self._title = ""
        self._announced: dict[str, str] = {}
        self._telling: QTimer | None = None
        self._found = ""
        self.page: Page  # made with the first State
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def build(self, page: Page, state: Any) -> None:
        """Fill a new page."""

    def update_page(self, page: Page, state: Any) -> None:
        """Change what may change while the page stays."""

    def page_key(self, state: Any) -> object:
        """Two states with the same key share a page; by default every page is made once."""
        return type(state)

    def present(self, state: Any) -> None:
        """Show this State."""
        key = self.page_key(state)
        if key != self._key:
            self._key = key
            self._new_page(state)
        self.update_page(self.page, state)
        self._tell(state)

    def rebuild(self) -> None:
        """Make the page again, in another size of text; the keyboard stays at the same place of it."""
        order, at = list(stops(self.page)), QApplication.focusWidget()
        place = order.index(at) if at in order else None
        self._key = None
        self.presenter.attach(self)
        for stop in list(stops(self.page))[place : place + 1] if place is not None else ():
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Begin where somebody would begin: in the line to write on where that comes first, or at the button that leads on."""
        self._in_front = True
        self.page.begin_at(self.first_stop())
        self._announce()

    def first_stop(self) -> QWidget | None:
        """Where the keyboard begins; nothing for the page itself, to be read before anything is pressed."""
        order = list(stops(self.page))
        # Asked by name: no door has such a line, and the kinds take longer than the question.
        writing = [stop for stop in order[:1] if stop.inherits("QLineEdit") or stop.inherits("QPlainTextEdit")]
        leading = [stop for stop in order if isinstance(stop, Button) and stop.manner in ("primary", "back")]
        return next(iter(writing or leading or order), None)

    def _announce(self) -> None:
        """Tell a screen reader which page this is; the keyboard is already further down."""
        if self.page.name and self.page.name != self._title:
            self._title = self.page.name
            self.announce(self._title)

    def _tell(self, state: Any) -> None:
        """Announce what has changed beside the page; that all is saved is said once, not after every pause in writing."""
        for name in TOLD:
            told = getattr(state, name, "")
            if not isinstance(told, str) or told.endswith("…"):
                continue  # what is under way is told by how it ends
            if told and told != self._announced.get(name):
                (self.announce_soon if name == "advice" else self.announce)(told)  # what is advised changes with each letter
            if told or name != "status":  # what comes back after it was mended is told again
                self._announced[name] = told

    def announce(self, words: str) -> None:
        """Have a screen reader say something that shows elsewhere than at the keyboard's place."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def read(self) -> None:
        """Take the keyboard to the words that are only read, and back."""
        from workbook.ui.parts.reading import Reading  # few ask for it

        (self.page.findChild(Reading) or Reading(self.page)).turn()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing else wants go through the page, also from the buttons below it: there may be none within it."""
        way = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        for scroll in self.page.findChildren(Scroll):
            bar = scroll.verticalScrollBar()
            bar.setValue(bar.value() + way * round(self.page.room() * 0.85))

    def announce_soon(self, words: str) -> None:
        """Announce what a search came to, once nobody types for a moment: after each key it would be talked into."""
        if self._telling is None:
            self._telling = QTimer(self, singleShot=True, interval=REST)
            self._telling.timeout.connect(self._on_soon)
        if words != self._found:
            self._found = words
            self._telling.start()

    def _on_soon(self) -> None:
        if self._found:
            self.announce(self._found)

    def always_there(self, *more: Button) -> None:
        """The row that stands at the same place on every page."""
        self.page.beside(*more, self.pause_button(), self.help_button())

    def pause_button(self) -> Button:
        """The way to a pause, looking the same on every page."""
        return button(_("&Pause"), self.house.pause, "plain").with_icon("circle-pause")

    def help_button(self) -> Button:
        """The way to help, looking the same on every page."""
        return button(_("&Help"), self.house.help, "plain").with_icon("life-buoy")

    def _new_page(self, state: Any) -> None:
        old: Page | None = vars(self).get("page")
        self.page = Page() if self.WIDTH is None else Page(width=self.WIDTH)
        self.build(self.page, state)
        if self.house.way_out is not None:
            from workbook.ui.parts.invented import InventedMark  # only whoever looks round sees it

            self.page.below(InventedMark(self.house.way_out))
        if old is None:
            self._rows.addWidget(self.page)
        else:
            self._rows.replaceWidget(old, self.page)
            old.hide()
            old.deleteLater()
        if self._in_front:  # perhaps not visible yet: Qt shows it a moment later
            self.page.show()  # what is not shown yet cannot take the focus
            self.take_focus()


def button(words: str, call: Callable[[], None], manner: Manner = "quiet") -> Button:
    """A button that does one thing."""
    return pressed(Button(words, manner), call)


def large(words: str, call: Callable[[], None]) -> Button:
    """A large quiet one, where two ways weigh the same."""
    return pressed(Large(words), call)


def pressed(made: Button, call: Callable[[], None]) -> Button:
    """A button that calls when it is pressed."""
    made.clicked.connect(lambda _checked=False: call())
    return made


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """A folder somebody picks."""
    from workbook.ui.parts.places import ask_folder  # no first page asks

    return ask_folder(parent, title)
