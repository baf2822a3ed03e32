"""Taking the floor: who speaks, what each does, what was heard; a key for each turn, so that nobody has to look for the mouse."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut

from workbook.content.steps.floor import Floor as FloorStep
from workbook.screens.floor import Floor
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.blocks import SideBySide
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.countdown import Countdown
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Prose, Words


class Turns:
    """One page's turns; the clock is for eyes, and nobody is cut off when it ends."""

    def __init__(self, page: Page, step: FloorStep, names: tuple[str, ...]) -> None:
        self._page, self._seconds = page, step.seconds
        self.floor = Floor(names=names, depth=step.depth)
        self._now, self._invites = Words(""), Prose("", "heading")
        self._panel = page.add(Panel())
        self._panel.rows.addWidget(self._now)
        self._panel.rows.addWidget(self._invites)
        page.add_row(
            self._key(_("Yes, that’s it (Y)"), Qt.Key.Key_Y, lambda: self._turn(self.floor.yes())),
            self._key(_("Not quite (N)"), Qt.Key.Key_N, lambda: self._turn(self.floor.not_quite())),
            self._key(_("There is more (M)"), Qt.Key.Key_M, lambda: self._turn(self.floor.more())),
            self._key(_("Swap (S)"), Qt.Key.Key_S, lambda: self._turn(self.floor.swap())),
        )
        self._clock = Countdown(step.seconds)
        page.add_row(self._clock, self._key(_("Start or stop the clock (space)"), Qt.Key.Key_Space, self._on_clock))
        self._speaks, self._listens = Words("", "label"), Words("", "label")
        page.add(SideBySide([_does(self._speaks, step.say), _does(self._listens, step.listen)]))
        self._tell()

    def _key(self, words: str, key: Qt.Key, call: Callable[[], None]) -> Button:
        button = Button(words)
        button.clicked.connect(call)
        QShortcut(QKeySequence(key), self._page).activated.connect(call)
        return button

    def _turn(self, floor: Floor) -> None:
        swapped, self.floor = floor.speaker != self.floor.speaker, floor
        if swapped:
            self._clock.start_over(self._seconds)
        self._tell()
        said = f"{self._speaks.text()}. {floor.told()} {floor.invitation}" if swapped else f"{floor.told()} {floor.invitation}"
        self._page.bring(self._panel)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, said.strip()))

    def _on_clock(self) -> None:
        if self._clock.running:
            self._clock.stop()
        else:
            self._clock.start()

    def _tell(self) -> None:
        self._speaks.setText(_("{name} has the floor").replace("{name}", self.floor.speaks))
        self._listens.setText(_("{name} says it back").replace("{name}", self.floor.listens))
        self._now.setText(self.floor.told())
        self._invites.set_words(self.floor.invitation)
        self._invites.setVisible(bool(self.floor.invitation))


def _does(whose: Words, what: str) -> Panel:
    """What one of the two does."""
    panel = Panel()
    panel.rows.addWidget(whose)
    panel.rows.addWidget(Prose(what))
    return panel


def make(page: Page, screen: WalkScreen) -> None:
    """Add the turns."""
    step = screen.state.page.step
    if isinstance(step, FloorStep):
        Turns(page, step, screen.names)
