"""P14 and P15: what contents, tags and other scripts cost on paper, each beside the same pages without.

As a module: which kind of paper, and how many passages. Prints pages a second.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any, Final
from unittest.mock import patch

from tests.benchmarks import paper
from tests.benchmarks.children import printed
from tests.benchmarks.goals import Result
from tests.benchmarks.ratio import Pair, in_turn
from workbook.content.blocks import Block, Heading, Said

HEBREW: Final = "כשנכנסת בלי לומר מילה והנחת את התיק, חשבתי שזו שוב אשמתי, ושתקתי. "
ARABIC: Final = "عندما دخلت دون أن تقول كلمة ووضعت الحقيبة، ظننت أنه خطئي مرة أخرى، فسكت. "


def contents(folder: Path, long: bool) -> Iterator[Result]:
    """A page that says where each part begins: how much longer everything takes."""
    with_ = _pair("contents", "no-contents", 600, long)
    yield Result("P14", "contents and count of pages, beside without contents: time", with_.ratio(), 1.25, with_.note("s"))


def scripts(folder: Path, long: bool) -> Iterator[Result]:
    """Tags, and words that go to the left."""
    tags = _pair("latin", "no-tags", 600, long)
    yield Result("P15", "tags, beside the same pages without: time", tags.ratio(), 1.25, tags.note("s"))
    for which in ("hebrew", "arabic"):
        pages, seconds = printed("tests.benchmarks.booklet", which, "120")[:2]
        yield Result("P15", f"{which}: pages a second", pages / seconds, 46, f"{pages:.0f} pages", "/s", at_least=True)


def _pair(ours: str, plain: str, passages: int, long: bool) -> Pair:
    def seconds(which: str) -> float:
        return printed("tests.benchmarks.booklet", which, str(passages))[1]

    return in_turn(lambda: seconds(plain), lambda: seconds(ours), 7 if long else 5, warm_up=0)


def blocks(which: str, passages: int) -> tuple[Block, ...]:
    """So many questions with answers, of which each tenth begins a part where there are contents."""
    words = {"hebrew": HEBREW, "arabic": ARABIC}.get(which, paper.WORDS)
    made: list[Block] = []
    for at in range(passages):
        made += [Heading(f"Question {at}", 1 if at % 10 == 0 and which.endswith("contents") else 2), Said(words * 9)]
    return tuple(made)


def main(which: str, passages: int) -> None:
    """Print pages and seconds of one document; what is imported and registered once is not counted."""
    from workbook.report import document, tags

    def nothing(*_any: Any) -> Any:
        return []

    left_out = {
        "no-contents": [patch.object(document, "contents", nothing)],
        "no-tags": [patch.object(tags.Tree, name, nothing) for name in ("begin", "end", "_place")],
    }
    for one in left_out.get(which, []):
        one.start()
    document.pdf("Notes", blocks(which, 1))
    made = blocks(which, passages)
    began = perf_counter()
    data = document.pdf("Notes", made)
    print(data.count(b"/Type/Page/"), perf_counter() - began)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
