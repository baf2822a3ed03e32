"""Words of one's own, as many as somebody likes, each with a way to take it off again."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbook.ui.parts.buttons import Button
from workbook.ui.parts.prose import Words
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space


class OwnWords(QWidget):
    """The things a person added, each with a way to take it off, and a line for one more."""

    edited = Signal()

    def __init__(self, label: str = "", invitation: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[_Own] = []
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(space(1), space(2), 0, 0)
        self.rows.setSpacing(space(1))
        heading = Words(label or _("In your own words"), "small", quiet=True, parent=self)
        self.line = Writing(heading.text(), parent=self)
        self.line.setPlaceholderText(invitation or _("Something else? Enter adds it"))
        heading.setBuddy(self.line)
        self.line.edited.connect(self.edited)
        self.line.entered.connect(self._on_entered)
        self.line.left.connect(self._on_entered)
        self.rows.addWidget(heading)
        self.rows.addWidget(self.line)

    def words(self) -> list[str]:
        """Everything added, and what still stands on the line."""
        waiting = self.line.words()
        return [item.text for item in self._items] + ([waiting] if waiting.strip() else [])

    def set_words(self, texts: list[str]) -> None:
        """Show these, and an empty line."""
        for item in self._items:
            item.hide()
            item.deleteLater()
        self._items = []
        for text in texts:
            self._add(text)
        self.line.set_words("")

    def _add(self, text: str) -> None:
        item = _Own(text)
        item.removed.connect(self._on_removed)
        self._items.append(item)
        self.rows.insertWidget(self.rows.count() - 1, item)

    def _on_entered(self) -> None:
        if (waiting := self.line.words()).strip():
            self._add(waiting)
            self.line.set_words("")

    def _on_removed(self, item: QWidget) -> None:
        self._items = [other for other in self._items if other is not item]
        item.hide()
        item.deleteLater()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()


class _Own(QWidget):
    """One thing a person added."""

    removed = Signal(QWidget)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(text), 1)
        button = Button(_("Remove"), "plain")
        button.setAccessibleDescription(text)
        button.clicked.connect(self._on_clicked)
        row.addWidget(button)

    def _on_clicked(self) -> None:
        self.removed.emit(self)
