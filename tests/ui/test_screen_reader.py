"""The real window as a screen reader finds it: names, roles, the order of the keyboard, what is announced, what Orca says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.robots.orca import Orca
from tests.robots.seat import Heard, Seat, missing, seat

pytestmark = pytest.mark.reader
EXPECTED = Path(__file__).with_name("orca-one-moment.txt")
SPEAKS_FOR_ITSELF = ("push button", "check box", "radio button", "text", "password text", "combo box", "toggle button", "list")
"""The roles of what takes the keyboard; `filler` is Qt's word for the page itself, which has its title for a name."""


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Seat]:
    """Somebody at the first page."""
    if lacking := missing():
        pytest.skip(f"needs {lacking}")
    with seat(tmp_path) as taken:
        yield taken.wait("Begin")


def in_order(heard: list[Heard]) -> list[str]:
    return [each.name for each in heard]


def come_in(at: Seat) -> Seat:
    """From the first page to one's own, for one person without a passphrase."""
    at.key("alt+b").tab_to("Just me")
    at.key("space").write("Mira").tab_to("Make the notebook")
    at.key("space").wait("Go without one").tab_to("Go without one")
    return at.key("space").wait("Nothing is begun yet")


def find_the_moment(at: Seat) -> Seat:
    """From one's own page to the exercise."""
    at.tab_to("All exercises")
    at.key("space").wait("Find an exercise").write("slowly").tab_to("One moment, slowly")
    return at.key("space").wait("By myself, the short way")


def begin_the_moment(at: Seat) -> Seat:
    """Its first step, the short way."""
    at.tab_to("By myself, the short way")
    return at.key("space").wait("How steady are you right now?")


def nothing_nameless(at: Seat) -> list[Heard]:
    """Everything here that takes the keyboard and has no name."""
    return [each for each in at.tree() if each.role in SPEAKS_FOR_ITSELF and "focusable" in each.states and not each.name]


def test_each_page_from_the_first_start_to_enough_for_today_is_announced_and_named(at: Seat) -> None:
    assert "Before anything else" in at.since()
    above, below = ["Look round", "Open another notebook"], ["Begin", "Steady ground", "Pause", "Help"]
    way = in_order(at.round())
    top = way.index("Look round")  # the keyboard may begin at the page itself or at what leads on, whichever was first
    assert way[top:] + way[:top] == above + below, "what stands above comes first"
    come_in(at)
    assert at.since() == ["Who is it for?", "A key of your own", "Hello, Mira"]
    assert nothing_nameless(at) == []


def test_one_exercise_can_be_walked_by_ear(at: Seat) -> None:
    come_in(at)
    assert in_order(at.round())[:5] == [
        "Too much right now",
        "Something just happened",
        "I want to say something",
        "A good five minutes",
        "All exercises",
    ]
    at.since()
    find_the_moment(at)
    assert at.since() == ["All exercises", "1 exercise", "One moment, slowly"]
    begin_the_moment(at)
    assert at.since() == ["How I am now"]
    assert at.focus.name == "Next"
    assert at.focus.description.startswith("How steady are you right now?")
    way = at.round()
    assert in_order(way) == ["Skip", "Back", "Enough for today", "Pause", "Help", "0, Shaky, or far away", "Next"]
    assert nothing_nameless(at) == []
    at.key("ctrl+Return").wait("What set it off")
    assert (at.focus.role, at.focus.name) == ("text", "What set it off")
    assert at.focus.description.startswith("Think of one moment")
    at.write("The plate fell.").tab_to("If you are stuck")
    at.key("space")
    (stuck,) = (each for each in at.tree() if each.role == "push button" and "focused" in each.states)
    assert stuck.name == "If you are stuck – fold away"
    assert "I came in, and …" in stuck.description
    assert nothing_nameless(at) == []
    at.since()
    at.tab_to("Enough for today")
    at.key("space").wait("Close the notebook")
    assert at.since(), "what comes after enough for today is announced"
    assert nothing_nameless(at) == []


def test_what_went_wrong_is_announced_where_it_happens(at: Seat) -> None:
    at.key("alt+b").tab_to("Just me")
    at.key("space").since()
    at.tab_to("Make the notebook")
    at.key("space")
    assert at.since() == ["Each needs a name, or whatever you are called. One letter is enough."]


def test_orca_says_one_exercise_as_it_stands_in_the_transcript(tmp_path: Path) -> None:
    if lacking := missing("orca", "speech-dispatcher"):
        pytest.skip(f"needs {lacking}")
    orca = Orca(tmp_path)
    with seat(tmp_path, orca.command) as at:
        come_in(at.wait("Begin"))
        find_the_moment(at)
        begin_the_moment(at)
        for key in ("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Right", "Right", "ctrl+Return"):
            orca.listen(at.key(key))
        at.write("The plate fell.")
        for key in ("Tab", "space", "ctrl+Return", "ctrl+Return", "ctrl+Return", "Tab", "Tab", "Tab", "ctrl+Return"):
            orca.listen(at.key(key))
        at.tab_to("Enough for today")
        orca.listen(at.key("space"))
        said = orca.said(at, "By myself, the short way push button.", "Close the notebook push button.")
    told = "\n".join(said) + "\n"
    (tmp_path / "heard.txt").write_text(told, "utf-8")
    assert told == EXPECTED.read_text("utf-8"), f"Orca says it otherwise now: read {tmp_path / 'heard.txt'} aloud before keeping it"
