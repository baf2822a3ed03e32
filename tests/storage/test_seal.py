"""The seal: both must be here, and nothing can have been changed after the other's was seen."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import delete, insert, select, update

from tests.storage import given
from tests.storage.given import LISTED, SECRET, common, half, private, sealed, started, text, trouble
from workbook.couple.ports import Notebook
from workbook.couple.sealing import Half
from workbook.couple.sitting import Response
from workbook.storage import rows
from workbook.storage.keys import Root
from workbook.storage.notebook import FolderNotebook


def test_both_halves_open_step_by_step(two: Notebook) -> None:
    sealed(two)
    assert two.ready("first", LISTED)
    cue = (
        Response(step="cue", author="mira", answer=text("mira heard the door")),
        Response(step="cue", author="sam", answer=text("sam heard the door")),
    )
    assert two.open_step("first", "cue") == cue
    assert two.shared().opened("first") == cue
    wish = tuple(Response(step="wish", author=author, answer=None) for author in ("mira", "sam"))
    assert two.open_step("first", "wish") == wish
    assert two.shared().opened("first") == cue + wish


def test_opening_again_gives_the_same(two: Notebook) -> None:
    sealed(two)
    assert two.open_step("first", "cue") == two.open_step("first", "cue")
    assert len(two.shared().opened("first")) == 2


def test_what_opened_stays_readable_to_each_alone(two: Notebook) -> None:
    sealed(two)
    opened = two.open_step("first", "cue")
    two.lock_all()
    two.unlock("sam", SECRET["sam"])
    assert two.shared().opened("first") == opened


@pytest.mark.parametrize("who", ["mira", "sam"])
def test_g16_nothing_is_asked_or_opened_by_one_alone(two: Notebook, who: str) -> None:
    sealed(two)
    two.lock(who)
    with trouble("locked"):
        two.ready("first", LISTED)
    with trouble("locked"):
        two.open_step("first", "cue")
    assert two.shared().opened("first") == ()


def test_g16_the_table_alone_opens_nothing(two: Notebook) -> None:
    sealed(two)
    two.leave_spaces()
    with trouble("locked"):
        two.open_step("first", "cue")
    with trouble("locked"):
        two.ready("first", LISTED)


def test_a_notebook_for_one_has_nothing_to_reveal(tmp_path: Path) -> None:
    notebook = given.new(tmp_path / "book", given.MIRA)
    notebook.begin("mira", None, name_on_door=False)
    with trouble("locked"):
        notebook.ready("first", LISTED)
    notebook.close()


def test_one_half_is_not_ready(two: Notebook) -> None:
    started(two)
    assert not two.ready("first", LISTED)
    two.seal(half("mira"))
    assert not two.ready("first", LISTED)
    two.seal(half("sam"))
    assert two.ready("first", LISTED)


def test_whoever_has_just_written_hears_at_once_of_a_seal_and_of_its_end(two: Notebook) -> None:
    started(two)
    mira = two.space("mira")
    mira.save("first", "cue", text("x"))
    two.seal(half("mira"))
    with trouble("sealed"):
        mira.save("first", "cue", text("y"))
    two.withdraw("first", "mira", LISTED)
    mira.save("first", "cue", text("y"))
    assert mira.answers("first")["cue"] == text("y")


def test_a_step_only_one_has_sealed_does_not_open(two: Notebook) -> None:
    started(two)
    two.seal(half("mira"))
    with trouble("seal-broken"):
        two.open_step("first", "cue")
    assert two.shared().opened("first") == ()


def test_a_sealed_step_no_longer_changes(two: Notebook) -> None:
    started(two)
    mira = two.space("mira")
    mira.save("first", "cue", text("before"))
    two.seal(half("mira"))
    assert mira.sealed("first") == {"cue", "wish"}
    for answer in (text("after"), None):
        with trouble("sealed"):
            mira.save("first", "cue", answer)
    assert mira.answers("first") == {"cue": text("before")}
    two.space("sam").save("first", "cue", text("still open"))


def test_opened_words_stay_frozen(two: Notebook) -> None:
    sealed(two)
    two.open_step("first", "cue")
    with trouble("sealed"):
        two.space("mira").save("first", "cue", text("after"))


def test_a_seal_can_be_taken_back_and_leaves_no_trace(two: Notebook) -> None:
    started(two)
    two.seal(half("sam"))
    before = _everything(two)
    two.seal(half("mira"))
    two.withdraw("first", "mira", LISTED)
    assert _everything(two) == before
    assert two.space("mira").sealed("first") == frozenset()
    assert private(two, "mira").rows(select(rows.payload)) == []
    two.space("mira").save("first", "cue", text("kinder"))


def test_sealing_again_is_with_new_numbers(two: Notebook) -> None:
    sealed(two)
    first = {row.digest for row in common(two).rows(select(rows.commitment))}
    two.withdraw("first", "mira", LISTED)
    two.seal(half("mira"))
    again = {row.digest for row in common(two).rows(select(rows.commitment))}
    assert len(first & again) == 2
    assert two.ready("first", LISTED)


def test_equal_words_do_not_show_as_equal(two: Notebook) -> None:
    started(two)
    for person in ("mira", "sam"):
        two.seal(Half(sitting="first", author=person, openings={"cue": None, "wish": None}))
    assert len({row.digest for row in common(two).rows(select(rows.commitment))}) == 4


def test_after_the_first_step_opened_nothing_is_taken_back(two: Notebook) -> None:
    sealed(two)
    two.open_step("first", "cue")
    with trouble("already-open"):
        two.withdraw("first", "mira", LISTED)
    assert two.ready("first", LISTED)


def test_only_its_author_seals_and_takes_back(two: Notebook) -> None:
    sealed(two)
    two.lock("mira")
    with trouble("locked"):
        two.withdraw("first", "mira", LISTED)
    with trouble("locked"):
        two.seal(half("mira"))


def test_the_same_half_sealed_twice_is_sealed_once(two: Notebook) -> None:
    sealed(two)
    before = _everything(two)
    two.seal(half("mira"))
    assert _everything(two) == before
    with trouble("sealed"):
        two.seal(Half(sitting="first", author="mira", openings={"cue": text("other"), "wish": None}))
    assert two.ready("first", LISTED)


def test_text_without_a_commitment_is_not_sealed(two: Notebook) -> None:
    """A kill between the two writes leaves this."""
    sealed(two)
    with common(two).writing() as connection:
        connection.execute(delete(rows.commitment).where(rows.commitment.c.author == "mira"))
    notebook = given.reopened(two)
    for person in ("mira", "sam"):
        notebook.unlock(person, SECRET[person])
    mira = notebook.space("mira")
    assert mira.sealed("first") == frozenset()
    mira.save("first", "cue", text("changed my mind"))
    notebook.seal(Half(sitting="first", author="mira", openings={"cue": text("changed my mind"), "wish": None}))
    assert notebook.open_step("first", "cue")[0].answer == text("changed my mind")
    notebook.close()


def test_a_kill_between_taking_back_and_forgetting_leaves_it_taken_back(two: Notebook) -> None:
    sealed(two)
    with common(two).writing() as connection:
        connection.execute(delete(rows.commitment).where(rows.commitment.c.author == "mira"))
    two.space("mira").save("first", "cue", None)
    left = private(two, "mira").rows(select(rows.payload.c.step))
    assert [row.step for row in left] == ["wish"]


def test_the_commitment_refuses_words_changed_afterwards(two: Notebook) -> None:
    sealed(two)
    with private(two, "sam").writing() as connection:
        connection.execute(update(rows.payload).where(rows.payload.c.step == "cue").values(answer=text("what she wants")))
    _refused(two)


def test_the_commitment_refuses_a_changed_number(two: Notebook) -> None:
    sealed(two)
    with private(two, "sam").writing() as connection:
        connection.execute(update(rows.payload).values(nonce=bytes(32)))
    _refused(two)


def test_the_commitment_refuses_steps_that_were_swapped(two: Notebook) -> None:
    sealed(two)
    for vault, table in ((private(two, "sam"), rows.payload), (common(two), rows.commitment)):
        with vault.writing() as connection:
            for step, aside in (("cue", "aside"), ("wish", "cue"), ("aside", "wish")):
                mine = table.c.author == "sam" if "author" in table.c else table.c.step == step
                connection.execute(update(table).where(table.c.step == step, mine).values(step=aside))
    _refused(two)


def test_the_commitment_refuses_a_row_played_again_from_another_sitting(two: Notebook) -> None:
    sealed(two, "earlier")
    sealed(two, "first")
    for vault, table in ((private(two, "sam"), rows.payload), (common(two), rows.commitment)):
        with vault.writing() as connection:
            mine = table.c.author == "sam" if "author" in table.c else table.c.sitting != ""
            connection.execute(delete(table).where(table.c.sitting == "first", mine))
            connection.execute(update(table).where(table.c.sitting == "earlier", mine).values(sitting="first"))
    _refused(two)


def test_the_commitment_refuses_a_row_given_to_another_author(two: Notebook) -> None:
    sealed(two)
    taken = rows.commitment.c
    with common(two).writing() as connection:
        connection.execute(delete(rows.commitment).where(taken.author == "sam"))
        connection.execute(update(rows.commitment).values(author="sam"))
    with trouble("seal-broken"):
        two.open_step("first", "cue")


def test_a_commitment_signed_by_somebody_else_is_refused(two: Notebook) -> None:
    sealed(two)
    verify = common(two).rows(select(rows.person.c.verify).where(rows.person.c.id == "sam"))[0].verify
    _sign_anew(two, Root.new())
    with common(two).writing() as connection:
        connection.execute(update(rows.person).where(rows.person.c.id == "sam").values(verify=verify))
    _refused(two)
    with trouble("seal-broken"):
        two.ready("first", LISTED)


def test_a_key_that_changed_since_it_was_first_seen_is_refused(two: Notebook) -> None:
    sealed(two)
    with common(two).writing() as connection:
        connection.execute(update(rows.person).where(rows.person.c.id == "sam").values(verify=Root.new().verify()))
    _refused(two)
    with trouble("seal-broken"):
        two.ready("first", LISTED)


def test_a_half_signed_anew_with_an_exchanged_key_is_refused(two: Notebook) -> None:
    """Somebody changed every place where Sam's key is written down, but not Sam's own."""
    sealed(two)
    forged = Root.new()
    _sign_anew(two, forged)
    with private(two, "mira").writing() as connection:
        connection.execute(update(rows.pinned).values(verify=forged.verify()))
    _refused(two)


def test_somebody_else_in_the_others_seat_is_refused(two: Notebook) -> None:
    """All of Sam's keys were exchanged, and all that Sam signed: only the key that Mira first saw tells."""
    sealed(two)
    forged = Root.new()
    _sign_anew(two, forged)
    seats = cast(FolderNotebook, two)._seats
    seats["sam"] = seats["sam"]._replace(signing=forged.signing())
    _refused(two)


def test_a_forged_opened_copy_is_refused(two: Notebook) -> None:
    sealed(two)
    forged = {"sitting": "first", "step": "cue", "author": "mira", "nonce": bytes(32), "answer": text("I am to blame")}
    with common(two).writing() as connection:
        connection.execute(insert(rows.opened).values(forged))
    with trouble("seal-broken"):
        two.open_step("first", "cue")


def test_each_pins_the_others_key_at_first_sight(two: Notebook) -> None:
    two.lock("mira")
    two.unlock("mira", SECRET["mira"])
    verify = {row.id: row.verify for row in common(two).rows(select(rows.person))}
    for person, other in (("mira", "sam"), ("sam", "mira")):
        pins = private(two, person).rows(select(rows.pinned))
        assert [(row.person, row.verify) for row in pins] == [(other, verify[other])]


def _sign_anew(notebook: Notebook, forged: Root) -> None:
    """Put a forged key and its signatures in the place of Sam's, in the shared vault."""
    with common(notebook).writing() as connection:
        connection.execute(update(rows.person).where(rows.person.c.id == "sam").values(verify=forged.verify()))
        for row in connection.execute(select(rows.commitment).where(rows.commitment.c.author == "sam")).all():
            at = (rows.commitment.c.author == "sam") & (rows.commitment.c.step == row.step)
            connection.execute(update(rows.commitment).where(at).values(signature=forged.signing().sign(row.digest).signature))


def _refused(notebook: Notebook) -> None:
    with trouble("seal-broken"):
        notebook.open_step("first", "cue")
    assert notebook.shared().opened("first") == ()


def _everything(notebook: Notebook) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the shared vault."""
    tables = rows.metadata.sorted_tables
    return {table.name: [tuple(row) for row in common(notebook).rows(select(table))] for table in tables}
