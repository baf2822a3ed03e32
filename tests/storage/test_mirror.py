"""The notebook in memory that screens are tested with keeps every promise the real one keeps, in the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes.notebook import FakeNotebooks
from tests.storage import given
from tests.storage.given import LISTED, MIRA, SAM, SECRET, for_two, half, sealed, started, text, trouble
from workbook.couple.people import BOTH
from workbook.couple.ports import Notebook, Notebooks
from workbook.couple.sealing import Half
from workbook.couple.sitting import Place, Response

NOTEBOOKS: dict[str, Callable[[Path], Notebooks]] = {"real": given.notebooks, "in memory": FakeNotebooks}


@pytest.fixture(params=NOTEBOOKS)
def notebooks(request: pytest.FixtureRequest, tmp_path: Path) -> Notebooks:
    """Notebooks of either kind."""
    return NOTEBOOKS[request.param](tmp_path / "usual")


@pytest.fixture
def new(notebooks: Notebooks, tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of two in which nobody has begun."""
    notebook = notebooks.create(tmp_path / "book", (MIRA, SAM))
    yield notebook
    notebook.close()


@pytest.fixture
def both(new: Notebook) -> Notebook:
    """A notebook of two with passphrases, both unlocked."""
    for person, passphrase in SECRET.items():
        new.begin(person, passphrase, name_on_door=False)
    return new


@pytest.fixture
def evening(both: Notebook) -> Notebook:
    """Both have begun one sitting for two."""
    started(both)
    return both


def test_it_is_there_once_it_was_made(notebooks: Notebooks, tmp_path: Path) -> None:
    folder = tmp_path / "book"
    assert notebooks.usual() == tmp_path / "usual"
    assert not notebooks.exists(folder)
    with trouble("no-notebook"):
        notebooks.open(folder)
    notebooks.create(folder, (MIRA, SAM)).close()
    assert notebooks.exists(folder)
    with trouble("folder-not-empty"):
        notebooks.create(folder, (MIRA, SAM))
    again = notebooks.open(folder)
    assert again.folder == folder
    assert [door.begun for door in again.doors()] == [False, False]
    again.close()


def test_it_is_open_in_one_window_only(notebooks: Notebooks, new: Notebook) -> None:
    with trouble("open-elsewhere"):
        notebooks.open(new.folder)
    new.close()
    notebooks.open(new.folder).close()


def test_what_was_written_is_there_at_the_next_opening(notebooks: Notebooks, evening: Notebook) -> None:
    evening.space("mira").save("first", "cue", text("the door"))
    evening.close()
    again = notebooks.open(evening.folder)
    assert again.unlocked() == frozenset()
    again.unlock("mira", SECRET["mira"])
    assert again.space("mira").answers("first") == {"cue": text("the door")}
    again.close()


def test_a_closed_one_opens_nothing_more(both: Notebook) -> None:
    both.close()
    with trouble("locked"):
        both.unlock("mira", SECRET["mira"])
    with trouble("locked"):
        both.shared()


def test_a_door_shows_what_its_owner_wishes(new: Notebook) -> None:
    new.begin("mira", "", name_on_door=True)
    new.begin("sam", SECRET["sam"], name_on_door=False)
    assert [(door.name, door.begun, door.protected) for door in new.doors()] == [("Mira", True, False), (None, True, True)]
    assert not new.protected()
    new.lock_all()
    new.unlock("mira", None)


def test_nobody_begins_twice_or_unlocks_before_they_began(new: Notebook) -> None:
    with pytest.raises(ValueError, match="not begun"):
        new.unlock("sam", SECRET["sam"])
    new.begin("mira", SECRET["mira"], name_on_door=False)
    assert not new.protected()
    with pytest.raises(ValueError, match="begun already"):
        new.begin("mira", SECRET["mira"], name_on_door=False)


@pytest.mark.parametrize("wrong", ["", None, "a quiet harbor", SECRET["sam"]])
def test_a_wrong_passphrase_is_told_and_changes_nothing(both: Notebook, wrong: str | None) -> None:
    assert both.protected()
    both.lock_all()
    both.unlock("sam", SECRET["sam"])
    with trouble("wrong-passphrase"):
        both.unlock("mira", wrong)
    assert both.unlocked() == {"sam"}
    with trouble("locked"):
        both.space("mira")


def test_nothing_is_open_while_nobody_is_there(both: Notebook) -> None:
    both.lock_all()
    calls: list[Callable[[], object]] = [
        both.shared,
        both.leave_spaces,
        lambda: both.space("mira"),
        lambda: both.seal(half("mira")),
        lambda: both.withdraw("first", "mira", LISTED),
        lambda: both.ready("first", LISTED),
        lambda: both.ready("first", ()),
        lambda: both.open_step("first", "cue"),
    ]
    for call in calls:
        with trouble("locked"):
            call()


def test_a_space_and_the_shared_vault_end_with_their_key(evening: Notebook) -> None:
    space, shared = evening.space("mira"), evening.shared()
    evening.lock("mira")
    with trouble("locked"):
        space.answers("first")
    with trouble("locked"):
        space.save("first", "cue", text("too late"))
    assert shared.people() == (MIRA, SAM)
    evening.lock("sam")
    with trouble("locked"):
        shared.people()


def test_the_table_stands_until_one_locks(both: Notebook) -> None:
    both.leave_spaces()
    assert both.at_table()
    assert both.unlocked() == frozenset()
    both.unlock("mira", SECRET["mira"])
    assert both.at_table()
    both.lock("sam")
    assert not both.at_table()
    assert both.unlocked() == {"mira"}
    with trouble("locked"):
        both.leave_spaces()


def test_one_after_the_other_is_not_both_at_the_table(both: Notebook) -> None:
    both.lock_all()
    for person, passphrase in SECRET.items():
        both.unlock(person, passphrase)
        assert both.at_table() == (person == "sam")
    both.lock("mira")
    both.lock("sam")
    both.unlock("mira", SECRET["mira"])
    assert not both.at_table()


def test_one_alone_has_no_table(notebooks: Notebooks, tmp_path: Path) -> None:
    notebook = notebooks.create(tmp_path / "solo", (MIRA,))
    notebook.begin("mira", None, name_on_door=False)
    assert not notebook.at_table()
    for call in (lambda: notebook.ready("first", ()), lambda: notebook.open_step("first", "cue")):
        with trouble("locked"):
            call()
    notebook.close()


def test_an_answer_can_be_changed_and_taken_away(evening: Notebook) -> None:
    mira = evening.space("mira")
    for answer in (text("before"), text("after")):
        mira.save("first", "cue", answer)
        assert mira.answers("first") == {"cue": answer}
    mira.save("first", "cue", None)
    mira.save("first", "wish", None)
    assert mira.answers("first") == {}
    assert mira.answers("another") == {}
    assert evening.space("sam").answers("first") == {}


def test_what_belongs_to_no_sitting_is_not_kept(evening: Notebook) -> None:
    mira = evening.space("mira")
    with trouble("save-failed"):
        mira.save("none", "cue", text("lost"))
    with trouble("save-failed"):
        mira.hold("none", frozenset({"cue"}))
    with trouble("save-failed"):
        evening.shared().save("none", "cue", BOTH, text("lost"))
    for go in (mira.go, evening.shared().go):
        with pytest.raises(KeyError):
            go("none", Place(1, 0))


def test_the_sitting_last_moved_in_comes_first(both: Notebook) -> None:
    mira, shared = both.space("mira"), both.shared()
    for sitting in ("one", "two"):
        shared.invite(for_two(sitting))
        mira.start(for_two(sitting))
    mira.go("one", Place(1, 1), "set-aside")
    shared.go("one", Place(2, 0), "finished")
    mira.start(for_two("one"))
    shared.invite(for_two("one"))
    assert [(one.sitting.id, one.place, one.state) for one in mira.entries()] == [
        ("one", Place(1, 1), "set-aside"),
        ("two", Place(0, 0), "open"),
    ]
    assert [(one.sitting.id, one.place, one.state) for one in shared.sittings()] == [
        ("one", Place(2, 0), "finished"),
        ("two", Place(0, 0), "open"),
    ]
    assert mira.entry("two") == mira.entries()[1]
    assert mira.entry("none") is None


def test_what_is_held_back_can_change(evening: Notebook) -> None:
    mira = evening.space("mira")
    for held in (frozenset({"cue", "wish"}), frozenset({"cue"}), frozenset[str]()):
        mira.hold("first", held)
        assert mira.held("first") == held


def test_settings_and_exports_are_ones_own(both: Notebook) -> None:
    mira, sam = both.space("mira"), both.space("sam")
    for words in ("low", "high"):
        mira.set("lamp", words)
        mira.exported(words, "ourselves", "00")
    assert mira.setting("lamp") == "high"
    assert sam.setting("lamp") is None
    assert [line["what"] for line in mira.exports()] == ["high", "low"]
    assert all(line.keys() == {"what", "to", "digest", "when"} for line in mira.exports())
    assert sam.exports() == ()


def test_whoever_handed_a_paper_on_finds_what_became_of_it_when_they_come_in_again(both: Notebook) -> None:
    mira, sam = both.space("mira"), both.space("sam")
    tickets = [mira.handed_on(words, "handed on") for words in ("written twice", "never written")]
    assert len(set(tickets)) == 2
    assert [(line["to"], line["digest"]) for line in mira.exports()] == [("handed on", ""), ("handed on", "")]
    both.lock("mira")
    for digest in ("aa", ""):
        both.shared().left(tickets[0], "a therapist \ud800", digest)
    assert sam.exports() == ()
    both.unlock("mira", SECRET["mira"])
    told = {(line["what"], line["to"], line["digest"]) for line in both.space("mira").exports()}
    therapist = "a therapist \ud800"
    assert told == {
        ("never written", "handed on", ""), ("written twice", therapist, "aa"), ("written twice", therapist, ""),
    }  # fmt: skip
    both.lock("mira")
    both.unlock("mira", SECRET["mira"])
    assert len(both.space("mira").exports()) == 3


def test_a_sealed_step_no_longer_changes(evening: Notebook) -> None:
    mira = evening.space("mira")
    evening.seal(half("mira"))
    assert mira.sealed("first") == set(LISTED)
    for answer in (text("after"), None):
        with trouble("sealed"):
            mira.save("first", "cue", answer)
    evening.seal(half("mira"))
    for openings in ({"cue": text("other"), "wish": None}, {"cue": half("mira").openings["cue"], "name": None}):
        with trouble("sealed"):
            evening.seal(Half(sitting="first", author="mira", openings=openings))
    assert evening.space("sam").sealed("first") == frozenset()


def test_a_seal_can_be_taken_back_until_something_opened(evening: Notebook) -> None:
    for person in ("mira", "sam"):
        evening.seal(half(person))
    evening.withdraw("first", "mira", LISTED)
    assert evening.space("mira").sealed("first") == frozenset()
    evening.space("mira").save("first", "cue", text("kinder"))
    evening.seal(half("mira"))
    evening.open_step("first", "cue")
    with trouble("already-open"):
        evening.withdraw("first", "mira", LISTED)
    evening.lock("mira")
    with trouble("locked"):
        evening.withdraw("first", "mira", LISTED)


def test_nothing_opens_before_both_have_sealed(evening: Notebook) -> None:
    for person in ("mira", "sam"):
        assert not evening.ready("first", LISTED)
        with trouble("seal-broken"):
            evening.open_step("first", "cue")
        evening.seal(half(person))
    assert evening.ready("first", LISTED)
    with trouble("seal-broken"):
        evening.open_step("first", "name")
    assert evening.shared().opened("first") == ()


def test_what_opens_is_of_both_in_the_order_of_steps(both: Notebook) -> None:
    sealed(both)
    opened = {step: tuple(Response(step=step, author=one, answer=half(one).openings[step]) for one in SECRET) for step in LISTED}
    for step in ("wish", "cue", "cue"):
        assert both.open_step("first", step) == opened[step]
    assert both.shared().opened("first") == opened["cue"] + opened["wish"]
    assert both.shared().opened("another") == ()


def test_nothing_joint_changes_unless_both_are_here(evening: Notebook) -> None:
    shared = evening.shared()
    for author in ("sam", BOTH, "mira"):
        shared.save("first", "name", author, text(author))
    shared.save("first", "name", "sam", None)
    evening.leave_spaces()
    evening.shared().save("first", "again", BOTH, text("at the table"))
    evening.lock_all()
    evening.unlock("mira", SECRET["mira"])
    shared = evening.shared()
    with trouble("locked"):
        shared.save("first", "name", BOTH, text("alone"))
    with trouble("locked"):
        shared.go("first", Place(2, 0))
    found = [("again", BOTH, text("at the table")), ("name", BOTH, text(BOTH)), ("name", "mira", text("mira"))]
    assert [(one.step, one.author, one.answer) for one in shared.joint("first")] == found


def test_a_pause_begins_changes_and_ends(both: Notebook) -> None:
    for pause in ({"until": "20:30", "sentence": "back"}, {"until": "21:00", "sentence": "later"}, None):
        both.shared().set_pause(pause)
        assert both.shared().pause() == pause
