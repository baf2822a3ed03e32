"""Something for a session, from one's own space and from the table: what each chooses, and that nothing else is there."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.content import days
from workbook.couple import holds
from workbook.couple.brief import TITLE
from workbook.couple.holds import Hold
from workbook.couple.people import BOTH
from workbook.couple.redaction import texts
from workbook.screens.brief import BriefScreen
from workbook.screens.handover import HandoverScreen
from workbook.screens.home import HomeScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.papers import PapersScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen

FIRST = {"cue": {"words": "the plates"}, "move": {"words": "I said it to Sam"}, "story": {"words": "nobody sees me"}}
SECOND = {"cue": {"words": "the key"}, "move": {"words": "I went up"}}


@pytest.fixture
def loop(tmp_path: Path) -> Desk:
    """Both have drawn their loop; Alex also caught a moment alone, and has one that is only begun."""
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn()
    desk.open("draw-our-loop", "each").walk(FIRST).seal().pass_over().half().walk(SECOND).seal()
    desk.sit_down().at_the_table()
    while isinstance(desk.stage.screen, (RevealScreen, WalkScreen)):
        desk.open_all().walk({"loop-name": {"words": "the wall"}})
    desk.come_in(0).open("one-moment-slowly", short=True).walk({"cue": {"words": "a door, and Sam in it"}})
    desk.come_in(0).open("one-moment-slowly", short=True)
    while desk.on(WalkScreen).state.page.step.id != "cue":
        desk.next()
    desk.write("a draft that nobody should see")
    desk.on(WalkScreen).leave(lambda: None)
    return desk


def errand(desk: Desk, words: str) -> None:
    space = desk.on(MySpaceScreen)
    next(one for one in space.state.errands if one.title.startswith(words)).go()


def begin(desk: Desk, index: int, words: str) -> BriefScreen:
    """From one's own page to a brief."""
    desk.come_in(index).on(HomeScreen).ways.my_space()
    errand(desk, "Something for a session")
    errand(desk, words)
    return desk.on(BriefScreen)


def next_one(desk: Desk) -> BriefScreen:
    """The other one comes in."""
    desk.on(BriefScreen).hand_on()
    desk.on(HandoverScreen).here()
    desk._pass("one fine day")
    return desk.on(BriefScreen)


def sitting(desk: Desk) -> str:
    return str(next(iter(desk.notebook.shared_vault.headers)))


def paper(desk: Desk) -> str:
    desk.on(BriefScreen).write(str(desk.folder / "notes.pdf"), "Dr. Moss", "for Tuesday")
    return "\n".join(texts(desk.printer.printed[-1][1]))


def offered(screen: BriefScreen) -> set[tuple[str, str]]:
    return {(tick.item.step, tick.item.author) for group in screen.state.groups for tick in (group.named, *group.ticks)}


def test_both_choose_their_own_one_after_the_other(loop: Desk) -> None:
    alex, sam, at = loop.person(0), loop.person(1), sitting(loop)
    screen = begin(loop, 0, "A brief by us both")
    assert {author for _step, author in offered(screen)} == {alex, BOTH}
    screen.tick(at, "cue", alex, True)
    screen.tick(at, "loop-name", BOTH, True)
    screen.want("To be heard.")
    screen = next_one(loop)
    assert {author for _step, author in offered(screen)} == {sam, BOTH}
    screen.tick(at, "cue", sam, True)
    screen.tick(at, "loop-name", BOTH, True)
    words = paper(loop)
    for said in ("the plates", "the key", "the wall", "To be heard.", "Draw our loop"):
        assert said in words
    assert "I went up" not in words


def test_g20_nothing_tender_and_no_words_are_ticked_to_begin_with(loop: Desk) -> None:
    for index, words in ((0, "A brief by us both"), (0, "A brief of my own"), (1, "A brief of my own")):
        screen = begin(loop, index, words)
        ticked = [tick for group in screen.state.groups for tick in (group.named, *group.ticks) if tick.ticked]
        assert [tick.item.step for tick in ticked] == ([TITLE] if words == "A brief by us both" else [])
        for group in screen.state.groups:
            screen.tick_all(group.sitting)
        ticked = [tick for group in screen.state.groups for tick in (group.named, *group.ticks) if tick.ticked]
        assert ticked
        assert not [tick.item.step for tick in ticked if tick.item.tender]


def test_g20_a_brief_by_both_offers_nothing_that_is_ones_own_alone(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief by us both")
    assert [group.named.item.title for group in screen.state.groups] == ["Draw our loop"]


def test_g20_drafts_are_in_no_brief(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief of my own")
    assert [group.named.item.title for group in screen.state.groups] == ["One moment, slowly", "Draw our loop"]
    assert "a draft that nobody" not in str(screen.state)


def test_g20_what_rests_after_it_was_written_is_in_no_brief(loop: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    rests = Hold(loop.clock.now(), 24)
    monkeypatch.setattr(holds, "running", lambda _space, found, _now: rests if found.exercise.id == "draw-our-loop" else None)
    assert [group.named.item.title for group in begin(loop, 0, "A brief of my own").state.groups] == ["One moment, slowly"]
    assert begin(loop, 0, "A brief by us both").state.groups == ()


def test_g21_one_alone_leaves_no_hint_of_what_the_other_has(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief by us both")
    screen.tick(sitting(loop), "cue", loop.person(0), True)
    before = paper(loop)
    loop.notebook.take_back(loop.person(0), sitting(loop), "story")
    shared = loop.notebook.shared_vault
    for at in [at for at in (*shared.opened_rows, *shared.joint_rows) if at[2] != loop.person(0)]:
        shared.opened_rows.pop(at, None)
        shared.joint_rows.pop(at, None)
    screen = begin(loop, 0, "A brief by us both")
    screen.look_back("all")
    screen.tick(sitting(loop), "cue", loop.person(0), True)
    assert paper(loop) == before


def test_g22_ones_own_brief_holds_nobody_elses_words(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief of my own")
    for group in screen.state.groups:
        for tick in (group.named, *group.ticks):
            screen.tick(group.sitting, tick.item.step, tick.item.author, True)
    words = paper(loop)
    assert "a door, and Sam in it" in words
    assert "nobody sees me" in words
    assert "the key" not in words
    assert "the wall" not in words, "what both said is not one's own"


def test_g24_a_role_can_stand_in_the_place_of_a_name(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief of my own")
    assert screen.state.partner == "Sam"
    for group in screen.state.groups:
        screen.tick_all(group.sitting)
    assert "Sam" in paper(loop)
    assert screen.state.role_name == "Sam", "offered, and nothing is put in its place until somebody says what"
    screen.put_role("Sam", "my partner")
    assert "Sam" not in paper(loop)
    assert "a door, and my partner in it" in paper(loop)


def test_g21_words_left_out_are_not_in_what_is_printed(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief of my own")
    for group in screen.state.groups:
        screen.tick_all(group.sitting)
    screen.leave_out("nobody typed this")
    assert "Nobody typed" in screen.state.trouble
    screen.leave_out("and Sam in it")
    assert screen.state.trouble == ""
    assert "a door, […]" in paper(loop)
    assert "and Sam in it" not in screen.state.look.text
    screen.put_back("and Sam in it")
    assert "a door, and Sam in it" in paper(loop)


def test_the_pages_are_made_anew_at_every_tick_and_are_the_ones_written(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief of my own")
    assert screen.state.look.count == 0
    (first, *_rest) = screen.state.groups
    screen.tick(first.sitting, "cue", loop.person(0), True)
    assert "a door" in screen.state.look.text
    made = len(loop.printer.made)
    paper(loop)
    assert len(loop.printer.made) == made, "what was looked at is written, and not made once more"
    screen.tick(first.sitting, "cue", loop.person(0), False)
    assert screen.state.look.count == 0
    screen.write(str(loop.folder / "other.pdf"))
    assert "Nothing is ticked" in screen.state.trouble


def test_what_is_marked_for_the_session_stands_on_the_first_page_once_it_is_ticked(loop: Desk) -> None:
    alex, at = loop.person(0), sitting(loop)
    loop.notebook.spaces[alex].save(at, "cue!", {"bring": "session"})
    screen = begin(loop, 0, "A brief by us both")
    (group,) = screen.state.groups
    assert group.brought == {("cue", alex)}
    assert "Worth session time" not in screen.state.look.text
    screen.tick(at, "cue", alex, True)
    assert "Worth session time" in screen.state.look.text
    sams = begin(loop, 1, "A brief by us both")
    assert [group.brought for group in sams.state.groups] == [frozenset()], "G13: what one marks alone is theirs"


def test_since_the_last_one_is_what_came_later(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief of my own")
    assert screen.state.scope == ""
    screen.tick_all(screen.state.groups[0].sitting)
    paper(loop)
    loop.come_in(0).open("one-moment-slowly", short=True).walk({"cue": {"words": "another one"}})
    screen = begin(loop, 0, "A brief of my own")
    assert (screen.state.scope, len(screen.state.groups)) == ("since", 1)
    screen.look_back("all")
    assert len(screen.state.groups) == 3


def test_what_is_from_certain_days_can_be_chosen_alone(loop: Desk) -> None:
    today = loop.clock.now().date()
    loop.clock.pass_time(3 * 24 * 60 * 60)
    loop.come_in(0).open("one-moment-slowly", short=True).walk({"cue": {"words": "three days on"}})
    screen = begin(loop, 0, "A brief of my own")
    everything = len(screen.state.groups)
    screen.between("", days.written(today + timedelta(days=1)))
    assert len(screen.state.groups) == everything - 1
    screen.between(days.written(today + timedelta(days=1)), "")
    assert len(screen.state.groups) == 1
    screen.tick_all(screen.state.groups[0].sitting)
    assert "three days on" in screen.state.look.text
    screen.between("some day", "")
    assert "It takes a day" in screen.state.trouble
    assert len(screen.state.groups) == 1, "what was chosen stays"
    screen.between(days.written(today + timedelta(days=10)), "")
    assert [*screen.state.groups] == []
    assert "three days on" not in screen.state.look.text
    screen.between("", "")
    assert len(screen.state.groups) == everything


def test_each_has_a_list_of_what_left_and_only_they_and_whoever_came_first_finds_the_file_in_it(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief by us both")
    screen.tick(sitting(loop), "cue", loop.person(0), True)
    next_one(loop).want("Something.")
    paper(loop)
    lists = []
    for index in (0, 1):
        loop.come_in(index).on(HomeScreen).ways.my_space()
        errand(loop, "What I put on paper")
        lists.append([(one.what, one.to, one.day, len(one.digest)) for one in loop.on(PapersScreen).state.left])
    assert lists == [
        [("Brief by us both", "Dr. Moss", "Tuesday, 3 March 2026", 64)],
        [("Brief by us both · for Tuesday", "Dr. Moss", "Tuesday, 3 March 2026", 64)],
    ]


def test_from_the_table_each_chooses_alone(loop: Desk) -> None:
    loop.sit_down().on(TableScreen).brief()
    loop.on(HandoverScreen).here()
    loop._pass("one fine day")
    assert loop.on(BriefScreen).state.name == "Alex"
    assert next_one(loop).state.name == "Sam"


def test_without_the_part_for_word_it_says_so_in_plain_words(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief of my own")
    screen.tick_all(screen.state.groups[0].sitting)
    loop.printer.has_docx = False
    screen.as_what("docx")
    screen.write(str(loop.folder / "notes.pdf"))
    assert "not installed" in screen.state.trouble
    loop.printer.has_docx = True
    screen.as_what("docx")
    screen.write(str(loop.folder / "notes.pdf"))
    assert screen.state.written.endswith("notes.docx")


def test_somebody_alone_has_only_their_own(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Alex").first_turn()
    desk.open("one-moment-slowly", short=True).walk({"cue": {"words": "a door"}})
    desk.come_in(0).on(HomeScreen).ways.my_space()
    errand(desk, "Something for a session")
    assert not desk.on(BriefScreen).state.joint


def test_a_passphrase_goes_with_the_file_and_is_kept_nowhere(loop: Desk) -> None:
    screen = begin(loop, 0, "A brief of my own")
    screen.tick(screen.state.groups[0].sitting, "cue", loop.person(0), True)
    screen.write(str(loop.folder / "locked.pdf"), passphrase="a quiet harbour", again="a quiet harbour")
    screen.write(str(loop.folder / "open.pdf"))
    assert loop.printer.passphrases == ["a quiet harbour", None]
    assert "harbour" not in str(screen.state)
