"""A month to pick a day from: arrows go from day to day, Page Up and Page Down from month to month, Enter takes one."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from gettext import gettext as _

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbook.content import days
from workbook.ui.colours import colours_of, tint
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.style import draw_ring
from workbook.ui.theme import font, space

WEEK = 7


class Month(Panel):
    """A month, and the ways to the ones beside it."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.title = Words("", "label")
        self.days = _Days()
        self.at = Words("")
        self.days.moved.connect(self._tell)
        self.days.picked.connect(self.picked)
        before, after = Button(_("Month before"), "plain"), Button(_("Month after"), "plain")
        before.clicked.connect(lambda: self.days.turn(-1))
        after.clicked.connect(lambda: self.days.turn(1))
        ways = QHBoxLayout()
        ways.addWidget(before)
        ways.addWidget(after)
        ways.addStretch(1)
        inside = QVBoxLayout()
        inside.addWidget(self.title)
        inside.addWidget(self.days)
        inside.addWidget(self.at)
        inside.addLayout(ways)
        self.rows.addLayout(inside)

    def open_at(self, day: date) -> None:
        """Show the month of this day, with the keyboard on it; it is not picked by that."""
        self.days.go(day)
        self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        day = self.days.day
        self.title.setText(f"{days.months()[day.month - 1]} {day.year}")
        self.at.setText(days.in_full(day))


class _Days(QWidget):
    """The days of one month; one stop for Tab, named after the day the keyboard is on."""

    moved = Signal()
    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.day = date(2000, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def go(self, day: date) -> None:
        """Put the keyboard on a day."""
        self.day = day
        self.setAccessibleName(days.in_full(day))
        self.moved.emit()
        self.update()

    def turn(self, months: int) -> None:
        """Go some months on or back, to the same day or the last one there is."""
        whole = self.day.year * 12 + self.day.month - 1 + months
        year, month = divmod(whole, 12)
        if date.min.year <= year <= date.max.year:
            self.go(date(year, month + 1, min(self.day.day, monthrange(year, month + 1)[1])))

    def sizeHint(self) -> QSize:
        side = self._side()
        return QSize(WEEK * side, WEEK * side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in turns:
            self.turn(turns[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for day, box in self._boxes():
            if box.contains(event.position()):
                self.go(day)
                self.picked.emit(day)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        painter.setFont(font("small"))
        painter.setPen(colours["quiet"])
        for column, name in enumerate(days.weekdays()):
            painter.drawText(QRectF(column * side, 0, side, side), Qt.AlignmentFlag.AlignCenter, name[:2])
        painter.setFont(font("text"))
        for day, box in self._boxes():
            if day == self.day:
                painter.setPen(QPen(colours["accent"], 1.6))
                painter.setBrush(tint(colours["accent"], colours["page"], 0.14))
                painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 8, 8)
                if self.hasFocus():
                    draw_ring(painter, box, 10, colours["accent"])
            painter.setPen(colours["ink"])
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _step(self, days_on: int) -> None:
        if 0 < self.day.toordinal() + days_on <= date.max.toordinal():
            self.go(self.day + timedelta(days=days_on))

    def _boxes(self) -> list[tuple[date, QRectF]]:
        side, first = self._side(), self.day.replace(day=1)
        places = ((first.replace(day=at + 1), first.weekday() + at) for at in range(monthrange(first.year, first.month)[1]))
        return [(day, QRectF(at % WEEK * side, (at // WEEK + 1) * side, side, side)) for day, at in places]

    def _side(self) -> int:
        return max(30, space(9))
