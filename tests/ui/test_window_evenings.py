"""The exercises through the real window, by keyboard alone; what was typed is read back from the vaults."""

from __future__ import annotations

import pytest

from tests.robots.window import CHEAP, Answers, Hands, evening
from workbook.couple.ports import Notebook
from workbook.screens.walk import WalkScreen
from workbook.storage.notebooks import FolderNotebooks


def reopened(hands: Hands) -> Notebook:
    """The notebook after the window is closed."""
    hands.close()
    return FolderNotebooks(hands.folder / "notebook", CHEAP).open(hands.folder / "notebook")


def by(author: str, said: Answers) -> dict[str, object]:
    """One author's answers, step by step."""
    return {step: answer for (step, who), answer in said.items() if who == author}


@pytest.mark.parametrize("title", ["Draw our loop", "After the storm", "One moment, slowly", "Pause plan"])
def test_two_people_walk_an_exercise_to_its_end_by_keyboard_alone(hands: Hands, title: str) -> None:
    first, second, joint = evening(hands, title)
    notebook = reopened(hands)
    zoe, lukasz = (door.id for door in notebook.doors())
    notebook.unlock(zoe, "first lamp")
    notebook.unlock(lukasz, "second lamp")
    shared = notebook.shared()
    (entry,) = shared.sittings()
    assert entry.state == "finished"
    sitting = entry.sitting
    for person, said in ((zoe, first), (lukasz, second)):
        assert {step for step, _who in said} <= {step.id for step in sitting.exercise.steps()}
        assert notebook.space(person).answers(sitting.id) == by(person, said)
        may_open = {step for part in range(len(sitting.parts())) for step in sitting.opens(part)}
        opened = {found.step: found.answer for found in shared.opened(sitting.id) if found.author == person}
        assert opened == {step: answer for step, answer in by(person, said).items() if step in may_open}
    kept = {(found.step, found.author): found.answer for found in shared.joint(sitting.id)}
    assert kept == joint
    notebook.close()


@pytest.mark.parametrize("title", ["Draw our loop", "Steady ground", "One moment, slowly"])
def test_someone_alone_walks_an_exercise_to_its_end_by_keyboard_alone(hands: Hands, title: str) -> None:
    hands.set_up("Zoë").first_turn("first lamp").begin(title, "By myself")
    said: Answers = {}
    while isinstance(hands.screen, WalkScreen):
        said |= hands.walk("alone")
    assert hands.notice() == "This one is done"
    notebook = reopened(hands)
    (door,) = notebook.doors()
    notebook.unlock(door.id, "first lamp")
    (entry,) = notebook.space(door.id).entries()
    assert entry.state == "finished"
    assert len(said) > 5
    assert notebook.space(door.id).answers(entry.sitting.id) == by(door.id, said)
    notebook.close()
