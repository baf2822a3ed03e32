"""Layouts: what stands in them, and rows that hold while others come and go."""

from __future__ import annotations

import ast
import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

import workbook.ui
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.layouts import inside, widgets_in

UI = Path(workbook.ui.__file__).parent


def test_what_stands_in_a_layout_is_told_in_its_order(qapp: QApplication) -> None:
    holder = QWidget()
    rows, row, grid = QVBoxLayout(holder), QHBoxLayout(), QGridLayout()
    second, first, in_row, in_grid = (QLabel(name) for name in ("second", "first", "in the row", "in the grid"))
    rows.addWidget(second)
    rows.addLayout(row)
    rows.addStretch(1)
    rows.addLayout(grid)
    rows.insertWidget(0, first)
    row.addWidget(in_row)
    grid.addWidget(in_grid, 0, 0)
    assert inside(rows) == [first, second, row, grid]
    assert (widgets_in(rows), inside(row), inside(grid)) == ([first, second], [in_row], [in_grid])


def test_a_row_outlives_a_layout_whose_items_were_once_asked_for(qapp: QApplication) -> None:
    old, elsewhere, row = QWidget(), QWidget(), QWidget()
    rows, buttons = QVBoxLayout(old), [QPushButton("x") for _ in range(50)]
    for button in buttons:
        rows.addWidget(button)
    for at in range(rows.count()):
        rows.itemAt(at)  # from now on PySide keeps it
    for button in buttons:
        button.setParent(elsewhere)  # and Qt lets go of it: the next ones lie in its place
    flow = Flow(row)
    for _ in buttons:
        flow.addWidget(QPushButton("x"))
    before = flow.sizeHint()
    del rows
    old.deleteLater()
    del old
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    flow.invalidate()
    assert flow.sizeHint() == before


def test_a_row_lets_go_of_what_was_deleted_taken_out_or_moved(qapp: QApplication) -> None:
    row, other = QWidget(), QWidget()
    flow, next_flow = Flow(row), Flow(other)
    deleted, taken_out, moved, stays = (QPushButton(name) for name in ("a", "b", "c", "d"))
    for button in (deleted, taken_out, moved, stays):
        flow.addWidget(button)
    deleted.deleteLater()
    del deleted
    flow.removeWidget(taken_out)
    next_flow.addWidget(moved)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (widgets_in(flow), widgets_in(next_flow)) == ([stays], [moved])
    assert flow.sizeHint().width() == stays.sizeHint().width()


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda path: path.relative_to(UI).as_posix())
def test_nothing_asks_for_the_items_of_a_layout(file: Path) -> None:
    calls = (node.func for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call))
    called = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    assert not called & {"itemAt", "takeAt", "itemAtPosition"}, "use workbook/ui/parts/layouts.py"
