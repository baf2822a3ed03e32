"""A pack to begin with, and a pack from outside, by the command line."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.content.good import GOOD, PACK
from tests.content.test_zipped import zipped
from tests.storage.given import MIRA, SAM, SECRET, notebooks
from workbook.cli import main
from workbook.content.library import Library
from workbook.content.pack import read_pack
from workbook.couple.ports import Notebook
from workbook.paths import resources
from workbook.screens.shelf import Shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The notebook of Mira and Sam, each with a passphrase."""
    folder = tmp_path / "notebook"
    with closing(notebooks(folder).create(folder, (MIRA, SAM))) as made:
        made.begin("mira", SECRET["mira"], True)
        made.begin("sam", SECRET["sam"], True)
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack that somebody was given."""
    path = tmp_path / "kitchen.zip"
    more = "review: Looked over by A. Nother in May.\ngate: {is: For two who talk already., is_not: Not for the first weeks.}\n"
    path.write_bytes(zipped({"pack.yaml": PACK + more, "the-kettle.yaml": GOOD}))
    return path


def secret(tmp_path: Path, words: str) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text(words + "\n", "utf-8")
    return path


@contextmanager
def open_for(folder: Path, person: str) -> Iterator[Notebook]:
    with closing(notebooks(folder).open(folder)) as notebook:
        notebook.unlock(person, SECRET[person])
        yield notebook


def shelf(folder: Path, person: str) -> list[str]:
    """The packs from outside that a person has, switched on."""
    with open_for(folder, person) as notebook:
        packs = Shelf(Library(resources() / "packs"), notebook.space(person)).packs()
        return [shown.imprint.id for shown in packs if shown.outside and shown.on]


def answering(monkeypatch: pytest.MonkeyPatch, words: str | None) -> None:
    """Somebody who types this when asked, or who has no keyboard."""

    def typed(_question: str) -> str:
        if words is None:
            raise EOFError
        return words

    monkeypatch.setattr("builtins.input", typed)


# a pack to begin with


def test_a_new_pack_has_no_fault_and_is_called_like_its_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-pack", str(tmp_path / "our-kitchen")]) == 0
    assert read_pack(tmp_path / "our-kitchen").imprint.id == "our-kitchen"
    assert main(["check-pack", str(tmp_path / "our-kitchen")]) == 0
    assert "no faults in 1 exercise" in capsys.readouterr().out


def test_an_empty_folder_is_welcome_and_one_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "our-kitchen"
    folder.mkdir()
    assert main(["new-pack", str(folder)]) == 0
    (folder / "first-exercise.yaml").write_text("mine", "utf-8")
    assert main(["new-pack", str(folder)]) == 1
    assert (folder / "first-exercise.yaml").read_text("utf-8") == "mine"


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "our-kitchen").write_text("mine", "utf-8")
    assert main(["new-pack", str(tmp_path / "our-kitchen")]) == 1
    assert (tmp_path / "our-kitchen").read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["Our Kitchen", "our_kitchen", "con", "kitchen-", "x" * 70])
def test_a_name_that_no_pack_can_have_is_refused(tmp_path: Path, name: str) -> None:
    assert main(["new-pack", str(tmp_path / name)]) == 2
    assert not (tmp_path / name).exists()


def test_a_new_pack_can_be_zipped_and_checked(tmp_path: Path) -> None:
    folder = tmp_path / "our-kitchen"
    assert main(["new-pack", str(folder)]) == 0
    with zipfile.ZipFile(tmp_path / "our-kitchen.zip", "w") as into:
        for path in folder.iterdir():
            into.write(path, f"our-kitchen/{path.name}")
    assert main(["check-pack", str(tmp_path / "our-kitchen.zip")]) == 0


# a pack from outside


def test_all_of_a_pack_is_shown_before_the_question(
    folder: Path, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, "no")
    file = secret(tmp_path, SECRET["mira"])
    assert main(["install-pack", str(pack), "--notebook", str(folder), "--passphrase-file", str(file)]) == 1
    said = capsys.readouterr().out
    for words in (
        "For two who talk already.",
        "Not for the first weeks.",
        "Written by Somebody. Licence: MIT.",
        "Looked over by A. Nother in May.",
        "none of us has checked them",
        "© The Kettle Institute",
        "The kettle",
        "  - What did you see, *exactly*?",
        "  - Say it.",
        "Nothing was put anywhere.",
    ):
        assert words in said
    assert shelf(folder, "mira") == []


@pytest.mark.parametrize("words", ["", "y", "ja", None])
def test_only_a_yes_is_a_yes(folder: Path, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str | None) -> None:
    answering(monkeypatch, words)
    file = secret(tmp_path, SECRET["mira"])
    assert main(["install-pack", str(pack), "--notebook", str(folder), "--passphrase-file", str(file)]) == 1
    assert shelf(folder, "mira") == []


def test_g13_after_a_yes_it_is_there_for_whoever_the_passphrase_belongs_to_and_nobody_else(
    folder: Path, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, "Yes")
    file = secret(tmp_path, SECRET["sam"])
    assert main(["install-pack", str(pack), "--notebook", str(folder), "--passphrase-file", str(file)]) == 0
    assert shelf(folder, "sam") == ["kitchen"]
    assert shelf(folder, "mira") == []


def test_with_yes_nobody_is_asked(folder: Path, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, None)
    file = secret(tmp_path, SECRET["mira"])
    assert main(["install-pack", str(pack), "--notebook", str(folder), "--passphrase-file", str(file), "--yes"]) == 0
    assert shelf(folder, "mira") == ["kitchen"]


def test_somebody_without_a_passphrase_needs_none(tmp_path: Path, pack: Path) -> None:
    folder = tmp_path / "notebook"
    with closing(notebooks(folder).create(folder, (MIRA,))) as made:
        made.begin("mira", None, True)
    assert main(["install-pack", str(pack), "--notebook", str(folder), "--yes"]) == 0
    with closing(notebooks(folder).open(folder)) as notebook:
        notebook.unlock("mira", None)
        assert [shown.imprint.id for shown in Shelf(Library(tmp_path / "none"), notebook.space("mira")).packs()] == ["kitchen"]


@pytest.mark.parametrize("words", ["not theirs", ""])
def test_a_passphrase_that_opens_nothing_puts_nothing(folder: Path, pack: Path, tmp_path: Path, words: str) -> None:
    file = secret(tmp_path, words)
    assert main(["install-pack", str(pack), "--notebook", str(folder), "--passphrase-file", str(file), "--yes"]) == 2
    assert main(["install-pack", str(pack), "--notebook", str(folder), "--yes"]) == 2
    assert main(["install-pack", str(pack), "--notebook", str(folder), "--passphrase-file", str(tmp_path / "no"), "--yes"]) == 2
    assert shelf(folder, "mira") == shelf(folder, "sam") == []


def test_a_passphrase_that_both_have_does_not_say_for_whom_it_is(tmp_path: Path, pack: Path) -> None:
    folder = tmp_path / "notebook"
    with closing(notebooks(folder).create(folder, (MIRA, SAM))) as made:
        made.begin("mira", "one and the same", True)
        made.begin("sam", "one and the same", True)
    file = secret(tmp_path, "one and the same")
    assert main(["install-pack", str(pack), "--notebook", str(folder), "--passphrase-file", str(file), "--yes"]) == 2


def test_a_faulty_pack_a_taken_name_and_a_place_without_a_notebook_are_told(
    folder: Path, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(secret(tmp_path, SECRET["mira"]))
    faulty = tmp_path / "faulty.zip"
    faulty.write_bytes(zipped({"pack.yaml": PACK, "the-kettle.yaml": GOOD.replace("edition: 1", "edition: x")}))
    assert main(["install-pack", str(faulty), "--notebook", str(folder), "--passphrase-file", file, "--yes"]) == 1
    assert "faulty.zip/the-kettle.yaml:2: `edition` is `x`." in capsys.readouterr().err
    taken = tmp_path / "taken.zip"
    taken.write_bytes(zipped({"pack.yaml": PACK.replace("kitchen", "core"), "the-kettle.yaml": GOOD}, "core/"))
    assert main(["install-pack", str(taken), "--notebook", str(folder), "--passphrase-file", file, "--yes"]) == 1
    assert "There is something called `core` here already." in capsys.readouterr().err
    assert main(["install-pack", str(pack), "--notebook", str(tmp_path / "none"), "--passphrase-file", file, "--yes"]) == 1
    assert "There is no notebook in that folder." in capsys.readouterr().err
    assert main(["install-pack", str(tmp_path / "gone.zip"), "--notebook", str(folder), "--yes"]) == 1
    assert shelf(folder, "mira") == []


def test_a_real_terminal_is_asked_and_may_say_yes(folder: Path, pack: Path, tmp_path: Path) -> None:
    file = secret(tmp_path, SECRET["mira"])
    command = [sys.executable, "-m", "workbook", "install-pack", str(pack), "--notebook", str(folder)]
    done = subprocess.run(
        [*command, "--passphrase-file", str(file)],
        input="yes\n",
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(resources().parent)},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Type yes:" in done.stdout
    assert shelf(folder, "mira") == ["kitchen"]


# what is said of commands


def test_every_command_is_described_with_an_example_and_its_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    names = sorted(path.stem.replace("_", "-") for path in (resources().parent / "workbook" / "commands").glob("*.py"))
    names = [name for name in names if name not in ("--init--", "said")]
    listed = capsys.readouterr().out
    assert len(names) >= 7
    for name in names:
        assert f"    {name} " in listed
        assert f"\n  couples-workbook {name} " in listed
        with pytest.raises(SystemExit):
            main([name, "--help"])
        said = capsys.readouterr().out
        assert f"example: couples-workbook {name} " in said
        assert "exit status:" in said


def test_words_that_are_no_command_are_exit_status_2() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["chek-pack", "x"])
    assert caught.value.code == 2
