"""A person's words on the screen: never interpreted, and copied exactly as they were typed."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLabel, QMenu

from workbook.ui.parts.exact import breakable, for_eyes, unbroken
from workbook.ui.parts.writing import ours


class Said(QLabel):
    """Words to be read and selected; `mark` stands before them and is no part of them."""

    def __init__(self, text: str, mark: str = "") -> None:
        super().__init__()
        self._words, self._mark = for_eyes(text), mark
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(selectable)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setText(mark + breakable(self._words))

    def chosen(self) -> str:
        """What is selected, as it was typed."""
        start = self.selectionStart() - len(self._mark)
        end = start + len(self.selectedText().encode("utf-16-le", "surrogatepass")) // 2
        return unbroken(self._words, max(0, start), max(0, end))

    def copy(self, where: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        """Put what is selected on the clipboard, as ours, so that the cover knows to clear it."""
        if self.hasSelectedText():
            QGuiApplication.clipboard().setMimeData(ours(self.chosen()), where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if QGuiApplication.clipboard().supportsSelection():  # where a desktop copies by selecting alone
            self.copy(QClipboard.Mode.Selection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copying = menu.addAction(_("Copy"))
        copying.setEnabled(self.hasSelectedText())
        copying.triggered.connect(self._on_copy)
        menu.addAction(_("Select all")).triggered.connect(self._on_select_all)
        menu.popup(event.globalPos())

    def _on_copy(self) -> None:
        self.copy()

    def _on_select_all(self) -> None:
        self.setSelection(0, len(self.text().encode("utf-16-le", "surrogatepass")) // 2)
