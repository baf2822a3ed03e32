"""What somebody thinks, holds back or keeps for themselves makes no difference that anybody could see: G5, G13."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from tests.content.good import GOOD, PACK
from tests.content.test_zipped import zipped
from tests.robots.window import Hands
from workbook.content.zipped import read_zip
from workbook.couple import habits, journeys
from workbook.couple.sitting import Sitting
from workbook.screens.library import FAVOURITES
from workbook.screens.shelf import Shelf
from workbook.screens.table import TableScreen
from workbook.screens.threads import HAPPENED
from workbook.ui.editors.rating import RatingEditor


def without(picture: QImage, widget: QWidget) -> QImage:
    """The picture with one widget painted over."""
    bare = picture.copy()
    painter = QPainter(bare)
    painter.fillRect(QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size()), Qt.GlobalColor.black)
    painter.end()
    return bare


def both_begun(hands: Hands) -> Hands:
    """Zoë's half of the loop lies sealed, Łukasz stands at home for the first time."""
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").begin("Draw our loop", "With Łukasz, the short way")
    hands.walk(fill=False)
    return hands.seal().press("Pass the computer").press("I am").first_turn("second lamp")


def half_missing(hands: Hands) -> None:
    both_begun(hands)


def half_begun(hands: Hands) -> None:
    both_begun(hands).half().onward().onward().alt("e").press("My page")


def set_aside(hands: Hands) -> None:
    both_begun(hands).press("Not now")


def taken_back(hands: Hands) -> None:
    both_begun(hands).half().walk()
    hands.seal().press("Take my half back").press("Enough").press("My page")


def one_who_seals_took_it_back(hands: Hands) -> None:
    both_begun(hands).half().walk()
    hands.seal().press("My page").press("Close").come_in(0, "first lamp")
    hands.half().press("Take my half back").press("Enough").press("My page")


REASONS: tuple[Callable[[Hands], None], ...] = (half_missing, half_begun, set_aside, taken_back, one_who_seals_took_it_back)


def test_g5_the_page_that_says_not_today_never_says_who_or_why(tmp_path: Path) -> None:
    pictures = {}
    for reason in REASONS:
        hands = Hands(tmp_path / reason.__name__).open()
        reason(hands)
        hands.press("We are both here").enter("first lamp").enter("second lamp").press("Go to this one")
        assert hands.notice() == "Not today"
        pictures[reason.__name__] = hands.picture()
        hands.close()
    assert [name for name, picture in pictures.items() if picture != pictures["half_missing"]] == []


@pytest.mark.parametrize("place", [0, 1])
def test_g5_held_back_and_skipped_open_alike(tmp_path: Path, place: int) -> None:
    pictures = []
    for holds in (False, True):
        hands = Hands(tmp_path / str(holds)).open()
        both_begun(hands).half()
        hands.walk("mine", fill=holds)
        if holds:
            for title in ("What set it off", "What I did", "What I needed"):
                hands.tick(f"Let this open: {title}")
        hands.seal().press("We are both here").enter("first lamp").enter("second lamp").press("Go to this one")
        for _step in range(place):
            hands.press("Open it, both of us").press("Next")
        pictures += [hands.picture(), hands.press("Open it, both of us").picture()]
        hands.close()
    closed, opened, still_closed, also_opened = pictures
    assert (closed, opened) == (still_closed, also_opened)


def test_g5_how_steady_somebody_is_changes_nothing_but_the_scale(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn(None).begin("One moment, slowly", "By myself")
    pages, buttons, following = [], [], []
    for level in ("0", "3", "7", "10"):
        (scale,) = hands.shown(RatingEditor)
        hands.tab_into(scale).write(level)
        hands.tab_to(lambda at: isinstance(at, QPushButton) and at.text() == "&Next", "Next")
        assert scale.value() == int(level)
        pages.append(without(hands.picture(), scale))
        buttons.append([(button.text(), button.isEnabled()) for button in hands.shown(QPushButton)])
        following.append(hands.onward().picture())
        hands.alt("b")
    assert all(page == pages[0] for page in pages)
    assert all(found == buttons[0] for found in buttons)
    assert all(page == following[0] for page in following)


def test_g13_what_one_keeps_for_themselves_shows_nowhere_the_other_can_look(hands: Hands) -> None:
    def look() -> list[QImage]:
        pictures = [hands.press("Close").picture()]
        hands.come_in(1, "second lamp")
        pictures.append(hands.picture())
        hands.press("We are both here").enter("first lamp").enter("second lamp").on(TableScreen)
        return [*pictures, hands.picture()]

    both_begun(hands)
    before = look()
    hands.press("Close the notebook").come_in(0, "first lamp").begin("Steady ground", "By myself")
    hands.walk("mine")
    hands.press("My page")
    keep_much(hands, 19)
    after = look()
    for place, then, now in zip(("door", "home", "table"), before, after, strict=True):
        assert then == now, f"the {place} tells of it"


def keep_much(hands: Hands, count: int) -> None:
    """More of the same, put straight into the vault of whoever is unlocked."""
    notebook = hands.app.flow.notebook
    (me,) = notebook.unlocked()
    space = notebook.space(me)
    for number in range(count):
        exercise = hands.app.flow.outside.library.exercise("steady-ground")
        sitting = Sitting(id=secrets.token_hex(8), exercise=exercise, mode="alone", people=(me,))
        space.start(sitting)
        space.save(sitting.id, "call", {"words": f"number {number}"})
        space.exported("steady-ground", "notes.pdf", "0" * 64)
    space.set("country", "ie")
    use_much(hands, count)


def use_much(hands: Hands, count: int) -> None:
    """What somebody picked for themselves: packs of ours and of others, a path, favourites, what happened in their life."""
    (me,) = hands.app.flow.notebook.unlocked()
    space, library = hands.app.flow.notebook.space(me), hands.app.flow.outside.library
    shelf = Shelf(library, space)
    for shown in shelf.packs():
        shelf.switch(shown.imprint.id, True)
    for number in range(count):
        name = f"kettle-{number}"
        pack = PACK.replace("id: kitchen", f"id: {name}").replace("the-kettle", name)
        data = zipped({"pack.yaml": pack, f"{name}.yaml": GOOD.replace("the-kettle", name)}, f"{name}/")
        shelf.put(read_zip(data, f"{name}.zip"), data)
    assert len(shelf.packs()) > count
    space.set(FAVOURITES, json.dumps([summary.id for summary in library.summaries()[:count]]))
    path = hands.app.flow.outside.journeys()[0]
    space.set(journeys.SETTING, journeys.to_setting(journeys.Trail(journey=path.id, at=1)))
    space.set(HAPPENED, json.dumps([{"day": "2026-01-02", "words": f"number {number}"} for number in range(count)]))
    space.set(habits.ON_THIS_DAY.key, "on")


def test_these_pictures_do_differ_where_something_differs(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    before = hands.picture()
    hands.begin("Steady ground", "By myself").alt("e").press("My page")
    assert hands.picture() != before
