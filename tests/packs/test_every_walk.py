"""Every exercise that ships is walked to its end on every way, with made-up answers and with none, read through, and printed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.content.exercise import Mode
from workbook.content.library import Library
from workbook.couple import sharing
from workbook.couple.sitting import Entry, Response
from workbook.paths import resources
from workbook.report.document import PdfPrinter
from workbook.screens.home import HomeScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.opening import OpeningScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen

LIBRARY = Library(resources() / "packs")
EXERCISES = [LIBRARY.exercise(summary.id) for summary in LIBRARY.summaries()]
WAYS = [(one.id, way, short) for one in EXERCISES for way in one.who for short in ((False, True) if one.short else (False,))]
NAMES = [f"{name}:{way}{':short' * short}" for name, way, short in WAYS]
MOST_TURNS = 60


def to_the_end(desk: Desk, filled: bool) -> None:
    """Whatever comes is done, by whoever it comes to, until the exercise says that it is done."""
    for _turn in range(MOST_TURNS):
        screen = desk.stage.screen
        if isinstance(screen, WalkScreen):
            desk.walk(None if filled else {})
        elif isinstance(screen, OpeningScreen):
            desk.seal()
        elif isinstance(screen, RevealScreen):
            desk.open_all()
        elif isinstance(screen, TableScreen):
            desk.at_the_table()
        elif isinstance(screen, HomeScreen):
            desk.half() if screen.state.for_two else screen.ways.go_on(screen.state.going_on[0].id)
        elif isinstance(screen, NoticeScreen):
            if screen.state.title in ("This one is done", "And now?"):
                return
            _past(desk, screen)
        else:
            raise AssertionError(f"{type(screen).__name__} was not expected")
    raise AssertionError("it never ends")


def _past(desk: Desk, notice: NoticeScreen) -> None:
    title = notice.state.title
    if title == "Enough for today":  # it goes on tomorrow
        desk.clock.pass_time(timedelta(days=1).total_seconds())
        desk.come_in(0)
    elif title.startswith("Your half"):
        other = 0 if desk.notebook.unlocked() == {desk.person(1)} else 1
        desk.come_in(other) if _half_open(desk, other) else desk.sit_down()
    elif title == "Now each alone again":
        desk.come_in(0)
    elif title == "This one lies between you now":
        desk.sit_down()
    elif title == "Not today":
        desk.come_in(0)
    else:
        desk.choose(notice.state.actions[0])


def _half_open(desk: Desk, index: int) -> bool:
    """Whether this person's half of the part in front is still to be done."""
    (entry,) = desk.notebook.shared().sittings()
    part = entry.place.part
    listed = {*entry.sitting.opens_after(part)}
    space = desk.notebook.spaces[desk.person(index)]
    mine = space.entry(entry.sitting.id)
    return mine is None or not (listed and listed <= space.sealed(entry.sitting.id))


@pytest.mark.parametrize("filled", [True, False], ids=["answered", "empty"])
@pytest.mark.parametrize(("exercise", "way", "short"), WAYS, ids=NAMES)
def test_an_exercise_is_walked_to_its_end_and_printed(tmp_path: Path, exercise: str, way: Mode, short: bool, filled: bool) -> None:
    loaded = LIBRARY.exercise(exercise)
    desk = Desk(tmp_path, LIBRARY)
    if way == "alone":
        desk.set_up("Kim").first_turn()
    else:
        desk.set_up("Kim", "Sam").first_turn().come_in(1).come_in(0)
    desk.open(exercise, way, short)
    if loaded.keep == "nothing":
        desk.walk(None if filled else {})
        return
    to_the_end(desk, filled)
    entry = _entry(desk, way)
    assert entry.state == "finished"
    responses = _said(desk, way, entry.sitting.id)
    asked = any(step.fields() for part in range(len(entry.sitting.parts())) for step in entry.sitting.steps(part))
    assert bool(responses) or not (filled and asked)
    keys = frozenset((one.step, one.author) for one in responses)
    blocks = sharing.document(entry.sitting, desk.notebook.shared_vault.people(), responses, keys)
    PdfPrinter().write(loaded.title, blocks, tmp_path / "filled.pdf")
    assert (tmp_path / "filled.pdf").read_bytes().startswith(b"%PDF")


def _said(desk: Desk, way: Mode, sitting: str) -> tuple[Response, ...]:
    if way == "alone":
        me = desk.person(0)
        answers = desk.notebook.spaces[me].answers(sitting)
        return tuple(Response(step=step, author=me, answer=answer) for step, answer in answers.items())
    shared = desk.notebook.shared_vault
    return (*shared.opened(sitting), *shared.joint(sitting))


def _entry(desk: Desk, way: Mode) -> Entry:
    entries = desk.notebook.spaces[desk.person(0)].entries() if way == "alone" else desk.notebook.shared_vault.sittings()
    return next(entry for entry in entries if isinstance(entry, Entry))
