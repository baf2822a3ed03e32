"""A pack from outside is read in memory, or refused with every fault, and never leaves a byte on the disk."""

import io
import random
import stat
import time
import zipfile
from pathlib import Path

import pytest

from tests.content.good import GOOD, PACK
from workbook.content.check import check_pack
from workbook.content.fault import Faulty
from workbook.content.zipped import ZIP_BYTES, read_zip


def zipped(files: dict[str, str | bytes], folder: str = "kitchen/") -> bytes:
    """A zip of files, by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as into:
        for name, text in files.items():
            into.writestr(folder + name, text)
    return out.getvalue()


GOOD_FILES: dict[str, str | bytes] = {"pack.yaml": PACK, "the-kettle.yaml": GOOD}


def faults_of(data: bytes, shown: str = "kitchen.zip") -> list[str]:
    """The faults of a zip, as they are printed."""
    with pytest.raises(Faulty) as caught:
        read_zip(data, shown)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("folder", ["kitchen/", ""])
def test_a_zip_of_a_pack_is_that_pack(folder: str) -> None:
    assert [exercise.id for exercise in read_zip(zipped(GOOD_FILES, folder), "kitchen.zip").exercises] == ["the-kettle"]


def test_what_lies_beside_the_files_is_not_looked_at() -> None:
    extra: dict[str, str | bytes] = {"README.md": "{{{", "LICENSE": "MIT", ".DS_Store": b"\0", "index.json": "["}
    assert read_zip(zipped({**GOOD_FILES, **extra}), "kitchen.zip").imprint.title == "Kitchen"


@pytest.mark.parametrize(
    "name",
    [
        "../pack.yaml",
        "/etc/pack.yaml",
        "a/b/pack.yaml",
        "..\\pack.yaml",
        "C:pack.yaml",
        "CON.yaml",
        "con.yaml",
        "lpt1.yaml",
        "Pack.yaml",
        "pack.YAML",
        "pack.exe",
        "p\u202eck.yaml",
        "p\nck.yaml",
        "pack yaml",
        ".yaml",
        "a" * 300 + ".txt",
    ],
)
def test_an_entry_with_a_hostile_name_is_refused_by_its_name(name: str) -> None:
    faults = faults_of(zipped({**GOOD_FILES, name: "id: x"}, ""))
    assert any("name cannot be used" in fault for fault in faults), faults
    assert all(fault.isprintable() for fault in faults)


def test_a_link_is_refused() -> None:
    out = io.BytesIO(zipped(GOOD_FILES))
    with zipfile.ZipFile(out, "a") as into:
        link = zipfile.ZipInfo("kitchen/passwords.yaml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        into.writestr(link, "/etc/passwd")
    assert any("This is a link" in fault for fault in faults_of(out.getvalue()))


def test_a_bomb_is_refused_within_a_second() -> None:
    one_large = zipped({**GOOD_FILES, "bomb.yaml": b"a" * 300_000_000})
    many = zipped({f"bomb-{number}.yaml": b"a: b\n" * 50_000 for number in range(60)})
    faults = []
    for data in (one_large, many):
        began = time.process_time()  # of the processor alone: on a busy machine the clock on the wall tells of the others
        faults += faults_of(data)
        assert time.process_time() - began < 1
    assert any("larger than" in fault for fault in faults)


def test_a_zip_with_more_entries_than_a_pack_may_have_is_refused_at_once() -> None:
    data = zipped({f"e-{number}.yaml": "" for number in range(20_000)})
    began = time.process_time()
    assert faults_of(data) == ["kitchen.zip:1: There are more than 200 files. Make two packs of them."]
    assert time.process_time() - began < 1


def test_files_in_two_folders_or_twice_are_refused() -> None:
    assert any("more than one folder" in fault for fault in faults_of(zipped({"a/pack.yaml": PACK, "b/the-kettle.yaml": GOOD}, "")))
    assert any("second time" in fault for fault in faults_of(zipped({"kitchen/pack.yaml": PACK, "pack.yaml": PACK}, "")))


def test_what_is_no_zip_or_too_large_is_said_so() -> None:
    unread = "kitchen.zip:1: This is not a zip that can be read. Zip the pack's folder again, without a passphrase."
    assert faults_of(b"") == [unread]
    assert "larger than" in faults_of(b"PK" * ZIP_BYTES)[0]


def test_no_damage_to_a_zip_gives_anything_but_a_fault_or_the_pack() -> None:
    good, rng = zipped(GOOD_FILES), random.Random(5)
    refused = 0
    for _round in range(150):
        damaged = bytearray(good)
        for _hit in range(rng.randint(1, 4)):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        if rng.random() < 0.3:
            del damaged[rng.randrange(len(damaged)) :]
        try:
            read_zip(bytes(damaged), "kitchen.zip")
        except Faulty as faulty:
            refused += len(faulty.faults) > 0
    assert refused > 50


def test_check_pack_looks_into_a_zip_too(tmp_path: Path) -> None:
    path = tmp_path / "kitchen.zip"
    path.write_bytes(zipped(GOOD_FILES))
    assert check_pack([path]) == ((), (f"{path}: no faults in 1 exercise, 34 steps",))
    path.write_bytes(b"PK")
    faults, lines = check_pack([path, tmp_path / "gone.zip"])
    assert len(faults) == 2
    assert lines == (f"{path}: 1 fault", f"{tmp_path / 'gone.zip'}: 1 fault")
