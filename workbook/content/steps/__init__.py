"""The kinds of step, one file each; being in this folder is all a kind needs to be found."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from workbook.content.step import Step


@cache
def kinds() -> dict[str, type[Step]]:
    """Every kind of step by the name an author writes."""
    found: dict[str, type[Step]] = {}
    for module in pkgutil.iter_modules(__path__):
        for thing in vars(import_module(f"{__name__}.{module.name}")).values():
            if isinstance(thing, type) and issubclass(thing, Step) and thing is not Step:
                found[str(thing.__struct_config__.tag)] = thing
    return found
