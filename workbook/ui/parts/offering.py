"""One answer that could go on paper: its words with a box, and a way to leave some of them out."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workbook.content.blocks import plain
from workbook.screens.export import Tick
from workbook.ui.parts.blocks import widget_for
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.exact import for_screen, from_screen
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.fold import Unfolds
from workbook.ui.parts.options import Tick as Box
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space, typed


class Offering(Panel):
    """A box, the words, and below them room to select what is to be left out; opened only when somebody asks for it."""

    def __init__(self, tick: Tick, toggled: Callable[[bool], None], leave_out: Callable[[str], None], more: str = "") -> None:
        super().__init__()
        self._words, self._leave_out = plain(tick.item.blocks) or "", leave_out
        self.box = typed(Box(_label(tick) + more, framed=False), "label")
        self.box.setChecked(tick.ticked)
        self.box.toggled.connect(toggled)
        for widget in (self.box, *(widget_for(block) for block in tick.item.blocks)):
            self.rows.addWidget(widget)
        self._chosen: _Selecting | None = None
        if self._words:
            self._open = Unfolds(_("Leave words out …"))
            self._open.setAccessibleDescription(tick.item.title)
            self._open.clicked.connect(self._on_open)
            self.rows.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
            self._open.setVisible(tick.ticked)

    def show_tick(self, ticked: bool) -> None:
        """Ticked or not, without telling anybody; from what is not ticked there is nothing to leave out."""
        self.box.blockSignals(True)
        self.box.setChecked(ticked)
        self.box.blockSignals(False)
        if self._words:
            self._open.setVisible(ticked)
            if self._chosen is not None and not ticked:
                self._chosen.hide()
                self._open.show_open(False)

    def _on_open(self) -> None:
        if self._chosen is None:
            self._chosen = _Selecting(self._words, self._leave_out)
            self.rows.addWidget(self._chosen)
            self._chosen.show()  # what is not shown yet cannot take the focus
        else:
            self._chosen.setVisible(self._chosen.isHidden())
        self._open.show_open(not self._chosen.isHidden())
        if not self._chosen.isHidden():
            self._chosen.text.setFocus(Qt.FocusReason.OtherFocusReason)


class _Selecting(QWidget):
    """The words once more, to select in: by mouse, or with Shift and the arrow keys."""

    def __init__(self, words: str, leave_out: Callable[[str], None]) -> None:
        super().__init__()
        self._leave_out = leave_out
        rows = Flow(self, space(1.5))
        rows.addWidget(
            Words(_("Select the words that should not be there: with the mouse, or with Shift and the arrow keys."), "small")
        )
        self.text = typed(QPlainTextEdit(), "text")
        self.text.setPlainText(for_screen(words))
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Words to select"))
        self.text.setFixedHeight(space(26))
        self.text.setMinimumWidth(space(70))
        rows.addWidget(self.text)
        button = Button(_("Leave these out"))
        button.clicked.connect(self._on_leave_out)
        rows.addWidget(button)

    def _on_leave_out(self) -> None:
        self._leave_out(from_screen(self.text.textCursor().selectedText()))


def _label(tick: Tick) -> str:
    label = tick.item.title
    if tick.both:
        label += _(" (by you both; it needs a tick from each)")
    if tick.item.tender:
        label += _(" (tender)")
    if tick.item.unseen:
        label += _(" (only you have read it)")
    return label
