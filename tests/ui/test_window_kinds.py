"""The newer kinds of step through the real window, by keyboard alone; what was typed is read back from the vaults."""

from __future__ import annotations

import pytest

from tests.robots.window import CHEAP, Answers, Hands
from workbook.screens.walk import WalkScreen
from workbook.storage.notebooks import FolderNotebooks

ALONE = ("What I learned about needing people", "My moves when closeness feels risky", "Ways out and what lands", "Steady ground")


@pytest.mark.parametrize("title", ALONE)
def test_someone_alone_walks_it_to_its_end_by_keyboard_alone(hands: Hands, title: str) -> None:
    hands.set_up("Zoë").first_turn("first lamp").begin(title, "By myself")
    said: Answers = {}
    while isinstance(hands.screen, WalkScreen):
        said |= hands.walk("alone")
    assert hands.lost == []
    hands.close()
    notebook = FolderNotebooks(hands.folder / "notebook", CHEAP).open(hands.folder / "notebook")
    (door,) = notebook.doors()
    notebook.unlock(door.id, "first lamp")
    (entry,) = notebook.space(door.id).entries()
    kept = notebook.space(door.id).answers(entry.sitting.id)
    assert kept == {step: answer for (step, _who), answer in said.items()}
    assert len(kept) >= 3
    notebook.close()
