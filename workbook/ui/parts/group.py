"""A group of a long list, folded away behind its heading until somebody unfolds it."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtGui import QColor, QFont

from workbook.ui.colours import Colours
from workbook.ui.parts.icon import Icon
from workbook.ui.parts.leading import Leading
from workbook.ui.theme import font


class GroupLine(Leading):
    """The heading of a group; pressing it unfolds what stands below. While it is folded it says what is in it."""

    def __init__(self, title: str, within: str) -> None:
        super().__init__(title, within)
        self._within, self.unfolded = within, False
        self._tell()

    def unfold(self, on: bool) -> None:
        """Look unfolded, or folded again."""
        if on != self.unfolded:
            self.unfolded = on
            self._tell()

    def _tell(self) -> None:
        self.say("" if self.unfolded else self._within)
        self.setAccessibleDescription(_("Unfolded.") if self.unfolded else f"{_('Folded.')} {self._within}")

    def _sign_now(self) -> Icon:
        return "chevron-down" if self.unfolded else super()._sign_now()

    def _title_face(self) -> QFont:
        return font("heading")

    def _colours(self, colours: Colours) -> tuple[QColor | None, QColor | None, QColor]:
        """Once it is unfolded it is only a heading, until somebody points at it."""
        fill, line, ink = super()._colours(colours)
        return (fill if self.underMouse() or not self.unfolded else None), (None if self.unfolded else line), ink
