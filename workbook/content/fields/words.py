"""Inputs for words: a few, many, a day, initials."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from random import Random

from workbook.content import days
from workbook.content.blocks import Block, Said
from workbook.content.fields.base import SAMPLE_WORDS, Input, Value


def text_fault(value: Value) -> str | None:
    """What is amiss with a value that should be words."""
    return None if value is None or isinstance(value, str) else _("This should be words.")


class Line(Input, frozen=True, kw_only=True):
    """A few words. Value: text."""

    def check(self, value: Value) -> str | None:
        return text_fault(value)

    def show(self, value: Value) -> tuple[Block, ...]:
        return (Said(value, self.label),)

    def sample(self, rng: Random) -> Value:
        return rng.choice(SAMPLE_WORDS)


class Paragraph(Line, frozen=True, kw_only=True):
    """As many words as someone likes. Value: text."""

    def sample(self, rng: Random) -> Value:
        return "\n\n".join(rng.sample(SAMPLE_WORDS, 3))


class Day(Line, frozen=True, kw_only=True):
    """A day. Value: text such as `2026-05-03`."""

    def check(self, value: Value) -> str | None:
        if value is None:
            return None
        try:
            date.fromisoformat(value)
        except (TypeError, ValueError):
            return _("This should be a day.")
        return None

    def show(self, value: Value) -> tuple[Block, ...]:
        return (Said(value and days.shown(value), self.label),)

    def sample(self, rng: Random) -> Value:
        return date(2026, rng.randint(1, 12), rng.randint(1, 28)).isoformat()


class Initials(Line, frozen=True, kw_only=True):
    """A few letters that stand for "I have read this and say yes". Value: text."""

    def sample(self, rng: Random) -> Value:
        return rng.choice(("M. K.", "J", "Å. Ø."))
