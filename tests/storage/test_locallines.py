"""Help lines written down at this computer: a small open file that is whole or not there, and believed in nothing."""

from __future__ import annotations

import json
import resource
from datetime import date
from pathlib import Path

import pytest

from workbook.content.helplines import LocalLine
from workbook.storage.locallines import FileLines
from workbook.trouble import Trouble

LINE = LocalLine(name="The practice — Łódź", number="see the door", hours="Mondays", noted_on=date(2026, 2, 1))


def test_what_is_kept_is_read_again_and_with_none_there_is_no_file(tmp_path: Path) -> None:
    lines = FileLines(tmp_path / "made" / "lines.json")
    assert lines.read() == ()
    lines.keep((LINE,))
    assert lines.read() == (LINE,)
    assert (tmp_path / "made" / "lines.json").stat().st_mode & 0o777 == 0o600
    lines.keep(())
    assert list((tmp_path / "made").iterdir()) == []


def test_g34_only_a_name_a_number_hours_and_the_day_stand_in_it(tmp_path: Path) -> None:
    FileLines(tmp_path / "lines.json").keep((LINE,))
    (kept,) = json.loads((tmp_path / "lines.json").read_text("utf-8"))
    assert set(kept) == {"name", "number", "hours", "noted_on"}


@pytest.mark.parametrize("found", [b"", b"{", b"[1]", b'[{"name": 1}]', b"\xff", b'{"name": "a"}', b'[{"name":"a","number":"b"}]'])
def test_a_file_that_is_not_ours_counts_as_none(tmp_path: Path, found: bytes) -> None:
    (tmp_path / "lines.json").write_bytes(found)
    assert FileLines(tmp_path / "lines.json").read() == ()


def test_a_full_disk_is_told_and_leaves_what_was_there(tmp_path: Path) -> None:
    lines = FileLines(tmp_path / "lines.json")
    lines.keep((LINE,))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, before[1]))
    try:
        with pytest.raises(Trouble, match="disk-full"):
            lines.keep((LINE, LINE))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert lines.read() == (LINE,)
    assert [path.name for path in tmp_path.iterdir()] == ["lines.json"]
