"""Statements that are put into words once: for each save anew, SQLAlchemy takes longer for that than SQLite for the statement."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection, Insert
from sqlalchemy.dialects.sqlite import dialect


class Prepared:
    """One statement that writes; what it leaves open is given as text or a number, as the database keeps it."""

    def __init__(self, statement: Insert) -> None:
        self._statement = statement

    def run(self, connection: Connection, values: dict[str, str | int]) -> None:
        """Do it, with a value for each of its parameters that has none."""
        words, names, known = self._made
        every = known | values
        connection.exec_driver_sql(words, tuple(every[name] for name in names))

    @cached_property
    def _made(self) -> tuple[str, tuple[str, ...], dict[str, str | int]]:
        made = self._statement.compile(dialect=dialect())
        return str(made), tuple(made.positiontup or ()), dict(made.params)
