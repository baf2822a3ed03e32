"""A line of a list that leads on: a title, a quiet sentence, and a sign at its end. All of it can be pressed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QWidget

from workbook.ui.colours import Colours, Ink
from workbook.ui.parts.buttons import Large, plainly
from workbook.ui.parts.icon import Icon, draw_icon
from workbook.ui.parts.measure import Measured
from workbook.ui.parts.stops import next_to, stops
from workbook.ui.theme import font, space

_TOP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class _Part(NamedTuple):
    """Some words of a line, in their face and ink."""

    words: str
    face: QFont
    ink: Ink
    measured: Measured


class Leading(Large):
    """One thing in a list; pressing it leads there. The title is what it is called, the sentence what is said of it.

    `facts` stand below both, in small letters. Arrow keys go from line to line.
    """

    def __init__(self, title: str, line: str, facts: str = "") -> None:
        super().__init__(plainly(title))
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (facts, line) if part))
        self.setFont(font("text"))
        self.setProperty("kind_of_words", None)
        self._title, self._line, self._facts = title, line, facts
        self._made: tuple[_Part, ...] | None = None
        self._kept = 0
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, line: str) -> None:
        """Say something else of it."""
        self._line, self._made = line, None
        self.updateGeometry()
        self.update()

    def keep_free(self, width: int) -> None:
        """Leave so many pixels free at the lower end for something else to press: beside the last words or below them."""
        self._kept = max(0, width - (self._around() - self._side()))
        self.updateGeometry()

    def low(self) -> int:
        """How high the last words are, with the air around them."""
        return self._parts()[-1].measured.narrowest.height() + 2 * self._above()

    def heightForWidth(self, width: int) -> int:
        return self._tall(width - self._around()) + 2 * self._above()

    def sizeHint(self) -> QSize:
        wide = max(part.measured.hint.width() for part in self._parts()) + self._kept
        return QSize(wide + self._around(), self._tall(wide) + 2 * self._above())

    def minimumSizeHint(self) -> QSize:
        wide = max(self._kept, *(part.measured.narrowest.width() for part in self._parts()))
        return QSize(wide + self._around(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() not in steps or event.modifiers():
            super().keyPressEvent(event)
            return
        line = next_to(list(_lines(self.window())), self, steps[Qt.Key(event.key())])
        if line is not None:
            line.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        self._made = None
        super().changeEvent(event)

    def _paint_words(self, painter: QPainter, colours: Colours, _ink: object) -> None:
        room = self.rect().adjusted(self._side(), self._above(), -self._side(), 0)
        side, mirrored = self._icon_side(), self._mirrored()
        end = QRectF(room.left() if mirrored else room.right() + 1 - side, self._sign_at(side), side, side)
        draw_icon(painter, self, self._sign_now(), end, colours["quiet"])
        beside = side + space(2)
        room = room.adjusted(beside, 0, 0, 0) if mirrored else room.adjusted(0, 0, -beside, 0)
        how = QStyle.visualAlignment(self.layoutDirection(), _TOP) | Qt.TextFlag.TextWordWrap
        for part in self._parts():
            painter.setPen(colours[part.ink])
            painter.setFont(part.face)
            painter.drawText(room, how, part.words)
            room = room.adjusted(0, part.measured.height(room.width()), 0, 0)

    def _sign_now(self) -> Icon:
        return "chevron-left" if self._mirrored() else "chevron-right"

    def _sign_at(self, side: int) -> int:
        """How far down the sign stands: in the middle, or beside the title where something else stands below."""
        beside = 2 * self._above() + self._parts()[0].measured.narrowest.height() if self._kept else self.height()
        return (beside - side) // 2

    def _parts(self) -> tuple[_Part, ...]:
        if self._made is None:
            kinds: tuple[tuple[str, QFont, Ink], ...] = (
                (self._title, self._title_face(), "ink"),
                (self._line, self.font(), "quiet"),
                (self._facts, font("small"), "quiet"),
            )
            how = _TOP | Qt.TextFlag.TextWordWrap
            self._made = tuple(
                _Part(words, face, ink, Measured(words, QFontMetrics(face), QMargins(), how)) for words, face, ink in kinds if words
            )
        return self._made

    def _title_face(self) -> QFont:
        bold = QFont(self.font())
        bold.setBold(True)
        return bold

    def _tall(self, width: int) -> int:
        """How high all of it is, with what is kept free."""
        tall = sum(part.measured.height(width) for part in self._parts())
        last = self._parts()[-1].measured
        return tall if not self._kept or last.hint.width() + self._kept <= width else tall + last.narrowest.height()

    def _around(self) -> int:
        """What is beside the words: room at both ends, and the sign."""
        return 2 * self._side() + self._icon_side() + space(2)

    def _above(self) -> int:
        return min(space(3), 18)


def _lines(within: QWidget) -> Iterator[Leading]:
    return (stop for stop in stops(within) if isinstance(stop, Leading))
