"""Every block of a page as a widget: the screen's half of what `report/flow.py` does on paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from gettext import gettext

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from workbook.content import blocks
from workbook.ui.parts.body import BodyPicture
from workbook.ui.parts.course import Courses
from workbook.ui.parts.loop import LoopPicture
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Prose, Words
from workbook.ui.parts.said import Said
from workbook.ui.parts.scale import Scale
from workbook.ui.theme import Kind, space

HEADINGS: dict[int, Kind] = {1: "title", 2: "heading", 3: "label"}


@singledispatch
def widget_for(block: object) -> QWidget:
    """The widget that shows a block. Raises `TypeError` for one that has none."""
    raise TypeError(f"no widget for {type(block).__name__}")


@widget_for.register
def _(block: blocks.Heading) -> QWidget:
    return Words(block.text, HEADINGS.get(block.level, "label"))


@widget_for.register
def _(block: blocks.Prose) -> QWidget:
    return Prose(block.text)


@widget_for.register
def _(block: blocks.Said) -> QWidget:
    return _labelled(block.label, said(block.text))


@widget_for.register
def _(block: blocks.Bar) -> QWidget:
    return _labelled(block.label, Scale(block))


@widget_for.register
def _(block: blocks.Listing) -> QWidget:
    items = block.picked + block.own
    return _labelled(block.label, *([said(item, mark="– ") for item in items] or [said(None)]))


@widget_for.register
def _(block: blocks.Felt) -> QWidget:
    told = widget_for.dispatch(blocks.Listing)(block)
    if not block.marks:
        return told
    picture = BodyPicture(block.picked)
    picture.show_marks(dict(block.marks))
    return _labelled("", picture, told)


@widget_for.register
def _(block: blocks.Table) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(space(3 if len(block.header) > 3 else 5))
    grid.setVerticalSpacing(space(2))
    many = len(block.header) > 3
    for column, heading in enumerate(block.header):
        named = Words(heading, "label")
        named.setWordWrap(many or named.wordWrap())
        grid.addWidget(named, 0, column, Qt.AlignmentFlag.AlignTop)
    for row, cells in enumerate(block.rows, start=1):
        for column, cell in enumerate(cells):
            grid.addWidget(said(cell), row, column, Qt.AlignmentFlag.AlignTop)
    # A first column without a heading holds short names.
    for column, heading in enumerate(block.header):
        grid.setColumnStretch(column, 3 if heading else 1)
    return table


@widget_for.register
def _(block: blocks.Loop) -> QWidget:
    return LoopPicture(block)


@widget_for.register
def _(block: blocks.Sides) -> QWidget:
    return SideBySide([_side(side) for side in block.sides])


@widget_for.register
def _(block: blocks.Course) -> QWidget:
    return Courses(block)


@widget_for.register
def _(block: blocks.Front) -> QWidget:
    return _labelled("", *(widget_for(each) for each in block.blocks))


@widget_for.register
def _(block: blocks.Break) -> QWidget:
    gap = QWidget()
    gap.setFixedHeight(space(8))
    return gap


def said(text: str | None, mark: str = "") -> QLabel:
    """A person's words exactly as they typed them, never interpreted; `None` and empty are left open."""
    return Said(text, mark) if text else Words(gettext("Left open"), quiet=True)


def _labelled(label: str, *widgets: QWidget) -> QWidget:
    whole = QWidget()
    rows = QVBoxLayout(whole)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(space(1))
    if label:
        rows.addWidget(Words(label, "small", quiet=True))
    for widget in widgets:
        rows.addWidget(widget)
    return whole


class SideBySide(QWidget):
    """What each said to the same question, next to each other; one below the other where it is narrow."""

    def __init__(self, panels: Sequence[Panel]) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(space(4))
        self._panels = tuple(panels)
        for panel in self._panels:
            panel.rows.addStretch(1)  # what is shorter stands at the top too
            self._box.addWidget(panel, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = sum(panel.minimumSizeHint().width() + self._box.spacing() for panel in self._panels)
        narrow = self.width() < max(space(55) * self._box.count(), least)  # drawings can be broad
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way != self._box.direction():
            self._box.setDirection(way)


def _side(side: blocks.Side) -> Panel:
    panel = Panel()
    panel.rows.addWidget(Words(side.name, "label"))
    for block in side.blocks:
        panel.rows.addWidget(widget_for(block))
    return panel
