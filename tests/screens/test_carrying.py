"""What was said before comes back where an exercise asks for it: offered, never filled in, and only to whoever said it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.content.fields import Ranking
from workbook.content.library import Library
from workbook.paths import resources
from workbook.screens.beginning import GOOD_TIME
from workbook.screens.home import HomeScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen

HEAD = """\
edition: 1
purpose: Small things.
intensity: low
evidence: {tradition: own, exercise: not tested}
therapist_note: Go slowly.
sources: [Nobody]
"""

CATCH = """\
id: catch
title: Catch
minutes: {each: 2}
who: [alone]
parts:
  - alone:
      - {id: happened, kind: write, title: It happened, ask: What happened?}
      - id: moves
        kind: choose-many
        title: Moves
        ask: What did you do?
        options: [{id: near, text: I came nearer}, {id: far, text: I went away}]
      - {id: top, kind: rank, title: The first ones, ask: Which first?, of: moves, most: 2}
      - {id: small, kind: commit, title: Something small, ask: One small thing?}
"""

SLOWLY = """\
id: slowly
title: Slowly
minutes: {each: 2}
who: [alone]
parts:
  - alone:
      - {id: cue, kind: write, title: The cue, ask: What was it?, carries: [{exercise: catch, step: happened}]}
      - id: moves
        kind: choose-many
        title: Moves
        ask: And then?
        carries: [{exercise: catch, step: moves}, {exercise: catch, step: happened}]
        options: [{id: near, text: I came nearer}, {id: far, text: I went away}]
      - {id: went, kind: follow, title: How it went, ask: How did it go?}
      - {id: overnight, kind: wait, title: Tomorrow, ask: It goes on tomorrow.}
      - {id: later, kind: write, title: Later, ask: And today?}
"""

HERE = """\
id: here
title: Here
minutes: {each: 0, together: 2}
who: [together]
parts:
  - together:
      - {id: went, kind: follow, title: How it went, ask: How did it go?}
      - {id: rule, kind: write, title: Our rule, ask: "What is our rule, {me} and {partner}?"}
      - {id: ours, kind: commit, title: Ours, ask: What will we try?}
      - {id: mine, kind: commit, title: Mine, ask: What will each of you try?, each: true}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    pack = tmp_path / "packs" / "kitchen"
    pack.mkdir(parents=True)
    about = "edition: 1\ntitle: Kitchen\nabout: Small.\nauthors: [Somebody]\nlicence: MIT\nlanguage: en\n"
    (pack / "pack.yaml").write_text(f"id: kitchen\n{about}exercises: [catch, slowly, here, {GOOD_TIME}]\n")
    shutil.copy(resources() / "packs" / "core" / f"{GOOD_TIME}.yaml", pack)
    for text in (CATCH, SLOWLY, HERE):
        (pack / f"{text.splitlines()[0].split(': ')[1]}.yaml").write_text(text + HEAD)
    library = Library(tmp_path / "packs")
    assert library.shelved == {}
    return Desk(tmp_path, library)


def caught(desk: Desk) -> Desk:
    desk.open("catch")
    desk.walk(
        {
            "happened": {"words": "the kettle, {me}"},
            "moves": {"chosen": {"picked": ["far"], "own": ["hid"]}},
            "top": {"order": ["hid", "I went away"]},
            "small": {"practice": {"who": "me", "what": "tea", "when": "Monday", "know": ""}},
        }
    )
    desk.choose("My page")
    return desk


def page(desk: Desk) -> WalkScreen:
    return desk.on(WalkScreen)


def test_what_was_picked_before_is_there_to_be_put_in_order(desk: Desk) -> None:
    desk.set_up("Kim").first_turn().open("catch")
    desk.next().write({"picked": ["far"], "own": ["hid"]}).next()
    field = page(desk).state.page.groups[0].step.fields()[0]
    assert isinstance(field, Ranking)
    assert [item.text for item in field.items] == ["I went away", "hid"]


def test_earlier_words_are_offered_and_used_only_when_asked(desk: Desk) -> None:
    caught(desk.set_up("Kim").first_turn()).open("slowly")
    before = page(desk).state.page
    assert [one.words for one in before.carried] == ["the kettle, {me}"]
    assert before.groups[0].answer is None
    page(desk).use(before.carried[0])
    assert page(desk).state.page.groups[0].answer == {"words": "the kettle, {me}"}
    page(desk).use(before.carried[0])
    assert page(desk).state.page.groups[0].answer == {"words": "the kettle, {me}\nthe kettle, {me}"}


def test_an_answer_of_the_same_shape_is_taken_whole_and_other_words_beside_it(desk: Desk) -> None:
    caught(desk.set_up("Kim").first_turn()).open("slowly").next()
    whole, words = page(desk).state.page.carried
    page(desk).use(whole)
    page(desk).use(words)
    chosen = {"picked": ["far"], "own": ["hid", "the kettle, {me}"]}
    assert page(desk).state.page.groups[0].answer == {"chosen": chosen}


def test_a_commitment_comes_back_until_it_is_kept_or_given_up(desk: Desk) -> None:
    caught(desk.set_up("Kim").first_turn()).open("slowly").next().next()
    assert page(desk).state.page.groups[0].answer == {"went": [{"what": "tea · me · Monday", "how": ""}]}
    desk.write([{"what": "tea · me · Monday", "how": "not-ours"}]).next()
    desk.flow.home(desk.person(0))
    desk.open("slowly").next().next()
    assert page(desk).state.page.groups[0].answer is None


def test_a_step_that_waits_opens_on_another_day(desk: Desk) -> None:
    caught(desk.set_up("Kim").first_turn()).open("slowly").next().next().next()
    assert "goes on from" in page(desk).state.page.note
    desk.next()
    assert desk.on(NoticeScreen).state.title == "Enough for today"
    desk.choose("My page")
    home = desk.on(HomeScreen)
    home.ways.go_on(next(card.id for card in home.state.going_on if card.title == "Slowly"))
    desk.next().on(NoticeScreen)
    desk.clock.pass_time(timedelta(days=1).total_seconds())
    desk.choose("My page")
    desk.on(HomeScreen).ways.go_on(next(card.id for card in desk.on(HomeScreen).state.going_on if card.title == "Slowly"))
    desk.next()
    assert page(desk).state.page.step.id == "later"


def test_g13_what_one_said_is_never_offered_to_the_other(desk: Desk) -> None:
    caught(desk.set_up("Kim", "Sam").first_turn())
    desk.come_in(1).open("slowly")
    assert page(desk).state.page.carried == ()


def test_an_exercise_for_the_table_begins_there(desk: Desk) -> None:
    desk.set_up("Kim", "Sam").first_turn().come_in(1)
    table = desk.sit_down().on(TableScreen)
    assert [summary.id for summary in table.state.exercises] == ["here"]
    desk.begin_here("here")
    desk.next()
    assert page(desk).state.page.step.ask == "What is our rule, you and your partner?"
    desk.write("knock first").next().next().next()
    assert desk.on(NoticeScreen).state.title == "This one is done"


def test_an_exercise_for_the_table_that_one_begins_alone_waits_for_both(desk: Desk) -> None:
    desk.set_up("Kim", "Sam").first_turn().come_in(1).open("here", "together")
    desk.choose("We are both here")
    desk._pass("one fine day")._pass("one fine day")
    desk.at_the_table().next().write("knock first").next()
    assert page(desk).state.page.step.id == "ours"


def promise(what: str) -> dict[str, str]:
    return {"who": "", "what": what, "when": "", "know": ""}


def test_what_was_promised_at_the_table_comes_back_there_and_to_each_alone(desk: Desk) -> None:
    desk.set_up("Kim", "Sam").first_turn().come_in(1)
    desk.sit_down().begin_here("here")
    desk.next().next().write(promise("a walk")).next()
    desk.write(promise("hum"), author=desk.person(0)).write(promise("sing"), author=desk.person(1)).next()
    desk.sit_down().begin_here("here")
    assert [row["what"] for row in (page(desk).state.page.groups[0].answer or {})["went"]] == ["a walk", "hum", "sing"]
    desk.come_in(1).open("slowly").next().next()
    assert [row["what"] for row in (page(desk).state.page.groups[0].answer or {})["went"]] == ["a walk", "sing"]
