"""Words by the exercise's author, in the tiny markup: blank line for a paragraph, *emphasis*, `- ` for a list."""

from __future__ import annotations

import re
from itertools import groupby

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from workbook.ui.parts.exact import breakable, for_eyes
from workbook.ui.parts.measure import SHORT, Measured
from workbook.ui.theme import Kind, space, typed

_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_LINES = "line-height:114%"
"""How far lines stand apart; said of each paragraph, since Qt takes it from what is around them for the first one alone."""

_EMPHASIS = re.compile(r"\*(?=\S)([^*]+?)(?<=\S)\*")


def rich(text: str, gap: int = 10) -> str:
    """The tiny markup as Qt's rich text; everything else in it is only words. `gap` between paragraphs, in pixels."""
    pieces = []
    for at, (is_list, words) in enumerate(_paragraphs(text)):
        top = gap if at else 0
        if is_list:
            items = "".join(f'<li style="margin-top:{gap // 2}px;{_LINES}">{_inline(item)}</li>' for item in words)
            pieces.append(f'<ul style="margin:{top}px 0 0 0">{items}</ul>')
        else:
            pieces.append(f'<p style="margin:{top}px 0 0 0;{_LINES}">{_inline(" ".join(words))}</p>')
    return "".join(pieces)


def bare(text: str) -> str:
    """The same words without their markup, for a screen reader."""
    return "\n".join(
        "\n".join(_EMPHASIS.sub(r"\1", line) for line in (words if is_list else [" ".join(words)]))
        for is_list, words in _paragraphs(text)
    )


def _paragraphs(text: str) -> list[tuple[bool, list[str]]]:
    """Paragraphs and lists in order: whether it is a list, and its lines or items."""
    found: list[tuple[bool, list[str]]] = []
    for block in re.split(r"\n\s*\n", for_eyes(text).strip()):
        lines = [line.strip() for line in block.splitlines()]
        joined: list[str] = []
        for line in lines:  # a list item may run over several lines
            if joined and joined[-1].startswith("- ") and not line.startswith("- "):
                joined[-1] += f" {line}"
            else:
                joined.append(line)
        for is_list, words in groupby(joined, key=lambda line: line.startswith("- ")):
            found.append((is_list, [line[2:].strip() if is_list else line for line in words]))
    return found


def _inline(text: str) -> str:
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")  # `html` has two thousand signs that no door shows
    return _EMPHASIS.sub(r"<i>\1</i>", plain)


class Words(QLabel):
    """Words of ours in one kind of type; they wrap, and are never interpreted."""

    def __init__(self, text: str, kind: Kind = "text", *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured: Measured | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        typed(self, kind)
        if quiet:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text; a `&` in it is an ampersand."""
        self._measured = None
        self.setWordWrap(len(text) > SHORT or "\n" in text)
        shown = breakable(for_eyes(text))
        super().setText(shown.replace("&", "&&") if "&" in shown and self.buddy() is not None else shown)

    def setBuddy(self, buddy: QWidget) -> None:
        """Be the label of something: Qt would then take a `&` for the sign of a key, and hide it."""
        plain = self.text()
        super().setBuddy(buddy)
        if "&" in plain:
            self.setText(plain)

    def heightForWidth(self, width: int) -> int:
        return self._measure().height(width) if self.wordWrap() else -1

    def sizeHint(self) -> QSize:
        return self._measure().hint

    def minimumSizeHint(self) -> QSize:
        return self._measure().narrowest if self.wordWrap() else self._measure().hint

    def changeEvent(self, event: QEvent) -> None:
        self._measured = None
        super().changeEvent(event)

    def _measure(self) -> Measured:
        if self._measured is None:
            self._measured = Measured(self.text(), self.fontMetrics(), self.contentsMargins(), _WRAPPED)
        return self._measured


class Prose(QLabel):
    """An author's text with its paragraphs, emphasis and lists."""

    def __init__(self, text: str, kind: Kind = "text", *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # to be selected, but not one more stop for Tab
        if quiet:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        typed(self, kind)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Show another text."""
        self._words = text
        self.setText(rich(text, space(2.5)))
        self.setAccessibleName(bare(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setText(rich(self._words, space(2.5)))
