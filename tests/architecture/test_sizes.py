"""Files stay small enough to be read in one go."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_LINES = 300
LONGER = {"workbook/couple/figures.py": "one drawing, whose measures, places and arrows are read together"}
"""Files that may be longer, each with the reason."""


def lengths() -> dict[str, int]:
    """Every file of the program and of its tests, with its number of lines."""
    files = (path for folder in ("workbook", "tests") for path in (ROOT / folder).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in files}


def test_no_file_of_the_program_is_longer_than_one_can_read_in_one_go() -> None:
    found = {name: count for name, count in lengths().items() if name.startswith("workbook/") and count > MOST_LINES}
    assert set(found) <= set(LONGER), found


def test_no_file_of_the_tests_is_much_longer() -> None:
    assert {name: count for name, count in lengths().items() if count > MOST_LINES * 1.5} == {}
