"""Reads finished PDFs with other people's tools."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from workbook.content.blocks import Block
from workbook.report.document import pdf

Reading = Callable[..., str]


@pytest.fixture
def printed(tmp_path: Path) -> Callable[..., Path]:
    """Blocks as a PDF on disk."""

    def write(*blocks: Block, title: str = "An evening") -> Path:
        target = tmp_path / "printed.pdf"
        target.write_bytes(pdf(title, blocks))
        return target

    return write


@pytest.fixture
def read() -> Reading:
    """The text of a PDF, one column of it if `left` or `right` is asked for, without white space and running words."""

    def text(path: Path, side: str = "all") -> str:
        areas = {"all": (0, 595), "left": (0, 297), "right": (298, 297)}
        x, width = areas[side]
        # Below stands the page number.
        area = ["-x", str(x), "-y", "0", "-W", str(width), "-H", "780"]
        found = subprocess.run(["pdftotext", "-raw", *area, str(path), "-"], check=True, capture_output=True, text=True)
        lines = [line for page in found.stdout.split("\f") for line in page.splitlines()]
        return "".join("".join(line.split()) for line in lines if not line.endswith("· continued"))

    return text
