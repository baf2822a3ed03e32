"""At the window by keys alone: looking back, finding words, following one thread, drawing something in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.robots.window import Hands
from workbook.couple.sitting import Place, Sitting
from workbook.screens.past import BATCH, PastScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.threads import LoopsScreen, PulseScreen, ThreadScreen
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.long_list import TOLD, LongList, Told


def caught(hands: Hands, words: str) -> Hands:
    """Something was caught in a minute, from one's own page and back to it."""
    hands.press("Something just happened").write(words)
    while isinstance(hands.screen, WalkScreen):
        hands.onward()
    return hands.press("My page")


def listed(hands: Hands) -> int:
    return sum(each.model().rowCount() for each in hands.shown(LongList))


def told(hands: Hands, row: int = 0) -> Told:
    """What a row says."""
    (rows,) = hands.shown(LongList)
    said = rows.model().index(row).data(TOLD)
    assert isinstance(said, Told)
    return said


def into_the_list(hands: Hands) -> LongList[object]:
    """Tab to the list."""
    hands.tab_to(lambda at: isinstance(at, LongList), "the list")
    assert isinstance(hands.focus, LongList)
    return hands.focus


def test_words_are_found_and_read_through_by_keys(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    caught(hands, "The café <was> closed & dark")
    hands.press("Look back").on(PastScreen)
    assert listed(hands) == 1
    hands.write("cafe")
    assert str(told(hands)) == "What happened · Quick capture, The café <was> closed & dark"
    assert [piece.text for piece in told(hands).line if piece.marked] == ["café"]
    into_the_list(hands)
    hands.key(Qt.Key.Key_Return).on(ReviewScreen)
    assert "The café <was> closed & dark" in hands.said()
    hands.press("Back").on(PastScreen)
    assert hands.on(PastScreen).state.words == "cafe"
    assert listed(hands) == 1


def test_words_that_stand_nowhere_are_told_so(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").press("Look back")
    assert "Nothing lies behind you here yet" in hands.said()
    hands.write("tea")
    assert "These words stand nowhere here" in hands.said()


def sat(hands: Hands, sittings: int) -> None:
    """So many were finished."""
    notebook = hands.app.flow.notebook
    (me,) = notebook.unlocked()
    exercise = hands.app.flow.outside.library.exercise("quick-capture")
    for number in range(sittings):
        sitting = Sitting(id=f"s{number}", exercise=exercise, mode="alone", people=(me,))
        notebook.space(me).start(sitting)
        notebook.space(me).go(sitting.id, Place(), "finished")


def test_the_list_grows_as_somebody_comes_to_its_end(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    sat(hands, BATCH + 5)
    hands.press("Look back")
    assert listed(hands) == BATCH
    rows = into_the_list(hands)
    assert rows.currentIndex().row() == 0
    hands.key(Qt.Key.Key_End).key(Qt.Key.Key_End)
    assert listed(hands) == BATCH + 5
    assert rows.currentIndex().row() == BATCH + 4
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))


def test_whoever_read_one_comes_back_to_its_place(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    sat(hands, 20)
    hands.press("Look back")
    into_the_list(hands)
    for _row in range(12):
        hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Space).on(ReviewScreen)
    hands.press("Back").on(PastScreen)
    rows = hands.focus
    assert isinstance(rows, LongList)
    assert rows.currentIndex().row() == 12
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))


def test_each_thread_is_one_key_away_and_leads_back(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    caught(hands, "A cup broke")
    hands.press("Look back")
    for letter, kind in (("L", LoopsScreen), ("O", ThreadScreen), ("W", PulseScreen), ("S", ThreadScreen)):
        hands.alt(letter).on(kind)
        assert any(label.isVisible() for label in hands.shown(QLabel))
        hands.press("Back").on(PastScreen)
    hands.alt("O")
    assert "A cup broke" in hands.said()


def test_what_happened_in_a_life_is_drawn_in_and_taken_out_by_keys(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").press("Look back").press("The weekly lines").on(PulseScreen)
    hands.tab_to(lambda at: at.accessibleName() == "What happened", "the line").write("We moved house").press("Draw it in")
    assert "We moved house" in hands.said()
    assert hands.focus.accessibleName() == "What happened"
    assert [one.words for one in hands.on(PulseScreen).state.happened] == ["We moved house"]
    hands.press("Take it out")
    assert hands.on(PulseScreen).state.happened == ()
    hands.tab_to(lambda at: at.accessibleName() == "What happened", "the line").write("A holiday")
    hands.tab_to(lambda at: at.accessibleName() == "On which day", "the day").key(Qt.Key.Key_End).write("x").press("Draw it in")
    assert "Write a few words and a day" in hands.said()
    assert hands.on(PulseScreen).state.happened == ()


def test_on_this_day_shows_what_was_done_a_year_ago_to_whoever_wants_it(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    notebook = hands.app.flow.notebook
    (me,) = notebook.unlocked()
    space, exercise = notebook.space(me), hands.app.flow.outside.library.exercise("quick-capture")
    today = hands.app.flow.outside.clock.now().date()
    space.start(Sitting(id="then", exercise=exercise, mode="alone", people=(me,)))
    space.note(today.replace(year=today.year - 4))
    hands.press("Look back")
    assert "On this day" not in hands.said()
    hands.press("Back")
    space.set("on-this-day", "on")
    hands.press("Look back")
    assert "On this day" in hands.said()
    hands.write("tea")
    assert "On this day" not in hands.said(), "while words are looked for there are only their places"
    for _letter in range(3):
        hands.key(Qt.Key.Key_Backspace)
    hands.press("Read it through").on(ReviewScreen)


def test_in_the_largest_letters_the_row_the_keyboard_is_on_is_seen_whole(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    sat(hands, 9)
    hands.window.resize(900, 600)
    hands.press("Look back").size(2.5)
    rows = into_the_list(hands)
    for _row in range(4):
        hands.key(Qt.Key.Key_Down)
        at = rows.visualRect(rows.currentIndex())
        seen = rows.viewport().visibleRegion().boundingRect()
        assert seen.contains(at), f"row {rows.currentIndex().row()}"
