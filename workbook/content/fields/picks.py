"""Inputs with things to pick, to sort, to put into order, and to agree to."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import gettext as _
from random import Random

from msgspec import Struct

from workbook.content.blocks import Block, Listing, Table
from workbook.content.fields.base import SAMPLE_WORDS, Input, Option, Value


class Choice(Input, frozen=True, kw_only=True):
    """One of a few. Value: the id of the option."""

    options: tuple[Option, ...]

    def check(self, value: Value) -> str | None:
        known = value is None or value in [option.id for option in self.options]
        return None if known else _("This should be one of the choices.")

    def show(self, value: Value) -> tuple[Block, ...]:
        chosen = [option.text for option in self.options if option.id == value]
        return (Listing(tuple(chosen), (), self.label),)

    def sample(self, rng: Random) -> Value:
        return rng.choice(self.options).id


class Choices(Input, frozen=True, kw_only=True):
    """Any number of a list, and words of one's own. Value: `{"picked": [ids], "own": [texts]}`."""

    options: tuple[Option, ...]

    def check(self, value: Value) -> str | None:
        if value is None:
            return None
        known = {option.id for option in self.options}
        fits = (
            isinstance(value, dict)
            and set(value) == {"picked", "own"}
            and all(isinstance(value[key], list) for key in value)
            and all(item in known for item in value["picked"])
            and all(isinstance(item, str) for item in value["own"])
        )
        return None if fits else _("These should be choices from the list, or words of your own.")

    def show(self, value: Value) -> tuple[Block, ...]:
        value = value or {"picked": [], "own": []}
        picked = tuple(option.text for option in self.options if option.id in value["picked"])
        return (Listing(picked, tuple(value["own"]), self.label),)

    def sample(self, rng: Random) -> Value:
        picked = rng.sample(self.options, min(2, len(self.options)))
        return {"picked": [option.id for option in picked], "own": [rng.choice(SAMPLE_WORDS)]}


class Ring(Struct, frozen=True):
    """A few feelings as near to plain words as the others of their ring; the first ring is the plainest."""

    title: str
    feelings: tuple[Option, ...]


class Feelings(Choices, frozen=True, kw_only=True):
    """Feelings from three rings, and words of one's own. Value: as for `Choices`; `options` are those of all rings."""

    rings: tuple[Ring, ...]


class Ranking(Input, frozen=True, kw_only=True):
    """Things put into order, the first ones only where somebody likes. Value: list of item ids, the first one first.

    What a person had added in words of their own stands there as those words.
    """

    items: tuple[Option, ...]
    most: int | None = None

    def check(self, value: Value) -> str | None:
        fits = value is None or (
            isinstance(value, list) and all(isinstance(item, str) for item in value) and len(set(value)) == len(value)
        )
        return None if fits else _("Each thing should stand in the order once.")

    def show(self, value: Value) -> tuple[Block, ...]:
        texts = {item.id: item.text for item in self.items}
        return (Listing(tuple(f"{at}. {texts.get(item, item)}" for at, item in enumerate(value or (), 1)), (), self.label),)

    def sample(self, rng: Random) -> Value:
        return [item.id for item in rng.sample(self.items, min(self.most or 3, len(self.items)))] or [rng.choice(SAMPLE_WORDS)]


class Sorting(Input, frozen=True, kw_only=True):
    """A few things put into piles. Value: `{item id: pile id}`; an item in no pile is simply absent.

    What a person had added in words of their own stands there as those words.
    """

    items: tuple[Option, ...]
    piles: tuple[Option, ...]

    def check(self, value: Value) -> str | None:
        if value is None:
            return None
        piles = {pile.id for pile in self.piles}
        fits = isinstance(value, dict) and all(pile in piles for pile in value.values())
        return None if fits else _("Each thing should lie in one of the piles.")

    def show(self, value: Value) -> tuple[Block, ...]:
        value = value or {}
        texts = {item.id: item.text for item in self.items}
        order = [*(item for item in texts if item in value), *(item for item in value if item not in texts)]
        piles = ((pile.text, tuple(texts.get(item, item) for item in order if value[item] == pile.id)) for pile in self.piles)
        return tuple(Listing(items, (), pile) for pile, items in piles)

    def sample(self, rng: Random) -> Value:
        items = [item.id for item in self.items] or [rng.choice(SAMPLE_WORDS)]
        return {item: rng.choice(self.piles).id for item in items}


class Consent(Input, frozen=True, kw_only=True):
    """What somebody agrees to. Value: `{item id: level id}`; what was not touched is the narrowest level, the first one."""

    items: tuple[Option, ...]
    levels: tuple[Option, ...]

    def check(self, value: Value) -> str | None:
        items, levels = {item.id for item in self.items}, {level.id for level in self.levels}
        fits = value is None or (
            isinstance(value, dict) and all(item in items and level in levels for item, level in value.items())
        )
        return None if fits else _("Each thing should have one of the answers.")

    def show(self, value: Value) -> tuple[Block, ...]:
        texts = {level.id: level.text for level in self.levels}
        chosen = value or {}
        narrowest = self.levels[0].id if self.levels else ""
        rows = tuple((item.text, texts.get(chosen.get(item.id, narrowest))) for item in self.items) if value is not None else ()
        return (Table(("", self.label), rows or tuple((item.text, None) for item in self.items)),)

    def narrower(self, one: Value, other: Value) -> Value:
        """What holds between two people: for each item the narrower of their two levels."""
        return self.narrowest_of((one, other))

    def narrowest_of(self, answers: Iterable[Value]) -> dict[str, str]:
        """What holds between several answers: for each item the narrowest; one that says nothing of an item says no to it."""
        order, answers = [level.id for level in self.levels], tuple(answers)

        def place(value: Value, item: str) -> int:
            level = (value or {}).get(item)
            return order.index(level) if level in order else 0

        return {item.id: order[min((place(one, item.id) for one in answers), default=0)] for item in self.items}

    def narrowest(self) -> dict[str, str]:
        """No to everything."""
        return self.narrowest_of(())

    def sample(self, rng: Random) -> Value:
        return {item.id: rng.choice(self.levels).id for item in self.items}
