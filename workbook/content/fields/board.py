"""The board of a day together: segments with their times, a line for each, and what is parked."""

from __future__ import annotations

from gettext import gettext as _
from random import Random

from msgspec import Struct

from workbook.content.blocks import Block, Listing, Table
from workbook.content.fields.base import SAMPLE_WORDS, Input, Value


class Segment(Struct, frozen=True, forbid_unknown_fields=True):
    """One stretch of the day: its name, what it is for, and how many minutes it usually takes."""

    id: str
    text: str
    about: str = ""
    minutes: int = 30


class Agenda(Input, frozen=True, kw_only=True):
    """A board. Value: `{"order": [segment ids], "done": [segment ids], "keeps": {segment id: text}, "parked": [texts]}`."""

    segments: tuple[Segment, ...]

    def check(self, value: Value) -> str | None:
        if value is None:
            return None
        known = {segment.id for segment in self.segments}
        fits = (
            isinstance(value, dict)
            and set(value) == {"order", "done", "keeps", "parked"}
            and all(isinstance(value[key], list) for key in ("order", "done", "parked"))
            and all(segment in known for key in ("order", "done") for segment in value[key])
            and isinstance(value["keeps"], dict)
            and all(segment in known and isinstance(text, str) for segment, text in value["keeps"].items())
            and all(isinstance(text, str) for text in value["parked"])
        )
        return None if fits else _("This should be an order, a line for each segment, and what is parked.")

    def show(self, value: Value) -> tuple[Block, ...]:
        value = value or {"order": [], "done": [], "keeps": {}, "parked": []}
        by_id = {segment.id: segment for segment in self.segments}
        rows = tuple((by_id[segment].text, value["keeps"].get(segment) or None) for segment in value["order"])
        parked = (Listing((), tuple(value["parked"]), _("Parked for another time")),) if value["parked"] else ()
        return (Table((self.label, _("What we keep")), rows), *parked)

    def sample(self, rng: Random) -> Value:
        order = [segment.id for segment in self.segments][:3]
        return {"order": order, "done": order[:1], "keeps": {order[0]: rng.choice(SAMPLE_WORDS)}, "parked": ["the summer"]}
