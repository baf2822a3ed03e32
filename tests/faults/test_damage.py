"""Damaged files: a named trouble or the right words, never wrong ones; and what is damaged stays as it is (G18)."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from tests.faults import evening
from workbook.trouble import Trouble

PAGE: Final = 4096
TOLD: Final = {"vault-damaged", "keys-damaged", "no-notebook", "seal-broken"}

Damage = Callable[[bytes, random.Random], bytes]


def _flip(whole: bytes, rng: random.Random, count: int = 1) -> bytes:
    changed = bytearray(whole)
    for _ in range(count):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _over(whole: bytes, start: int, put: bytes) -> bytes:
    return whole[:start] + put[: len(whole) - start] + whole[start + len(put) :]


def _page(whole: bytes, rng: random.Random) -> int:
    return rng.randrange((len(whole) + PAGE - 1) // PAGE) * PAGE


def _page_on_another(whole: bytes, rng: random.Random) -> bytes:
    source, target = _page(whole, rng), _page(whole, rng)
    return _over(whole, target, whole[source : source + PAGE])


DAMAGES: Final[dict[str, Damage]] = {
    "a bit flipped": _flip,
    "bits flipped": lambda whole, rng: _flip(whole, rng, 20),
    "cut short": lambda whole, rng: whole[: rng.randrange(1, len(whole))],
    "cut at a page": lambda whole, rng: whole[: _page(whole, rng)],
    "a page of zeros": lambda whole, rng: _over(whole, _page(whole, rng), bytes(PAGE)),
    "a sector of zeros": lambda whole, rng: _over(whole, rng.randrange(len(whole)) // 512 * 512, bytes(512)),
    "a page of noise": lambda whole, rng: _over(whole, _page(whole, rng), rng.randbytes(PAGE)),
    "a page on another": _page_on_another,
    "all noise": lambda whole, rng: rng.randbytes(len(whole)),
    "all zeros": lambda whole, rng: bytes(len(whole)),
    "nothing left": lambda whole, rng: b"",
    "noise at the end": lambda whole, rng: whole + rng.randbytes(rng.randrange(1, 2 * PAGE)),
    "words": lambda whole, rng: b"a letter, not a notebook\n" * 20,
}
FOREIGN: Final = ("of another notebook", "of the other person", "a plain database", "gone")


class Shelf:
    """A whole notebook, another one, and what should be seen in the first."""

    def __init__(self, place: Path) -> None:
        self.place = place
        for name in ("whole", "other"):
            (place / name).mkdir()
            self.seen = evening.rehearse(place / name)[-1]
        self.whole, self.other = (place / name / str(len(evening.ACTS)) for name in ("whole", "other"))
        evening.look(self.whole)  # a search reads what is new, once; to look again must change nothing

    def damaged(self, folder: Path, rng: random.Random) -> str:
        """A copy in which one file is damaged, or both copies of the keys; says how."""
        shutil.copytree(self.whole, folder)
        vaults = sorted(path.name for path in folder.glob("*.vault"))
        (name, *more) = rng.choice(
            [*([vault] for vault in vaults * 2), ["keys.json"], ["keys.json.bak"], ["keys.json", "keys.json.bak"]]
        )
        how = rng.choice([*DAMAGES, *FOREIGN])
        for target in (folder / name, *(folder / one for one in more)):
            if how in DAMAGES:
                target.write_bytes(DAMAGES[how](target.read_bytes(), rng))
            else:
                self._exchange(target, how, rng)
        return f"{how}: {'keys' if more else name}"

    def _exchange(self, target: Path, how: str, rng: random.Random) -> None:
        ours = [
            path
            for path in self.whole.iterdir()
            if path.suffix == target.suffix and path.name != target.name and path.stat().st_size
        ]
        theirs = [path for path in self.other.iterdir() if path.suffix == target.suffix and path.stat().st_size]
        target.unlink()
        if how == "a plain database":
            made = sqlite3.connect(target)
            made.execute("CREATE TABLE setting (key, value)")
            made.commit()
            made.close()
        elif how != "gone":
            shutil.copyfile(rng.choice(sorted(theirs if how == "of another notebook" or not ours else ours)), target)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Two notebooks after a whole evening."""
    return Shelf(tmp_path_factory.mktemp("shelf"))


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _fault(before: dict[str, bytes], after: dict[str, bytes], told: str | None, seen: Any, right: Any) -> str:
    """What is not as promised after one damage, or nothing."""
    if told is not None and told not in TOLD:
        return f"told {told}"
    if told is None and seen != right:
        return "shows something else"
    kept = {name: content for name, content in before.items() if told is not None or not name.startswith("keys.json")}
    changed = [name for name, content in kept.items() if after.get(name) != content]
    return f"changed {changed}" if changed else ""


def _damaged(shelf: Shelf, place: Path, count: int, seed: int) -> Counter[str]:
    """Damage so many copies; how often each thing was told, "right" where the damage did not matter."""
    rng, outcomes, faults = random.Random(seed), Counter[str](), []
    for number in range(count):
        folder, told, seen = place / str(number), None, None
        how = shelf.damaged(folder, rng)
        before = _content(folder)
        try:
            seen = evening.look(folder)
        except Trouble as trouble:
            told = trouble.code
        fault = _fault(before, _content(folder), told, seen, shelf.seen)
        faults += [f"{how}: {fault}"] if fault else []
        outcomes[told or "right"] += 1
        shutil.rmtree(folder)
    assert faults == []
    return outcomes


def test_no_damaged_file_ever_shows_something_else(shelf: Shelf, tmp_path: Path) -> None:
    outcomes = _damaged(shelf, tmp_path, 40, seed=1)
    assert outcomes["vault-damaged"] > 10
    assert outcomes["right"] > 0
    assert outcomes["keys-damaged"] > 0


@pytest.mark.parametrize("name", ["keys.json", "keys.json.bak"])
def test_the_keys_of_another_notebook_do_not_take_the_place_of_our_own(shelf: Shelf, tmp_path: Path, name: str) -> None:
    folder = Path(shutil.copytree(shelf.whole, tmp_path / "book"))
    shutil.copyfile(shelf.other / name, folder / name)
    before = _content(folder)
    with pytest.raises(Trouble, match="keys-damaged"):
        evening.look(folder)
    assert _content(folder) == before
    (folder / name).unlink()
    assert evening.look(folder) == shelf.seen


@pytest.mark.soak
@pytest.mark.parametrize("seed", [100, 200, 300, 400])
def test_none_of_400_damaged_files_ever_shows_something_else(shelf: Shelf, tmp_path: Path, seed: int) -> None:
    outcomes = _damaged(shelf, tmp_path, 400, seed)
    assert outcomes["vault-damaged"] > 150
