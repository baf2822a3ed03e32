"""Keys: slots, what is wrapped, and the file they lie in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nacl.pwhash import argon2id

from tests.storage import given
from tests.storage.given import CHEAP, SECRET, trouble
from workbook.couple.ports import Notebook
from workbook.storage import keyfile
from workbook.storage.keys import Root, root_in, unwrap, wrap
from workbook.storage.slots import KdfCost, Slot

MIB = 1024 * 1024


def test_a_passphrase_opens_the_root_it_closed() -> None:
    root = Root.new()
    slot = root.in_slot("long walk", CHEAP, "here")
    assert root_in(slot, "long walk", "here").verify() == root.verify()


def test_a_slot_moved_to_another_person_does_not_open() -> None:
    slot = Root.new().in_slot("long walk", CHEAP, "book/mira/root")
    with trouble("wrong-passphrase"):
        root_in(slot, "long walk", "book/sam/root")


def test_a_passphrase_slot_does_not_hold_the_root_as_it_is() -> None:
    root = Root.new()
    held = root.in_slot(None, CHEAP, "here").secret
    assert held not in root.in_slot("long walk", CHEAP, "here").secret


@pytest.mark.parametrize("cost", [KdfCost(3, 2048 * MIB), KdfCost(1000, 8192), KdfCost(0, 8192), KdfCost(1, 1), None])
def test_a_forged_cost_is_refused_before_any_work(cost: KdfCost | None, monkeypatch: pytest.MonkeyPatch) -> None:
    slot = Slot(kind="passphrase", secret=bytes(72), salt=bytes(16), cost=cost)
    monkeypatch.setattr(argon2id, "kdf", lambda *_, **__: pytest.fail("it derived a key"))
    with trouble("keys-damaged"):
        root_in(slot, "x", "here")


def test_where_memory_is_short_a_key_costs_less(monkeypatch: pytest.MonkeyPatch) -> None:
    real = argon2id.kdf

    def short(size: int, word: bytes, salt: bytes, opslimit: int, memlimit: int) -> bytes:
        if memlimit > 64 * MIB:
            raise MemoryError
        return real(size, word, salt, opslimit=1, memlimit=8192)

    monkeypatch.setattr(argon2id, "kdf", short)
    root = Root.new()
    slot = root.in_slot("long walk", KdfCost(3, 256 * MIB), "here")
    assert slot.cost == KdfCost(3, 64 * MIB)
    assert root_in(slot, "long walk", "here").verify() == root.verify()


def test_without_any_memory_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    slot = Root.new().in_slot("long walk", CHEAP, "here")

    def none(*_: object, **__: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(argon2id, "kdf", none)
    with trouble("memory-short"):
        Root.new().in_slot("long walk", KdfCost(3, 256 * MIB), "here")
    with trouble("memory-short"):
        root_in(slot, "long walk", "here")


def test_the_usual_cost_is_slow_on_purpose() -> None:
    usual = KdfCost.usual()
    assert usual.passes == 3
    assert 64 * MIB <= usual.memory <= 256 * MIB


def test_what_is_wrapped_opens_only_in_its_place() -> None:
    key = bytes(range(32))
    wrapped = wrap(key, b"secret", "book/mira/vault")
    assert unwrap(key, wrapped, "book/mira/vault") == b"secret"
    for other_key, place in ((key, "book/sam/vault"), (bytes(32), "book/mira/vault")):
        with trouble("keys-damaged"):
            unwrap(other_key, wrapped, place)


def test_a_dropped_root_is_overwritten() -> None:
    root = Root.new()
    before = root.wrapping()
    root.drop()
    assert root.wrapping() == Root(bytes(32)).wrapping() != before


def test_both_copies_of_the_keys_are_the_same(two: Notebook) -> None:
    assert (two.folder / "keys.json").read_bytes() == (two.folder / "keys.json.bak").read_bytes()


Damage = Callable[[Path], object]
DAMAGES: dict[str, Damage] = {
    "empty": lambda path: path.write_bytes(b""),
    "missing": lambda path: path.unlink(),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:300]),
    "flipped": lambda path: path.write_bytes(path.read_bytes().replace(b'"boat"', b'"coat"')),
    "nested": lambda path: path.write_bytes(b"[" * 100_000),
    "huge": lambda path: path.write_bytes(b" " * (2 * MIB)),
    "not words": lambda path: path.write_bytes(bytes(range(256))),
    "a list": lambda path: path.write_bytes(b"[]"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_one_damaged_copy_of_the_keys_is_mended_from_the_other(two: Notebook, damage: Damage) -> None:
    two.close()
    for name in ("keys.json", "keys.json.bak"):
        whole = (two.folder / name).read_bytes()
        damage(two.folder / name)
        notebook = given.notebooks(two.folder).open(two.folder)
        notebook.unlock("mira", SECRET["mira"])
        notebook.close()
        assert (two.folder / name).read_bytes() == whole


@pytest.mark.parametrize("damage", [DAMAGES[name] for name in DAMAGES if name != "missing"])
def test_two_damaged_copies_are_told(two: Notebook, damage: Damage) -> None:
    two.close()
    for name in ("keys.json", "keys.json.bak"):
        damage(two.folder / name)
    with trouble("keys-damaged"):
        given.notebooks(two.folder).open(two.folder)


def test_keys_from_a_later_program_are_refused_and_left_as_they_are(two: Notebook) -> None:
    two.close()
    _forge(two.folder, lambda keys: keys | {"format": 2, "needs": "3.1", "new": "thing"})
    before = {path.name: path.read_bytes() for path in two.folder.iterdir()}
    with trouble("notebook-newer") as raised:
        given.notebooks(two.folder).open(two.folder)
    assert raised.value.params == {"version": "3.1"}
    assert {path.name: path.read_bytes() for path in two.folder.iterdir()} == before


@pytest.mark.parametrize(
    "forgery",
    [
        lambda keys: keys | {"moves": {"../../x.part": "shared.vault"}},
        lambda keys: keys | {"moves": {"shared.vault.0123456789abcdef.part": "/etc/passwd"}},
        lambda keys: keys | {"people": []},
        lambda keys: keys | {"people": [keys["people"][0] | {"slots": []}]},
        lambda keys: keys | {"people": [keys["people"][0] | {"vault": "../other.vault"}]},
        lambda keys: keys | {"people": [keys["people"][0] | {"vault": None}]},
        lambda keys: keys | {"unknown": 1},
    ],
)
def test_forged_keys_with_a_right_checksum_lead_nowhere(two: Notebook, forgery: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    two.close()
    _forge(two.folder, forgery)
    with trouble("keys-damaged"):
        given.notebooks(two.folder).open(two.folder)


def test_a_vault_key_from_elsewhere_is_damage_and_not_a_wrong_passphrase(two: Notebook) -> None:
    two.close()

    def swapped(keys: dict[str, Any]) -> dict[str, Any]:
        mira, sam = keys["people"]
        return keys | {"people": [mira | {"vault_key": sam["vault_key"]}, sam | {"shared_key": mira["shared_key"]}]}

    _forge(two.folder, swapped)
    notebook = given.notebooks(two.folder).open(two.folder)
    for person in ("mira", "sam"):
        with trouble("keys-damaged"):
            notebook.unlock(person, SECRET[person])
    assert notebook.unlocked() == frozenset()
    notebook.close()


def _forge(folder: Path, forgery: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Change the keys and make the checksum right, as anyone with the folder could."""
    keys = forgery(json.loads((folder / "keys.json").read_bytes())["keys"])
    for name in ("keys.json", "keys.json.bak"):
        (folder / name).write_text(json.dumps({"checksum": keyfile._checksum(keys), "keys": keys}))
