"""One page of paper: white by day and by night, and sharp in whatever size it is shown."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.couple.paper import Picture
from workbook.ui.colours import colours_of
from workbook.ui.parts.soft_bar import SoftBar
from workbook.ui.style import draw_ring
from workbook.ui.theme import space

REST: Final = 120
"""Milliseconds without another size after which a page is asked for as sharp as it can be; until then it is stretched."""

A4: Final = 297 / 210
LEAST, MOST = 0.4, 4.0
"""How small and how large a page can be made, beside the room it has."""


class Sheet(QWidget):
    """A page; `sharper` asks for it so many pixels wide."""

    def __init__(self, sharper: Callable[[int], None]) -> None:
        super().__init__()
        self._sharper, self._picture = sharper, QPixmap()
        self._of: Picture | None = None
        self._asked = 0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._ask)

    @abstractmethod
    def place(self) -> QRectF:
        """Where the page lies."""

    def show_page(self, picture: Picture | None) -> None:
        """Show this page, or none."""
        if picture is self._of:
            return
        before, self._of = self.ratio, picture
        if picture is None:
            self._picture = QPixmap()
        else:
            image = QImage(picture.rows, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
            self._picture = QPixmap.fromImage(image)
        if self.ratio != before:
            self.updateGeometry()
        self.update()
        self.sized()

    @property
    def ratio(self) -> float:
        """How high a page is beside its width."""
        return A4 if self._picture.isNull() else self._picture.height() / self._picture.width()

    def sized(self) -> None:
        """It is shown in another size."""
        self._soon.start(REST if self._asked else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sized()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter, colours, place = QPainter(self), colours_of(self.palette()), self.place()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place.toRect(), self._picture)
        painter.setPen(QPen(colours["hairline"], 1))
        painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _ask(self) -> None:
        wide = round(self.place().width() * self.devicePixelRatioF())
        if self.isVisible() and not self._picture.isNull() and wide not in (self._asked, self._picture.width()):
            self._asked = wide
            self._sharper(wide)


class WholeSheet(Sheet):
    """As large as it can be seen whole."""

    def __init__(self, sharper: Callable[[int], None]) -> None:
        super().__init__(sharper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def place(self) -> QRectF:
        """In the middle, at the top."""
        wide = max(1.0, min(float(self.width()), self.height() / self.ratio))
        return QRectF(round((self.width() - wide) / 2), 0, round(wide), round(wide * self.ratio))


class BroadSheet(Sheet):
    """As wide as its column, or larger, and then moved by the arrow keys, by hand, or by the bar."""

    def __init__(self, sharper: Callable[[int], None], bar: SoftBar) -> None:
        super().__init__(sharper)
        self._scale, self._bar, self._from = 1.0, bar, QPoint()
        bar.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a page lies the same way in every language
        bar.valueChanged.connect(self._on_moved)
        bar.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def make_larger(self, times: float) -> None:
        """So many times as large as it is now."""
        self._scale = max(LEAST, min(MOST, self._scale * times))
        self._set_bar()
        self.updateGeometry()
        self.update()
        self.sized()

    def heightForWidth(self, width: int) -> int:
        return round(width * self._scale * self.ratio)

    def sizeHint(self) -> QSize:
        return QSize(space(40), self.heightForWidth(space(40)))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def place(self) -> QRectF:
        """In the middle, or as far aside as it was moved."""
        wide = self.width() * self._scale
        left = (self.width() - wide) / 2 if wide <= self.width() else -self._bar.value()
        return QRectF(round(left), 0, round(wide), round(wide * self.ratio))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)  # up and down is for the page of the window
        else:
            self._bar.setValue(self._bar.value() + step * space(10))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint() + QPoint(self._bar.value(), 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._bar.setValue(self._from.x() - event.position().toPoint().x())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            seen = self.place().intersected(QRectF(self.rect()))
            draw_ring(QPainter(self), seen, 2, colours_of(self.palette())["accent"])

    def _set_bar(self) -> None:
        beyond = round(self.width() * (self._scale - 1))
        self._bar.setPageStep(self.width())
        self._bar.setRange(0, max(0, beyond))
        self._bar.setVisible(beyond > 0)
        self.setCursor(Qt.CursorShape.OpenHandCursor if beyond > 0 else Qt.CursorShape.ArrowCursor)

    def _on_moved(self) -> None:
        self.update()
