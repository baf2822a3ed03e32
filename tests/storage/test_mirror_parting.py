"""Somebody joins, leaves, or takes theirs along: the notebook in memory and the real one do the same (G19)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.given import LISTED, MIRA, SAM, SECRET, alone, for_two, half, sealed, started, text, trouble
from tests.storage.test_mirror import NOTEBOOKS
from workbook.couple.people import BOTH, Person, partner_of
from workbook.couple.ports import Notebook, Notebooks
from workbook.couple.sitting import Place

LIN = Person("lin", "Lin", "moon", "plum")


@pytest.fixture(params=NOTEBOOKS)
def notebooks(request: pytest.FixtureRequest, tmp_path: Path) -> Notebooks:
    """Notebooks of either kind."""
    return NOTEBOOKS[request.param](tmp_path / "usual")


@pytest.fixture
def both(notebooks: Notebooks, tmp_path: Path) -> Iterator[Notebook]:
    """Two with passphrases, who have opened one sitting, sealed a second, and begun a third; Mira has one of her own."""
    notebook = notebooks.create(tmp_path / "book", (MIRA, SAM))
    for person, passphrase in SECRET.items():
        notebook.begin(person, passphrase, name_on_door=person == "mira")
    sealed(notebook, "open")
    for step in LISTED:
        notebook.open_step("open", step)
    notebook.shared().go("open", Place(2, 0))
    notebook.shared().save("open", "name", BOTH, text("the storm"))
    notebook.shared().save("open", "name", "sam", text("Sam's own word"))
    started(notebook, "sealed")
    for person in ("mira", "sam"):
        notebook.space(person).save("sealed", "cue", text(f"{person} keeps this"))
        notebook.seal(half(person, "sealed"))
    started(notebook, "begun")
    notebook.space("mira").start(alone())
    notebook.space("mira").save("own", "cue", text("mine alone"))
    yield notebook
    notebook.close()


@pytest.fixture
def solo(notebooks: Notebooks, tmp_path: Path) -> Iterator[Notebook]:
    """Mira alone."""
    notebook = notebooks.create(tmp_path / "book", (MIRA,))
    notebook.begin("mira", SECRET["mira"], name_on_door=False)
    notebook.space("mira").start(alone())
    notebook.space("mira").save("own", "cue", text("mine alone"))
    yield notebook
    notebook.close()


def opened(notebook: Notebook, sitting: str = "open") -> dict[tuple[str, str], str]:
    """What lies open of a sitting, in a word each."""
    return {
        (one.step, one.author): "taken back" if one.taken_back else "broken" if one.broken else str((one.answer or {}).get("text"))
        for one in notebook.shared().opened(sitting)
    }


def split(notebooks: Notebooks, both: Notebook, tmp_path: Path) -> Notebook:
    """Mira's own, opened with her passphrase."""
    both.split("mira", SECRET["mira"], tmp_path / "mine")
    mine = notebooks.open(tmp_path / "mine")
    mine.unlock("mira", SECRET["mira"])
    return mine


def test_g19_a_split_holds_ones_own_and_what_was_shared(notebooks: Notebooks, both: Notebook, tmp_path: Path) -> None:
    mine = split(notebooks, both, tmp_path)
    assert [(door.id, door.name, door.begun, door.protected) for door in mine.doors()] == [("mira", "Mira", True, True)]
    assert mine.space("mira").answers("own") == {"cue": text("mine alone")}
    heard = {("cue", who): f"{who} heard the door" for who in ("mira", "sam")}
    assert opened(mine) == heard | {("wish", who): "None" for who in ("mira", "sam")}
    assert {(one.author, str(one.answer)) for one in mine.shared().joint("open")} == {
        (BOTH, str(text("the storm"))),
        ("sam", str(text("Sam's own word"))),
    }
    people = mine.shared().people()
    assert [(person.name, person.left) for person in people] == [("Mira", False), ("Sam", True)]
    assert partner_of("mira", people) is None
    mine.close()


def test_g19_in_a_split_only_what_was_shared_stays_shared_and_nothing_goes_on(
    notebooks: Notebooks, both: Notebook, tmp_path: Path
) -> None:
    mine = split(notebooks, both, tmp_path)
    assert [entry.sitting.id for entry in mine.shared().sittings()] == ["open"]
    assert mine.shared().going_on(9) == ()
    assert [line.id for line in mine.shared().finished(9)] == ["open"]
    own = mine.space("mira")
    assert {line.id for line in own.read_in(9)} == {"sealed", "begun"}
    assert own.sealed("sealed") == frozenset()
    assert own.answers("sealed") == {"cue": text("mira keeps this")}
    own.delete("sealed")
    with trouble("locked"):
        mine.ready("open", LISTED)
    mine.close()


def test_g19_a_split_changes_nothing_where_it_came_from(notebooks: Notebooks, both: Notebook, tmp_path: Path) -> None:
    before = (both.doors(), both.shared().sittings(), both.shared().people(), opened(both), both.space("mira").settings())
    split(notebooks, both, tmp_path).close()
    assert (both.doors(), both.shared().sittings(), both.shared().people(), opened(both), both.space("mira").settings()) == before
    assert both.ready("sealed", LISTED)
    assert both.at_table()


def test_a_split_wants_ones_own_passphrase_and_a_new_folder_elsewhere(both: Notebook, tmp_path: Path) -> None:
    with trouble("wrong-passphrase"):
        both.split("mira", SECRET["sam"], tmp_path / "mine")
    with trouble("folder-within"):
        both.split("mira", SECRET["mira"], both.folder / "mine")
    both.split("mira", SECRET["mira"], tmp_path / "mine")
    with trouble("folder-not-empty"):
        both.split("mira", SECRET["mira"], tmp_path / "mine")
    both.lock("mira")
    with trouble("locked"):
        both.split("mira", SECRET["mira"], tmp_path / "another")


def test_g19_who_leaves_takes_back_all_they_said_and_the_other_goes_on(both: Notebook) -> None:
    assert both.remove("sam", SECRET["sam"]) == ()
    assert both.unlocked() == frozenset()
    assert [door.id for door in both.doors()] == ["mira"]
    both.unlock("mira", SECRET["mira"])
    said = opened(both)
    assert said["cue", "mira"] == "mira heard the door"
    assert said["cue", "sam"] == said["name", "sam"] == "taken back"
    assert [(one.author, one.answer) for one in both.shared().joint("open")] == [(BOTH, text("the storm"))]
    assert [(person.name, person.left) for person in both.shared().people()] == [("Mira", False), ("", True)]
    assert both.space("mira").answers("own") == {"cue": text("mine alone")}
    assert [line.id for line in both.shared().finished(9)] == ["open"]
    assert both.shared().going_on(9) == ()
    assert {line.id for line in both.space("mira").read_in(9)} == {"sealed", "begun"}


def test_g19_nobody_is_deleted_without_their_own_passphrase(both: Notebook) -> None:
    with trouble("wrong-passphrase"):
        both.remove("sam", SECRET["mira"])
    both.lock("sam")
    with trouble("locked"):
        both.remove("sam", SECRET["sam"])
    assert len(both.doors()) == 2


def test_g19_where_nobody_stays_the_notebook_is_no_more(notebooks: Notebooks, solo: Notebook) -> None:
    solo.remove("mira", SECRET["mira"])
    assert solo.doors() == ()
    assert not notebooks.exists(solo.folder)


def test_after_the_other_emptied_theirs_the_last_one_takes_the_notebook_along(notebooks: Notebooks, both: Notebook) -> None:
    both.empty("sam")
    both.unlock("mira", SECRET["mira"])
    both.remove("mira", SECRET["mira"])
    assert not notebooks.exists(both.folder)


def test_who_joins_begins_at_their_own_first_turn_and_nothing_moves(solo: Notebook) -> None:
    solo.add_person(LIN)
    assert [(door.id, door.name, door.begun, door.emptied) for door in solo.doors()][1] == ("lin", None, False, False)
    assert [person.name for person in solo.shared().people()] == ["Mira", "Lin"]
    assert not solo.protected()
    assert solo.space("mira").answers("own") == {"cue": text("mine alone")}
    solo.lock_all()
    solo.begin("lin", SECRET["sam"], name_on_door=False)
    assert solo.space("lin").entries() == solo.shared().sittings() == ()
    solo.unlock("mira", SECRET["mira"])
    assert solo.at_table()
    assert solo.protected()


def test_who_joined_seals_and_opens_like_one_of_two(notebooks: Notebooks, tmp_path: Path) -> None:
    notebook = notebooks.create(tmp_path / "book", (MIRA,))
    notebook.begin("mira", SECRET["mira"], name_on_door=False)
    notebook.add_person(SAM)
    notebook.lock_all()
    notebook.begin("sam", SECRET["sam"], name_on_door=False)
    notebook.unlock("mira", SECRET["mira"])
    sealed(notebook)
    said = [one.answer for one in notebook.open_step("first", "cue")]
    assert said == [half("mira").openings["cue"], half("sam").openings["cue"]]
    notebook.close()


def test_nobody_joins_while_all_are_out(solo: Notebook) -> None:
    solo.lock_all()
    with trouble("locked"):
        solo.add_person(LIN)
    assert len(solo.doors()) == 1


def test_a_sitting_for_two_goes_on_as_before_while_both_are_here(both: Notebook) -> None:
    assert for_two("begun") in [entry.sitting for entry in both.shared().sittings()]
    assert both.shared().going_on(9)
