"""Speaking aloud: whose turn it is, what each does, and a clock that single keys start, stop and pass on."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut

from workbook.content.steps.speak import Speak
from workbook.screens.walk import WalkScreen, WalkState
from workbook.ui.pages import Update
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.countdown import Countdown, unless_at_a_button
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Prose, Words


class Turn:
    """One page's turns; the clock is for eyes, nobody is cut off when it ends."""

    def __init__(self, page: Page, screen: WalkScreen, step: Speak) -> None:
        self._screen, self._step = screen, step
        self._heading = page.add(Words("", "heading"))
        self._say = page.add(Prose(step.say))
        self._other = page.add(Words("", "heading"))
        self._listen = page.add(Prose(step.listen))
        self._clock = Countdown(step.seconds)
        self._start = Button(_("Start or stop the clock (space)"), "quiet")
        self._swap = Button(_("Swap: the other speaks (S)"), "quiet")
        self._start.clicked.connect(self._on_start)
        self._swap.clicked.connect(self._on_swap)
        page.add_row(self._clock, self._start, self._swap)
        by_space = unless_at_a_button(self._on_start, (self._start, self._swap))
        for key, call in ((Qt.Key.Key_Space, by_space), (Qt.Key.Key_S, self._on_swap)):
            QShortcut(QKeySequence(key), page).activated.connect(call)
        self._speaker = -1

    def update(self, state: WalkState) -> None:
        """Whose turn it is now."""
        if state.speaker == self._speaker:
            return
        before, self._speaker = self._speaker, state.speaker
        names = self._screen.names
        self._heading.setText(_("{name} speaks").replace("{name}", names[state.speaker % len(names)]))
        self._other.setText(_("{name} listens").replace("{name}", names[(state.speaker + 1) % len(names)]))
        self._clock.start_over(self._step.seconds)
        if before >= 0:
            said = f"{self._heading.text()}. {self._other.text()}."
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._heading, said))

    def _on_start(self) -> None:
        self._clock.turn()

    def _on_swap(self) -> None:
        self._screen.swap()


def make(page: Page, screen: WalkScreen) -> Update | None:
    """Add the turns."""
    step = screen.state.page.step
    if not isinstance(step, Speak):
        return None
    return Turn(page, screen, step).update
