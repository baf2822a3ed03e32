"""`couples-workbook check-pack`: every fault of a pack or an exercise, with file and line."""

from __future__ import annotations

from argparse import Namespace

from workbook.content.check import check_pack


def run(options: Namespace) -> int:
    """Print each fault, then a line on each path."""
    faults, summary = check_pack(options.paths)
    for line in (*map(str, faults), *summary):
        print(line)
    return 1 if faults else 0
