"""Finding a word for a feeling: plain words first, closer ones when they are wanted, one's own at any time."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.content.fields import Feelings, Ring, Value
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.chip import Chip
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.own_words import OwnWords
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class FeelingsEditor(Editor):
    """Three rings of words that open one after the other; one word is enough."""

    def __init__(self, field: Feelings) -> None:
        super().__init__(field.label)
        self._picked: list[str] = []
        self._showing = False
        self.rings = [_Ring(ring) for ring in field.rings]
        self.chips = {feeling: chip for ring in self.rings for feeling, chip in ring.chips.items()}
        for chip in self.chips.values():
            chip.toggled.connect(self._on_toggled)
        self.more = Button("", "plain")
        self.more.clicked.connect(self._on_more)
        policy = self.more.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.more.setSizePolicy(policy)
        self.own = OwnWords()
        self.own.edited.connect(self.edited)
        self.body(*self.rings, self.more, self.own)
        self._open(1)
        self.named_by_label(next(iter(self.chips.values()), self.own.line))

    def value(self) -> Value:
        """`{"picked": [ids as they were picked], "own": [texts]}`, or `None`; words still on the line count."""
        value = {"picked": list(self._picked), "own": self.own.words()}
        return value if value["picked"] or value["own"] else None

    def set_value(self, value: Value) -> None:
        """Show what was picked and added; a ring in which something was picked is open."""
        value = value or {"picked": [], "own": []}
        self._showing = True
        for feeling, chip in self.chips.items():
            chip.setChecked(feeling in value["picked"])
        self._showing = False
        self._picked = list(value["picked"])
        self.own.set_words(value["own"])
        used = (at for at, ring in enumerate(self.rings, 1) if not set(ring.chips).isdisjoint(self._picked))
        self._open(max(used, default=1))

    def _on_toggled(self) -> None:
        if self._showing:
            return
        now = {feeling for feeling, chip in self.chips.items() if chip.isChecked()}
        self._picked = [feeling for feeling in self._picked if feeling in now]
        self._picked += [feeling for feeling in self.chips if feeling in now and feeling not in self._picked]
        self.edited.emit()

    def _open(self, rings: int) -> None:
        """Show so many rings, and the way to the next one."""
        for at, ring in enumerate(self.rings):
            ring.setVisible(at < rings)
        closed = self.rings[rings:]
        self.more.setText(_("More words: {ring}").replace("{ring}", closed[0].title.lower()) if closed else "")
        self.more.setVisible(bool(closed))

    def _on_more(self) -> None:
        opened = next(ring for ring in self.rings if ring.isHidden())
        self._open(self.rings.index(opened) + 1)
        first = next(iter(opened.chips.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)


class _Ring(Panel):
    """One ring: its name, and its words in a row that wraps."""

    def __init__(self, ring: Ring) -> None:
        super().__init__()
        self.title = ring.title
        self.chips = {feeling.id: Chip(feeling.text) for feeling in ring.feelings}
        self.rows.addWidget(Words(ring.title, "small", quiet=True))
        words = QWidget()
        flow = Flow(words, space(0.5))
        for chip in self.chips.values():
            chip.setAccessibleDescription(ring.title)
            flow.addWidget(chip)
        self.rows.addWidget(words)
