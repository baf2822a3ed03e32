"""What stands in a layout, told without Qt's own items.

PySide keeps what `itemAt` and `takeAt` hand out as long as the layout, also when Qt has long let go of it. Another item may
then lie in the same place, be taken for the old one, and end with it: that has crashed. So nothing in `ui` asks for items.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def inside(layout: QLayout) -> list[QWidget | QLayout]:
    """What stands directly in a layout, in its order."""
    holder = layout.parentWidget()
    near = (*layout.children(), *(holder.children() if holder is not None else ()))
    places = [(layout.indexOf(each), each) for each in near if isinstance(each, (QWidget, QLayout)) and each is not layout]
    return [each for at, each in sorted(places, key=lambda place: place[0]) if at >= 0]


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets that stand directly in a layout, in its order."""
    return [each for each in inside(layout) if isinstance(each, QWidget)]
