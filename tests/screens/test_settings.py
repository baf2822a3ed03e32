"""How it behaves for me: kept privately, in force while its owner is in; and the PIN that is offered without nagging (G9, G12)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.couple.habits import USUAL, Habits
from workbook.screens.handover import HandoverScreen
from workbook.screens.home import HomeScreen
from workbook.screens.keys import PinScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.settings import SettingsScreen
from workbook.screens.unlock import UnlockScreen
from workbook.trouble import Trouble

DAY = 24 * 3600.0


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two who have both begun; the first is at home."""
    return Desk(tmp_path).set_up("Ana", "Ben").first_turn().come_in(1).come_in(0)


def settings(desk: Desk) -> SettingsScreen:
    desk.on(HomeScreen).ways.my_space()
    next(one for one in desk.on(MySpaceScreen).state.errands if one.title == "How it behaves for me").go()
    return desk.on(SettingsScreen)


def now(desk: Desk) -> Habits:
    return desk.flow.knowing.now()


def test_each_setting_is_told_in_one_sentence(desk: Desk) -> None:
    told = [row.line for row in settings(desk).state.rows]
    assert len(told) > 10
    assert [line for line in told if line.rstrip("….").count(".") or not line.endswith((".", "…"))] == []


def test_what_is_picked_is_kept_in_ones_own_space_and_counts_at_once(desk: Desk) -> None:
    screen = settings(desk)
    screen.pick("cover-key", "f12")
    screen.pick("lock-after", "2")
    assert [row.picked for row in screen.state.rows[:2]] == ["f12", "2"]
    assert screen.state.status == "Saved"
    assert now(desk) == Habits(cover=frozenset({"esc-3", "f12"}), lock_after=120)
    assert desk.notebook.spaces[desk.person(0)].settings() == {"cover-key": "f12", "lock-after": "2"}
    assert desk.notebook.spaces[desk.person(1)].settings() == {}


def test_it_counts_only_while_its_owner_is_in(desk: Desk) -> None:
    settings(desk).pick("cover-key", "f12")
    for away in (desk.flow.door, desk.flow.cover, lambda: desk.come_in(1)):
        away()
        assert now(desk) == USUAL
    desk.come_in(0)
    assert "f12" in now(desk).cover
    assert [row.picked for row in settings(desk).state.rows][:1] == ["f12"]


def test_at_the_table_both_keys_work_and_the_shorter_times_count(desk: Desk) -> None:
    for index, picks in enumerate(({"cover-key": "f12", "dim-after": "20"}, {"cover-key": "esc-2", "dim-after": "5"})):
        screen = settings(desk.come_in(index))
        for key, value in picks.items():
            screen.pick(key, value)
    desk.sit_down()
    assert now(desk).cover == {"esc-3", "esc-2", "f12"}
    assert now(desk).dim_after == 300
    desk.notebook.leave_spaces()
    assert now(desk).cover == {"esc-3", "esc-2", "f12"}, "also after the private spaces closed"
    desk.flow.door()
    assert now(desk) == USUAL


def test_a_notebook_for_one_has_no_settings_for_two(tmp_path: Path) -> None:
    screen = settings(Desk(tmp_path).set_up("Ada").first_turn(None))
    assert [row.key for row in screen.state.rows] == [
        "cover-key",
        "lock-after",
        "late-note",
        "on-this-day",
        "spelling",
        "text-size",
        "palette",
        "motion",
        "country",
        "language",
    ]


def test_what_could_not_be_kept_is_not_shown_as_picked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_key: str, _value: str) -> None:
        raise Trouble("disk-full")

    screen = settings(desk)
    monkeypatch.setattr(desk.notebook.spaces[desk.person(0)], "set", full)
    screen.pick("cover-key", "f12")
    assert screen.state.rows[0].picked == "esc-3"
    assert "disk is full" in screen.state.trouble
    assert now(desk) == USUAL


def behind_the_curtain(desk: Desk) -> str:
    """The one in front passes the computer on, the other comes in with their passphrase; what they are asked then, if anything."""
    desk.on(HomeScreen).ways.hand_over()
    desk.on(HandoverScreen).here()
    desk.on(UnlockScreen).enter("one fine day")
    return desk.stage.screen.state.title if isinstance(desk.stage.screen, NoticeScreen) else ""


def test_g12_a_pin_is_offered_at_the_curtain_once_a_day_to_each(desk: Desk) -> None:
    offered = []
    for _time in range(4):
        offered.append(bool(behind_the_curtain(desk)))
        if offered[-1]:
            desk.choose("Go on without")
    assert offered == [True, True, False, False]
    desk.clock.pass_time(DAY)
    assert behind_the_curtain(desk) == "A PIN for this evening?"


def test_at_the_door_nobody_is_asked_and_after_a_wish_never_again(desk: Desk) -> None:
    desk.come_in(1).on(HomeScreen)
    assert behind_the_curtain(desk)
    desk.choose("Do not offer it again")
    desk.on(HomeScreen)
    desk.come_in(1)
    desk.clock.pass_time(3 * DAY)
    desk.come_in(1)
    assert not behind_the_curtain(desk)
    offer = next(row for row in settings(desk).state.rows if row.key == "offer-pin")
    assert offer.picked == "no"


def test_the_offer_leads_to_a_pin_and_on(desk: Desk) -> None:
    behind_the_curtain(desk)
    desk.choose("Use a PIN")
    desk.on(PinScreen).set("2580", "2580")
    desk.on(HomeScreen)
    assert desk.notebook.has_pin(desk.person(1))


def test_who_has_no_passphrase_is_offered_none(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ana", "Ben").first_turn(None)
    desk.come_in(1)
    desk.on(HomeScreen).ways.hand_over()
    desk.on(HandoverScreen).here()
    desk.on(UnlockScreen).enter("")
    desk.on(HomeScreen)
