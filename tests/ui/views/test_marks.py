"""Words of people that look like markup, keys or format come to the screen as they were typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from tests.robots.window import Hands, evening

NAMES = ("A&b <i>", "*Ł* {name}")


def test_names_and_answers_with_marks_in_them_are_only_words(hands: Hands) -> None:
    pages: list[str] = []
    hands.watchers.append(lambda hands: pages.append("\n".join(label.text() for label in hands.shown(QLabel))))
    buttons: list[str] = []
    hands.watchers.append(lambda hands: buttons.extend(button.text() for button in hands.shown(QPushButton)))
    evening(hands, "One moment, slowly", NAMES, words="<b>hurt & alone</b> *so* {partner}")
    said = "\n".join(pages)
    for name in NAMES:
        assert name in said
    assert "<b>hurt & alone</b> *so* {partner}" in said
    assert "Pass the computer to *Ł* {name}" in buttons
    assert "Pass the computer to A&&b <i>" in buttons
