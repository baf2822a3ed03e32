"""Where things stand on a page's column: what has to be in sight when the keyboard comes to them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget


def row_of(widget: QWidget, column: QWidget) -> QWidget:
    """What stands in the column and holds this."""
    around = widget.parentWidget()
    while around is not None and around is not column:
        widget, around = around, around.parentWidget()
    return widget


def box_of(widget: QWidget, column: QWidget) -> QRect:
    """All of it."""
    return QRect(widget.mapTo(column, QPoint(0, 0)), widget.size())


def caret_of(widget: QWidget, column: QWidget) -> QRect:
    """Where one writes; in what is not written into, its beginning."""
    caret = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    line = caret if isinstance(caret, QRect) else QRect(0, 0, 1, widget.fontMetrics().height())
    return line.translated(widget.mapTo(column, QPoint(0, 0)))
