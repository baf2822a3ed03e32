"""Packs behind a gate are off until somebody switches them on for themselves; one from outside is seen before it is put here."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.content.good import GOOD, PACK
from tests.content.test_zipped import zipped
from tests.robots.desk import Desk
from workbook.content.library import Library
from workbook.paths import resources
from workbook.screens.home import HomeScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.packs import PacksScreen

GATE = "gate: {is: Soft things., is_not: Not a medicine.}\n"
SOFT = GOOD.replace("id: the-kettle", "id: the-cup").replace("title: The kettle", "title: The cup", 1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    packs = tmp_path / "packs"
    shutil.copytree(resources() / "packs" / "core", packs / "core")
    soft = packs / "soft"
    soft.mkdir()
    (soft / "pack.yaml").write_text(PACK.replace("kitchen", "soft").replace("the-kettle", "the-cup") + GATE, "utf-8")
    (soft / "the-cup.yaml").write_text(SOFT, "utf-8")
    library = Library(packs)
    assert library.shelved == {}
    return Desk(tmp_path, library)


def packs(desk: Desk) -> PacksScreen:
    """The page of packs, from home."""
    desk.on(HomeScreen).ways.my_space()
    errand = next(errand for errand in desk.on(MySpaceScreen).state.errands if errand.title == "More exercises")
    errand.go()
    return desk.on(PacksScreen)


def listed(desk: Desk) -> list[str]:
    desk.on(HomeScreen).ways.library()
    library = desk.on(LibraryScreen)
    library.back()
    return [summary.id for group in library.state.groups for summary in group.exercises]


def test_g32_a_pack_behind_a_gate_is_hidden_until_it_is_switched_on(desk: Desk) -> None:
    desk.set_up("Kim").first_turn()
    assert "the-cup" not in listed(desk)
    screen = packs(desk)
    (shown,) = screen.state.packs
    assert not shown.on
    screen.look(shown)
    assert screen.state.gate is not None
    assert screen.state.gate.imprint.gate is not None
    screen.switch(shown, True)
    desk.flow.home(desk.person(0))
    assert "the-cup" in listed(desk)
    screen = packs(desk)
    screen.switch(screen.state.packs[0], False)
    desk.flow.home(desk.person(0))
    assert "the-cup" not in listed(desk)


def test_g13_what_one_has_switched_on_changes_nothing_for_the_other(desk: Desk) -> None:
    desk.set_up("Kim", "Sam").first_turn().come_in(1)
    before = desk.on(HomeScreen).state
    desk.come_in(0)
    screen = packs(desk)
    screen.switch(screen.state.packs[0], True)
    desk.come_in(1)
    assert desk.on(HomeScreen).state == before
    assert not packs(desk).state.packs[0].on


def test_a_pack_from_outside_is_shown_first_and_then_there_for_this_person_alone(desk: Desk) -> None:
    desk.set_up("Kim", "Sam").first_turn()
    path = desk.folder / "kitchen.zip"
    desk.notebook.outside[path] = zipped({"pack.yaml": PACK, "the-kettle.yaml": GOOD})
    screen = packs(desk)
    screen.open_zip(str(path))
    offer = screen.state.offer
    assert offer is not None
    assert offer.imprint.authors == ("Somebody",)
    assert any("What did you do?" in asks for _title, asks in offer.asks)
    assert "The Kettle Institute lets this pack use it." in offer.measures[0]
    desk.flow.home(desk.person(0))
    assert "the-kettle" not in listed(desk)
    screen = packs(desk)
    screen.open_zip(str(path))
    screen.put()
    desk.flow.home(desk.person(0))
    assert "the-kettle" in listed(desk)
    desk.open("the-kettle").walk()
    desk.come_in(1)
    assert "the-kettle" not in listed(desk)
    desk.come_in(0)
    screen = packs(desk)
    screen.take_out(next(shown for shown in screen.state.packs if shown.outside))
    desk.flow.home(desk.person(0))
    assert "the-kettle" not in listed(desk)
    assert [card.title for card in desk.on(HomeScreen).state.going_on] == ["The kettle"]


FAULTY = zipped({"pack.yaml": PACK, "the-kettle.yaml": "a: [" * 999})


@pytest.mark.parametrize("data", [b"", b"PK", zipped({"pack.yaml": PACK}), FAULTY])
def test_a_faulty_pack_from_outside_says_what_is_wrong_and_changes_nothing(desk: Desk, data: bytes) -> None:
    desk.set_up("Kim").first_turn()
    path = desk.folder / "kitchen.zip"
    desk.notebook.outside[path] = data
    screen = packs(desk)
    screen.open_zip(str(path))
    assert screen.state.faults
    screen.put()
    screen.back()
    assert [shown.imprint.id for shown in screen.state.packs] == ["soft"]


def test_a_pack_whose_exercise_is_there_already_is_refused(desk: Desk) -> None:
    desk.set_up("Kim").first_turn()
    path = desk.folder / "kitchen.zip"
    pack = PACK.replace("the-kettle", "the-cup")
    desk.notebook.outside[path] = zipped({"pack.yaml": pack, "the-cup.yaml": SOFT})
    screen = packs(desk)
    screen.open_zip(str(path))
    assert "`the-cup`" in str(screen.state.faults[0])
