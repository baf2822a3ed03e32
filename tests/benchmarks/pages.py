"""P11: a page of 40 questions in our editors, beside the plain widgets of the same kinds. As a module: `ours` or `plain`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import thread_time
from typing import Final

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.benchmarks.children import printed
from tests.benchmarks.goals import Result
from tests.benchmarks.ratio import in_turn
from workbook.content.fields import Choice, Choices, Field, Line, Option, Paragraph, Rating
from workbook.paths import resources

OPTIONS: Final = (Option("quiet", "I went quiet"), Option("louder", "I got louder"), Option("left", "I left the room"))
FIELDS: Final[tuple[Field, ...]] = tuple(
    field
    for at in range(8)
    for field in (
        Line(id=f"line-{at}", label="In a few words"),
        Paragraph(id=f"paragraph-{at}", label="As many words as you like"),
        Rating(id=f"rating-{at}", label="How steady are you?", low_label="not at all", high_label="completely"),
        Choice(id=f"choice-{at}", label="How does it land?", options=OPTIONS),
        Choices(id=f"choices-{at}", label="What did you do?", options=OPTIONS),
    )
)
TIMES: Final = 15


def a_page(folder: Path, long: bool) -> Iterator[Result]:
    """Made, laid out and painted, each in a process dressed its own way."""
    pair = in_turn(lambda: _child("plain"), lambda: _child("ours"), 21 if long else 7)
    yield Result("P11", "a page of 40 questions, beside plain widgets", pair.ratio(), 1.25, pair.note())


def _child(which: str) -> float:
    return printed("tests.benchmarks.pages", which)[0]


def plain() -> QWidget:
    """Labels, lines and buttons as Qt has them, in a column that scrolls."""
    area, column = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    rows = QVBoxLayout(column)
    for field in FIELDS:
        rows.addWidget(_label(field.label))
        for widget in _plain(field):
            rows.addWidget(widget)
    area.setWidget(column)
    return area


def _plain(field: Field) -> list[QWidget]:
    """As many as ours has of each kind: lines grow, so they are text edits too; what was set can be left open again."""
    if isinstance(field, Line):
        return [_line(1)]
    if isinstance(field, Paragraph):
        return [_line(4)]
    if isinstance(field, Rating):
        return [
            _row([QRadioButton(str(number)) for number in range(field.low, field.high + 1)]),
            _row([_label(field.low_label), _label(field.high_label)]),
            _row([_label("Not set yet"), QPushButton("Leave open")]),
        ]
    if isinstance(field, Choice):
        return [*(QRadioButton(option.text) for option in field.options), QPushButton("Leave open")]
    if isinstance(field, Choices):
        return [*(QCheckBox(option.text) for option in field.options), _label("In your own words"), _line(1)]
    raise TypeError(f"no plain widgets for {type(field).__name__}")


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def _line(rows: int) -> QPlainTextEdit:
    line = QPlainTextEdit()
    line.setFixedHeight(30 * rows)
    return line


def _row(widgets: Sequence[QWidget]) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    return whole


def ours() -> QWidget:
    """The editors of the workbook on one of its pages."""
    from workbook.ui.editors import editor_for
    from workbook.ui.parts.page import Page

    page = Page()
    for field in FIELDS:
        page.add(editor_for(field))
    return page


def main(which: str) -> None:
    """Print the median milliseconds of making one."""
    app = QApplication(sys.argv[:1])
    make: Callable[[], QWidget] = plain
    if which == "ours":
        _dress(app)
        make = ours
    print(median([_shown(app, make) for _time in range(TIMES + 3)][3:]))


def _dress(app: QApplication) -> None:
    """As the app does: its looks, its language, no search for a switch of PySide's in each import, and the watch."""
    import builtins

    from workbook.couple.habits import USUAL
    from workbook.language import speak
    from workbook.ui.theme import Theme
    from workbook.ui.watch import Watch
    from workbook.ui.window import Window

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    Theme(app, resources() / "fonts", "light").apply()
    speak(resources() / "locale")
    Watch(Window(), lambda: USUAL).setParent(app)
    gc.freeze()  # what the start brought in is never looked at again


def _shown(app: QApplication, make: Callable[[], QWidget]) -> float:
    began = thread_time()  # nothing here waits for anything, and what else this machine does is left out
    made = make()
    made.resize(1080, 760)
    made.show()
    app.processEvents()
    took = (thread_time() - began) * 1000
    made.close()
    made.deleteLater()
    app.sendPostedEvents(None, 0)
    app.processEvents()
    return took


if __name__ == "__main__":
    main(sys.argv[1])
