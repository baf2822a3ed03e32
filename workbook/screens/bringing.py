"""Something from before: answers somebody gave alone, offered one by one when they begin the same exercise for two.

Nothing is ticked for them. What they tick is copied into their own half, where it is theirs alone until they let it open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from workbook.content.blocks import Block
from workbook.content.exercise import Exercise
from workbook.content.step import Answer
from workbook.couple.people import PersonId, partner_of
from workbook.couple.sitting import Sitting, personal
from workbook.screens.hall import Hall
from workbook.screens.screen import Screen

LOOKED_AT = 10
"""How many of one's own sittings of an exercise are looked into, the newest first."""

OF_THEIR_MOMENT = ("calm", "settle")
"""The kinds of step that speak of how it is just now, so that no earlier answer fits."""

Chosen = Mapping[str, Answer]
"""Answers by step."""


class Before(Struct, frozen=True, kw_only=True):
    """One earlier answer to a step of one's half, in its words."""

    step: str
    title: str
    blocks: tuple[Block, ...]
    answer: Answer


class BringState(Struct, frozen=True, kw_only=True):
    """What there is from before, and what of it is ticked; `partner` is for whom the half is."""

    title: str
    partner: str
    items: tuple[Before, ...]
    ticked: frozenset[str] = frozenset()


class BringScreen(Screen[BringState]):
    """Lets somebody tick what comes along."""

    def __init__(
        self,
        exercise: Exercise,
        partner: str,
        items: tuple[Before, ...],
        *,
        done: Callable[[Chosen], None],
        back: Callable[[], None],
    ) -> None:
        self._done, self.back = done, back
        super().__init__(BringState(title=exercise.title, partner=partner, items=items))

    def tick(self, step: str, ticked: bool) -> None:
        """Let one come along, or not."""
        now = self.state.ticked
        self.change(ticked=now | {step} if ticked else now - {step})

    def bring(self) -> None:
        """Begin, with what is ticked."""
        self._done({item.step: item.answer for item in self.state.items if item.step in self.state.ticked})

    def without(self) -> None:
        """Begin with nothing of it."""
        self._done({})


def from_before(hall: Hall, me: PersonId, sitting: Sitting, then: Callable[[Chosen], None], back: Callable[[], None]) -> None:
    """Offer what somebody said alone in this exercise, if there is anything, before their half of it begins."""
    notebook = hall.notebook

    def work() -> tuple[str, tuple[Before, ...]]:
        space, partner = notebook.space(me), partner_of(me, notebook.shared().people())
        own = (entry for entry in space.latest(LOOKED_AT, (sitting.exercise.id,)) if entry.sitting.mode == "alone")
        said = [space.answers(entry.sitting.id) for entry in own]
        return partner.name if partner else "", offered(sitting, said, partner.name if partner else None)

    def show(partner: str, items: tuple[Before, ...]) -> None:
        if items:
            hall.show(BringScreen(sitting.exercise, partner, items, done=then, back=back))
        else:
            then({})

    hall.ask(work, lambda found: show(*found))


def offered(sitting: Sitting, said: Iterable[Mapping[str, Answer | None]], partner: str | None) -> tuple[Before, ...]:
    """The newest earlier answer to each step of a half that it still fits, in the order of the half; `said` newest first."""
    newest = list(said)
    found = []
    for step in (step for part in range(len(sitting.parts())) if sitting.is_apart(part) for step in sitting.steps(part)):
        if step.__struct_config__.tag in OF_THEIR_MOMENT:
            continue
        answer = next((answers[step.id] for answers in newest if answers.get(step.id) is not None), None)
        if answer is not None and not step.check(answer):
            shown = personal(step, "", partner)
            found.append(Before(step=step.id, title=shown.title, blocks=shown.show(answer), answer=answer))
    return tuple(found)
