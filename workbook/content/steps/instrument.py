"""A published questionnaire, in packs from outside only: none of its words are ours, and its number goes to its author alone."""

from collections.abc import Mapping
from gettext import gettext as _
from random import Random

from msgspec import Struct

from workbook.content.blocks import Block, Prose, Table
from workbook.content.fields import Choice, Field, Option
from workbook.content.step import Answer, Step, Voice, earlier


class Points(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer that can be given to every item, and what it counts."""

    id: str
    text: str
    points: int


class Mark(Struct, frozen=True, forbid_unknown_fields=True):
    """A number with the publication it comes from."""

    at: float
    citation: str


class Instrument(Step, frozen=True, tag="instrument", kw_only=True):
    """Its items and answers, with whose it is, who gave leave to use it, and how it is cited; all three stand on each page.

    `cutoff` and `change` are published numbers: where a range begins, and how large a difference must be to count as change (the
    reliable-change index, Jacobson and Truax 1991). `reversed` names the items that count the other way round.
    """

    copyright: str
    permission: str
    citation: str
    items: tuple[Option, ...]
    answers: tuple[Points, ...]
    reversed: tuple[str, ...] = ()
    cutoff: Mark | None = None
    change: Mark | None = None

    def fields(self) -> tuple[Field, ...]:
        """One choice for each item."""
        options = tuple(Option(answer.id, answer.text) for answer in self.answers)
        return tuple(Choice(id=item.id, label=item.text, options=options) for item in self.items)

    def score(self, answer: Answer | None) -> int | None:
        """The sum of the points; nothing while an item is open, as a sum of some items is no number of this instrument."""
        points = {one.id: one.points for one in self.answers}
        turned = min(points.values()) + max(points.values()) if points else 0
        given = [(item.id, points.get((answer or {}).get(item.id) or "")) for item in self.items]
        if any(count is None for _item, count in given):
            return None
        return sum(turned - (count or 0) if item in self.reversed else (count or 0) for item, count in given)

    def words(self, answer: Answer | None) -> str | None:
        """The number, once every item is answered."""
        number = self.score(answer)
        return None if number is None else str(number)

    def picture(self, voices: tuple[Voice, ...], joint: Mapping[str, str | None]) -> tuple[Block, ...]:
        """Whose it is, and for its author the number beside the published ones: numbers only, no word for them."""
        lines = (Prose("\n\n".join((self.copyright, self.permission, self.citation))),)
        number = voices[0].words.get(self.id) if voices else None
        if number is None:
            return lines
        rows: list[tuple[str | None, ...]] = [(_("This time"), number)]
        before = next((voices[0].words.get(earlier(carry.exercise, carry.step)) for carry in self.carries), None)
        if before is not None:
            rows += [(_("The time before"), before), (_("Difference"), f"{int(number) - int(before):+d}")]
        if self.cutoff is not None:
            rows.append((_("Published cut-off"), f"{self.cutoff.at:g} ({self.cutoff.citation})"))
        if self.change is not None:
            rows.append((_("Smallest difference that counts as change"), f"{self.change.at:g} ({self.change.citation})"))
        return (*lines, Table(("", _("Number")), tuple(rows)))

    def sample(self, rng: Random) -> Answer | None:
        """Every item answered."""
        return {item.id: rng.choice(self.answers).id for item in self.items}

    def texts(self) -> tuple[str, ...]:
        """Whose it is is read too."""
        return (*super().texts(), self.copyright, self.permission, self.citation, *(answer.text for answer in self.answers))
