"""At the window by keys alone: marks at the reveal, and a later thought."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.robots.window import Hands
from workbook.couple.beside import mark_in
from workbook.screens.later import LaterScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.options import Option
from workbook.ui.parts.pill_rows import PillRows


def test_both_mark_by_keys_and_one_takes_it_back(hands: Hands) -> None:
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").begin("Draw our loop", "With Łukasz, the short way")
    hands.walk("first")
    hands.seal().press("Pass the computer").press("I am").first_turn("second lamp").half()
    hands.walk("second")
    hands.seal().press("We are both here").enter("first lamp").enter("second lamp").press("Go to this one")
    hands.press("Open it, both of us")
    zoe, lukasz = (one.author for one in hands.on(RevealScreen).state.markings)
    (rows,) = hands.shown(PillRows)
    hands.tab_into(rows, Option).key(Qt.Key.Key_Right).key(Qt.Key.Key_Right).key(Qt.Key.Key_Tab).key(Qt.Key.Key_Space)
    assert [one.mark for one in hands.on(RevealScreen).state.markings] == ["different", "same"]
    hands.key(Qt.Key.Key_Space)
    shared = hands.app.flow.notebook.shared()
    (entry,) = shared.sittings()
    assert {one.author: mark_in(one.answer) for one in shared.beside(entry.sitting.id)} == {zoe: "different"}
    assert lukasz != zoe
    hands.press("Next").on(RevealScreen)


def test_a_later_thought_by_keys_stands_below_the_first_words(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself")
    while isinstance(hands.screen, WalkScreen):
        hands.walk("first")
    hands.press("Read it through").press("Add a later thought").on(LaterScreen)
    hands.press("Add to this one").write("später: ich war müde")
    assert "first" in hands.said()
    hands.onward().on(ReviewScreen)
    said = hands.said()
    assert "später: ich war müde" in said.replace("\u200b", "")
    hands.press("Delete").press("Delete this answer").press("Keep it")
