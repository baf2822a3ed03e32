"""What lies between a page and a printer's queue goes, also when the process that laid it there was killed (G15)."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbook.paths import in_memory
from workbook.ui.parts import between
from workbook.ui.parts.between import Between, sweep

ROOT = Path(__file__).parents[3]
LAYS = """
import os, sys
from workbook.ui.parts.between import Between
Between()
open(os.environ["TMPDIR"] + "/job", "w").write("words")
"""
KILLED = "os.kill(os.getpid(), 9)"
STAYS = "print('there', flush=True); sys.stdin.read()"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lays no file in between")


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place in memory."""
    place = tmp_path / "memory"
    place.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(place))
    return place


def lain(place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.is_file()]


def test_g15_what_a_kill_left_goes_at_the_next_start(memory: Path) -> None:
    subprocess.run([sys.executable, "-c", LAYS + KILLED], cwd=ROOT, check=False)
    assert len(lain(memory)) == 1
    (memory / "another-program").write_text("stays")
    sweep()
    assert lain(memory) == [memory / "another-program"]


def test_what_another_window_prints_just_now_stays(memory: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LAYS + STAYS], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "there\n"
        ours = Between()
        sweep()
        assert len(lain(memory)) == 1
        ours.close()
        other.kill()
    sweep()
    assert list(memory.iterdir()) == []


def test_a_link_of_that_name_is_not_followed(memory: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").write_text("stays")
    (memory / "workbook-pages-x").symlink_to(tmp_path / "mine")
    (memory / "workbook-pages-y").write_text("no folder")
    os.mkfifo(memory / "workbook-pages-z")
    sweep()
    assert (tmp_path / "mine" / "letter").read_text() == "stays"


def test_where_the_place_in_memory_is_none_another_one_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, make in (("file", Path.touch), ("pipe", os.mkfifo), ("nothing", str)):
        make(tmp_path / name)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / name))
        assert in_memory() != tmp_path / name


def test_where_there_is_no_room_it_says_so(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_how: object) -> str:
        raise OSError(errno.ENOSPC, "full")

    before = os.environ.get("TMPDIR")
    monkeypatch.setattr(between, "mkdtemp", full)
    with pytest.raises(OSError, match="full"):
        Between()
    assert os.environ.get("TMPDIR") == before
