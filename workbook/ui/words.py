"""Words for things that only the window shows: pictures, colours, doors."""

from __future__ import annotations

from gettext import gettext as _

from workbook.couple.people import Door


def picture_word(picture: str) -> str:
    """What a picture shows."""
    return {
        "boat": _("Boat"),
        "leaf": _("Leaf"),
        "lamp": _("Lamp"),
        "moon": _("Moon"),
        "stone": _("Stone"),
        "bird": _("Bird"),
        "cup": _("Cup"),
        "hill": _("Hill"),
    }.get(picture, picture)


def colour_word(colour: str) -> str:
    """What a colour is called."""
    return {
        "sea": _("Sea blue"),
        "moss": _("Moss green"),
        "plum": _("Plum"),
        "amber": _("Amber"),
        "slate": _("Slate grey"),
        "rose": _("Rose"),
    }.get(colour, colour)


def door_name(door: Door) -> str:
    """A name where its owner wished for it, the picture's word where not."""
    return door.name or picture_word(door.picture)
