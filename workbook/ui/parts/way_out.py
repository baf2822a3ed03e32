"""The way out of the whole screen: always in sight, in a corner, and never in the way of Tab."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbook.ui.parts.buttons import Button


class WayOut(QWidget):
    """One quiet button at the right."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        button = Button(_("Leave full screen (Esc or F11)"), "plain")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.clicked)
        row.addWidget(button)
