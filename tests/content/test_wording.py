"""G29 and G7 by their words: what no exercise may ask for, and what they must not mistake for it."""

import pytest

from tests.content.good import GOOD
from workbook.content.compose import compose
from workbook.content.exercise import Exercise
from workbook.content.reader import read
from workbook.content.wording import nobody_is_judged, nobody_is_watched


def saying(words: str) -> Exercise:
    """The kettle, with these words at its start."""
    page = read(GOOD.encode(), "the-kettle.yaml")
    assert isinstance(page.plain, dict)
    page.plain["purpose"] = words
    return compose(page.plain)


@pytest.mark.parametrize(
    "words",
    [
        "Tell each other your passwords.",
        "Give {partner} the passcode.",
        "Write down your login details.",
        "Turn on location sharing.",
        "Share your location for a week.",
        "Do you know {partner}’s whereabouts?",
        "Check {partner}'s phone together.",
        "Read each other’s messages.",
        "Look through my partner's browser history.",
        "Let {partner} check your phone once a day.",
        "Hand over your phone.",
        "Unlock your mobile and put it on the table.",
        "Show {partner} your messages.",
        "A weekly phone check.",
        "Track {partner} for a month.",
        "Put a GPS in the car.",
    ],
)
def test_g29_watching_is_refused(words: str) -> None:
    (fault,) = nobody_is_watched(saying(words))
    assert fault.at == ("purpose",)
    assert "freely" in fault.instead


@pytest.mark.parametrize(
    "words",
    [
        "Your passphrase is yours alone.",
        "Put your phone away.",
        "Check in with each other by phone.",
        "Keep track of where in the body it sits.",
        "Find a location where you can talk.",
        "Write a message to yourself.",
        "Read what you wrote to each other.",
        "If your phone is watched, use another one to call.",
        "Look at each other.",
        "Being followed or watched is not a loop of two.",
    ],
)
def test_g29_ordinary_words_pass(words: str) -> None:
    assert not [*nobody_is_watched(saying(words))]


def test_g29_the_note_to_the_therapist_may_warn_of_it() -> None:
    page = read(GOOD.replace("Ask about the tea.", "Ask whether phone checks happen.").encode(), "the-kettle.yaml")
    assert not [*nobody_is_watched(compose(page.plain))]


@pytest.mark.parametrize("words", ["Your partner is cold.", "Look. Your partner is cold.", "Well:\n- your partner is cold"])
def test_g7_no_sentence_says_what_the_partner_is(words: str) -> None:
    assert [*nobody_is_judged(saying(words))]


@pytest.mark.parametrize("words", ["Notice when your partner is near.", "{partner} is in the next room."])
def test_g7_a_sentence_may_say_where_somebody_is(words: str) -> None:
    assert not [*nobody_is_judged(saying(words))]
