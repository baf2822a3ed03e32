"""Help lines written down at this computer: a small open file that is whole or not there, and believed in nothing."""

from __future__ import annotations

import json
import os
import resource
from collections.abc import Iterator, Mapping
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


def as_kept(*lines: Mapping[str, object]) -> bytes:
    """A file as somebody else might write it."""
    return json.dumps([{"name": "a", "number": "1", "noted_on": "2026-02-01", **line} for line in lines]).encode()


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"{",
        b"[1]",
        b'[{"name": 1}]',
        b"\xff",
        b'{"name": "a"}',
        b'[{"name":"a","number":"b"}]',
        b"null",
        b"1e999",
        b"[" * 1_000_000,
        b'[{"name":' + b"[" * 1_000_000,
        b'[{"name":"\xff","number":"1","noted_on":"2026-02-01"}]',
        b'[{"name":"\\ud800","number":"1","noted_on":"2026-02-01"}]',
        as_kept({"noted_on": "2026-02-31"}),
        as_kept({"noted_on": 20260201}),
        as_kept({"more": 1}),
        as_kept().decode().encode("utf-16"),
        as_kept({"name": "x" * 50_000_000}),
        as_kept(*({"name": f"{at}"} for at in range(10_000))),
    ],
    ids=range(19),
)
def test_a_file_that_is_not_ours_counts_as_none(tmp_path: Path, found: bytes) -> None:
    (tmp_path / "lines.json").write_bytes(found)
    assert FileLines(tmp_path / "lines.json").read() == ()


def test_no_more_lines_are_told_than_can_be_written_down_and_none_twice(tmp_path: Path) -> None:
    (tmp_path / "lines.json").write_bytes(as_kept({}, *({"name": f"{at}"} for at in range(200)), {}))
    assert [line.name for line in FileLines(tmp_path / "lines.json").read()] == ["a", *"0123456"]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ("\u202e112 si siht", "112 si siht"),
        ("\u2066one\u2069\u200f two\ufeff", "one two"),
        ("one\n\n\ttwo\x00\x07\x1b[31m\r", "one two [31m"),
        ("one\u2028two\u2029three\u0085four", "one two three four"),
        ("x" * 5_000, "x" * 120),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_g34_each_part_of_a_line_is_one_short_line_in_which_nothing_turns_or_hides(tmp_path: Path, found: str, told: str) -> None:
    (tmp_path / "lines.json").write_bytes(as_kept({"name": found, "number": found, "hours": found}))
    (line,) = FileLines(tmp_path / "lines.json").read()
    assert (line.name, line.number, line.hours) == (told, told, told)


@pytest.mark.parametrize("nothing", ["", " ", "\u200b", "\u200d\u200c", "\u202e\n"])
def test_what_shows_no_name_or_no_number_is_no_line(tmp_path: Path, nothing: str) -> None:
    (tmp_path / "lines.json").write_bytes(as_kept({"name": nothing}, {"number": nothing}, {"name": "b", "hours": nothing}))
    assert [(line.name, line.hours) for line in FileLines(tmp_path / "lines.json").read()] == [("b", "")]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    lines = FileLines(tmp_path / "lines.json")
    for make in (os.mkfifo, os.mkdir, lambda path: os.symlink("/dev/zero", path), lambda path: os.symlink(path, path)):
        make(tmp_path / "lines.json")
        assert lines.read() == ()
        (tmp_path / "lines.json").rename(tmp_path / f"{len(list(tmp_path.iterdir()))}")


@pytest.fixture
def no_right_to(tmp_path: Path) -> Iterator[FileLines]:
    """A file nobody may read, in a folder nobody may write to; for root too, who becomes nobody for a while."""
    lines = FileLines(tmp_path / "lines.json")
    lines.keep((LINE,))
    tmp_path.chmod(0o000)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield lines
    if root:
        os.seteuid(0)
    tmp_path.chmod(0o700)
    assert lines.read() == (LINE,)


def test_where_nothing_can_be_read_or_written_that_is_told_and_help_has_none(no_right_to: FileLines) -> None:
    assert no_right_to.read() == ()
    for kept in ((LINE, LINE), ()):
        with pytest.raises(Trouble, match="read-only"):
            no_right_to.keep(kept)


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
