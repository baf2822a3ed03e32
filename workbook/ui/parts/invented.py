"""What stands below every page while somebody looks round in the notebook of invented people."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbook.ui.parts.buttons import Button
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class InventedMark(QWidget):
    """Says that these people do not exist, and leads out with one press."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(space(4), space(1), space(4), space(2))
        row.setSpacing(space(3))
        row.addWidget(Words(_("Invented people. Nothing you type here is kept."), "label"), 1)
        button = Button(_("Leave the sample"), "plain")
        button.clicked.connect(lambda _checked=False: leave())
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
