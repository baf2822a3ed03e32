"""`couples-workbook worksheet` prints exercises blank; a pack's id stands for all of its exercises, as one booklet."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from workbook.cli import main
from workbook.content.library import Library
from workbook.paths import resources


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
