"""One's own key: another passphrase, new keys, a recovery code, a PIN, and emptying a space; each reaches the backups too."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace

from tests.storage import given
from tests.storage.given import LISTED, MIRA, SECRET, new, notebooks, reopened, text, trouble
from workbook.couple.backups import Progress
from workbook.couple.ports import Notebook
from workbook.storage import keyfile
from workbook.storage.keys import Root
from workbook.storage.notebook import FolderNotebook

NEW = "eleven paper boats"
CODE = "a code as it is stored"
TODAY = date(2026, 3, 3)


@pytest.fixture
def lived_in(two: Notebook) -> Notebook:
    """A notebook with a half of each sealed, words of Mira's own, and two backups."""
    given.sealed(two)
    two.space("mira").start(given.alone())
    two.space("mira").save("own", "cue", text("rain on the roof"))
    for _ in range(2):
        two.backups().make(TODAY, Progress())
    return two


def copies(notebook: Notebook) -> list[Path]:
    """The folders of its backups."""
    return sorted((notebook.folder / "backups").iterdir())


def restored(notebook: Notebook, number: int, folder: Path) -> Notebook:
    """One backup in a folder of its own, opened."""
    notebook.backups().restore(number, folder, Progress())
    return notebooks(folder).open(folder)


def keys_on_disk(folder: Path) -> list[bytes]:
    """Every key file of a notebook and its backups."""
    return [path.read_bytes() for path in folder.rglob("keys.json*")]


def opens_with(notebook: Notebook, passphrase: str | None) -> bool:
    """Whether Mira comes in with this, and nobody with the old one."""
    with trouble("wrong-passphrase"):
        notebook.unlock("mira", SECRET["mira"] if passphrase != SECRET["mira"] else NEW)
    notebook.unlock("mira", passphrase)
    return notebook.space("mira").answers("own") == {"cue": text("rain on the roof")}


# another passphrase


def test_another_passphrase_opens_the_notebook_and_every_backup(lived_in: Notebook, tmp_path: Path) -> None:
    assert lived_in.change_passphrase("mira", SECRET["mira"], NEW) == ()
    assert all(one.sound for one in lived_in.backups().kept())
    for number in (1, 2):
        copy = restored(lived_in, number, tmp_path / str(number))
        assert opens_with(copy, NEW)
        copy.close()
    notebook = reopened(lived_in)
    assert opens_with(notebook, NEW)
    notebook.close()


def test_another_passphrase_asks_for_the_one_of_now(lived_in: Notebook) -> None:
    before = keys_on_disk(lived_in.folder)
    with trouble("wrong-passphrase"):
        lived_in.change_passphrase("mira", "guess", NEW)
    assert keys_on_disk(lived_in.folder) == before
    assert lived_in.unlocked() == {"mira", "sam"}


def test_a_backup_that_cannot_be_reached_is_named_and_follows_later(lived_in: Notebook) -> None:
    manifest = copies(lived_in)[0] / "manifest.json"
    told = manifest.read_bytes()
    manifest.write_bytes(b"")
    assert lived_in.change_passphrase("mira", SECRET["mira"], NEW) == (copies(lived_in)[0].name,)
    manifest.write_bytes(told)
    notebook = reopened(lived_in)
    notebook.unlock("mira", NEW)
    slots = [keyfile.read(place).member("mira").slots for place in (*copies(notebook), notebook.folder)]
    assert slots[0] == slots[1] == slots[2]
    notebook.close()


# somebody knows it


def test_new_keys_leave_nothing_that_the_old_ones_open(lived_in: Notebook) -> None:
    folder = lived_in.folder
    old = cast(FolderNotebook, lived_in)._keys
    assert lived_in.renew_keys("mira", SECRET["mira"], NEW) == ()
    for place in (folder, *copies(lived_in)):
        member = keyfile.read(place).member("mira")
        before = old.member("mira")
        assert member.vault_key != before.vault_key
        assert member.shared_key != before.shared_key
    lived_in.close()
    for place in (folder, *folder.glob("backups/*")):
        swapped = {path.name: path.read_bytes() for path in place.glob("*.vault")}
        attack = folder.parent / f"attack-{place.name}"
        attack.mkdir()
        for name, content in swapped.items():
            (attack / name).write_bytes(content)
        (attack / "keys.json").write_bytes(keyfile.encoded(old))
        notebook = notebooks(attack).open(attack)
        with trouble("vault-damaged"):
            notebook.unlock("mira", SECRET["mira"])
        with trouble("vault-damaged"):
            notebook.unlock("sam", SECRET["sam"])
        notebook.close()


def test_after_new_keys_both_come_in_and_what_was_sealed_opens(lived_in: Notebook) -> None:
    lived_in.renew_keys("mira", SECRET["mira"], NEW)
    lived_in.space("mira").set("still", "here")
    notebook = reopened(lived_in)
    notebook.unlock("sam", SECRET["sam"])
    assert opens_with(notebook, NEW)
    assert notebook.ready("first", LISTED)
    assert notebook.open_step("first", "cue")[0].answer == text("mira heard the door")
    notebook.close()


def test_after_new_keys_the_backups_are_whole_and_open(lived_in: Notebook, tmp_path: Path) -> None:
    lived_in.renew_keys("mira", SECRET["mira"], NEW)
    lived_in.backups().check(TODAY, Progress())
    assert [one.sound for one in lived_in.backups().kept()] == [True, True]
    copy = restored(lived_in, 1, tmp_path / "copy")
    assert opens_with(copy, NEW)
    copy.unlock("sam", SECRET["sam"])
    assert copy.ready("first", LISTED)
    copy.close()


@pytest.mark.parametrize(("first", "then"), [(None, NEW), (NEW, None)])
def test_a_passphrase_comes_and_goes_with_new_keys(tmp_path: Path, first: str | None, then: str | None) -> None:
    notebook = new(tmp_path / "book", MIRA)
    notebook.begin("mira", first, name_on_door=False)
    notebook.space("mira").set("a", "b")
    open_root = cast(FolderNotebook, notebook)._keys.member("mira").slots[0].secret
    assert b64encode(open_root) in b"".join(keys_on_disk(notebook.folder))
    notebook.renew_keys("mira", first, then)
    assert notebook.doors()[0].protected is (then is not None)
    assert b64encode(open_root) not in b"".join(keys_on_disk(notebook.folder))
    notebook = reopened(notebook)
    notebook.unlock("mira", then)
    assert notebook.space("mira").setting("a") == "b"
    notebook.close()


def test_how_much_is_done_is_told_and_an_end_leaves_everything_as_it_was(lived_in: Notebook) -> None:
    class Told(Progress):
        most = 9

        def go_on(self, share: float = 0.0) -> None:
            super().go_on(share)
            if share:
                shares.append(share)
            if len(shares) == self.most:
                self.stop()

    shares: list[float] = []
    before, told = keys_on_disk(lived_in.folder), Told()
    told.most = 3
    with trouble("stopped"):
        lived_in.renew_keys("mira", SECRET["mira"], NEW, told)
    assert (keys_on_disk(lived_in.folder), len(shares)) == (before, 3)
    assert not list(lived_in.folder.rglob("*.part"))
    lived_in.unlock("mira", SECRET["mira"])
    shares.clear()
    assert lived_in.renew_keys("mira", SECRET["mira"], NEW, Told()) == ()
    assert len(shares) == 4, "two vaults and two backups"
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_an_identity_swapped_in_the_key_file_opens_nothing(two: Notebook) -> None:
    two.close()
    keys = keyfile.read(two.folder)
    forged = Root.new().wrapped(bytes(32), keys.bound("sam", "identity"))
    people = tuple(replace(one, identity=forged) if one.id == "sam" else one for one in keys.people)
    keyfile.write(two.folder, replace(keys, people=people))
    notebook = notebooks(two.folder).open(two.folder)
    with trouble("keys-damaged"):
        notebook.unlock("sam", SECRET["sam"])
    notebook.close()


# a recovery code


def test_a_recovery_code_opens_the_space_and_gives_it_a_new_passphrase(lived_in: Notebook) -> None:
    assert lived_in.set_recovery("mira", SECRET["mira"], CODE) == ()
    assert lived_in.has_recovery("mira")
    notebook = reopened(lived_in)
    assert notebook.recover("mira", CODE, NEW) == ()
    assert notebook.unlocked() == {"mira"}
    notebook = reopened(notebook)
    assert opens_with(notebook, NEW)
    notebook.close()


def test_a_wrong_code_opens_nothing_and_a_new_one_ends_the_old_one(lived_in: Notebook) -> None:
    lived_in.set_recovery("mira", SECRET["mira"], CODE)
    lived_in.set_recovery("mira", SECRET["mira"], "another")
    lived_in.lock_all()
    for code in (CODE, "", "guess"):
        with trouble("wrong-code"):
            lived_in.recover("mira", code, NEW)
    with trouble("wrong-code"):
        lived_in.recover("sam", "another", NEW)
    assert lived_in.unlocked() == frozenset()
    lived_in.recover("mira", "another", NEW)


def test_new_keys_end_the_recovery_code(lived_in: Notebook) -> None:
    lived_in.set_recovery("mira", SECRET["mira"], CODE)
    lived_in.renew_keys("mira", SECRET["mira"], NEW)
    assert not lived_in.has_recovery("mira")
    assert b"recovery" not in b"".join(keys_on_disk(lived_in.folder))


# a PIN


def test_a_pin_opens_one_space_until_it_is_forgotten(two: Notebook) -> None:
    two.set_pin("mira", "2580")
    two.lock_all(forget=False)
    two.unlock_with_pin("mira", "2580")
    assert two.unlocked() == {"mira"}
    two.space("mira").set("a", "b")
    two.lock_all()
    assert not two.has_pin("mira")
    with trouble("pin-gone"):
        two.unlock_with_pin("mira", "2580")


def test_three_wrong_pins_end_it_and_a_right_one_begins_to_count_anew(two: Notebook) -> None:
    two.set_pin("mira", "2580")
    two.lock_all(forget=False)
    for _ in range(2):
        with trouble("wrong-pin"):
            two.unlock_with_pin("mira", "1111")
    two.unlock_with_pin("mira", "2580")
    two.lock_all(forget=False)
    for code in ("wrong-pin", "wrong-pin", "pin-gone"):
        with trouble(code):
            two.unlock_with_pin("mira", "1111")
    assert not two.has_pin("mira")
    assert two.unlocked() == frozenset()


def test_a_pin_is_nowhere_on_the_disk_and_ends_with_a_change_of_keys(two: Notebook) -> None:
    before = keys_on_disk(two.folder)
    two.set_pin("sam", "2580")
    assert keys_on_disk(two.folder) == before
    two.renew_keys("mira", SECRET["mira"], NEW)
    assert not two.has_pin("sam")


# emptying


def test_an_emptied_space_is_nowhere_and_its_owner_has_not_begun(lived_in: Notebook) -> None:
    keys = cast(FolderNotebook, lived_in)._keys
    vault, secret = str(keys.member("mira").vault), keys.member("mira").slots[0].secret
    assert lived_in.empty("mira") == ()
    assert lived_in.unlocked() == frozenset()
    door = lived_in.doors()[0]
    assert (door.begun, door.protected, door.name) == (False, False, None)
    assert [path for path in lived_in.folder.rglob("*") if vault in path.name] == []
    found = [json.loads(each)["keys"]["people"][0] for each in keys_on_disk(lived_in.folder)]
    assert len(found) == 4
    assert all(not one["slots"] and not one["vault_key"] and not one["shared_key"] for one in found)
    assert b64encode(secret) not in b"".join(keys_on_disk(lived_in.folder))


def test_the_other_one_keeps_everything_and_is_told_nothing(lived_in: Notebook, tmp_path: Path) -> None:
    lived_in.empty("mira")
    notebook = reopened(lived_in)
    notebook.unlock("sam", SECRET["sam"])
    assert notebook.space("sam").sealed("first") == set(LISTED)
    assert [entry.sitting.id for entry in notebook.shared().sittings()] == ["first"]
    notebook.backups().check(TODAY, Progress())
    assert [one.sound for one in notebook.backups().kept()] == [True, True]
    copy = restored(notebook, 1, tmp_path / "copy")
    copy.unlock("sam", SECRET["sam"])
    assert not copy.doors()[0].begun
    copy.close()
    notebook.close()


def test_whoever_emptied_their_space_begins_anew_beside_the_other(lived_in: Notebook) -> None:
    lived_in.empty("mira")
    with trouble("partner-first"):
        lived_in.begin("mira", NEW, name_on_door=False)
    lived_in.unlock("sam", SECRET["sam"])
    lived_in.begin("mira", NEW, name_on_door=False)
    assert lived_in.space("mira").entries() == ()
    lived_in.withdraw("first", "sam", LISTED)
    given.sealed(lived_in, "second")
    notebook = reopened(lived_in)
    notebook.unlock("mira", NEW)
    notebook.unlock("sam", SECRET["sam"])
    assert notebook.ready("second", LISTED)
    notebook.close()


def test_someone_alone_begins_anew_by_themselves(tmp_path: Path) -> None:
    notebook = new(tmp_path / "book", MIRA)
    notebook.begin("mira", NEW, name_on_door=True)
    notebook.shared().set_pause({"until": "20:30"})
    notebook.backups().make(TODAY, Progress())
    notebook.empty("mira")
    assert copies(notebook) == []
    notebook = reopened(notebook)
    notebook.begin("mira", None, name_on_door=False)
    assert notebook.shared().people() == (MIRA,)
    assert notebook.shared().pause() is None
    notebook.close()


# found half done


@pytest.mark.parametrize(
    "change",
    [
        lambda notebook: notebook.change_passphrase("mira", SECRET["mira"], NEW),
        lambda notebook: notebook.renew_keys("mira", SECRET["mira"], NEW),
    ],
)
def test_a_change_cut_off_before_the_backups_followed_goes_on_when_somebody_comes_in(
    lived_in: Notebook, change: Callable[[Notebook], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbook.storage.coming.follow", lambda folder, keys: (keys, ()))
    change(lived_in)
    lived_in.close()
    monkeypatch.undo()
    notebook = notebooks(lived_in.folder).open(lived_in.folder)
    notebook.unlock("sam", SECRET["sam"])
    member = keyfile.read(notebook.folder).member("mira")
    for place in copies(notebook):
        assert keyfile.read(place).member("mira").slots == member.slots
    assert len(copies(notebook)) == 2
    assert not keyfile.read(notebook.folder).following
    notebook.close()
