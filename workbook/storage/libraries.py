"""The vaults' library, brought in without what it names and never uses here, which is a fifth of its time: asyncio above all."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any, Final

_LATER: Final = ("asyncio", "importlib.metadata", "sqlalchemy.connectors.asyncio", "sqlalchemy.dialects.sqlite.aiosqlite")
"""SQLAlchemy asks the first whether an error called a task off, the second for other databases; the rest are for them."""


class _Later(ModuleType):
    """Stands where a module is named, and brings in the real one when anything of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)

    def iscoroutine(self, thing: object) -> bool:
        """The one thing of asyncio that SQLAlchemy takes while it comes in."""
        return bool(self.__getattr__("iscoroutine")(thing))


def bring_in() -> None:
    """Import SQLAlchemy; whoever else imports these modules afterwards gets them as they are."""
    stand_ins = {name: _Later(name) for name in _LATER if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        importlib.import_module("sqlalchemy.dialects.sqlite")
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


bring_in()
