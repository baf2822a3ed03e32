"""What opens, and what leaves on paper: G16, G20."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.robots.paper import at, back_to_the_ticks, on_to
from tests.robots.window import Answers, Hands, evening
from workbook.screens.door import DoorScreen
from workbook.screens.unlock import UnlockScreen
from workbook.trouble import Trouble


def words_on(paper: Path) -> str:
    """All the words of a PDF, one space between them."""
    document = pypdfium2.PdfDocument(paper)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.replace("\ufffe", "").split())


@pytest.fixture
def sealed(hands: Hands) -> Hands:
    """Both halves lie sealed; only Łukasz is there."""
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").begin("Draw our loop", "With Łukasz, the short way")
    hands.walk("first")
    hands.seal().press("Pass the computer").press("I am").first_turn("second lamp").half()
    hands.walk("second")
    return hands.seal().press("My page")


def test_g16_nobody_comes_to_the_reveal_alone(sealed: Hands) -> None:
    sealed.press("We are both here")
    for attempt in ("second lamp", "second lamp", "", "first  lamp"):
        sealed.enter(attempt)
        assert sealed.on(UnlockScreen).state.fault
    assert not {"TableScreen", "RevealScreen"} & set(sealed.seen)
    sealed.press("Back").on(DoorScreen)


def test_g16_one_who_is_unlocked_can_neither_ask_nor_open(sealed: Hands) -> None:
    notebook = sealed.app.flow.notebook
    assert len(notebook.unlocked()) == 1
    (entry,) = notebook.shared().sittings()
    for ask in (
        lambda: notebook.ready(entry.sitting.id, ("cue",)),
        lambda: notebook.open_step(entry.sitting.id, "cue"),
        lambda: notebook.shared().go(entry.sitting.id, entry.place),
        lambda: notebook.space(next(door.id for door in notebook.doors() if door.id not in notebook.unlocked())),
    ):
        with pytest.raises(Trouble, match="locked"):
            ask()


def test_g16_the_others_answers_show_nowhere_before_the_reveal(sealed: Hands) -> None:
    shown = []
    sealed.watchers.append(lambda hands: shown.append(hands.said()))
    sealed.half().press("My page").press("Close").press("Both of us").enter("first lamp").enter("second lamp")
    assert len(shown) > 4
    assert not [page for page in shown if "cue first" in page or "wish first" in page]


def test_g20_nothing_is_ticked_before_somebody_ticks_it(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn(None).begin("One moment, slowly", "By myself")
    hands.walk("mine")
    hands.walk("mine")
    hands.press("Read it through").press("Make a PDF").press("Look at the pages")
    assert at(hands) == "choosing"
    assert "Nothing is ticked" in hands.said()
    assert not (hands.folder / "notes.pdf").exists()


def test_g20_tender_steps_stay_off_the_paper_unless_ticked_one_by_one(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn(None).begin("Draw our loop", "By myself")
    said: Answers = {}
    while hands.seen[-1].startswith("WalkScreen"):
        said |= hands.walk("mine")
    exercise = hands.app.flow.outside.library.exercise("draw-our-loop")
    tender = {step.id for step in exercise.steps() if step.sensitive}
    written = {step for step, _who in said if step not in ("calm", "half-loop")}
    on_to(hands.press("Read it through").press("Make a PDF").press("Tick all"), "gone")
    text = words_on(hands.folder / "notes.pdf")
    assert {step for step in written if f"{step} mine" in text} == written - tender
    assert written & tender
    on_to(back_to_the_ticks(hands).tick("What I told myself"), "gone")
    text = words_on(hands.folder / "notes.pdf")
    assert {step for step in written if f"{step} mine" in text} == written - tender | {"story"}


def test_g20_a_partners_words_stay_off_the_paper_without_their_tick(hands: Hands) -> None:
    evening(hands, "Draw our loop")
    hands.press("Close the notebook").come_in(0, "first lamp").press("Read it through").press("Make a PDF").press("Tick all")
    assert "with my words only" in on_to(hands, "looking").said()
    on_to(hands, "gone")
    text = words_on(hands.folder / "notes.pdf")
    assert "cue first" in text
    assert "second" not in text
    assert "loop-name both" not in text, "a joint answer needs both"
