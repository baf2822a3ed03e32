"""A disk that is full, may only be read or fails: it is told, nothing acknowledged is lost, and the program goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults import nursery, runs
from workbook.trouble import Trouble

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def test_files_that_may_not_grow_lose_nothing_acknowledged(book: Path) -> None:
    found = runs.run("no-room", book, 20_000)
    assert found["told"]
    assert set(found["told"]) <= {"disk-full", "save-failed"}
    assert found["found"] == found["acked"]
    assert found["acked"][-20:] == list(range(40, 60))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one mebibyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if not mounted or mounted.returncode:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_told_and_loses_nothing_acknowledged(small_disk: Path) -> None:
    nursery.prepare(small_disk / "book")
    notebook, space = nursery.mira_in(small_disk / "book")
    nursery.save(space, 1)
    filler = small_disk / "filler"
    _fill(filler)
    for number in (6, 11):
        with pytest.raises(Trouble) as raised:
            space.save("own", "long", {"text": "word " * 20_000 + str(number)})
        assert raised.value.code == "disk-full"
    assert space.answers("own").keys() == {"s1"}
    filler.unlink()
    nursery.save(space, 16)
    notebook.close()
    assert nursery.kept(small_disk / "book") == {"s1": 16}


def test_a_notebook_is_not_made_on_a_full_disk(small_disk: Path) -> None:
    _fill(small_disk / "filler")
    with pytest.raises(Trouble) as raised:
        nursery.prepare(small_disk / "book")
    assert raised.value.code == "disk-full"
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="Windows has no such leave")
def test_a_notebook_that_may_only_be_read_is_told() -> None:
    # Not in tmp_path: for root that lies where only root may go, and the nursery becomes somebody else.
    with tempfile.TemporaryDirectory() as place:
        nursery.prepare(Path(place) / "book")
        found = runs.run("no-leave", Path(place) / "book")
    assert found == {"told": ["read-only", "read-only", "read-only"], "kept": {"s0": 0}}


@needs_strace
def test_each_save_brings_four_things_to_the_disk_and_ends_with_its_journal(book: Path, tmp_path: Path) -> None:
    calls = {"fsync": 4, "ftruncate": 1}
    counted = []
    for count in (10, 30):
        strace = ("strace", "-f", "-qq", "-o", str(tmp_path / "log"), "-e", f"trace={','.join(calls)}")
        assert len(runs.end(runs.begin("saving", book, count, before=strace))["acked"]) == count
        counted.append({call: (tmp_path / "log").read_text().count(f" {call}(") for call in calls})
    assert {call: counted[1][call] - counted[0][call] for call in calls} == {call: 20 * each for call, each in calls.items()}


FAULTS = ("fsync:error=EIO", "fsync:error=ENOSPC", "pwrite64:error=EIO", "pwrite64:error=ENOSPC", "ftruncate:error=EIO")


def _hindered(tmp_path: Path, faults: tuple[str, ...], first: int, every: int, count: int) -> None:
    running = []
    for number, fault in enumerate(faults):
        folder, log = tmp_path / str(number), tmp_path / f"{number}.log"
        nursery.prepare(folder)
        call = fault.split(":", 1)[0]
        strace = ("strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call}", "-e", f"inject={fault}:when={first}+{every}")
        running.append((fault, folder, log, runs.begin("saving", folder, count, before=strace)))
    ended = [(fault, folder, log, runs.end(one)) for fault, folder, log, one in running]
    for fault, folder, log, found in ended:
        assert "(INJECTED)" in log.read_text(), fault
        assert found["told"], fault
        assert set(found["told"]) <= {"save-failed", "disk-full"}, fault
        assert len(found["acked"]) > len(found["told"]), fault  # it went on after it was told
        assert nursery.lost(nursery.kept(folder), found["acked"]) == [], fault


@needs_strace
def test_a_disk_that_fails_now_and_then_loses_nothing_acknowledged(tmp_path: Path) -> None:
    _hindered(tmp_path, FAULTS, first=40, every=31, count=60)


@needs_strace
@pytest.mark.soak
@pytest.mark.parametrize("every", range(29, 86, 6))
def test_a_disk_that_fails_at_any_rhythm_loses_nothing_acknowledged(tmp_path: Path, every: int) -> None:
    # The first save of an answer, on a vault just opened anew, is up to 26 writes: of a disk that fails more often, nothing comes.
    _hindered(tmp_path, FAULTS, first=30 + every, every=every, count=200)


def _fill(filler: Path) -> None:
    """Write until nothing more fits."""
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
