"""Where the keyboard stops on a page, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLayout,
    QScrollArea,
    QWidget,
)


def stops(widget: QWidget | None) -> Iterator[QWidget]:
    """Where the keyboard stops below a widget, in the order of reading; what was added later stands where it is seen."""
    if widget is None or widget.isHidden() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        yield from stops(widget.widget())
    elif (layout := widget.layout()) is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is not None and (inner := item.layout()) is not None:
            yield from _stops_in(inner)
        elif item is not None:
            yield from stops(item.widget())
