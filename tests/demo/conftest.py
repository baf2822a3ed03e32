"""One walk of the invented couple for all tests here, by the command itself; it takes about ten seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from workbook.paths import resources


class Run(Struct):
    """What a finished demo left: its words on the terminal, its notebook, its pictures and its answers."""

    folder: Path
    pages: Path
    lines: list[str]
    answers: dict[str, Any]

    def text(self, exercise: str) -> str:
        """The text of a PDF without white space, page numbers and running words."""
        above_the_page_number = ["-x", "0", "-y", "0", "-W", "595", "-H", "780"]
        command = ["pdftotext", "-raw", *above_the_page_number, self.answers[exercise]["pdf"], "-"]
        found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return squeezed("".join(line for line in found.splitlines() if not line.endswith("· continued")))


def squeezed(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def demo(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run `couples-workbook demo` as somebody would, in a home where nobody has been."""
    environment = os.environ | {"HOME": str(home), "PYTHONPATH": str(resources().parent), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "workbook", "demo", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", env=environment)


@pytest.fixture(scope="session")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The couple has walked everything, with pictures and answers."""
    place = tmp_path_factory.mktemp("demo")
    folder, pages, answers = place / "made", place / "pages", place / "answers.json"
    done = demo(str(folder), "--pages", str(pages), "--answers", str(answers), home=place)
    assert (done.returncode, done.stderr) == (0, "")
    return Run(folder, pages, done.stdout.splitlines(), json.loads(answers.read_bytes()))
