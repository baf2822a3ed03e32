"""Taking the floor: who speaks, what each does, what was heard; a key for each turn, so that nobody has to look for the mouse."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut

from workbook.content.steps.floor import Floor as FloorStep
from workbook.screens.floor import Floor
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.blocks import SideBySide
from workbook.ui.parts.buttons import Button, plainly
from workbook.ui.parts.countdown import Countdown, unless_at_a_button
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Prose, Words


class Turns:
    """One page's turns; the clock is for eyes, and nobody is cut off when it ends."""

    def __init__(self, page: Page, step: FloorStep, names: tuple[str, ...]) -> None:
        self._page, self._seconds = page, step.seconds
        self._keyed: list[Button] = []
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
        self._left, self._wishes = self._clock.left, [self._wish(who) for who in range(len(names))]
        self._times = Words("")
        if len(names) > 1:
            page.say(_("How long the clock ran for each of you is shown only if you both wish it. It is not kept."), quiet=True)
            page.add_row(*self._wishes)
            page.add(self._times)
        self._tell()

    def _wish(self, who: int) -> Button:
        button = Button("", "plain")
        button.clicked.connect(lambda: self._turn(self.floor.wishes(who)))
        return button

    def _key(self, words: str, key: Qt.Key, call: Callable[[], None]) -> Button:
        button = Button(words)
        button.clicked.connect(call)
        self._keyed.append(button)
        here = unless_at_a_button(call, self._keyed) if key == Qt.Key.Key_Space else call
        QShortcut(QKeySequence(key), self._page).activated.connect(here)
        return button

    def _turn(self, floor: Floor) -> None:
        swapped = floor.speaker != self.floor.speaker
        self._count()
        self.floor = replace(floor, ran=self.floor.ran)
        if swapped:
            self._clock.start_over(self._seconds)
            self._left = self._clock.left
        self._tell()
        said = f"{self._speaks.text()}. {floor.told()} {floor.invitation}" if swapped else f"{floor.told()} {floor.invitation}"
        self._page.bring(self._panel)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, said.strip()))

    def _on_clock(self) -> None:
        self._clock.turn()
        self._count()
        self._tell()

    def _count(self) -> None:
        """What the clock has run since it was last looked at belongs to whoever has the floor."""
        left = self._clock.left
        self.floor, self._left = self.floor.run(self._left - left), left

    def _tell(self) -> None:
        self._speaks.setText(_("{name} has the floor").replace("{name}", self.floor.speaks))
        self._listens.setText(_("{name} says it back").replace("{name}", self.floor.listens))
        self._now.setText(self.floor.told())
        self._invites.set_words(self.floor.invitation)
        self._invites.setVisible(bool(self.floor.invitation))
        for who, (button, name) in enumerate(zip(self._wishes, self.floor.names, strict=True)):
            words = _("{name} would rather not see it") if who in self.floor.wish else _("{name} would like to see it")
            button.setText(plainly(words.replace("{name}", name)))
        self._times.setText(self.floor.told_time())
        self._times.setVisible(bool(self._times.text()))


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
