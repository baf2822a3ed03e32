"""Every page of a whole evening, as the keyboard and a screen reader meet it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.robots.window import Hands, evening
from workbook.ui.parts.head import Head
from workbook.ui.parts.stops import stops


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def at(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint(0, 0))


def out_of_order(order: list[QWidget]) -> list[str]:
    """Stops that stand above, or in the same row to the left of, the stop before them."""
    faults = []
    for before, after in pairwise(order):
        above = at(after).y() + after.height() <= at(before).y()
        beside = at(after).y() < at(before).y() + before.height() and at(before).y() < at(after).y() + after.height()
        if above or (beside and at(after).x() < at(before).x()):
            faults.append(f"{name_of(before)!r} before {name_of(after)!r}")
    return faults


class Inspector:
    """Looks at every page of a walk."""

    def __init__(self) -> None:
        self.pages = 0
        self.faults: list[str] = []

    def look(self, hands: Hands) -> None:
        page, where = hands.view.page, hands.seen[-1]
        self.pages += 1
        order = list(stops(page))
        self.faults += [f"{where}: a {type(stop).__name__} without a name" for stop in order if not name_of(stop)]
        told = Counter((name_of(stop), stop.accessibleDescription()) for stop in order)
        self.faults += [f"{where}: {often} places are told as {name!r} alike" for (name, _more), often in told.items() if often > 1]
        inside = [stop for stop in order if page.column.isAncestorOf(stop) or _above(stop)]
        self.faults += [f"{where}: {fault}" for fault in out_of_order(inside)]
        # Below the page: what leads on, then what is always there.
        below = [stop for stop in order if stop not in inside]
        if order != inside + below:
            self.faults.append(f"{where}: the buttons below do not come last")
        self.faults += self._keys(where, page)

    @staticmethod
    def _keys(where: str, page: QWidget) -> list[str]:
        """Two buttons of one page on the same letter."""
        taken: dict[str, str] = {}
        faults = []
        for button in page.findChildren(QPushButton):
            letter = button.text().replace("&&", "").partition("&")[2][:1].lower()
            if letter and button.isVisible():
                if letter in taken:
                    faults.append(f"{where}: Alt+{letter} is both {taken[letter]!r} and {button.text()!r}")
                taken[letter] = button.text()
        return faults


def _above(stop: QWidget) -> bool:
    """Whether it stays above what scrolls."""
    around = stop.parentWidget()
    return around is not None and (isinstance(around, Head) or _above(around))


def test_every_stop_of_an_evening_has_a_name_and_its_place_in_the_reading_order(hands: Hands) -> None:
    inspector = Inspector()
    hands.watchers.append(inspector.look)
    evening(hands, "Draw our loop")
    hands.press("Read it through").press("Back").press("Close the notebook").come_in(0, "first lamp")
    hands.press("Read it through").press("Make a PDF")
    assert not inspector.faults, "\n".join(inspector.faults)
    assert inspector.pages > 45


def test_tab_goes_round_every_stop_and_shift_tab_the_same_way_back(hands: Hands) -> None:
    hands.set_up("Zoë", "Łukasz")
    order = list(stops(hands.view.page))
    start = order.index(hands.focus)
    forth = [hands.key(Qt.Key.Key_Tab).focus for _stop in order]
    assert forth == order[start + 1 :] + order[: start + 1]
    back = [hands.key(Qt.Key.Key_Backtab).focus for _stop in order]
    assert back == list(reversed(order[:start])) + list(reversed(order[start:]))


def test_every_visible_letter_key_works_on_the_first_page(hands: Hands) -> None:
    hands.alt("h")
    assert hands.seen[-1] == "HelpScreen"
    hands.alt("b").alt("p")
    assert hands.seen[-1] == "PauseScreen"
    hands.alt("b").alt("s")
    assert hands.seen[-1] == "WalkScreen here"


def test_what_has_the_focus_is_in_sight(hands: Hands) -> None:
    hands.window.resize(640, 480)
    hands.set_up("Zoë").first_turn(None).begin("Steady ground", "By myself")
    hands.onward().onward()
    hidden = []
    for _stop in range(20):
        widget = hands.key(Qt.Key.Key_Tab).focus
        if widget.visibleRegion().boundingRect().height() < min(widget.height(), 30):
            hidden.append(name_of(widget))
    assert not hidden
    assert QApplication.focusWidget() is not None
