"""Marks and later thoughts in the vaults, and in the notebook that screens are tested with: kept, deleted and added as answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.given import LISTED, MIRA, SAM, SECRET, sealed, started, text, trouble
from tests.storage.test_mirror import NOTEBOOKS
from workbook.couple.belongings import Belongings, Kept
from workbook.couple.beside import BROUGHT, marked
from workbook.couple.ports import Notebook
from workbook.couple.sitting import Place, Sitting


@pytest.fixture(params=NOTEBOOKS)
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of either kind in which both have sealed one sitting, and both are in."""
    notebook = NOTEBOOKS[request.param](tmp_path / "usual").create(tmp_path / "book", (MIRA, SAM))
    for person, passphrase in SECRET.items():
        notebook.begin(person, passphrase, name_on_door=False)
    started(notebook)
    sealed(notebook)
    for step in LISTED:
        notebook.open_step("first", step)
    yield notebook
    notebook.close()


def marks(notebook: Notebook) -> dict[tuple[str, str], object]:
    return {(one.step, one.author): one.answer for one in notebook.shared().beside("first")}


def test_a_later_thought_is_kept_beside_what_is_sealed_and_is_no_answer(both: Notebook) -> None:
    mira = both.space("mira")
    before = mira.answers("first")
    for name in ("cue+1", "cue+2", "cue+2"):
        mira.save("first", name, text(name))
    assert (mira.answers("first"), mira.beside("first")) == (before, {"cue+1": text("cue+1"), "cue+2": text("cue+2")})
    assert both.space("sam").beside("first") == {}
    assert both.shared().beside("first") == ()
    mira.save("first", "cue+2", None)
    both.take_back("mira", "first", "cue+1")
    assert mira.beside("first") == {}
    assert [one for one in both.shared().opened("first") if one.taken_back] == []


def test_a_mark_is_in_what_both_may_see_and_is_no_joint_answer(both: Notebook) -> None:
    both.shared().save("first", "cue~", "mira", marked("same"))
    both.shared().save("first", "cue~", "sam", marked("surprised"))
    both.shared().save("first", "cue~", "sam", marked("different"))
    assert both.shared().joint("first") == ()
    assert marks(both) == {("cue~", "mira"): marked("same"), ("cue~", "sam"): marked("different")}
    both.shared().save("first", "cue~", "sam", None)
    assert marks(both) == {("cue~", "mira"): marked("same")}


def test_nobody_marks_anything_alone(both: Notebook) -> None:
    both.lock("sam")
    with trouble("locked"):
        both.shared().save("first", "cue~", "mira", marked("same"))


def test_a_mark_goes_without_a_trace(both: Notebook) -> None:
    both.shared().save("first", "cue~", "mira", marked("same"))
    both.take_back("mira", "first", "cue~")
    assert marks(both) == {}
    assert [one for one in both.shared().opened("first") if one.taken_back] == []


def test_leaving_a_sitting_takes_ones_marks_and_later_thoughts_along(both: Notebook) -> None:
    both.shared().save("first", "cue~", "mira", marked("same"))
    both.shared().save("first", "cue~", "sam", marked("same"))
    both.space("mira").save("first", "cue+1", text("later"))
    both.leave_sitting("mira", "first")
    assert both.space("mira").beside("first") == {}
    assert marks(both) == {("cue~", "sam"): marked("same")}
    assert {one.step for one in both.shared().opened("first") if one.taken_back} <= set(LISTED)


def test_what_stands_beside_is_added_from_a_file(both: Notebook) -> None:
    (entry,) = both.space("mira").entries()
    sitting = Sitting(id="read-in", exercise=entry.sitting.exercise, mode="each", people=("mira",))
    beside = {"cue+1": text("later"), "wish~": marked("same")}
    one = Kept(sitting=sitting, place=Place(), state="finished", answers={"cue": text("first")}, beside=beside)
    both.space("mira").add(Belongings(kept=(one,)))
    assert (both.space("mira").answers("read-in"), both.space("mira").beside("read-in")) == ({"cue": text("first")}, beside)


def test_what_is_worth_session_time_lies_where_it_was_marked_and_goes_without_a_trace(both: Notebook) -> None:
    both.space("mira").save("first", "cue!", BROUGHT)
    both.shared().save("first", "wish!", "mira", BROUGHT)
    assert (both.space("mira").beside("first"), both.space("sam").beside("first")) == ({"cue!": BROUGHT}, {})
    assert marks(both) == {("wish!", "mira"): BROUGHT}
    for name in ("cue!", "wish!"):
        both.take_back("mira", "first", name)
    assert (both.space("mira").beside("first"), marks(both)) == ({}, {})
    assert [one for one in both.shared().opened("first") if one.taken_back] == []
