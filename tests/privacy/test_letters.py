"""A letter typed at the real window leaves no word on the disk, neither in the notebook nor in its backup (G15, G20)."""

from __future__ import annotations

import os
from pathlib import Path

from tests.privacy.search import everything, traces
from tests.robots.window import Hands
from workbook.content.steps.letter import Letter
from workbook.screens.walk import WalkScreen

CANARY = "kanárek v dopise"


def test_g15_a_letter_typed_at_the_window_leaves_no_word_anywhere(hands: Hands) -> None:
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").begin("The letter I may not send", "By myself")
    while not isinstance(hands.on(WalkScreen).state.page.step, Letter):
        hands.onward()
    hands.fill(CANARY)
    hands.onward()
    notebook = hands.app.flow.notebook
    (me,) = notebook.unlocked()
    (entry,) = notebook.space(me).entries()
    assert CANARY in str(notebook.space(me).letters(entry.sitting.id))
    assert CANARY not in str(notebook.space(me).answers(entry.sitting.id))
    hands.close()
    assert [path for path in everything(hands.folder) if path.suffix == ".letter"]
    assert traces(CANARY, hands.folder, Path(os.environ["HOME"])) == []
