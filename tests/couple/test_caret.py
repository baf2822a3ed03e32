"""Where the keyboard was is kept as one place of one sitting, in numbers alone."""

import pytest

from workbook.couple.caret import Caret, from_setting, to_setting
from workbook.couple.sitting import Place

HERE = Place(1, 3)


def test_it_comes_back_in_its_own_place_and_in_no_other() -> None:
    kept = to_setting("a1b2", HERE, Caret(2, 17))
    assert from_setting(kept, "a1b2", HERE) == Caret(2, 17)
    assert from_setting(kept, "a1b2", Place(1, 4)) is None
    assert from_setting(kept, "c3d4", HERE) is None


def test_g19_it_names_no_step_and_no_exercise() -> None:
    assert to_setting("a1b2", HERE, Caret(2, 17)) == '["a1b2",{"part":1,"step":3},{"line":2,"at":17}]'
    assert to_setting("a1b2", HERE, None) == ""


@pytest.mark.parametrize("kept", [None, "", "{", "[]", '["a1b2"]', '["a1b2",{"part":1,"step":3},{"line":"x","at":17}]', "\ud800"])
def test_what_cannot_be_read_is_no_place(kept: str | None) -> None:
    assert from_setting(kept, "a1b2", HERE) is None
