"""The power goes: what was acknowledged is there, nothing is half done, and with weaker pragmas this test would fail (G18)."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.faults import evening, replay
from workbook.trouble import Trouble

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

SCRIPT = Path(evening.__file__)
WEAKER = ("NORMAL", "OFF")


class Played(NamedTuple):
    """An evening as the system saw it: where, what was there before, every call, and what should be seen after each act."""

    folder: Path
    before: Path
    calls: list[replay.Call]
    seen: list[dict[str, Any]]


class Cuts(NamedTuple):
    """After how many different numbers of acts the power was cut, and what was lost."""

    moments: int
    lost: list[str]


def _played(place: Path, synchronous: str) -> Played:
    """The real program's calls, as strace writes them down."""
    rehearsed, folder, log = place / "rehearsed", place / "book", place / "log"
    rehearsed.mkdir()
    seen = evening.rehearse(rehearsed)
    shutil.copytree(rehearsed / "0", folder)
    strace = ["strace", "-qqq", "-xx", "-s", "100000", "-o", str(log), "-e", f"trace={','.join(replay.CALLS)}"]
    run = [*strace, sys.executable, str(SCRIPT), str(folder), synchronous]
    said = subprocess.run(run, env=os.environ | {"PYTHONPATH": str(SCRIPT.parents[2])}, check=False, capture_output=True, text=True)
    assert said.stdout.splitlines() == list(evening.ACTS), said.stderr
    return Played(folder, rehearsed / "0", replay.recorded(log), seen)


def _cut(played: Played, times: int, seed: int) -> Cuts:
    """Cut the power at random points, half of them soon after an acknowledgement, and look with the real program."""
    rng = random.Random(seed)
    acknowledged = [at + 1 for at, call in enumerate(played.calls) if call.told() is not None]
    first = next(at for at, call in enumerate(played.calls) if _about(call, played.folder))
    lost, moments = [], set()
    for number in range(times):
        soon = min(len(played.calls), rng.choice(acknowledged) + rng.randrange(6))
        at = rng.choice((soon, rng.randrange(first, len(played.calls) + 1)))
        acts = sum(1 for end in acknowledged if end <= at)
        moments.add(acts)
        fault = _after(played, at, acts, rng, played.folder.with_name(f"cut-{seed}-{number}"))
        lost += [f"{at} of {len(played.calls)}, after {acts} acts: {fault}"] if fault else []
    return Cuts(len(moments), lost)


def _about(call: replay.Call, folder: Path) -> bool:
    return any(str(folder).encode() in text for text in call.texts)


def _after(played: Played, at: int, acts: int, rng: random.Random, target: Path) -> str:
    """What is wrong after one power cut, or nothing: what was acknowledged must be there, and at most one act more."""
    disk = replay.Disk(played.folder, played.before)
    for call in played.calls[:at]:
        disk.follow(call)
    disk.cut(rng, target)
    try:
        seen = evening.look(target)
        again = evening.look(target)
    except Trouble as trouble:
        return trouble.code
    finally:
        shutil.rmtree(target)
    if seen != again:
        return "a second look shows something else"
    return "" if seen in played.seen[acts : acts + 2] else "something is missing or half done"


def test_a_power_cut_loses_nothing_acknowledged(tmp_path: Path) -> None:
    played = _played(tmp_path, "EXTRA")
    _faithful(played)
    cuts = _cut(played, 60, seed=1)
    assert cuts.lost == []
    assert cuts.moments > len(evening.ACTS) // 2


def _faithful(played: Played) -> None:
    """The replay itself is faithful: with every write kept, the disk holds byte for byte what the program left."""
    disk = replay.Disk(played.folder, played.before)
    for call in played.calls:
        disk.follow(call)
    assert disk.whole() == {path.name: path.read_bytes() for path in played.folder.iterdir()}
    assert evening.look(played.folder) == played.seen[-1]


@pytest.mark.parametrize("synchronous", WEAKER)
def test_with_a_weaker_pragma_a_power_cut_would_lose_what_was_acknowledged(tmp_path: Path, synchronous: str) -> None:
    cuts = _cut(_played(tmp_path, synchronous), 40, seed=2)
    assert len(cuts.lost) >= 2


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 110))
def test_2000_power_cuts_lose_nothing_acknowledged(tmp_path: Path, seed: int) -> None:
    assert _cut(_played(tmp_path, "EXTRA"), 200, seed).lost == []
