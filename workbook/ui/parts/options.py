"""Things to choose: rows, pills and numbers. One of several, or each by itself; what was chosen can always be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import QEvent, QMargins, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QCheckBox, QRadioButton, QSizePolicy, QWidget

from workbook.ui.colours import Colours, colours_of, tint
from workbook.ui.parts.measure import SHORT, Measured
from workbook.ui.style import draw_ring
from workbook.ui.theme import space

Shape = Literal["row", "pill"]
_TEXT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_EDGE = 3
LEAST = 36
"""The least height of something to press, in pixels."""


class OneOf(QButtonGroup):
    """One of several or none, by mouse and keyboard: arrows move, choosing it again or Delete takes it back.

    To a screen reader they are radio buttons, which Qt makes only of what is `autoExclusive`; in a group that is not exclusive Qt
    looks no further at that, so that what was chosen can be let go.

    `changed` comes when a person changes it, never when `choose` is called.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setExclusive(False)
        self._options: list[Option] = []
        self.chosen: int | None = None
        """The place of the one that is chosen, or nothing."""

    def add(self, option: Option) -> None:
        """One more to choose from."""
        option.one_of = self
        self.addButton(option)
        self._options.append(option)
        if len(self._options) > 1:
            option.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def stop(self) -> Option:
        """Where Tab comes to."""
        return self._options[self.chosen or 0]

    def choose(self, place: int | None) -> None:
        """Choose one, or none."""
        self.chosen = place
        for at, option in enumerate(self._options):
            option.setChecked(at == place)
        self._one_stop()

    def take(self, option: Option) -> None:
        """A person chose this one, or took it back by choosing it again."""
        self.choose(None if option.isChecked() else self._options.index(option))
        self.changed.emit()

    def take_back(self) -> None:
        """A person leaves it open."""
        if self.chosen is not None:
            self.choose(None)
            self.changed.emit()

    def move(self, option: Option, step: int) -> None:
        """A person went to the next one by an arrow key; that chooses it, as arrow keys do."""
        here = self._options.index(option)
        self.pick(here if self.chosen is None else max(0, min(len(self._options) - 1, here + step)))

    def pick(self, place: int) -> None:
        """A person picked the one at this place by keyboard."""
        before = self.chosen
        self.choose(place)
        self._options[place].setFocus(Qt.FocusReason.TabFocusReason)
        if before != place:
            self.changed.emit()

    def __iter__(self) -> Iterator[Option]:
        return iter(self._options)

    def __len__(self) -> int:
        return len(self._options)

    def _one_stop(self) -> None:
        """Tab stops once in a group: at what is chosen, or at the first."""
        stop = self.stop
        for option in self._options:
            option.setFocusPolicy(Qt.FocusPolicy.StrongFocus if option is stop else Qt.FocusPolicy.ClickFocus)


class Option(QRadioButton):
    """One of several: a row with a circle, or a pill."""

    def __init__(self, words: str, shape: Shape = "row", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one_of: OneOf | None = None
        self.words = words
        self.shape: Shape = shape
        self._measured: Measured | None = None
        self._pill: QSize | None = None
        _dress(self, words, shape)

    def nextCheckState(self) -> None:
        if self.one_of is not None:
            self.one_of.take(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if self.one_of is None:
            super().keyPressEvent(event)
        elif event.key() in steps:
            self.one_of.move(self, steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.one_of.take_back()
        elif event.key() == Qt.Key.Key_Home:
            self.one_of.pick(0)
        elif event.key() == Qt.Key.Key_End:
            self.one_of.pick(len(self.one_of) - 1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one choice, not a choice and its taking back."""

    def hitButton(self, at: QPointF) -> bool:  # type: ignore[override]  # Qt passes a QPoint
        return True

    def heightForWidth(self, width: int) -> int:
        return self._measure().height(width)

    def sizeHint(self) -> QSize:
        if self.shape == "row":
            return self._measure().hint
        if self._pill is None:
            self._pill = pill_size(self.words, self.font().pointSizeF())
        return self._pill

    def minimumSizeHint(self) -> QSize:
        return self._measure().narrowest if self.shape == "row" and len(self.words) > SHORT else self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        self._measured = self._pill = None
        super().changeEvent(event)

    def _measure(self) -> Measured:
        if self._measured is None:
            self._measured = _row(self, self.words)
        return self._measured

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.shape == "row":
            _paint_row(painter, self, self.words, round_mark=True)
        else:
            paint_pill(painter, self, self.words)


class Tick(QCheckBox):
    """One of a list of which any number may be chosen: a row with a box; without a frame where it stands in a panel already."""

    def __init__(self, words: str, parent: QWidget | None = None, *, framed: bool = True) -> None:
        super().__init__(parent)
        self.words, self.framed = words, framed
        self._measured: Measured | None = None
        _dress(self, words, "row")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one choice, not a choice and its taking back."""

    def hitButton(self, at: QPointF) -> bool:  # type: ignore[override]  # Qt passes a QPoint
        return True

    def heightForWidth(self, width: int) -> int:
        return self._measure().height(width)

    def sizeHint(self) -> QSize:
        return self._measure().hint

    def minimumSizeHint(self) -> QSize:
        return self._measure().narrowest if len(self.words) > SHORT else self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        self._measured = None
        super().changeEvent(event)

    def _measure(self) -> Measured:
        if self._measured is None:
            self._measured = _row(self, self.words)
        return self._measured

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_row(QPainter(self), self, self.words, round_mark=False, framed=self.framed)


def _row(button: QAbstractButton, words: str) -> Measured:
    around = QMargins(_indent(button), space(2.2), space(3), space(2.2))
    return Measured(words, button.fontMetrics(), around, _TEXT, LEAST - 2 * around.top())


@lru_cache(maxsize=256)
def pill_size(words: str, points: float) -> QSize:
    """How large a pill is with letters of so many points; the same numbers stand on many pages."""
    metrics, em = QFontMetrics(QApplication.font()), space(4)
    tall = max(32, metrics.height() + em // 3) + 2 * _EDGE
    beside = em * (3 if len(words) < 3 else 5) // 4 + 2 * _EDGE + 2
    return QSize(max(tall, metrics.horizontalAdvance(words) + beside), tall)


def _dress(button: QAbstractButton, words: str, shape: Shape) -> None:
    button.setText(words.replace("&", "&&"))  # read aloud as it is, and no letter becomes a key
    button.setSizePolicy(_policy(shape, len(words) > SHORT))


@cache
def _policy(shape: Shape, wraps: bool) -> QSizePolicy:
    if shape == "pill":
        return QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(wraps)
    return policy


def _indent(button: QAbstractButton) -> int:
    return space(9 if getattr(button, "framed", True) else 6.5)


def _inks(button: QAbstractButton, colours: Colours) -> tuple[QColor, QPen]:
    """Fill and outline of what is chosen, or could be."""
    if button.isChecked():
        return tint(colours["accent"], colours["page"], 0.14), QPen(colours["accent"], 2)
    return (colours["panel"] if button.underMouse() else colours["page"]), QPen(colours["border"], 1.2)


def _paint_row(painter: QPainter, button: QAbstractButton, words: str, *, round_mark: bool, framed: bool = True) -> None:
    colours = colours_of(button.palette())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = _EDGE + 1 if button.hasFocus() else 0.6
    body = QRectF(button.rect()).adjusted(side, _EDGE, -side, -_EDGE)
    fill, line = _inks(button, colours)
    painter.setBrush(fill)
    painter.setPen(line if button.isChecked() else QPen(colours["hairline"], 1.2))
    if framed:
        painter.drawRoundedRect(body, 8, 8)
    size = space(4)
    top = min(body.center().y(), body.top() + space(2.2) + button.fontMetrics().height() / 2 - _EDGE)
    mirrored, before = button.layoutDirection() == Qt.LayoutDirection.RightToLeft, _EDGE + (space(2.4) if framed else 0)
    mark = QRectF(button.width() - before - size if mirrored else before, top - size / 2, size, size)
    _paint_mark(painter, mark, colours, chosen=button.isChecked(), round_mark=round_mark)
    painter.setPen(colours["ink"])
    left, right = (space(3), _indent(button)) if mirrored else (_indent(button), space(3))
    painter.drawText(button.rect().adjusted(left, 0, -right, 0), _TEXT, words)
    if button.hasFocus():
        draw_ring(painter, QRectF(button.rect()), 10, colours["accent"])


def _paint_mark(painter: QPainter, mark: QRectF, colours: Colours, *, chosen: bool, round_mark: bool) -> None:
    painter.setPen(QPen(colours["accent"] if chosen else colours["border"], 1.6))
    painter.setBrush(colours["accent"] if chosen and not round_mark else colours["page"])
    if round_mark:
        painter.drawEllipse(mark)
        if chosen:
            painter.setBrush(colours["accent"])
            painter.drawEllipse(mark.center(), mark.width() * 0.24, mark.width() * 0.24)
        return
    painter.drawRoundedRect(mark, 4, 4)
    if chosen:
        painter.setPen(QPen(colours["on_accent"], mark.width() * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y, w = mark.x(), mark.y(), mark.width()
        painter.drawPolyline(
            [QPointF(x + w * 0.24, y + w * 0.53), QPointF(x + w * 0.43, y + w * 0.71), QPointF(x + w * 0.77, y + w * 0.31)]
        )


def paint_pill(painter: QPainter, button: QAbstractButton, words: str) -> None:
    colours = colours_of(button.palette())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    aside = _EDGE + (3 if button.isChecked() and button.hasFocus() else 1)  # so that the ring is seen around what is filled
    body = QRectF(button.rect()).adjusted(aside, aside, -aside, -aside)
    fill, line = _inks(button, colours)
    if button.isChecked():
        fill, line = colours["accent"], QPen(colours["accent"], 1.2)
    painter.setBrush(fill)
    painter.setPen(line)
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
    painter.setPen(colours["on_accent"] if button.isChecked() else colours["ink"])
    painter.drawText(button.rect(), Qt.AlignmentFlag.AlignCenter, words)
    if button.hasFocus():
        draw_ring(painter, QRectF(button.rect()), button.height() / 2, colours["accent"])
