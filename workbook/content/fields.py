"""What a step may ask for: a closed set of inputs, each with the shape of its value, its check, how it shows, a sample.

A value is plain JSON. `None` is always "not answered" and stays so all the way to the paper.
"""

from __future__ import annotations

from random import Random
from typing import Any

from msgspec import Struct

from workbook.content.blocks import Bar, Block, Listing, Said, Table

Value = Any
"""A field's answer as plain JSON; its shape is told by the field's docstring."""

SAMPLE_WORDS = (
    "The dishes, and how you turned away.",
    "Ich wurde ganz still – wie früher.",
    "I said it was fine. It was not fine.",
    "Żal mi, że wyszłam bez słowa.",
    "I wanted you to ask me one more time.",
)


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that can be picked; the `id` is stored, the `text` is read."""

    id: str
    text: str


class _Input(Struct, frozen=True, kw_only=True):
    """One input on a page; `label` is read aloud and printed."""

    id: str
    label: str


def _text_fault(value: Value) -> str | None:
    return None if value is None or isinstance(value, str) else "This should be words."


class Line(_Input, frozen=True, kw_only=True):
    """A few words. Value: text."""

    def check(self, value: Value) -> str | None:
        return _text_fault(value)

    def show(self, value: Value) -> tuple[Block, ...]:
        return (Said(value, self.label),)

    def sample(self, rng: Random) -> Value:
        return rng.choice(SAMPLE_WORDS)


class Paragraph(Line, frozen=True, kw_only=True):
    """As many words as someone likes. Value: text."""

    def sample(self, rng: Random) -> Value:
        return "\n\n".join(rng.sample(SAMPLE_WORDS, 3))


class Rating(_Input, frozen=True, kw_only=True):
    """A place on a scale with both ends in words. Value: whole number from `low` to `high`; untouched is `None`, not zero."""

    low: int = 0
    high: int = 10
    low_label: str
    high_label: str

    def check(self, value: Value) -> str | None:
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high):
            return None
        return f"This should be a number from {self.low} to {self.high}."

    def show(self, value: Value) -> tuple[Block, ...]:
        return (Bar(value, self.low, self.high, self.low_label, self.high_label, self.label),)

    def sample(self, rng: Random) -> Value:
        return rng.randint(self.low, self.high)


class Choice(_Input, frozen=True, kw_only=True):
    """One of a few. Value: the id of the option."""

    options: tuple[Option, ...]

    def check(self, value: Value) -> str | None:
        known = value is None or value in [option.id for option in self.options]
        return None if known else "This should be one of the choices."

    def show(self, value: Value) -> tuple[Block, ...]:
        chosen = [option.text for option in self.options if option.id == value]
        return (Listing(tuple(chosen), (), self.label),)

    def sample(self, rng: Random) -> Value:
        return rng.choice(self.options).id


class Choices(_Input, frozen=True, kw_only=True):
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
        return None if fits else "These should be choices from the list, or words of your own."

    def show(self, value: Value) -> tuple[Block, ...]:
        value = value or {"picked": [], "own": []}
        picked = tuple(option.text for option in self.options if option.id in value["picked"])
        return (Listing(picked, tuple(value["own"]), self.label),)

    def sample(self, rng: Random) -> Value:
        picked = rng.sample(self.options, min(2, len(self.options)))
        return {"picked": [option.id for option in picked], "own": [rng.choice(SAMPLE_WORDS)]}


class Pairs(_Input, frozen=True, kw_only=True):
    """What showed, and what was underneath. Value: list of `{"surface": text, "underneath": text}`; either may be empty."""

    surface: str
    underneath: str

    def check(self, value: Value) -> str | None:
        if value is None:
            return None
        fits = isinstance(value, list) and all(
            isinstance(pair, dict)
            and set(pair) == {"surface", "underneath"}
            and all(isinstance(text, str) for text in pair.values())
            for pair in value
        )
        return None if fits else "Each pair should have two sides, in words."

    def show(self, value: Value) -> tuple[Block, ...]:
        if not value:
            return (Said(None, self.label),)
        rows = tuple((pair["surface"] or None, pair["underneath"] or None) for pair in value)
        return (Table((self.surface, self.underneath), rows),)

    def sample(self, rng: Random) -> Value:
        return [{"surface": "a hard voice", "underneath": rng.choice(SAMPLE_WORDS)}]


class BodyMap(_Input, frozen=True, kw_only=True):
    """Where the body spoke up. Value: `{"places": {place id: "more" | "less"}, "words": text}`."""

    places: tuple[Option, ...]

    def check(self, value: Value) -> str | None:
        if value is None:
            return None
        known = {place.id for place in self.places}
        fits = (
            isinstance(value, dict)
            and set(value) == {"places", "words"}
            and isinstance(value["words"], str)
            and isinstance(value["places"], dict)
            and all(place in known and how in {"more", "less"} for place, how in value["places"].items())
        )
        return None if fits else "These should be places in the body, each with more or less."

    def show(self, value: Value) -> tuple[Block, ...]:
        value = value or {"places": {}, "words": ""}
        how = {"more": "more going on", "less": "less, or numb"}
        felt = tuple(f"{place.text}: {how[value['places'][place.id]]}" for place in self.places if place.id in value["places"])
        return (Listing(felt, (value["words"],) if value["words"] else (), self.label),)

    def sample(self, rng: Random) -> Value:
        places = rng.sample(self.places, min(2, len(self.places)))
        return {"places": {place.id: rng.choice(("more", "less")) for place in places}, "words": "like a lid on"}


class Sorting(_Input, frozen=True, kw_only=True):
    """A few things put into piles. Value: `{item id: pile id}`; an item in no pile is simply absent."""

    items: tuple[Option, ...]
    piles: tuple[Option, ...]

    def check(self, value: Value) -> str | None:
        if value is None:
            return None
        items, piles = {item.id for item in self.items}, {pile.id for pile in self.piles}
        fits = isinstance(value, dict) and all(item in items and pile in piles for item, pile in value.items())
        return None if fits else "Each thing should lie in one of the piles."

    def show(self, value: Value) -> tuple[Block, ...]:
        value = value or {}
        piles = ((pile.text, tuple(item.text for item in self.items if value.get(item.id) == pile.id)) for pile in self.piles)
        return tuple(Listing(items, (), pile) for pile, items in piles)

    def sample(self, rng: Random) -> Value:
        return {item.id: rng.choice(self.piles).id for item in self.items}


class Commitment(_Input, frozen=True, kw_only=True):
    """One small practice. Value: `{"who", "what", "when", "know"}`, each text, each may be empty."""

    def check(self, value: Value) -> str | None:
        keys = {"who", "what", "when", "know"}
        fits = value is None or (
            isinstance(value, dict) and set(value) == keys and all(isinstance(text, str) for text in value.values())
        )
        return None if fits else "This should say who, what, when, and how you will know."

    def show(self, value: Value) -> tuple[Block, ...]:
        labels = {"who": "Who", "what": "What", "when": "When", "know": "How we will know"}
        value = value or {}
        return (Table(("", self.label), tuple((label, value.get(key) or None) for key, label in labels.items())),)

    def sample(self, rng: Random) -> Value:
        return {"who": "both of us", "what": "ten minutes on the sofa", "when": "Thursday", "know": "we sat down"}


Field = Line | Paragraph | Rating | Choice | Choices | Pairs | BodyMap | Sorting | Commitment
"""The closed set: every field has an editor in `ui/editors` and prints in `report`, and a test holds both."""
