"""An author sees each page of an exercise in its order, and sees it again as soon as the file is saved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.content.good import GOOD
from tests.fakes.outside import BareStage, HandClock, ImmediateJobs
from workbook.commands.preview import stamp
from workbook.content.exercise import Exercise, Reveal
from workbook.content.pack import read_exercise
from workbook.paths import resources
from workbook.screens.mend import MendScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.preview import LOOK_EVERY, Preview
from workbook.screens.reveal import RevealScreen
from workbook.screens.walk import WalkScreen

SHIPPED = [path for path in sorted((resources() / "packs").glob("*/*.yaml")) if path.name != "pack.yaml"]


class Author:
    """Somebody at an editor, with the preview beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stage, self.clock = BareStage(), HandClock()
        self.closed = False
        read, close = lambda: read_exercise(path, path.name), lambda: setattr(self, "closed", True)
        self.preview = Preview(self.stage, ImmediateJobs(), self.clock, lambda: stamp(path), read, close)
        self.preview.start()

    @property
    def walk(self) -> WalkScreen:
        assert isinstance(self.stage.screen, WalkScreen), self.stage.seen
        return self.stage.screen

    @property
    def notice(self) -> NoticeScreen:
        assert isinstance(self.stage.screen, NoticeScreen), self.stage.seen
        return self.stage.screen

    @property
    def to_mend(self) -> list[str]:
        assert isinstance(self.stage.screen, MendScreen), self.stage.seen
        return [str(fault) for fault in self.stage.screen.state.faults]

    def save(self, text: str) -> None:
        """Save as many editors do: the new file takes the place of the old one."""
        beside = self.path.with_suffix(".new")
        beside.write_text(text, "utf-8")
        os.replace(beside, self.path)
        self.wait()

    def wait(self) -> None:
        self.clock.pass_time(2 * LOOK_EVERY)

    def all_pages(self, until: str = "nothing") -> list[str]:
        """Go on to the end, or to a step; the step of each page."""
        seen: list[str] = []
        while not isinstance(self.stage.screen, NoticeScreen):
            if isinstance(self.stage.screen, WalkScreen) and self.walk.state.page.step.id == until:
                return seen
            screen = self.stage.screen
            if isinstance(screen, RevealScreen):
                screen.open()
                assert screen.state.sides, screen.state.trouble
                seen.append(f"opened {screen.step}")
                screen.next()
            else:
                seen.append(self.walk.state.page.step.id)
                self.walk.next()
        return seen


@pytest.fixture
def author(tmp_path: Path) -> Author:
    path = tmp_path / "the-kettle.yaml"
    path.write_text(GOOD, "utf-8")
    return Author(path)


def expected(exercise: Exercise) -> list[str]:
    """Every step of every part, in the order of the file."""
    return [
        step
        for part in exercise.parts
        for step in ([f"opened {name}" for name in part.steps] if isinstance(part, Reveal) else [step.id for step in part.steps])
    ]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_page_of_every_exercise_comes_in_its_order(path: Path) -> None:
    author = Author(path)
    assert author.all_pages() == expected(read_exercise(path))
    assert author.notice.state.title == "That is all of it"


def test_every_kind_of_page_can_be_seen(author: Author) -> None:
    assert author.all_pages() == expected(read_exercise(author.path))


def test_nothing_that_is_typed_there_is_kept(author: Author) -> None:
    author.walk.next()
    author.walk.edit("first", "level", 3)
    assert author.walk.state.status == "Not kept anywhere"
    author.walk.back()
    author.walk.back()
    assert author.walk.state.page.step.id == "before"
    assert [*author.path.parent.iterdir()] == [author.path]


def test_a_saved_file_is_shown_at_the_same_page(author: Author) -> None:
    for _page in range(5):
        author.walk.next()
    assert author.walk.state.page.step.title == "What I did"
    author.save(GOOD.replace("title: What I did", "title: What I do"))
    assert author.walk.state.page.step.title == "What I do"


def test_a_file_that_did_not_change_leaves_the_page_alone(author: Author) -> None:
    before = author.stage.seen.copy()
    author.wait()
    assert author.stage.seen == before


def test_a_faulty_file_shows_its_faults_with_their_lines_and_the_page_comes_back(author: Author) -> None:
    author.walk.next()
    author.save(GOOD.replace("edition: 1", "edition: one"))
    assert author.to_mend == ["the-kettle.yaml:2: `edition` is `one`. Write a whole number."]
    author.save("title: [")
    assert "not well-formed" in author.to_mend[0]
    author.save(GOOD)
    assert author.walk.state.page.step.id == "steady"


def test_a_file_that_is_faulty_at_first_can_be_mended(tmp_path: Path) -> None:
    path = tmp_path / "the-kettle.yaml"
    path.write_text("", "utf-8")
    author = Author(path)
    assert author.to_mend
    author.save(GOOD)
    assert author.walk.state.page.step.id == "before"


def test_a_file_that_is_away_for_a_moment_changes_nothing(author: Author) -> None:
    author.path.unlink()
    author.wait()
    assert author.walk.state.page.step.id == "before"
    author.save(GOOD.replace("title: Before", "title: After"))
    assert author.walk.state.page.step.title == "After"


def test_a_part_that_is_taken_out_while_it_is_shown_gives_way_to_the_last_one(author: Author) -> None:
    author.all_pages(until="kind-line")
    author.save(GOOD[: GOOD.index("  - alone:")].replace("who: [each, alone]", "who: [each]"))
    assert author.walk.state.page.step.id == "our-loop"


def test_enough_for_today_help_and_pause_lead_back_to_the_page(author: Author) -> None:
    author.walk.next()
    for leave in (author.walk.enough, author.preview.help, author.preview.pause):
        leave()
        author.notice.choose(0)
        assert author.walk.state.page.step.id == "steady"


def test_the_end_can_begin_again_or_close(author: Author) -> None:
    author.all_pages()
    author.notice.choose(1)
    assert author.closed
    author.notice.choose(0)
    assert author.walk.state.page.step.id == "before"


def test_going_back_from_a_part_leads_to_the_end_of_the_one_before(author: Author) -> None:
    author.all_pages(until="our-loop")
    author.walk.back()
    assert isinstance(author.stage.screen, RevealScreen)
