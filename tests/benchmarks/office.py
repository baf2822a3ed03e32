"""P16: a 20-page export from nothing, imports and all, beside LibreOffice making a PDF of the same words.

As a module: writes the export to the file that is named.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from tests.benchmarks import paper
from tests.benchmarks.children import LONGEST, ROOT
from tests.benchmarks.goals import Result
from tests.benchmarks.ratio import in_turn, milliseconds

PASSAGES: Final = 20 * paper.A_PAGE


def export(folder: Path, long: bool) -> Iterator[Result]:
    """Both as processes of their own. Raises `FileNotFoundError` where LibreOffice is not there."""
    office = shutil.which("soffice")
    if office is None:
        raise FileNotFoundError("LibreOffice is not installed here (`soffice` is not on PATH)")
    from workbook.report.docx import docx

    (folder / "notes.docx").write_bytes(docx(paper.blocks(PASSAGES)))
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    theirs = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "notes.docx")]
    ours = [sys.executable, "-m", "tests.benchmarks.office", str(folder / "ours.pdf")]
    pair = in_turn(_run(theirs, folder / "notes.pdf"), _run(ours, folder / "ours.pdf"), 7 if long else 3)
    yield Result("P16", "20 pages from nothing, beside LibreOffice", pair.ratio(), 0.3, pair.note())


def _run(command: list[str], made: Path) -> Callable[[], float]:
    """Milliseconds of one process. Raises `RuntimeError` where it leaves no file."""

    def once() -> float:
        made.unlink(missing_ok=True)
        about: dict[str, Any] = {"cwd": ROOT, "env": _here(), "timeout": LONGEST}
        took = milliseconds(lambda: subprocess.run(command, check=True, capture_output=True, **about))
        if not made.exists():
            raise RuntimeError(f"{command[0]} left no file")
        return took

    return once


def _here() -> dict[str, str]:
    """Compiled modules are kept: without them every start compiles everything anew."""
    return {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "DISPLAY", "WAYLAND_DISPLAY")}


def main(target: Path) -> None:
    """Make it and write it, as the app does."""
    from workbook.report.document import PdfPrinter

    PdfPrinter().write("Notes", paper.blocks(PASSAGES), target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
