"""G9: from the third press of the cover key to the painted cover, on every page of an evening, over a dialog and over a menu."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.benchmarks.children import printed
from tests.benchmarks.goals import Result
from tests.robots.window import Hands, evening
from workbook.screens.cover import CoverScreen
from workbook.screens.pause import PauseScreen
from workbook.ui.parts.writing import Writing

LIMIT: Final = 100.0
FEWEST: Final = 30
"""Pages an evening has at the least; fewer would mean that they were not seen."""
EXERCISE: Final = "One moment, slowly"


def covering(folder: Path, long: bool) -> Iterator[Result]:
    """Every page of an evening, and what can stand in front of one."""
    worst, usual, pages, dialog, menu, pause = printed("tests.benchmarks.covering")
    note = f"median {usual:.3g} ms of {pages:.0f} pages"
    yield Result("G9", "cover key to painted cover, slowest page of an evening", worst, LIMIT, note, "ms")
    for what, took in (("a dialog", dialog), ("a menu", menu), ("a running pause", pause)):
        yield Result("G9", f"the same, over {what}", took, LIMIT, "once, everything there", "ms")


class Cover(QObject):
    """Sees whether the cover is painted, each time it comes."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands, self._turn_to = hands, hands.window.turn_to
        self._painted = False
        hands.window.turn_to = self._follow  # type: ignore[method-assign]
        # Keys are dropped off the screen's thread, and the evening should go on.
        hands.app.flow._drop_keys = lambda: None  # type: ignore[method-assign]

    def pressed(self, before: Callable[[], None] = lambda: None) -> float:
        """Milliseconds from the third press until the cover was painted; then the page comes back. `before` comes before each."""
        flow, under = self._hands.app.flow, self._hands.screen
        self._painted = False
        began = 0.0
        for _press in range(3):
            before()
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._hands.window
            began = perf_counter()
            QTest.keyClick(front.windowHandle(), Qt.Key.Key_Escape)
        took = (perf_counter() - began) * 1000
        if not isinstance(flow.screen, CoverScreen) or not self._painted:
            raise RuntimeError(f"no cover over {type(under).__name__}")
        flow.show(under)
        QApplication.processEvents()
        return took

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._painted = self._painted or event.type() == QEvent.Type.Paint
        return False

    def _follow(self, screen: Any) -> None:
        self._turn_to(screen)
        if isinstance(screen, CoverScreen):
            self._hands.view.installEventFilter(self)


def main() -> None:
    """Print the slowest, the median and the number of pages, then the dialog, the menu and the pause, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        hands = Hands(Path(folder)).open()
        cover = Cover(hands)
        took: list[float] = []
        hands.watchers.append(lambda _hands: took.append(cover.pressed()))
        evening(hands, EXERCISE)
        hands.watchers.clear()
        if len(took) < FEWEST:
            raise RuntimeError("the evening was too short")
        hands.press("Close the notebook").come_in(0, "first lamp").begin(EXERCISE, "By myself")
        while not hands.shown(Writing):
            hands.onward()
        over = [cover.pressed(in_front(hands)) for in_front in (_dialog, _menu)]
        hands.app.flow.pause()
        hands.settle().on(PauseScreen).begin(20)
        over.append(cover.pressed())
        hands.close()
    print(max(took), median(took), len(took), *over)


def _dialog(hands: Hands) -> Callable[[], None]:
    """Opens a dialog, as somebody would who chooses a folder."""
    dialog = QFileDialog(hands.window, "", "", "")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setModal(True)

    def show() -> None:
        dialog.show()
        QApplication.processEvents()  # keys come to a window once it is in front

    return show


def _menu(hands: Hands) -> Callable[[], None]:
    """Opens the menu of a line to write on."""
    line: Writing = hands.shown(Writing)[0]
    menu = line.createStandardContextMenu()

    def show() -> None:
        QTest.keyPress(hands.window.windowHandle(), Qt.Key.Key_Shift)  # no menu opens of itself
        menu.popup(line.mapToGlobal(QPoint(0, 0)))
        QApplication.processEvents()

    return show


if __name__ == "__main__":
    main()
