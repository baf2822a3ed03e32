"""Where the keyboard stops on a page, and the words on it, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLayout,
    QScrollArea,
    QWidget,
)

from workbook.ui.parts.layouts import inside

W = TypeVar("W", bound=QWidget)


def stops(widget: QWidget | None) -> Iterator[QWidget]:
    """Where the keyboard stops below a widget, in the order of reading; what was added later stands where it is seen."""
    return (each for each in in_order(widget) if is_stop(each))


def next_to(order: Sequence[W], at: W, step: int) -> W | None:
    """What stands so many steps on from here; nothing beyond the ends, nor from what has left the page meanwhile."""
    place = order.index(at) + step if at in order else -1
    return order[place] if 0 <= place < len(order) else None


def is_stop(widget: QWidget) -> bool:
    """Whether Tab comes here."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def in_order(widget: QWidget | None) -> Iterator[QWidget]:
    """Everything that is shown below a widget, and itself, in the order of reading."""
    if widget is None or widget.isHidden() or not widget.isEnabled():
        return
    yield widget
    if isinstance(widget, QScrollArea):
        yield from in_order(widget.widget())
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for each in inside(layout):
        yield from _in_layout(each) if isinstance(each, QLayout) else in_order(each)
