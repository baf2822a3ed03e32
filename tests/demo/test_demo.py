"""The invented couple: what they said is kept, what they ticked is on paper, and nothing else of theirs is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo.conftest import Run, demo, squeezed
from workbook.app import VIEWS
from workbook.content.blocks import Block, Listing, Said, Sides, Table
from workbook.content.exercise import Exercise
from workbook.content.library import Library
from workbook.content.step import Answer
from workbook.couple.invented import Couple, invented
from workbook.couple.people import BOTH
from workbook.paths import resources
from workbook.storage.notebooks import FolderNotebooks

PICTURES = {
    "WelcomeScreen": "welcome",
    "SetupScreen": "setup",
    "DoorScreen": "door",
    "UnlockScreen": "unlock",
    "FirstTurnScreen": "first-turn",
    "HomeScreen": "home",
    "ExerciseScreen": "draw-our-loop-begin",
    "PaperScreen": "draw-our-loop-paper",
    "SheetScreen": "code-sheet",
    "WalkScreen": "draw-our-loop-cue-answered",
    "OpeningScreen": "draw-our-loop-what-opens",
    "HandoverScreen": "hand-over",
    "TableScreen": "table",
    "RevealScreen": "draw-our-loop-reveal-open",
    "NoticeScreen": "draw-our-loop-put-aside",
    "ReviewScreen": "draw-our-loop-review",
    "ExportScreen": "draw-our-loop-export-ticked",
    "PauseScreen": "pause-running",
    "HelpScreen": "help-chosen",
    "CoverScreen": "cover",
    "MySpaceScreen": "myspace",
    "PrivacyScreen": "privacy",
    "BackupsScreen": "backups",
    "BelongingsScreen": "belongings",
    "LeavingScreen": "leaving",
    "SplitScreen": "split",
    "RemoveScreen": "remove",
    "JoinScreen": "join",
    "BringScreen": "bring",
    "LaterScreen": "later",
    "LibraryScreen": "library",
    "JourneysScreen": "journeys",
    "PacksScreen": "packs",
    "SettingsScreen": "settings",
    "PassphraseScreen": "passphrase",
    "CodeScreen": "code",
    "PinScreen": "pin",
    "RecoverScreen": "recover",
    "AgreedScreen": "agreed",
    "HoldScreen": "hold",
    "MomentsScreen": "moments",
    "BriefScreen": "brief",
    "PapersScreen": "papers",
    "PastScreen": "past",
    "LoopsScreen": "loops",
    "PulseScreen": "pulse",
    "ThreadScreen": "thread",
    "ShortcutsScreen": "shortcuts",
}
"""A picture of every kind of screen there is."""
ALSO = (
    "library-unfolded",
    "booklet-paper",
    "paper-made",
    "draw-our-loop-export",
    "draw-our-loop-export-pages",
    "draw-our-loop-export-leaving",
    "draw-our-loop-export-written",
)
"""What one kind of screen also looks like."""
FOR_AUTHORS = {"MendScreen"}
"""What only `couples-workbook preview` shows; its own tests look at it."""
EXERCISES = ("one-moment-slowly", "draw-our-loop", "after-the-storm")


def couple() -> Couple:
    return invented(resources() / "demo.yaml")


def exercise(name: str) -> Exercise:
    return Library(resources() / "packs").exercise(name)


def said_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every piece of an answer that paper shows."""
    for block in blocks:
        match block:
            case Said(text=str(text)):
                yield text
            case Listing():
                yield from (*block.picked, *block.own)
            case Table():
                yield from (cell for row in block.rows for cell in row if cell)
            case Sides():
                raise AssertionError("an answer is one side")


def pieces(name: str, step: str, answer: Answer) -> list[str]:
    return list(said_in(exercise(name).step(step).show(answer)))


def by_author(run: Run, name: str, printed: bool) -> list[tuple[str, Answer]]:
    """Answers that are on a PDF, or those that are not."""
    made = run.answers[name]
    return [
        (step, answer)
        for author, said in made["answers"].items()
        for step, answer in said.items()
        if (step in made["printed"][author]) == printed
    ]


@pytest.mark.parametrize("name", EXERCISES)
def test_every_ticked_answer_stands_in_the_pdf_as_it_was_stored(walked: Run, name: str) -> None:
    text = walked.text(name)
    answers = by_author(walked, name, printed=True)
    assert answers
    for step, answer in answers:
        said = pieces(name, step, answer)
        assert said, f"{step} shows nothing"
        assert [words for words in said if squeezed(words) not in text] == []


@pytest.mark.parametrize("name", EXERCISES)
def test_what_nobody_ticked_is_not_in_the_pdf(walked: Run, name: str) -> None:
    text = walked.text(name)
    on_paper = {words for step, answer in by_author(walked, name, printed=True) for words in pieces(name, step, answer)}
    left_out = {words for step, answer in by_author(walked, name, printed=False) for words in pieces(name, step, answer)}
    assert left_out - on_paper
    assert [words for words in left_out - on_paper if squeezed(words) in text] == []


@pytest.mark.parametrize("name", EXERCISES)
def test_every_place_for_a_name_is_filled_on_paper(walked: Run, name: str) -> None:
    text = walked.text(name)
    assert "{partner}" not in text
    assert "{me}" not in text


def test_an_answer_that_was_held_back_opens_to_nobody_and_is_printed_nowhere(walked: Run) -> None:
    held = [
        (name, author, step) for name, made in walked.answers.items() for author, steps in made["held"].items() for step in steps
    ]
    assert held
    for name, author, step in held:
        made = walked.answers[name]
        assert step not in made["opened"][author]
        (words,) = pieces(name, step, made["answers"][author][step])
        assert not any(squeezed(words) in walked.text(other) for other in EXERCISES)


def test_the_last_line_is_the_path_of_the_pdf(walked: Run) -> None:
    pdf = Path(walked.lines[-1])
    assert pdf == walked.folder / "notes.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert str(pdf) == walked.answers["draw-our-loop"]["pdf"]


def test_the_notebook_opens_with_the_printed_passphrases_and_holds_the_same_answers(walked: Run) -> None:
    told = dict(line.removeprefix("Passphrase of ").split(": ", 1) for line in walked.lines if line.startswith("Passphrase of "))
    notebook = FolderNotebooks(walked.folder).open(walked.folder / "notebook")
    try:
        doors = notebook.doors()
        for door, passphrase in zip(doors, told.values(), strict=True):
            notebook.unlock(door.id, passphrase)
        names = {person.id: person.name for person in notebook.shared().people()}
        assert list(names.values()) == list(told)
        kept: dict[str, dict[str, dict[str, Answer | None]]] = {}
        for person, name in names.items():
            for entry in notebook.space(person).entries():
                of_theirs = kept.setdefault(entry.sitting.exercise.id, {}).setdefault(name, {})
                of_theirs |= notebook.space(person).answers(entry.sitting.id)
        for entry in notebook.shared().sittings():
            for response in notebook.shared().joint(entry.sitting.id):
                author = names.get(response.author, BOTH)
                kept[entry.sitting.exercise.id].setdefault(author, {})[response.step] = response.answer
        stands = {name: {author: said for author, said in made["answers"].items() if said} for name, made in walked.answers.items()}
        assert kept == stands
    finally:
        notebook.close()


def test_everything_the_couple_says_is_kept_as_it_was_said(walked: Run) -> None:
    for evening in couple().evenings:
        made = walked.answers[evening.exercise]["answers"]
        assert {author: said for author, said in made.items() if said} == evening.said


@pytest.mark.parametrize("name", [*(PICTURES[kind] for kind in sorted(VIEWS.keys() - FOR_AUTHORS)), *ALSO])
def test_there_is_a_picture_of_every_kind_of_screen(walked: Run, name: str) -> None:
    found = [path for path in walked.pages.glob("*.png") if path.stem.split("-", 1)[1] == name]
    assert found
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in found)


def test_a_folder_with_something_in_it_is_left_alone_and_told_in_a_sentence(walked: Run, tmp_path: Path) -> None:
    before = sorted(path for path in walked.folder.rglob("*"))
    done = demo(str(walked.folder), "--pages", str(tmp_path / "pages"), home=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is something in that folder already. Choose an empty folder.\n"
    assert sorted(path for path in walked.folder.rglob("*")) == before
    assert not (tmp_path / "pages").exists()


def test_a_pdf_that_has_no_folder_is_told_before_anything_is_made(tmp_path: Path) -> None:
    done = demo(str(tmp_path / "made"), "--pdf", str(tmp_path / "nowhere" / "notes.pdf"), home=tmp_path)
    assert (done.returncode, done.stderr) == (1, "That folder is not there. Choose another one.\n")
    assert not (tmp_path / "made").exists()
