"""What is read can be read, in every palette and at every size."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from workbook.couple.people import COLOURS
from workbook.ui import theme as dressing
from workbook.ui.colours import SCHEMES, TEXTS, Colours, Ink, Scheme, colours_of, contrast, tint
from workbook.ui.parts.buttons import Button
from workbook.ui.theme import FAMILY, Theme, font, space, typed

GROUNDS: tuple[Ink, ...] = ("page", "panel")
palettes = pytest.mark.parametrize("colours", SCHEMES.values(), ids=SCHEMES)


@palettes
@pytest.mark.parametrize(("ink", "ground"), [*product(TEXTS, GROUNDS)])
def test_words_stand_out_from_page_and_panel(colours: Colours, ink: Ink, ground: Ink) -> None:
    assert contrast(colours[ink], colours[ground]) >= 4.5


@palettes
def test_words_on_the_accent_stand_out(colours: Colours) -> None:
    assert contrast(colours["on_accent"], colours["accent"]) >= 4.5
    hovered = tint(colours["ink"], colours["accent"], 0.16)
    assert contrast(colours["on_accent"], hovered) >= 4.5


@palettes
@pytest.mark.parametrize("ink", ["ink", "quiet"])
def test_words_on_a_line_under_the_mouse_stand_out(colours: Colours, ink: Ink) -> None:
    assert contrast(colours[ink], tint(colours["accent"], colours["panel"], 0.1)) >= 4.5


@palettes
def test_words_on_what_is_chosen_stand_out(colours: Colours) -> None:
    assert contrast(colours["ink"], tint(colours["accent"], colours["page"], 0.14)) >= 4.5


@palettes
@pytest.mark.parametrize(("line", "ground"), [*product(("border", "accent"), GROUNDS)])
def test_controls_and_the_focus_ring_stand_out(colours: Colours, line: Ink, ground: Ink) -> None:
    assert contrast(colours[line], colours[ground]) >= 3


@palettes
@pytest.mark.parametrize("person", COLOURS)
def test_a_persons_picture_stands_out_from_its_circle(colours: Colours, person: Ink) -> None:
    assert contrast(colours[person], tint(colours[person], colours["page"], 0.13)) >= 4.5


@palettes
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled])
def test_qts_own_widgets_can_be_read_too(colours: Colours, group: QPalette.ColorGroup) -> None:
    role, palette = QPalette.ColorRole, colours.palette()
    pairs = (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Window),
    )
    assert all(contrast(palette.color(group, ink), palette.color(group, ground)) >= 4.5 for ink, ground in pairs)


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    black, white = SCHEMES["contrast"]["page"], SCHEMES["contrast"]["ink"]
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(black, black) == pytest.approx(1)


def test_a_palette_tells_its_colours_and_a_foreign_one_counts_as_light() -> None:
    assert all(colours_of(colours.palette()) is colours for colours in SCHEMES.values())
    assert colours_of(QPalette()) is SCHEMES["light"]


def test_the_scheme_can_be_chosen_and_dresses_what_is_open(theme: Theme, qtbot: QtBot) -> None:
    button = Button("Next")
    qtbot.addWidget(button)
    button.show()
    theme.set_scheme("dark")
    QApplication.processEvents()
    assert theme.scheme == "dark"
    assert colours_of(button.palette()) is SCHEMES["dark"]
    assert theme.colour("ink") == SCHEMES["dark"]["ink"]


def test_where_the_desktop_says_nothing_it_is_light(theme: Theme) -> None:
    theme.set_scheme("system")
    assert theme.scheme == "light"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_the_desktop_asks_for_counts_at_once(theme: Theme, monkeypatch: pytest.MonkeyPatch, scheme: Scheme) -> None:
    theme.set_scheme("system")
    monkeypatch.setattr(dressing, "_system_scheme", lambda: scheme)
    hints = QGuiApplication.styleHints()
    told = hints.accessibility().contrastPreferenceChanged if scheme == "contrast" else hints.colorSchemeChanged
    told.emit(hints.accessibility().contrastPreference() if scheme == "contrast" else hints.colorScheme())
    assert colours_of(QApplication.palette()) is SCHEMES[scheme]


def test_the_bundled_face_is_used(theme: Theme) -> None:
    assert QFontInfo(QApplication.font()).family() == FAMILY
    assert QFontInfo(theme.font("ask")).family() == FAMILY


def test_sizes_grow_with_the_scale_and_open_words_follow(theme: Theme) -> None:
    label, before = typed(QLabel("words"), "small"), space(4)
    at_first = label.font().pointSizeF()
    theme.set_scale(2.0)
    assert label.font().pointSizeF() == pytest.approx(2 * at_first)
    assert space(4) == pytest.approx(2 * before, abs=1)
    assert theme.space(4) == space(4)
    assert theme.font("title") == font("title")


def test_a_question_stays_larger_than_text_by_as_much_and_leaves_room_to_answer(theme: Theme) -> None:
    def beside(scale: float) -> float:
        theme.set_scale(scale)
        return font("ask").pointSizeF() - font("text").pointSizeF()

    assert beside(0.8) < beside(1.0) == pytest.approx(beside(2.0)) == pytest.approx(beside(2.5))


@pytest.mark.parametrize(("asked", "given"), [(0.1, 0.8), (9.0, 2.5), (1.3, 1.3)])
def test_the_scale_stays_between_80_and_250_percent(theme: Theme, asked: float, given: float) -> None:
    theme.set_scale(asked)
    assert theme.scale == given
