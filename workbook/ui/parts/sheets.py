"""The pages of a paper while it is made: as they will look, larger or smaller, or as words for whoever has them read aloud."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbook.screens.pages import Look
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.exact import for_screen
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.picker import Picker
from workbook.ui.parts.prose import Words
from workbook.ui.parts.soft_bar import SoftBar
from workbook.ui.theme import space, typed

STEP: Final = 1.25
"""How much one press makes a page larger or smaller."""

LEAST: Final = 105
"""How wide the pages stand beside the list, in steps of space."""


class Sheets(QWidget):
    """Shows one page at a time; `turn` asks for another page, `zoom` for another width in pixels.

    `nothing` is what stands there as long as there is no page.
    """

    def __init__(self, turn: Callable[[int], None], zoom: Callable[[int], None], nothing: str = "") -> None:
        super().__init__()
        self._turn, self._zoom, self._look = turn, zoom, Look()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space(2), space(4), space(4), space(2))
        rows.setSpacing(space(2))
        rows.addWidget(Words(_("The pages as they will be"), "label"))
        self._nothing = Words(nothing or _("Nothing is ticked yet, so there is no page."), quiet=True)
        rows.addWidget(self._nothing)
        self._bar = QWidget()
        bar = Flow(self._bar, space(1.5))
        self._pages = Picker(_("Page"))
        self._pages.activated.connect(self._turn)
        self._words = Button(_("As words"), "plain")
        self._words.clicked.connect(self._on_words)
        larger, smaller = Button(_("Larger"), "plain"), Button(_("Smaller"), "plain")
        larger.clicked.connect(self._on_larger)
        smaller.clicked.connect(self._on_smaller)
        for widget in (self._pages, larger, smaller, self._words):
            bar.addWidget(widget)
        rows.addWidget(self._bar)
        self._picture = _Sheet()
        self._scroll = _Pan()
        self._scroll.setWidget(self._picture)
        self._text = typed(QPlainTextEdit(), "text")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_("The words of this page"))
        self._text.hide()
        for shown in (self._scroll, self._text):
            shown.setMinimumHeight(space(70))
            rows.addWidget(shown, 1)
        rows.addStretch(0)
        self.show_look(Look())

    def show_look(self, look: Look) -> None:
        """Show these pages."""
        if look is self._look and look.count:
            return
        self._look = look
        there = look.count > 0
        self._nothing.setVisible(not there)
        self._bar.setVisible(there)
        as_words = self._text_wanted
        self._scroll.setVisible(there and not as_words)
        self._text.setVisible(there and as_words)
        if self._pages.count() != look.count:
            self._pages.clear()
            of = _("Page {n} of {all}").replace("{all}", str(look.count))
            self._pages.addItems([of.replace("{n}", str(at + 1)) for at in range(look.count)])
            self._pages.updateGeometry()
        self._pages.setCurrentIndex(look.at)
        if self._text.toPlainText() != for_screen(look.text):
            self._text.setPlainText(for_screen(look.text))
        if look.picture is not None:
            one = look.picture
            image = QImage(one.rows, one.width, one.height, one.stride, QImage.Format.Format_RGB888)
            self._picture.setPixmap(QPixmap.fromImage(image))
            self._picture.setFixedSize(one.width, one.height)
            self._scroll.setAccessibleName(_("Page {n} as a picture; “As words” reads it").replace("{n}", str(look.at + 1)))

    def room(self) -> int:
        """How wide a page may be without scrolling sideways."""
        return self._scroll.viewport().width()

    _text_wanted = False

    def _on_words(self) -> None:
        self._text_wanted = not self._text_wanted
        self._words.setText(_("As a picture") if self._text_wanted else _("As words"))
        self._scroll.setVisible(not self._text_wanted)
        self._text.setVisible(self._text_wanted)

    def _on_larger(self) -> None:
        self._zoom(round(self._look.wide * STEP))

    def _on_smaller(self) -> None:
        self._zoom(round(self._look.wide / STEP))


class _Sheet(QLabel):
    """A page; white by day and by night, since it is paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


class _Pan(QScrollArea):
    """A page that is larger than its room: the arrow keys move it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SoftBar())
        self.setHorizontalScrollBar(SoftBar(lies=True))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: QPoint(-1, 0),
            Qt.Key.Key_Right: QPoint(1, 0),
            Qt.Key.Key_Up: QPoint(0, -1),
            Qt.Key.Key_Down: QPoint(0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        for bar, way in ((self.horizontalScrollBar(), step.x()), (self.verticalScrollBar(), step.y())):
            bar.setValue(bar.value() + way * space(10))
