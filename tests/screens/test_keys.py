"""One's own key, as the screens lead through it (G12, G14, G17)."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.robots.desk import Desk
from workbook.content.blocks import Table
from workbook.couple import recovery, strength
from workbook.couple.backups import Progress
from workbook.couple.pin import fit
from workbook.screens.door import DoorScreen
from workbook.screens.handover import HandoverScreen
from workbook.screens.home import HomeScreen
from workbook.screens.keys import CodeScreen, PassphraseScreen, PinScreen, RecoverScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.paper import SheetScreen
from workbook.screens.progress import LOOK
from workbook.screens.table import TableScreen
from workbook.screens.unlock import FirstTurnScreen, UnlockScreen

OLD, NEW = "one fine day", "eleven paper boats"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two who have both begun; the first is at home."""
    return Desk(tmp_path).set_up("Ana", "Ben").first_turn(OLD).come_in(1, OLD).come_in(0, OLD)


def errand(desk: Desk, title: str) -> None:
    """Take one of the errands of My key."""
    desk.on(HomeScreen).ways.my_space()
    for wanted in ("My key", title):
        screen = desk.on(MySpaceScreen)
        next(one for one in screen.state.errands if one.title == wanted).go()


def unlocking(desk: Desk, index: int = 0) -> UnlockScreen:
    """Somebody's door."""
    desk.flow.door()
    desk.on(DoorScreen).enter(desk.person(index))
    return desk.on(UnlockScreen)


@pytest.mark.parametrize("title", ["Another passphrase", "Somebody knows it"])
def test_another_passphrase_is_asked_for_twice_and_the_old_one_once(desk: Desk, title: str) -> None:
    errand(desk, title)
    screen = desk.on(PassphraseScreen)
    for typed in (("", NEW, NEW), (OLD, "", ""), (OLD, NEW, "else"), ("guess", NEW, NEW)):
        screen.go(*typed)
        assert screen.state.fault
        assert not screen.state.busy
    screen.go(OLD, NEW, NEW)
    assert desk.on(NoticeScreen).state.title == "That is done"
    unlocking(desk).enter(OLD)
    desk.on(UnlockScreen).enter(NEW)
    desk.on(HomeScreen)


def test_a_passphrase_goes_and_comes_back(desk: Desk) -> None:
    errand(desk, "Go without a passphrase")
    desk.on(PassphraseScreen).go(OLD, "", "")
    assert not desk.notebook.doors()[0].protected
    unlocking(desk).enter("")
    errand(desk, "Set a passphrase")
    desk.on(PassphraseScreen).go("", NEW, NEW)
    assert desk.notebook.doors()[0].protected


def test_what_could_not_be_reached_is_named(desk: Desk) -> None:
    desk.notebook.unreached = ("0007-2026-03-03",)
    errand(desk, "Another passphrase")
    desk.on(PassphraseScreen).go(OLD, NEW, NEW)
    said = desk.on(NoticeScreen).state.text
    assert "0007-2026-03-03" in said
    assert "other places" in said


def test_a_recovery_code_is_kept_only_after_two_groups_were_typed(desk: Desk) -> None:
    errand(desk, "A recovery code")
    screen = desk.on(CodeScreen)
    screen.make()
    groups, (first, second) = screen.state.groups, screen.state.asked
    screen.check()
    screen.keep("AAAA", groups[second], OLD)
    assert screen.state.fault
    assert not desk.notebook.has_recovery(desk.person(0))
    screen.keep(groups[first].lower(), f" {groups[second]} ", OLD)
    assert desk.notebook.has_recovery(desk.person(0))
    assert screen.state.groups == ()
    desk.on(NoticeScreen)

    unlocking(desk).with_code()
    recover = desk.on(RecoverScreen)
    recover.go(" ".join(groups[:-1]), NEW, NEW)
    assert "Something in the code" in recover.state.fault
    recover.go(" ".join(recovery.new()), NEW, NEW)
    assert "not this space" in recover.state.fault
    recover.go("-".join(groups).lower(), NEW, NEW)
    desk.choose("Go on")
    desk.on(HomeScreen)
    unlocking(desk).enter(NEW)
    desk.on(HomeScreen)


def test_the_code_is_printed_under_a_name_that_says_nothing(desk: Desk) -> None:
    (desk.folder / "notes.pdf").touch()
    errand(desk, "A recovery code")
    screen = desk.on(CodeScreen)
    screen.make()
    screen.print()
    sheet = desk.on(SheetScreen)
    (title, blocks) = desk.printer.made[-1]
    table = next(block for block in blocks if isinstance(block, Table))
    assert (title, sheet.state.folder) == ("", str(desk.folder / "notes-2.pdf"))
    assert tuple(row[1] for row in table.rows) == screen.state.groups
    assert not desk.printer.printed, "it is looked at first"
    sheet.write(sheet.state.folder)
    assert sheet.state.written == str(desk.folder / "notes-2.pdf")
    sheet.back()
    assert desk.on(CodeScreen) is screen


def test_the_door_does_not_tell_who_has_a_code(desk: Desk) -> None:
    before = unlocking(desk).state
    desk.come_in(0, OLD)
    desk.notebook.set_recovery(desk.person(0), OLD, "any")
    assert unlocking(desk).state == before
    assert before.code


def set_pin(desk: Desk, digits: str = "2580") -> None:
    """Ana sets a PIN, and is at home again."""
    errand(desk, "A PIN for this evening")
    desk.on(PinScreen).set(digits, digits)
    desk.flow.home(desk.person(0))


def test_a_pin_stands_in_at_the_curtain(desk: Desk) -> None:
    set_pin(desk)
    desk.on(HomeScreen).ways.hand_over()
    desk.on(HandoverScreen).here()
    assert not desk.on(UnlockScreen).state.pin
    desk._pass(OLD).on(HomeScreen).ways.hand_over()
    desk.on(HandoverScreen).here()
    screen = desk.on(UnlockScreen)
    assert screen.state.pin
    screen.enter("2580")
    desk.on(HomeScreen)


def test_after_three_wrong_tries_the_passphrase_is_asked_for(desk: Desk) -> None:
    set_pin(desk)
    desk.notebook.lock_all(forget=False)
    desk.flow.come_in(desk.person(0), lambda: desk.flow.home(desk.person(0)))
    screen = desk.on(UnlockScreen)
    for _ in range(3):
        assert screen.state.pin
        screen.enter("1111")
    assert not screen.state.pin
    screen.enter(OLD)
    desk.on(HomeScreen)


@pytest.mark.parametrize("end", ["cover", "lock", "door", "curtain"])
def test_a_pin_goes_with_cover_lock_and_door_and_does_not_wait_at_the_curtain(desk: Desk, end: str) -> None:
    set_pin(desk)
    if end == "curtain":
        desk.on(HomeScreen).ways.hand_over()
        desk.clock.pass_time(10 * 60)
        assert desk.notebook.has_pin(desk.person(0))
        desk.clock.pass_time(10 * 60)
    else:
        getattr(desk.flow, end)()
    assert not desk.notebook.has_pin(desk.person(0))


@pytest.mark.parametrize("digits", ["", "123", "12a4", "1111", "١٢٣٤"])
def test_what_is_no_pin(digits: str) -> None:
    assert not fit(digits)


def test_a_space_is_emptied_only_when_asked_twice(desk: Desk) -> None:
    errand(desk, "Empty my space")
    desk.choose("Keep everything")
    errand_again = desk.on(MySpaceScreen)
    errand_again.state.errands[-1].go()
    desk.choose("Empty my space now")
    assert desk.notebook.unlocked() == frozenset()
    desk.choose("To the door")
    assert not desk.notebook.doors()[0].begun


def test_whoever_emptied_their_space_begins_anew_when_both_come_in(desk: Desk) -> None:
    errand(desk, "Empty my space")
    desk.choose("Empty my space now")
    desk.choose("To the door")
    desk.on(DoorScreen).enter(desk.person(0))
    turn = desk.on(FirstTurnScreen)
    turn.begin(NEW, NEW, False)
    assert "comes in first" in turn.state.fault
    turn.back()
    desk.on(DoorScreen).together()
    assert desk.on(UnlockScreen).state.door.id == desk.person(1)
    desk.on(UnlockScreen).enter(OLD)
    desk.on(FirstTurnScreen).begin(NEW, NEW, False)
    desk.on(TableScreen)


def test_a_word_on_the_passphrase_comes_while_it_is_typed_and_never_stops_anyone(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ana")
    screen = desk.on(FirstTurnScreen)
    screen.weigh("12345678")
    assert "You can use it all the same" in screen.state.advice
    screen.weigh("harbour seven lamp")
    assert screen.state.advice == "Hard to guess."
    screen.weigh("")
    assert screen.state.advice == ""
    screen.begin("1", "1", False)
    desk.on(HomeScreen)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("password1", "common"),
        ("harbour", "word"),
        ("lkjhgfds", "keys"),
        ("Ana", "yours"),
        ("31.12.1987", "date"),
        ("xkq", "short"),
    ],
)
def test_what_makes_it_easy_is_said(word: str, why: str) -> None:
    found = strength.of(word, ("Ana",))
    assert found.level == "easy"
    assert found.why == why


def test_a_very_long_passphrase_is_looked_at_quickly() -> None:
    assert strength.of("ab" * 5000).level in ("easy", "fair", "good")


def test_a_code_survives_how_people_type_and_no_slip() -> None:
    groups = recovery.new()
    kept = recovery.read(" ".join(groups))
    assert kept == "".join(groups)
    assert recovery.read("-".join(groups).lower().replace("0", "o").replace("1", "l")) == kept
    slipped = [kept[:at] + ("2" if kept[at] != "2" else "3") + kept[at + 1 :] for at in range(len(kept))]
    assert sum(recovery.read(each) is not None for each in slipped) <= 1
    assert [len(group) for group in groups] == [4] * 8 + [2]


@pytest.mark.parametrize("breaks", [ImportError, KeyError, ZeroDivisionError, RecursionError])
def test_without_an_estimate_there_is_no_advice_and_a_passphrase_is_set_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, breaks: type[Exception]
) -> None:
    def broken(*_passphrase: object, **_known: object) -> None:
        raise breaks

    gone = None if breaks is ImportError else SimpleNamespace(zxcvbn=broken)
    monkeypatch.setitem(sys.modules, "zxcvbn", gone)
    screen = Desk(tmp_path).set_up("Ana").on(FirstTurnScreen)
    screen.weigh("harbour")
    assert screen.state.advice == ""
    screen.weigh("harbour seven")
    assert (screen.state.advice, screen.state.fault) == ("", "")


def test_how_much_is_done_shows_while_keys_are_renewed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    errand(desk, "Somebody knows it")
    screen, seen = desk.on(PassphraseScreen), []

    def slowly(_person: str, _old: str, _new: str, progress: Progress) -> tuple[str, ...]:
        for share in (0.25, 0.5):
            progress.go_on(share)
            desk.clock.pass_time(LOOK)
            seen.append(screen.state.share)
        return ()

    monkeypatch.setattr(desk.notebook, "renew_keys", slowly)
    screen.go(OLD, NEW, NEW)
    assert seen == [0.25, 0.5]
    desk.clock.pass_time(10 * LOOK)
    assert screen.state.share == 0.5, "nobody looks any more"
