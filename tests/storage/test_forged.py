"""What was sealed or opened and then changed on the disk is refused: played again, swapped, changed after it opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from sqlalchemy import Row, Table, delete, insert, select, update

from tests.storage import given
from tests.storage.given import LISTED, common, private, sealed, text, trouble
from workbook.couple.ports import Notebook
from workbook.couple.sealing import Half, answer_bytes, digest
from workbook.couple.sitting import Response
from workbook.storage import rows
from workbook.storage.keys import Root
from workbook.storage.vault import Vault

SAMS = rows.commitment.c.author == "sam"


def test_an_old_commitment_played_again_after_sealing_anew_is_refused(two: Notebook) -> None:
    sealed(two)
    old = common(two).rows(select(rows.commitment).where(SAMS))
    _seal_anew(two)
    _put_back(common(two), rows.commitment, old, SAMS)
    for step in LISTED:
        _refused(two, step)


def test_an_old_text_played_again_after_sealing_anew_is_refused(two: Notebook) -> None:
    sealed(two)
    old = private(two, "sam").rows(select(rows.payload))
    _seal_anew(two)
    _put_back(private(two, "sam"), rows.payload, old, rows.payload.c.step != "")
    for step in LISTED:
        _refused(two, step)


@pytest.mark.parametrize("column", ["digest", "signature"])
def test_a_commitment_put_together_from_an_old_and_a_new_one_is_refused(two: Notebook, column: str) -> None:
    sealed(two)
    old = {row.step: row._mapping[column] for row in common(two).rows(select(rows.commitment).where(SAMS))}
    _seal_anew(two)
    with common(two).writing() as connection:
        for step, content in old.items():
            connection.execute(update(rows.commitment).where(SAMS, rows.commitment.c.step == step).values({column: content}))
    for step in LISTED:
        _refused(two, step)
    if column == "digest":
        with trouble("seal-broken"):
            two.ready("first", LISTED)


def test_commitments_swapped_between_two_sittings_are_refused(two: Notebook) -> None:
    sealed(two, "earlier")
    sealed(two, "first")
    with common(two).writing() as connection:
        _swap(connection, rows.commitment.c.sitting, "earlier", "first")
    for sitting in ("earlier", "first"):
        _refused(two, "cue", sitting)


def test_commitments_swapped_between_two_authors_are_refused(two: Notebook) -> None:
    """Even where both wrote the same."""
    given.started(two)
    for person in ("mira", "sam"):
        two.seal(Half(sitting="first", author=person, openings={"cue": text("the same"), "wish": None}))
    with common(two).writing() as connection:
        _swap(connection, rows.commitment.c.author, "mira", "sam")
    for step in LISTED:
        _refused(two, step)


def test_texts_swapped_between_two_steps_are_refused(two: Notebook) -> None:
    sealed(two)
    with private(two, "sam").writing() as connection:
        _swap(connection, rows.payload.c.step, "cue", "wish")
    for step in LISTED:
        _refused(two, step)


@pytest.mark.parametrize("changed", [{"answer": text("I am to blame")}, {"answer": None}, {"nonce": bytes(32)}, {"nonce": b""}])
@pytest.mark.parametrize("reader", ["mira", "sam", "both"])
def test_an_opened_copy_changed_afterwards_is_told_as_broken_and_the_rest_is_still_there(
    two: Notebook, changed: dict[str, Any], reader: str
) -> None:
    sealed(two)
    for step in LISTED:
        two.open_step("first", step)
    before = two.shared().opened("first")
    with common(two).writing() as connection:
        at = rows.opened.c
        connection.execute(update(rows.opened).where(at.author == "sam", at.step == "cue").values(changed))
    _only_sams_cue_is_broken(_read_by(two, reader), before)


@pytest.mark.parametrize("reader", ["mira", "sam"])
def test_opened_words_exchanged_with_commitment_signature_and_key_are_broken(two: Notebook, reader: str) -> None:
    """Whoever holds the key of the shared vault can change every row in it; what each has seen first they cannot."""
    sealed(two)
    for step in LISTED:
        two.open_step("first", step)
    before, forged, words = two.shared().opened("first"), Root.new(), text("I am to blame")
    signed = digest("first", "cue", "sam", bytes(32), answer_bytes(words))
    with common(two).writing() as connection:
        for table, values in (
            (rows.opened, {"nonce": bytes(32), "answer": words}),
            (rows.commitment, {"digest": signed, "signature": forged.signing().sign(signed).signature}),
        ):
            connection.execute(update(table).where(table.c.author == "sam", table.c.step == "cue").values(values))
        connection.execute(update(rows.person).where(rows.person.c.id == "sam").values(verify=forged.verify()))
    found = _read_by(two, reader)
    assert found[1] == Response(step="cue", author="sam", answer=None, broken=True)
    assert [one for one in found if one.author == "mira"] == [one for one in before if one.author == "mira"]


def test_an_opened_copy_without_a_commitment_is_broken(two: Notebook) -> None:
    sealed(two)
    forged = {"sitting": "first", "step": "cue", "author": "mira", "nonce": bytes(32), "answer": text("I am to blame")}
    with common(two).writing() as connection:
        connection.execute(delete(rows.commitment))
        connection.execute(insert(rows.opened).values(forged))
    assert two.shared().opened("first") == (Response(step="cue", author="mira", answer=None, broken=True),)


@pytest.mark.parametrize("forged", [False, True])
def test_what_lies_open_of_somebody_who_began_anew_is_still_theirs_and_nothing_else_is(two: Notebook, forged: bool) -> None:
    sealed(two)
    for step in LISTED:
        two.open_step("first", step)
    before = two.shared().opened("first")
    if forged:
        with common(two).writing() as connection:
            connection.execute(update(rows.commitment).where(SAMS, rows.commitment.c.step == "cue").values(signature=bytes(64)))
    two.empty("sam")
    two.unlock("mira", given.SECRET["mira"])
    two.begin("sam", "a new beginning", name_on_door=False)
    found = two.shared().opened("first")
    if forged:
        _only_sams_cue_is_broken(found, before)
    else:
        assert found == before
    two.lock_all()
    two.unlock("sam", "a new beginning")
    assert two.shared().opened("first") == found


@pytest.mark.parametrize("changed", [{"answer": text("I am to blame")}, {"answer": None}, {"nonce": bytes(32)}])
@pytest.mark.parametrize("author", ["mira", "sam"])
def test_an_opened_copy_changed_afterwards_does_not_open_again(two: Notebook, author: str, changed: dict[str, Any]) -> None:
    sealed(two)
    two.open_step("first", "cue")
    with common(two).writing() as connection:
        connection.execute(update(rows.opened).where(rows.opened.c.author == author).values(changed))
    with trouble("seal-broken"):
        two.open_step("first", "cue")


def test_opened_copies_swapped_between_authors_do_not_open_again(two: Notebook) -> None:
    sealed(two)
    two.open_step("first", "cue")
    with common(two).writing() as connection:
        _swap(connection, rows.opened.c.author, "mira", "sam")
    with trouble("seal-broken"):
        two.open_step("first", "cue")


FLIPS: dict[str, Callable[[bytes], bytes]] = {
    "a bit": lambda whole: bytes([whole[0] ^ 1]) + whole[1:],
    "shorter": lambda whole: whole[:-1],
    "longer": lambda whole: whole + b"\0",
    "nothing": lambda whole: b"",
}


@pytest.mark.parametrize("flip", FLIPS.values(), ids=FLIPS)
@pytest.mark.parametrize("column", ["digest", "signature"])
def test_a_commitment_damaged_in_any_way_is_refused_and_not_a_bug(
    two: Notebook, column: str, flip: Callable[[bytes], bytes]
) -> None:
    sealed(two)
    for row in common(two).rows(select(rows.commitment).where(SAMS)):
        with common(two).writing() as connection:
            here = update(rows.commitment).where(SAMS, rows.commitment.c.step == row.step)
            connection.execute(here.values({column: flip(row._mapping[column])}))
    _refused(two, "cue")
    with trouble("seal-broken"):
        two.ready("first", LISTED)


def _read_by(notebook: Notebook, reader: str) -> tuple[Response, ...]:
    """What is open, as one of them finds it at their next coming, or both."""
    notebook.lock_all()
    for person, passphrase in given.SECRET.items():
        if reader in (person, "both"):
            notebook.unlock(person, passphrase)
    return notebook.shared().opened("first")


def _only_sams_cue_is_broken(found: tuple[Response, ...], before: tuple[Response, ...]) -> None:
    broken = Response(step="cue", author="sam", answer=None, broken=True)
    assert found == tuple(broken if (one.step, one.author) == ("cue", "sam") else one for one in before)


def _seal_anew(notebook: Notebook) -> None:
    notebook.withdraw("first", "sam", LISTED)
    notebook.space("sam").save("first", "cue", text("kinder"))
    notebook.seal(Half(sitting="first", author="sam", openings={"cue": text("kinder"), "wish": None}))
    assert notebook.ready("first", LISTED)


def _put_back(vault: Vault, table: Table, old: Sequence[Row[Any]], where: Any) -> None:
    with vault.writing() as connection:
        connection.execute(delete(table).where(where))
        connection.execute(insert(table), [dict(row._mapping) for row in old])


def _swap(connection: Any, column: Any, one: str, other: str) -> None:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for value, becomes in ((one, "aside"), (other, one), ("aside", other)):
        connection.execute(update(column.table).where(column == value).values({column.key: becomes}))


def _refused(notebook: Notebook, step: str, sitting: str = "first") -> None:
    with trouble("seal-broken"):
        notebook.open_step(sitting, step)
    assert notebook.shared().opened(sitting) == ()
