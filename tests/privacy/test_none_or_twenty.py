"""Whether one keeps nothing or twenty things for themselves, every page and paper the other comes to is the same: G5, G13, G20."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtGui import QImage

from tests.privacy.test_looks_the_same import keep_much
from tests.robots.paper import on_to
from tests.robots.window import Hands, evening
from workbook.couple.backups import Progress
from workbook.screens.backups import BackupsScreen
from workbook.screens.export import ExportScreen
from workbook.screens.past import PastScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.screen import Screen
from workbook.screens.table import TableScreen
from workbook.screens.threads import LoopsScreen, ThreadScreen

ONE, OTHER = "first lamp", "second lamp"


def looked(hands: Hands, kind: type[Screen[Any]]) -> QImage:
    """The page in front, which must be of this kind."""
    hands.on(kind)
    return hands.picture()


def pages_of_the_other(hands: Hands) -> dict[str, QImage]:
    """Every page on which the second one could learn of the first, from the door on."""
    seen = {"door": hands.press("Close").picture()}
    seen["home"] = hands.come_in(1, OTHER).picture()
    seen["looking back"] = looked(hands.press("Look back"), PastScreen)
    seen["words looked for"] = hands.write("the").picture()
    seen["the loop then and now"] = looked(hands.press("The loop"), LoopsScreen)
    seen["what was set out"] = looked(hands.press("Back").press("What was set out"), ThreadScreen)
    hands.press("Back").press("Back")
    seen["my space"] = hands.press("My space").picture()
    hands.press("Backups").on(BackupsScreen)
    seen["backups"] = hands.picture()
    hands.press("Back").press("Back").press("Read it through").on(ReviewScreen)
    seen["what both said"] = hands.picture()
    hands.press("Make a PDF").on(ExportScreen)
    seen["export"] = hands.picture()
    hands.press("Back").press("We are both here").enter(ONE).enter(OTHER).on(TableScreen)
    seen["table"] = hands.picture()
    hands.press("Read it through")
    seen["read at the table"] = hands.picture()
    hands.press("Back")
    return seen


def joint_paper(hands: Hands) -> bytes:
    """The PDF for which the second one ticks first and the first one after them; it does not stay."""
    hands.press("Close the notebook").come_in(1, OTHER).press("Read it through").press("Make a PDF").press("Tick all")
    hands.press("Now Zoë ticks").press("I am").enter(ONE).press("Tick all")
    on_to(hands, "gone")
    paper = hands.folder / "notes.pdf"
    content = paper.read_bytes()
    paper.unlink()
    hands.press("Done")
    return content


def what_the_other_can_read(hands: Hands) -> str:
    """The shared vault, as it answers the second one."""
    hands.press("Close").come_in(1, OTHER)
    notebook = hands.app.flow.notebook
    shared = notebook.shared()
    said = [(shared.opened(entry.sitting.id), shared.joint(entry.sitting.id), entry) for entry in shared.sittings()]
    backups = notebook.backups().kept()
    return repr((shared.people(), said, shared.pause(), notebook.doors(), backups, notebook.backups().missed()))


def test_none_or_twenty_private_things_make_no_difference_to_anything_the_other_can_see(hands: Hands) -> None:
    evening(hands, "Draw our loop", ("Zoë", "Łukasz"))
    hands.app.flow.notebook.backups().make(date.today(), Progress())  # today's, which comes by itself, would come in between
    hands.press("Close the notebook").come_in(0, ONE)
    looks: tuple[Callable[[Hands], object], ...] = (pages_of_the_other, joint_paper, what_the_other_can_read)
    before = [look(hands) for look in looks]
    hands.press("Close").come_in(0, ONE)
    keep_much(hands, 20)
    after = [look(hands) for look in looks]
    pages, then = before[0], after[0]
    assert isinstance(pages, dict)
    assert isinstance(then, dict)
    assert len(pages) == 12
    assert [name for name, picture in pages.items() if picture != then[name]] == []
    assert before[1] == after[1], "the joint paper tells of it"
    assert before[2] == after[2]
