"""What somebody is called, with a picture and a colour."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _
from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit

from workbook.couple.people import COLOURS, PICTURES, Person
from workbook.ui.parts.line import single_line
from workbook.ui.parts.page import Page
from workbook.ui.parts.people import Swatch, SwatchRow
from workbook.ui.parts.prose import Words
from workbook.ui.words import colour_word, picture_word


class Told(NamedTuple):
    """Whom to tell of a name, a picture, a colour."""

    name: Callable[[str], None]
    picture: Callable[[str], None]
    colour: Callable[[str], None]


def who(page: Page, heading: str, person: Person, tell: Told, enter: Callable[[], None] | None = None) -> QLineEdit:
    """A small card that asks for them; `enter` is what the Enter key does in the name, whose line comes back."""
    page.gap()
    page.add(Words(heading, "heading"))
    hint = _("First name, or whatever you are called")
    name = single_line(f"{heading} – {hint}", person.name, "ask")  # heard apart from the other's
    name.setPlaceholderText(hint)
    name.textEdited.connect(tell.name)
    if enter is not None:
        name.returnPressed.connect(enter)
    page.add(name)
    pictures = [Swatch(picture, person.colour, picture_word(picture)) for picture in PICTURES]
    page.add(SwatchRow(_("Picture"), pictures, PICTURES.index(person.picture), partial(_picture, tell)))
    colours = [Swatch("", colour, colour_word(colour)) for colour in COLOURS]
    page.add(SwatchRow(_("Colour"), colours, COLOURS.index(person.colour), partial(_colour, tell, pictures)))
    return name


def _picture(tell: Told, chosen: int) -> None:
    tell.picture(PICTURES[chosen])


def _colour(tell: Told, pictures: list[Swatch], chosen: int) -> None:
    tell.colour(COLOURS[chosen])
    for swatch in pictures:
        swatch.colour = COLOURS[chosen]
        swatch.update()
