"""What must hold before a release and cannot hold by itself: help lines grow old. `make release-check` runs it.

Exit status 1 when an entry is past the day by which it should have been looked at again (G33).
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime

from workbook.content.helplines import help_page, stale
from workbook.paths import resources


def overdue(today: date) -> list[str]:
    """The help lines to look at again, one line each."""
    page = help_page(resources() / "help-lines.yaml")
    return [
        f"{country.id} {line.kind}: {line.name} ({line.number or line.text or line.chat}), seen {line.checked_on}: {line.source}"
        for country in page.countries
        for line in country.lines
        if stale(line, today)
    ]


def main() -> int:
    """Say what is overdue."""
    found = overdue(datetime.now(UTC).date())
    for line in found:
        print(line)  # noqa: T201 - this is what it is for
    print(f"{len(found)} help lines to look at again")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
