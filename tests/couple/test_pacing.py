"""Late at night nothing heavy is suggested; nothing is refused (G26)."""

from datetime import UTC, datetime

import pytest

from workbook.couple.pacing import late


@pytest.mark.parametrize(("hour", "is_late"), [(21, False), (22, True), (0, True), (4, True), (5, False), (12, False)])
def test_g26_late_is_from_ten_to_five(hour: int, is_late: bool) -> None:
    assert late(datetime(2026, 3, 3, hour, 30, tzinfo=UTC)) is is_late
