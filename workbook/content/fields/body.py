"""Where the body spoke up."""

from __future__ import annotations

from gettext import gettext as _
from random import Random

from workbook.content.blocks import Block, Felt
from workbook.content.fields.base import Input, Option, Value


class BodyMap(Input, frozen=True, kw_only=True):
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
        return None if fits else _("These should be places in the body, each with more or less.")

    def show(self, value: Value) -> tuple[Block, ...]:
        value = value or {"places": {}, "words": ""}
        how = {"more": _("more going on"), "less": _("less, or numb")}
        felt = tuple(f"{place.text}: {how[value['places'][place.id]]}" for place in self.places if place.id in value["places"])
        own = (value["words"],) if value["words"] else ()
        return (Felt(felt, own, self.label, tuple(value["places"].items())),)

    def sample(self, rng: Random) -> Value:
        places = rng.sample(self.places, min(2, len(self.places)))
        return {"places": {place.id: rng.choice(("more", "less")) for place in places}, "words": "like a lid on"}
