"""Breathing at an easy pace: a circle that widens and narrows, or only the words, where movement is not wanted."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from math import cos, pi
from time import monotonic

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbook.ui.colours import colours_of, tint
from workbook.ui.motion import Ticking, moves
from workbook.ui.parts.buttons import Button
from workbook.ui.theme import font, space

IN, OUT = 5.0, 5.0
"""Seconds to breathe in and out: about six breaths a minute."""


class Breath(QWidget):
    """A button that shows the circle and sets it going; it never starts by itself, and takes no room until it is wanted."""

    def __init__(self, *, seconds_now: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self.circle = Circle(seconds_now=seconds_now)
        self.button = Button(_("Breathe with the circle"), "plain")
        self.button.clicked.connect(self._on_clicked)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(1))
        rows.addWidget(self.circle, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        (self.circle if moves() else self.button).hide()

    def _on_clicked(self) -> None:
        if self.circle.running:
            self.circle.stop()
        else:
            self.circle.show()
            self.circle.start()
        self.button.setText(_("Let the circle rest") if self.circle.running else _("Breathe with the circle"))


class Circle(QWidget):
    """The circle itself; it moves only while it is seen and was started."""

    def __init__(self, *, seconds_now: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._now = seconds_now
        self._began: float | None = None
        self._ticking = Ticking(self, 40, self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Breathe in for about five seconds, and out for about five."))

    @property
    def running(self) -> bool:
        """Whether it moves just now."""
        return self._ticking.running

    def start(self) -> None:
        """Begin with a breath in."""
        self._began = self._now()
        if moves():
            self._ticking.start()
        self.update()

    def stop(self) -> None:
        """Hold still."""
        self._began = None
        self._ticking.stop()
        self.update()

    def phase(self) -> tuple[str, float]:
        """What to do now, and how wide the circle is from 0 to 1."""
        if self._began is None or not moves():
            return _("In for five, out for five"), 0.5
        at = (self._now() - self._began) % (IN + OUT)
        if at < IN:
            return _("Breathe in"), (1 - cos(pi * at / IN)) / 2
        return _("Breathe out"), (1 + cos(pi * (at - IN) / OUT)) / 2

    def sizeHint(self) -> QSize:
        side = space(44)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        words, wide = self.phase()
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, most = QPointF(self.width() / 2, self.height() / 2), self.width() / 2 - 4
        painter.setPen(QPen(colours["hairline"], 1.5))
        painter.drawEllipse(middle, most, most)
        radius = most * (0.55 + 0.42 * wide)
        painter.setPen(QPen(colours["accent"], 1.5))
        painter.setBrush(tint(colours["accent"], colours["page"], 0.14))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(colours["ink"])
        painter.setFont(font("text"))
        inside = self.rect().adjusted(space(8), 0, -space(8), 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
