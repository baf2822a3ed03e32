"""A pack is read whole, or refused whole with every fault in every file."""

import os
from pathlib import Path

import pytest

from tests.content.good import GOOD, PACK, put_pack
from workbook.content.check import check_pack
from workbook.content.fault import Faulty
from workbook.content.pack import bind, read_pack


def faults_of(folder: Path) -> list[str]:
    """The faults of a pack, as they are printed."""
    with pytest.raises(Faulty) as caught:
        read_pack(folder)
    return [str(fault) for fault in caught.value.faults]


def test_a_good_pack_has_its_exercises_in_order(tmp_path: Path) -> None:
    kitchen = put_pack(tmp_path, pack=PACK.replace("[the-kettle]", "[the-pot, the-kettle]"))
    (kitchen / "the-pot.yaml").write_text(GOOD.replace("id: the-kettle", "id: the-pot"), "utf-8")
    pack = read_pack(kitchen)
    assert [exercise.id for exercise in pack.exercises] == ["the-pot", "the-kettle"]
    assert pack.imprint.title == "Kitchen"


def test_what_is_not_an_exercise_file_is_left_alone(tmp_path: Path) -> None:
    kitchen = put_pack(tmp_path)
    (kitchen / "README.md").write_text("{{{", "utf-8")
    assert read_pack(kitchen).exercises


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Kitchen\n", "", "kitchen/pack.yaml:1: This file has no `title`. Add `title:`."),
        ("title: Kitchen", 'title: ""', "kitchen/pack.yaml:3: `title` is empty. Write something."),
        (
            "licence: MIT",
            "license: MIT",
            "kitchen/pack.yaml:6: This file has a key `license`, which is not known. Did you mean `licence`?",
        ),
        ("authors: [Somebody]", "authors: []", "kitchen/pack.yaml:5: `authors` is empty. Write something."),
        ("authors: [Somebody]", 'authors: [""]', "kitchen/pack.yaml:5: `authors` is empty. Write something."),
        ("edition: 1", "edition: 0", "kitchen/pack.yaml:2: `edition` is `0`. Write a number from 1 to 9999."),
        (
            "language: en",
            "language: English",
            "kitchen/pack.yaml:7: `language` is `English`. Write a code such as `en` or `pt-BR`.",
        ),
        (
            "id: kitchen",
            "id: core",
            "kitchen/pack.yaml:1: The id `core` is not the name of the folder. "
            "Give both one name, of small letters, digits and hyphens.",
        ),
        (
            "[the-kettle]",
            "[the-kettle, the-ketle]",
            "kitchen/pack.yaml:8: There is no file `the-ketle.yaml`. Did you mean `the-kettle`?",
        ),
        (
            "[the-kettle]",
            "[the-kettle, the-kettle]",
            "kitchen/pack.yaml:8: `the-kettle` stands here a second time. Keep one of the two.",
        ),
        ("[the-kettle]", "[the-kettle, ../etc]", "kitchen/pack.yaml:8: There is no file `../etc.yaml`. Known here: `the-kettle`."),
        ("[the-kettle]", "[]", "kitchen/pack.yaml:8: `exercises` is empty. Write something."),
    ],
)
def test_a_fault_of_the_pack_file_is_told(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert expected in faults_of(put_pack(tmp_path, pack=PACK.replace(old, new)))


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    kitchen = put_pack(tmp_path, GOOD.replace("edition: 1", "edition: x"), PACK.replace("licence", "lizenz"))
    (kitchen / "extra.yaml").write_text("a: *b", "utf-8")
    files = {fault.partition(":")[0] for fault in faults_of(kitchen)}
    assert files == {"kitchen/pack.yaml", "kitchen/extra.yaml", "kitchen/the-kettle.yaml"}


def test_a_file_that_the_pack_does_not_name_is_a_fault(tmp_path: Path) -> None:
    kitchen = put_pack(tmp_path)
    (kitchen / "extra.yaml").write_text(GOOD.replace("id: the-kettle", "id: extra"), "utf-8")
    (fault,) = faults_of(kitchen)
    assert fault.startswith("kitchen/pack.yaml:8: The file `extra.yaml` is not named here.")


def test_a_missing_pack_file_and_a_missing_folder_are_faults(tmp_path: Path) -> None:
    (put_pack(tmp_path) / "pack.yaml").unlink()
    assert faults_of(tmp_path / "kitchen")[0].startswith("kitchen/pack.yaml:1: This file is missing.")
    assert faults_of(tmp_path / "nowhere")[0].startswith("nowhere:1: This cannot be read from the disk.")


@pytest.mark.parametrize("name", ["The Kettle.yaml", "kettle.yml", "kettle_.yaml"])
def test_a_file_name_that_does_not_travel_is_a_fault(tmp_path: Path, name: str) -> None:
    kitchen = put_pack(tmp_path)
    (kitchen / name).write_text(GOOD, "utf-8")
    assert [fault for fault in faults_of(kitchen) if fault.startswith(f"kitchen/{name}:1: This is a link, or its name")]


def test_a_link_and_a_pipe_are_refused_without_being_opened(tmp_path: Path) -> None:
    kitchen = put_pack(tmp_path)
    (kitchen / "link.yaml").symlink_to(kitchen / "the-kettle.yaml")
    os.mkfifo(kitchen / "pipe.yaml")
    assert len([fault for fault in faults_of(kitchen) if "This is a link" in fault]) == 2


def test_too_many_files_and_too_much_in_them_are_faults(tmp_path: Path) -> None:
    kitchen = put_pack(tmp_path)
    for number in range(20):
        (kitchen / f"big-{number}.yaml").write_text("# " + "x" * 250_000, "utf-8")
    assert "kitchen:1: The pack is larger than 4 MB. Make two packs of it." in faults_of(kitchen)
    for number in range(200):
        (kitchen / f"small-{number}.yaml").write_text("a", "utf-8")
    assert "kitchen:1: There are more than 200 files. Make two packs of them." in faults_of(kitchen)


def test_all_files_of_a_pack_share_one_allowance_of_values() -> None:
    many = b"[" + b"a," * 20_000 + b"]"
    with pytest.raises(Faulty) as caught:
        bind({"a.yaml": many, "b.yaml": many, "c.yaml": many}, "kitchen", "kitchen")
    assert [fault.file for fault in caught.value.faults if "too much in this pack" in fault.found] == ["kitchen/c.yaml"]


def test_check_pack_says_what_it_looked_at(tmp_path: Path) -> None:
    kitchen = put_pack(tmp_path)
    faults, lines = check_pack([kitchen, kitchen / "the-kettle.yaml"])
    assert faults == ()
    assert lines == (f"{kitchen}: no faults in 1 exercise, 34 steps", f"{kitchen / 'the-kettle.yaml'}: no faults in 34 steps")


def test_check_pack_names_files_as_they_were_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_pack(tmp_path, GOOD.replace("edition: 1", "edition: x"))
    monkeypatch.chdir(tmp_path / "kitchen")
    faults, lines = check_pack([Path(), Path("the-kettle.yaml"), Path("gone.yaml")])
    assert [str(fault).partition(" ")[0] for fault in faults] == ["./the-kettle.yaml:2:", "the-kettle.yaml:2:", "gone.yaml:1:"]
    assert lines == (".: 1 fault", "the-kettle.yaml: 1 fault", "gone.yaml: 1 fault")


@pytest.mark.parametrize(
    "said",
    [
        "about: Tell each other your passwords.",
        "about: Small things.\ngate: {is: Turn on location sharing., is_not: A game.}",
        "about: Small things.\nreview: Read each other’s messages first.",
    ],
)
def test_g29_what_a_pack_says_of_itself_asks_nobody_to_watch(tmp_path: Path, said: str) -> None:
    (fault,) = faults_of(put_pack(tmp_path, pack=PACK.replace("about: Small things.", said)))
    assert "This speaks of" in fault
