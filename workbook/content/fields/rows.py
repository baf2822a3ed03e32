"""Inputs made of rows: pairs, a line through time, cards, one small practice, and how earlier ones went."""

from __future__ import annotations

from gettext import gettext as _
from random import Random

from msgspec import Struct

from workbook.content.blocks import Block, Said, Table
from workbook.content.fields.base import SAMPLE_WORDS, Input, Option, Value


def _rows(value: Value, keys: set[str]) -> bool:
    """Whether a value is a list of rows with just these keys, all of them words."""
    return isinstance(value, list) and all(
        isinstance(row, dict) and set(row) == keys and all(isinstance(text, str) for text in row.values()) for row in value
    )


class Pairs(Input, frozen=True, kw_only=True):
    """What showed, and what was underneath. Value: list of `{"surface": text, "underneath": text}`; either may be empty."""

    surface: str
    underneath: str

    def check(self, value: Value) -> str | None:
        fits = value is None or _rows(value, {"surface", "underneath"})
        return None if fits else _("Each pair should have two sides, in words.")

    def show(self, value: Value) -> tuple[Block, ...]:
        if not value:
            return (Said(None, self.label),)
        rows = tuple((pair["surface"] or None, pair["underneath"] or None) for pair in value)
        return (Table((self.surface, self.underneath), rows),)

    def sample(self, rng: Random) -> Value:
        return [{"surface": "a hard voice", "underneath": rng.choice(SAMPLE_WORDS)}]


class Timeline(Input, frozen=True, kw_only=True):
    """A line through time with two lanes. Value: list of `{"when": text, "what": text, "lane": lane id}`, as they were put."""

    when: str
    what: str
    lanes: tuple[Option, ...]

    def check(self, value: Value) -> str | None:
        lanes = {lane.id for lane in self.lanes}
        fits = value is None or (_rows(value, {"when", "what", "lane"}) and all(row["lane"] in lanes for row in value))
        return None if fits else _("Each entry should say when, what, and on which side.")

    def show(self, value: Value) -> tuple[Block, ...]:
        if not value:
            return (Said(None, self.label),)
        header = (self.when, *(lane.text for lane in self.lanes))
        rows = tuple(
            (row["when"] or None, *((row["what"] or None) if row["lane"] == lane.id else "" for lane in self.lanes))
            for row in value
        )
        return (Table(header, rows),)

    def sample(self, rng: Random) -> Value:
        return [{"when": "about seven", "what": rng.choice(SAMPLE_WORDS), "lane": lane.id} for lane in self.lanes]


class Card(Struct, frozen=True, forbid_unknown_fields=True):
    """A question to answer for oneself and to guess for the other; `topic` lets somebody leave a whole topic out."""

    id: str
    ask: str
    topic: str = ""


class Cards(Input, frozen=True, kw_only=True):
    """Questions answered and guessed. Value: `{"left_out": [topic ids], "cards": {card id: {"own": text, "guess": text}}}`."""

    cards: tuple[Card, ...]
    topics: tuple[Option, ...] = ()

    def check(self, value: Value) -> str | None:
        if value is None:
            return None
        cards, topics = {card.id for card in self.cards}, {topic.id for topic in self.topics}
        fits = (
            isinstance(value, dict)
            and set(value) == {"left_out", "cards"}
            and isinstance(value["left_out"], list)
            and all(topic in topics for topic in value["left_out"])
            and isinstance(value["cards"], dict)
            and set(value["cards"]) <= cards
            and _rows(list(value["cards"].values()), {"own", "guess"})
        )
        return None if fits else _("Each card should have words of your own and a guess.")

    def show(self, value: Value) -> tuple[Block, ...]:
        return self.beside(value, value, _("My guess"))

    def beside(self, value: Value, other: Value, guessed: str = "") -> tuple[Block, ...]:
        """Each card with somebody's own answer and the other's guess; a topic that either left out is not there."""
        left_out = {*(value or {}).get("left_out", ()), *(other or {}).get("left_out", ())}
        rows = tuple(
            (card.ask, _side(value, card.id, "own"), _side(other, card.id, "guess"))
            for card in self.cards
            if not card.topic or card.topic not in left_out
        )
        return (Table(("", _("In their own words"), guessed or _("As the other guessed")), rows),)

    def sample(self, rng: Random) -> Value:
        return {"left_out": [], "cards": {card.id: {"own": rng.choice(SAMPLE_WORDS), "guess": "tea"} for card in self.cards[:2]}}


def _side(value: Value, card: str, side: str) -> str | None:
    return (value or {}).get("cards", {}).get(card, {}).get(side) or None


class Commitment(Input, frozen=True, kw_only=True):
    """One small practice. Value: `{"who", "what", "when", "know"}`, each text, each may be empty."""

    def check(self, value: Value) -> str | None:
        keys = {"who", "what", "when", "know"}
        fits = value is None or _rows([value], keys)
        return None if fits else _("This should say who, what, when, and how you will know.")

    def show(self, value: Value) -> tuple[Block, ...]:
        labels = {"who": _("Who"), "what": _("What"), "when": _("When"), "know": _("How we will know")}
        value = value or {}
        return (Table(("", self.label), tuple((label, value.get(key) or None) for key, label in labels.items())),)

    def sample(self, rng: Random) -> Value:
        return {"who": "both of us", "what": "ten minutes on the sofa", "when": "Thursday", "know": "we sat down"}


class Reviewed(Input, frozen=True, kw_only=True):
    """How earlier commitments went. Value: list of `{"what": text, "how": id}` with the words as they stood then."""

    def hows(self) -> tuple[Option, ...]:
        """The four answers; none of them is better."""
        return (
            Option("kept", _("Kept")),
            Option("partly", _("Partly")),
            Option("not-yet", _("Not yet")),
            Option("not-ours", _("Not ours any more")),
        )

    def check(self, value: Value) -> str | None:
        known = {"", *(how.id for how in self.hows())}
        fits = value is None or (_rows(value, {"what", "how"}) and all(row["how"] in known for row in value))
        return None if fits else _("Each one should say how it went.")

    def show(self, value: Value) -> tuple[Block, ...]:
        if not value:
            return (Said(None, self.label),)
        texts = {how.id: how.text for how in self.hows()}
        return (Table((self.label, _("How it went")), tuple((row["what"], texts.get(row["how"])) for row in value)),)

    def sample(self, rng: Random) -> Value:
        return [{"what": "ten minutes on the sofa", "how": rng.choice(self.hows()).id}]
