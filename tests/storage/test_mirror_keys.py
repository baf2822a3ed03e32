"""One's own key: the notebook in memory does what the real one does, step for step and in the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.storage.given import LISTED, MIRA, SAM, SECRET, alone, half, sealed, text, trouble
from tests.storage.test_mirror import NOTEBOOKS
from workbook.couple.pin import TRIES
from workbook.couple.ports import Notebook, Notebooks
from workbook.trouble import Trouble

NEW, CODE, DIGITS = "eleven paper boats", "a code as it is stored", "2580"
OLD = SECRET["mira"]


@pytest.fixture(params=NOTEBOOKS)
def notebooks(request: pytest.FixtureRequest, tmp_path: Path) -> Notebooks:
    """Notebooks of either kind."""
    return NOTEBOOKS[request.param](tmp_path / "usual")


@pytest.fixture
def both(notebooks: Notebooks, tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of two with passphrases, both unlocked; Mira has words of her own."""
    notebook = notebooks.create(tmp_path / "book", (MIRA, SAM))
    for person, passphrase in SECRET.items():
        notebook.begin(person, passphrase, name_on_door=True)
    notebook.space("mira").start(alone())
    notebook.space("mira").save("own", "cue", text("rain"))
    yield notebook
    notebook.close()


def opens(notebook: Notebook, passphrase: str | None, person: str = "mira") -> bool:
    """Whether this is the passphrase now; whoever it is for is in afterwards if it is."""
    notebook.lock(person)
    try:
        notebook.unlock(person, passphrase)
    except Trouble as error:
        if error.code != "wrong-passphrase":
            raise
        return False
    return person != "mira" or notebook.space("mira").answers("own") == {"cue": text("rain")}


def test_another_passphrase_takes_the_place_of_the_one_of_now(both: Notebook) -> None:
    with trouble("wrong-passphrase"):
        both.change_passphrase("mira", NEW, NEW)
    assert both.change_passphrase("mira", OLD, NEW) == ()
    assert both.unlocked() == {"mira", "sam"}
    assert not opens(both, OLD)
    assert opens(both, NEW)
    assert opens(both, SECRET["sam"], "sam")


def test_new_keys_take_the_place_of_the_old_ones_and_end_code_and_pins(both: Notebook) -> None:
    both.set_recovery("mira", OLD, CODE)
    for person in SECRET:
        both.set_pin(person, DIGITS)
    with trouble("wrong-passphrase"):
        both.renew_keys("mira", NEW, NEW)
    assert both.has_recovery("mira")
    assert both.renew_keys("mira", OLD, NEW) == ()
    assert both.unlocked() == {"mira", "sam"}
    assert not both.has_recovery("mira")
    assert not both.has_pin("mira")
    assert not both.has_pin("sam")
    assert not opens(both, OLD)
    assert opens(both, NEW)


def test_a_passphrase_can_go_and_come_again(both: Notebook) -> None:
    both.renew_keys("mira", OLD, None)
    assert not both.protected()
    assert [door.protected for door in both.doors()] == [False, True]
    assert opens(both, None)
    both.renew_keys("mira", None, NEW)
    assert both.protected()
    assert not opens(both, None)
    assert opens(both, NEW)


def test_a_code_opens_one_space_and_gives_it_another_passphrase(both: Notebook) -> None:
    assert not both.has_recovery("mira")
    with trouble("wrong-passphrase"):
        both.set_recovery("mira", NEW, CODE)
    assert both.set_recovery("mira", OLD, CODE) == ()
    assert (both.has_recovery("mira"), both.has_recovery("sam")) == (True, False)
    both.lock_all()
    for person, code in (("mira", ""), ("mira", "guess"), ("sam", CODE)):
        with trouble("wrong-code"):
            both.recover(person, code, NEW)
    assert both.unlocked() == frozenset()
    assert both.recover("mira", CODE, NEW) == ()
    assert both.unlocked() == {"mira"}
    assert not opens(both, OLD)
    assert opens(both, NEW)
    assert both.has_recovery("mira")


def test_a_code_outlives_another_passphrase_and_ends_with_another_code_or_none(both: Notebook) -> None:
    both.set_recovery("mira", OLD, CODE)
    both.change_passphrase("mira", OLD, NEW)
    both.set_recovery("mira", NEW, "another")
    with trouble("wrong-code"):
        both.recover("mira", CODE, OLD)
    both.recover("mira", "another", OLD)
    both.set_recovery("mira", OLD, None)
    assert not both.has_recovery("mira")
    with trouble("wrong-code"):
        both.recover("mira", "another", NEW)


def test_a_pin_opens_until_it_is_forgotten(both: Notebook) -> None:
    both.set_pin("mira", DIGITS)
    for forget in (False, True):
        both.lock("mira")
        both.unlock_with_pin("mira", DIGITS)
        both.lock_all(forget)
        assert both.has_pin("mira") is not forget
        with trouble("wrong-pin" if not forget else "pin-gone"):
            both.unlock_with_pin("mira", "1111")
        assert both.unlocked() == frozenset()
        both.unlock("mira", OLD)


def test_a_pin_has_few_tries_and_a_right_one_begins_to_count_anew(both: Notebook) -> None:
    both.set_pin("mira", DIGITS)
    for codes in (("wrong-pin",) * (TRIES - 1), (*("wrong-pin",) * (TRIES - 1), "pin-gone")):
        both.lock("mira")
        for code in codes:
            with trouble(code):
                both.unlock_with_pin("mira", "1111")
        if "pin-gone" not in codes:
            both.unlock_with_pin("mira", DIGITS)
    assert not both.has_pin("mira")
    with trouble("pin-gone"):
        both.unlock_with_pin("mira", DIGITS)
    assert both.unlocked() == {"sam"}


def test_a_pin_can_be_changed_and_ended_by_whoever_is_in(both: Notebook) -> None:
    both.set_pin("mira", "1111")
    both.set_pin("mira", DIGITS)
    both.lock("mira")
    with trouble("wrong-pin"):
        both.unlock_with_pin("mira", "1111")
    both.unlock_with_pin("mira", DIGITS)
    both.set_pin("mira", None)
    assert not both.has_pin("mira")


def test_a_first_turn_ends_every_pin(notebooks: Notebooks, tmp_path: Path) -> None:
    notebook = notebooks.create(tmp_path / "book", (MIRA, SAM))
    notebook.begin("mira", OLD, name_on_door=False)
    notebook.set_pin("mira", DIGITS)
    notebook.begin("sam", SECRET["sam"], name_on_door=False)
    assert not notebook.has_pin("mira")
    notebook.close()


def test_only_someone_who_is_in_changes_anything(both: Notebook) -> None:
    both.lock("mira")
    calls: list[Callable[[], object]] = [
        lambda: both.change_passphrase("mira", OLD, NEW),
        lambda: both.renew_keys("mira", OLD, NEW),
        lambda: both.set_recovery("mira", OLD, CODE),
        lambda: both.set_pin("mira", DIGITS),
        lambda: both.empty("mira"),
    ]
    for call in calls:
        with trouble("locked"):
            call()
    assert opens(both, OLD)


def test_an_emptied_space_is_gone_and_the_other_keeps_what_both_opened(both: Notebook) -> None:
    both.set_recovery("mira", OLD, CODE)
    both.set_pin("mira", DIGITS)
    sealed(both)
    both.open_step("first", "cue")
    opened = both.shared().opened("first")
    assert both.empty("mira") == ()
    assert both.unlocked() == frozenset()
    door = both.doors()[0]
    assert (door.begun, door.protected, door.name, door.emptied) == (False, False, None, True)
    assert not both.has_recovery("mira")
    assert not both.has_pin("mira")
    with pytest.raises(ValueError, match="not begun"):
        both.unlock("mira", OLD)
    with trouble("wrong-code"):
        both.recover("mira", CODE, NEW)
    both.unlock("sam", SECRET["sam"])
    assert both.shared().opened("first") == opened
    assert both.space("sam").sealed("first") == set(LISTED)


def test_whoever_emptied_their_space_begins_anew_beside_the_other_and_with_nothing(both: Notebook) -> None:
    both.set_recovery("sam", SECRET["sam"], CODE)
    sealed(both)
    both.empty("mira")
    with trouble("partner-first"):
        both.begin("mira", NEW, name_on_door=False)
    both.unlock("sam", SECRET["sam"])
    both.begin("mira", NEW, name_on_door=False)
    assert both.at_table()
    assert not both.doors()[0].emptied
    assert both.space("mira").entries() == ()
    assert not both.ready("first", LISTED)
    both.space("mira").start(both.shared().sittings()[0].sitting)
    both.seal(half("mira"))
    assert both.ready("first", LISTED)
    assert both.open_step("first", "cue")[0].answer == half("mira").openings["cue"]


def test_someone_alone_begins_anew_by_themselves_and_with_nothing(notebooks: Notebooks, tmp_path: Path) -> None:
    notebook = notebooks.create(tmp_path / "solo", (MIRA,))
    notebook.begin("mira", OLD, name_on_door=True)
    notebook.shared().set_pause({"until": "20:30"})
    notebook.empty("mira")
    assert not notebook.doors()[0].emptied
    notebook.begin("mira", NEW, name_on_door=False)
    assert notebook.shared().pause() is None
    assert notebook.shared().people() == (MIRA,)
    assert notebook.space("mira").entries() == ()
    notebook.close()
