"""The three palettes: ink on paper, lamplight, and high contrast. One accent, six colours for people."""

from __future__ import annotations

from typing import Literal, cast

from msgspec import Struct
from PySide6.QtGui import QColor, QPalette

Scheme = Literal["light", "dark", "contrast"]
Ink = Literal[
    "page", "panel", "ink", "quiet", "accent", "on_accent", "border", "hairline", "mend",
    "sea", "moss", "plum", "amber", "slate", "rose",
]  # fmt: skip
"""The names of colours: `quiet` is for words beside the words, `border` for what can be touched, `hairline` only parts things,
`mend` is for what could be put right; then the colours of people."""

TEXTS: tuple[Ink, ...] = ("ink", "quiet", "accent", "mend", "sea", "moss", "plum", "amber", "slate", "rose")
"""Colours that words are set in: at least 4.5:1 on page and panel."""


class Colours(Struct, frozen=True):
    """One palette, each colour as `#rrggbb`."""

    page: str
    panel: str
    ink: str
    quiet: str
    accent: str
    on_accent: str
    border: str
    hairline: str
    mend: str
    sea: str
    moss: str
    plum: str
    amber: str
    slate: str
    rose: str

    def __getitem__(self, name: Ink) -> QColor:
        return QColor(cast(str, getattr(self, name)))

    def palette(self) -> QPalette:
        """The same colours in the roles Qt's own widgets look for."""
        role = QPalette.ColorRole
        roles: dict[QPalette.ColorRole, Ink] = {
            role.Window: "page",
            role.WindowText: "ink",
            role.Base: "page",
            role.AlternateBase: "panel",
            role.Text: "ink",
            role.PlaceholderText: "quiet",
            role.Button: "panel",
            role.ButtonText: "ink",
            role.BrightText: "mend",
            role.ToolTipBase: "panel",
            role.ToolTipText: "ink",
            role.Highlight: "accent",
            role.HighlightedText: "on_accent",
            role.Accent: "accent",
            role.Link: "accent",
            role.LinkVisited: "accent",
            role.Light: "page",
            role.Midlight: "panel",
            role.Mid: "hairline",
            role.Dark: "border",
            role.Shadow: "border",
        }
        palette = QPalette()
        for place, name in roles.items():
            palette.setColor(place, self[name])
        for place in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, place, self["quiet"])
        return palette


SCHEMES: dict[Scheme, Colours] = {
    "light": Colours(
        page="#FBF8F3", panel="#F2ECE1", ink="#27221D", quiet="#5E554B", accent="#0E5A61", on_accent="#FFFFFF",
        border="#857969", hairline="#E2D9CA", mend="#96380F",
        sea="#1C5A86", moss="#47611C", plum="#78386F", amber="#855000", slate="#485464", rose="#9C304A",
    ),
    "dark": Colours(
        page="#1C1916", panel="#28241F", ink="#EEE7DC", quiet="#B9AFA1", accent="#86CBC9", on_accent="#0F2423",
        border="#948A7C", hairline="#3B352E", mend="#F2AE94",
        sea="#92C5EC", moss="#B4CF83", plum="#DDADD7", amber="#E8BA6A", slate="#B9C4D3", rose="#F3A9B7",
    ),
    "contrast": Colours(
        page="#000000", panel="#141414", ink="#FFFFFF", quiet="#E6E6E6", accent="#FFDD55", on_accent="#000000",
        border="#FFFFFF", hairline="#8A8A8A", mend="#FFB499",
        sea="#9CD3FF", moss="#C6EE8A", plum="#F5BDF0", amber="#FFC861", slate="#D5E0F0", rose="#FFB3C3",
    ),
}  # fmt: skip


def colours_of(palette: QPalette) -> Colours:
    """The colours a widget stands in: its palette says which; a palette that is not ours counts as light."""
    page = palette.color(QPalette.ColorRole.ToolTipBase)
    return next((colours for colours in SCHEMES.values() if colours["panel"] == page), SCHEMES["light"])


def tint(colour: QColor, page: QColor, share: float) -> QColor:
    """A thin wash of a colour over the page; `share` from 0 (page) to 1 (colour)."""
    mixed = (a * share + b * (1 - share) for a, b in zip(_channels(colour), _channels(page), strict=True))
    return QColor.fromRgbF(*mixed)


def contrast(one: QColor, other: QColor) -> float:
    """How far two colours stand apart, 1 to 21, as WCAG 2 counts it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()
