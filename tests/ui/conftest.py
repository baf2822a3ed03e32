"""A dressed application for every test of the screen, and nothing of it left running."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from workbook.ui.theme import Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at 100 %, movement allowed; back to that afterwards."""
    dressed = Theme(qapp, FONTS, "light")
    dressed.apply()
    dressed.set_motion(True)
    yield dressed
    dressed.set_scheme("light")
    dressed.set_scale(1.0)
    dressed.deleteLater()
