"""`couples-workbook worksheet` prints exercises blank, for a pen or a screen; a pack's id stands for all of its exercises."""

from __future__ import annotations

import resource
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from workbook import paths
from workbook.cli import main
from workbook.content.helplines import LocalLine
from workbook.content.library import Library
from workbook.paths import resources
from workbook.storage.locallines import FileLines


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_pack_prints_as_one_booklet_with_each_exercise_once(tmp_path: Path) -> None:
    target = tmp_path / "recovery.pdf"
    assert main(["worksheet", "recovery", "daily-support", str(target)]) == 0
    words = text_of(target)
    titles = [summary.title for summary in Library(resources() / "packs").summaries() if summary.pack == "recovery"]
    assert len(titles) == 2
    assert all(title in words for title in titles)
    alone = tmp_path / "alone.pdf"
    assert main(["worksheet", "daily-support", str(alone)]) == 0
    assert len(PdfReader(alone).pages) < len(PdfReader(target).pages)


def test_a_name_that_is_neither_is_told_with_the_likely_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["worksheet", "recovry", str(tmp_path / "x.pdf")]) == 1
    assert "`recovery`" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_several_exercises_go_into_one_file_in_the_order_they_were_named(tmp_path: Path) -> None:
    target = tmp_path / "pages.pdf"
    assert main(["worksheet", "take-the-floor", "draw-our-loop", str(target), "--letter"]) == 0
    words = text_of(target)
    assert words.index("Take the floor") < words.index("Draw our loop")
    assert {float(page.mediabox.height) for page in PdfReader(target).pages} == {792.0}


def test_a_pack_is_a_form_as_one_booklet_too(tmp_path: Path) -> None:
    target = tmp_path / "pages.pdf"
    assert main(["worksheet", "recovery", str(target), "--fillable", "--letter"]) == 0
    names = {name.split(".")[0] for name in PdfReader(target).get_fields() or ()}
    assert names == {"what-it-soothed", "daily-support"}


def test_cards_are_written_too(tmp_path: Path) -> None:
    assert main(["worksheet", "ways-out", str(tmp_path / "cards.pdf"), "--cards"]) == 0
    assert "Our list" in text_of(tmp_path / "cards.pdf")


def test_g34_a_plan_for_afterwards_has_the_numbers_of_the_country_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "plan.pdf"
    assert main(["worksheet", "keep-it-alive", str(target), "--country", "ie"]) == 0
    words = " ".join(text_of(target).split())
    assert "Help, at any time · Ireland" in words
    assert "This is how it stood on" in words
    assert "Our own lines" in words
    assert capsys.readouterr().err == ""


def test_g34_without_a_country_no_number_is_guessed_and_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "plan.pdf"
    assert main(["worksheet", "keep-it-alive", str(target)]) == 0
    assert "--country" in capsys.readouterr().err
    assert "Call " not in text_of(target).split("Help, at any time")[1]


def test_a_country_that_is_not_there_is_told_with_all_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["worksheet", "keep-it-alive", str(tmp_path / "plan.pdf"), "--country", "ireland"]) == 1
    assert "ie (Ireland)" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_g34_lines_written_down_at_this_computer_stand_on_it(tmp_path: Path) -> None:
    line = LocalLine(name="The practice", number="see the door", hours="Mondays", noted_on=date(2020, 1, 2))
    FileLines(paths.local_lines()).keep((line,))
    assert main(["worksheet", "keep-it-alive", str(tmp_path / "plan.pdf"), "--country", "nl"]) == 0
    words = " ".join(text_of(tmp_path / "plan.pdf").split())
    for part in ("see the door", "The practice", "Mondays", "2 January 2020", "Not checked lately"):
        assert part in words


@pytest.mark.parametrize("name", ["two words & <more>.pdf", "ł’é—漢😭.pdf", "-rf.pdf", "new\nline.pdf", "n" * 255])
def test_odd_names_are_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["worksheet", "--", "gentle-opening", name]) == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_name_that_is_too_long_a_folder_and_no_folder_are_told_and_leave_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    for target in (tmp_path / ("n" * 300), tmp_path / "folder.pdf", tmp_path / "gone" / "pages.pdf"):
        assert main(["worksheet", "gentle-opening", str(target)]) == 1
        assert capsys.readouterr().err.strip()
    assert [path.name for path in tmp_path.iterdir()] == ["folder.pdf"]
    assert list((tmp_path / "folder.pdf").iterdir()) == []


def test_a_full_disk_is_told_and_leaves_what_was_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pages.pdf").write_bytes(b"the old one")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    try:
        assert main(["worksheet", "gentle-opening", str(tmp_path / "pages.pdf"), "--fillable"]) == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "disk is full" in capsys.readouterr().err
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("pages.pdf", b"the old one")]
