"""What every editor is: a label, an input, and room for a word beside it. Each field has one, in `ui/editors`."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.content.fields import Value
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class Editor(QWidget):
    """An input for one field. `edited` comes with each change a person makes, `finished` when the keyboard leaves it.

    Its page watches the keyboard for all of them: forty editors that each did would be asked at every Tab.
    """

    edited = Signal()
    finished = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.heading = Words(label, "label", parent=self)
        self.fault: Words | None = None
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(space(1.5))
        self.rows.addWidget(self.heading)
        self.setAccessibleName(label)

    def value(self) -> Value:
        """What stands here as plain JSON; `None` while nothing was said."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Show an answer; it does not count as editing."""
        raise NotImplementedError

    def show_fault(self, fault: str | None) -> None:
        """A word beside the input, or none."""
        if self.fault is None and fault:
            self.fault = Words("", "small", parent=self)
            self.fault.setForegroundRole(QPalette.ColorRole.BrightText)
            self.rows.addWidget(self.fault)
        if self.fault is not None:
            self.fault.setText(fault or "")
            self.fault.setVisible(bool(fault))
        if fault and fault != self.accessibleDescription():  # the keyboard is elsewhere by then
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, fault))
        self.setAccessibleDescription(fault or "")

    def body(self, first: QWidget, *others: QWidget) -> None:
        """Put the input below the label; the keyboard comes to the first of it, and the label names it."""
        for widget in (first, *others):
            self.rows.addWidget(widget)

    def named_by_label(self, widget: QWidget) -> None:
        """The visible label is what a screen reader says for this widget; the keyboard comes here first."""
        self.heading.setBuddy(widget)
        self.setFocusProxy(widget)


def leave(before: QWidget, now: QWidget | None) -> None:
    """The keyboard went from one widget to another: each editor that holds the first and not the second hears that it is left."""
    around: QWidget | None = before
    while around is not None and around is not now and not (now is not None and around.isAncestorOf(now)):
        if isinstance(around, Editor):
            around.finished.emit()
        around = around.parentWidget()
