"""One's own key at the window, by keys alone; and in large letters nothing of these pages is cut off (G12, G14, G17)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.robots.window import Hands, cut_off
from workbook.screens.door import DoorScreen
from workbook.screens.handover import HandoverScreen
from workbook.screens.home import HomeScreen
from workbook.screens.keys import CodeScreen, PinScreen, RecoverScreen
from workbook.screens.unlock import FirstTurnScreen, UnlockScreen

OLD, NEW = "first lamp", "eleven paper boats"


@pytest.fixture
def two(hands: Hands) -> Hands:
    """Both have begun; the first is at home."""
    hands.set_up("Zoë", "Łukasz").first_turn(OLD).press("Pass the computer").press("I am").first_turn("second lamp")
    return hands.press("Close").come_in(0, OLD)


def errand(hands: Hands, title: str) -> Hands:
    """From home to one of the errands of My key."""
    hands.press("My space")
    for wanted in ("My key", title):
        card(hands, wanted)
    return hands


def card(hands: Hands, title: str) -> Hands:
    """The way of one card in a list."""
    return hands.press(title)


def own_door(hands: Hands) -> Hands:
    """To Zoë's door, which is the first."""
    return hands.tab_to(lambda at: type(at).__name__ == "PictureButton", "a door").key(Qt.Key.Key_Space)


def typed(hands: Hands, *lines: str) -> Hands:
    """One line after the other, and Return in the last."""
    for line, words in zip(hands.shown(QLineEdit), lines, strict=True):
        hands.tab_into(line).write(words)
    return hands.key(Qt.Key.Key_Return)


def comes_in_with(hands: Hands, passphrase: str) -> bool:
    """Whether this opens Zoë's door; she is at home then, or at the door again."""
    hands.come_in(0, passphrase)
    if isinstance(hands.screen, HomeScreen):
        return True
    hands.press("Back").on(DoorScreen)
    return False


@pytest.mark.parametrize("title", ["Another passphrase", "Somebody knows it"])
def test_another_passphrase_and_new_keys_by_keys(two: Hands, title: str) -> None:
    typed(errand(two, title), OLD, NEW, NEW)
    assert two.notice() == "That is done"
    two.press("Back to my key").press("Back").press("Back").press("Close")
    assert not comes_in_with(two, OLD)
    assert comes_in_with(two, NEW)


def test_a_wrong_one_is_told_in_place_and_typing_again_is_enough(two: Hands) -> None:
    typed(errand(two, "Another passphrase"), "a guess", NEW, NEW)
    assert "not this space" in two.said()
    old, *_rest = two.shown(QLineEdit)
    two.tab_into(old).key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier).write(OLD)
    two.press("Change it")
    assert two.notice() == "That is done"


def test_a_recovery_code_is_typed_from_paper_and_opens_the_door(two: Hands) -> None:
    errand(two, "A recovery code").press("Make a code")
    groups = two.on(CodeScreen).state.groups
    assert all(group in two.said() for group in groups)
    two.press("I have it on paper")
    assert not [group for group in groups if group in two.said()], "the code is not shown while it is asked for"
    first, second = two.on(CodeScreen).state.asked
    typed(two, groups[first].lower(), "AAAA", OLD)
    assert "not the two groups" in two.said()
    _one, other, _passphrase = two.shown(QLineEdit)
    two.tab_into(other).key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier).write(groups[second])
    two.press("Keep this code")
    assert two.notice() == "That is done"
    two.press("Back to my key").press("Back").press("Back").press("Close")
    own_door(two)
    two.press("I have a recovery code").on(RecoverScreen)
    typed(two, " ".join(groups), NEW, NEW)
    two.press("Go on").on(HomeScreen)
    two.press("Close")
    assert comes_in_with(two, NEW)


def test_a_pin_stands_in_at_the_curtain_by_keys(two: Hands) -> None:
    typed(errand(two, "A PIN for this evening"), "1111", "1111")
    assert "not all the same" in two.on(PinScreen).state.fault
    for line in two.shown(QLineEdit):
        two.tab_into(line).key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier).write("2580")
    two.press("Use it").press("Back").press("Back").press("Pass the computer").on(HandoverScreen)
    two.press("I am").enter("second lamp").press("Pass the computer").press("I am")
    assert two.on(UnlockScreen).state.pin
    assert "Your PIN" in two.said()
    two.enter("2580").on(HomeScreen)


def test_a_space_is_emptied_only_when_it_was_said_twice_by_keys(two: Hands) -> None:
    errand(two, "Empty my space")
    assert two.notice() == "Empty my space?"
    two.press("Keep everything")
    card(two, "Empty my space").press("Empty my space now").press("To the door")
    own_door(two)
    two.on(FirstTurnScreen)
    two.press("Back").come_in(1, "second lamp").on(HomeScreen)


def test_no_words_on_the_pages_of_ones_own_key_are_cut_off_in_large_letters(tmp_path: Path) -> None:
    hands, faults = Hands(tmp_path, (900, 600)), list[str]()
    hands.open().set_up("Zoë", "Łukasz").first_turn(OLD)

    def measure() -> None:
        for scale in (1.0, 2.0, 2.5):
            hands.size(scale)
            faults.extend(f"{hands.seen[-1]} at {scale:.0%}: {fault}" for fault in cut_off(hands.settle().view))
        hands.size(1.0)
        hands.settle()

    for title in ("Another passphrase", "Somebody knows it", "A PIN for this evening", "Go without a passphrase"):
        errand(hands, title)
        measure()
        hands.press("Back").press("Back").press("Back")
    errand(hands, "A recovery code")
    measure()
    hands.press("Make a code")
    measure()
    hands.press("I have it on paper")
    measure()
    hands.press("Back").press("Back").press("Back")
    card(hands.press("My space"), "How it behaves for me")
    measure()
    hands.press("Back").press("Back").press("Close")
    own_door(hands)
    measure()
    hands.press("I have a recovery code")
    measure()
    hands.close()
    assert not faults, "\n".join(faults)
