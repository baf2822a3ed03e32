"""Pages made by hand: one file for each kind of step that should not look like the others, found by its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from workbook.content.step import Step
from workbook.screens.walk import WalkScreen, WalkState
from workbook.ui.parts.page import Page

Update = Callable[[WalkState], None]
Maker = Callable[[Page, WalkScreen], Update | None]


def page_maker(step: Step) -> Maker:
    """What adds this kind's own things to a page; most kinds have none."""
    return _maker(str(step.__struct_config__.tag).replace("-", "_"))


@cache
def _maker(kind: str) -> Maker:
    name = f"{__name__}.{kind}"
    if find_spec(name) is None:
        return _nothing
    made: Maker = import_module(name).make
    return made


def _nothing(page: Page, screen: WalkScreen) -> None:
    return None
