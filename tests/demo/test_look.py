"""The pictures of the demo come in any palette and any size of words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbook import cli
from workbook.commands import demo
from workbook.demo import Look


@pytest.mark.parametrize(
    ("asked", "look"),
    [((), Look()), (("--palette", "contrast", "--text", "250"), Look(scheme="contrast", scale=2.5))],
)
def test_the_pictures_look_as_they_were_asked_for(
    asked: tuple[str, ...], look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Look] = []

    def make(_folder: Path, *, look: Look, **_options: object) -> Iterator[str]:
        looks.append(look)
        yield "done"

    monkeypatch.setattr(demo, "make_demo", make)
    assert cli.main(["demo", str(tmp_path), *asked]) == 0
    assert looks == [look]
