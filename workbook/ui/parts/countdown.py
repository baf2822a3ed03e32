"""A calm timer: the time left in words, and an arc that grows shorter. Nothing rings, nothing turns red."""

from __future__ import annotations

from collections.abc import Callable, Collection
from gettext import gettext as _
from gettext import ngettext
from math import ceil
from time import monotonic

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from workbook.ui.colours import colours_of
from workbook.ui.motion import Ticking, moves
from workbook.ui.parts.buttons import Button
from workbook.ui.theme import font, space


class Countdown(QWidget):
    """Counts down from a number of seconds; `over` comes once, when it is seen to be over. It goes on counting while hidden."""

    over = Signal()

    def __init__(self, seconds: int, *, seconds_now: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._now = seconds_now
        self._whole = float(seconds)
        self._left = float(seconds)
        self._until: float | None = None
        self._pressed = False
        self._ticking = Ticking(self, 250, self._on_tick)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def left(self) -> int:
        """Whole seconds that are left."""
        return ceil(max(0.0, self._left if self._until is None else self._until - self._now()))

    @property
    def running(self) -> bool:
        """Whether it counts just now."""
        return self._until is not None

    def start(self) -> None:
        """Count, or go on counting."""
        if self._until is None and self._left > 0:
            self._until = self._now() + self._left
            self._ticking.start()

    def stop(self) -> None:
        """Hold still; `start` goes on from here."""
        if self._until is not None:
            self._left = max(0.0, self._until - self._now())
            self._until = None
            self._ticking.stop()

    def turn(self) -> None:
        """Start or stop at somebody's press, and tell who cannot see it."""
        (self.stop if self.running else self.start)()
        self._pressed = True
        how = _("The clock runs, {time} left") if self.running else _("The clock stands, {time} left")
        self._announce(how.replace("{time}", in_words(self.left)))

    def start_over(self, seconds: int) -> None:
        """Begin again with another length of time, holding still."""
        self.stop()
        self._whole = self._left = float(seconds)
        self._tell()

    def sizeHint(self) -> QSize:
        side = space(36)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        painter.setPen(QPen(colours["hairline"], 5))
        painter.drawEllipse(ring)
        if moves():
            painter.setPen(QPen(colours["accent"], 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(ring, 90 * 16, round(360 * 16 * self.left / self._whole) if self._whole else 0)
        painter.setPen(colours["ink"])
        painter.setFont(font("ask"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, clock_words(self.left))

    def _on_tick(self) -> None:
        self._tell()
        if self.left == 0:
            self.stop()
            if self._pressed:
                self._announce(_("The time is up. Take the time you need to finish."))
            self.over.emit()

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _tell(self) -> None:
        self.setAccessibleName(_("{time} left").replace("{time}", in_words(self.left)))
        self.update()


def unless_at_a_button(call: Callable[[], None], own: Collection[Button]) -> Callable[[], None]:
    """What Space does on a page with a clock: whoever went to another button presses that.

    The clock's `own` have letters, and are clicked in between; at the one that leads on the page begins.
    """

    def pressed() -> None:
        at = QApplication.focusWidget()
        if isinstance(at, Button) and at.manner != "primary" and at not in own:
            at.click()
        else:
            call()

    return pressed


def clock_words(seconds: int) -> str:
    """Minutes and seconds, as a clock shows them."""
    return f"{seconds // 60}:{seconds % 60:02}"


def in_words(seconds: int) -> str:
    """Minutes and seconds, as one says them."""
    minutes, rest = divmod(seconds, 60)
    counted = (
        (minutes, ngettext("{n} minute", "{n} minutes", minutes)),
        (rest, ngettext("{n} second", "{n} seconds", rest)),
    )
    return _(" and ").join(words.replace("{n}", str(count)) for count, words in counted if count) or _("No time")
