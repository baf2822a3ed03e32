"""The goals of speed, what each group of measurements gives, and the table that shows them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Result:
    """One measurement: `measured` and `limit` are in `unit` (a ratio unless it says otherwise); `note` says how it came about."""

    goal: str
    what: str
    measured: float
    limit: float
    note: str
    unit: str = "x"
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit

    def line(self) -> str:
        """A row of the table."""
        sign = ">=" if self.at_least else "<="
        goal, measured = f"{sign} {self.limit:g}{self.unit}", f"{self.measured:.2f}{self.unit}"
        return f"{self.goal:<4} {self.what:<58} {goal:>9} {measured:>10}  {'ok' if self.met else 'NOT':<4} {self.note}"


HEAD: Final = f"{'id':<4} {'what':<58} {'goal':>9} {'measured':>10}  {'':<4} floor and product"
