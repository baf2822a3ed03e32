"""P13: pages a second and memory, beside ReportLab's own templates with the same face and the same words.

As a module: `ours` or `plain`, and how many passages. Prints seconds, pages, the most memory it held in MiB, and bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from tests.benchmarks.children import printed
from tests.benchmarks.goals import Result
from tests.benchmarks.ratio import Pair, in_turn
from workbook.content.blocks import Block, Heading, Prose, Said

WORDS: Final = "When you came in without a word and put the bag down, I thought it was my fault again, and went quiet. "
A_PAGE: Final = 3
"""How many passages fill a page."""
KILOBYTES: Final = 15
"""The most that a page may take."""


def pages(folder: Path, long: bool) -> Iterator[Result]:
    """20, 200, and only with more time 2,000 pages."""
    for many in (20, 200, 2000) if long else (20, 200):
        speed, held, count, size = _both(many, 7 if long else 3)
        what = f"{count:,.0f} pages: pages a second, beside plain ReportLab"
        yield Result("P13", what, speed.ratio(), 0.8, speed.note("pages/s"), at_least=True)
        yield Result("P13", f"{count:,.0f} pages: memory", held.ratio(), 1.2, held.note("MiB"))
        yield Result("P13", f"{count:,.0f} pages: size of each", size, KILOBYTES, "with its tags and its share of the faces", " KB")


def _both(many: int, times: int) -> tuple[Pair, Pair, float, float]:
    held: dict[str, list[float]] = {"plain": [], "ours": []}
    counts: list[float] = []
    sizes: dict[str, float] = {}

    def once(which: str) -> float:
        seconds, count, most, size = printed("tests.benchmarks.paper", which, str(many * A_PAGE))
        held[which].append(most)
        counts.append(count)
        sizes[which] = size / count / 1000
        return count / seconds

    speed = in_turn(lambda: once("plain"), lambda: once("ours"), times, warm_up=0)
    return speed, Pair(held["plain"], held["ours"]), counts[-1], sizes["ours"]


def ours(passages: int) -> bytes:
    """The workbook's document."""
    from workbook.report.document import pdf

    return pdf("Notes", blocks(passages))


def blocks(passages: int) -> tuple[Block, ...]:
    """So many questions with answers."""
    each = ((Heading(f"Question {at}"), Prose(WORDS), Said(WORDS * 5 + "\n" + WORDS * 3)) for at in range(passages))
    return tuple(block for passage in each for block in passage)


def plain(passages: int) -> bytes:
    """Paragraphs in the same styles, in a simple template."""
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

    from workbook.report import faces, style

    for name in (faces.TEXT, faces.BOLD, faces.ITALIC):
        faces.face(name)
    file = BytesIO()
    story: list[Flowable] = []
    for at in range(passages):
        story += [Paragraph(f"Question {at}", style.HEADINGS[2]), Paragraph(WORDS, style.ASK)]
        story += [Paragraph(text, _indented()) for text in (WORDS * 5, WORDS * 3)]
    SimpleDocTemplate(
        file,
        pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
        leftMargin=style.SIDE,
        rightMargin=style.SIDE,
        topMargin=style.TOP,
        bottomMargin=style.BOTTOM,
        initialFontName=faces.TEXT,
    ).build(story)
    return file.getvalue()


@cache
def _indented() -> Any:
    from workbook.report import style

    return style.SPOKEN.clone("indented", leftIndent=15, spaceAfter=4)


def main(which: str, passages: int) -> None:
    """Print what one document took; what is imported and registered once is not counted."""
    from tests.benchmarks.bare import memory  # brings Qt in, which nothing on paper needs

    make = ours if which == "ours" else plain
    make(1)
    began = perf_counter()
    made = make(passages)
    seconds = perf_counter() - began
    print(seconds, made.count(b"/Type/Page/") or made.count(b"/Type /Page\n"), memory("VmHWM"), len(made))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
