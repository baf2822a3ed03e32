"""Worth session time: somebody marks an answer they would like to bring to a session; it weighs nothing, and nothing counts it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec import Struct
from msgspec.structs import replace

from workbook.content.blocks import Block
from workbook.couple import beside, sharing
from workbook.couple.people import PersonId
from workbook.couple.ports import Jobs
from workbook.couple.sharing import Key
from workbook.couple.sitting import Response, Sitting
from workbook.screens import words
from workbook.screens.screen import Screen

Keep = Callable[[str, PersonId, bool], None]
"""Keeps, or lets go, that an author's answer to a step is worth session time; called off the screen's thread."""


class Moment(Struct, frozen=True, kw_only=True):
    """One answer that could be brought; `at_table` says that it was marked there, by both, where alone it cannot be taken back."""

    step: str
    author: PersonId
    title: str
    blocks: tuple[Block, ...]
    brought: bool
    at_table: bool = False


class MomentsState(Struct, frozen=True, kw_only=True):
    """The answers of one sitting; `shared` where both see what is marked."""

    title: str
    items: tuple[Moment, ...]
    shared: bool
    trouble: str = ""


def brought(responses: tuple[Response, ...]) -> frozenset[Key]:
    """The answers that are marked among what was read of a sitting."""
    found = ((beside.step_of(one.step), one.author) for one in responses if beside.is_brought(one.step))
    return frozenset((step, author) for step, author in found if step)


def moments(
    sitting: Sitting, responses: tuple[Response, ...], authors: tuple[PersonId, ...], mine: Collection[str] | None = None
) -> tuple[Moment, ...]:
    """What these authors said; what stands beside an answer is brought along with it.

    For somebody alone `mine` are the ids in their own space; at the table it is what both see that counts.
    """
    there = brought(responses)
    return tuple(
        Moment(
            step=one.step,
            author=one.author,
            title=one.title,
            blocks=one.blocks,
            brought=(one.step, one.author) in there if mine is None else beside.bring_id(one.step) in mine,
            at_table=mine is not None and (one.step, one.author) in there,
        )
        for one in sharing.items(sitting, responses)
        if one.author in authors and beside.step_of(one.step) is None
    )


class MomentsScreen(Screen[MomentsState]):
    """Lets somebody mark what is worth session time, and take it back."""

    def __init__(
        self, title: str, items: tuple[Moment, ...], keep: Keep, jobs: Jobs, *, shared: bool, back: Callable[[], None]
    ) -> None:
        self._keep, self._jobs, self.back = keep, jobs, back
        super().__init__(MomentsState(title=title, items=items, shared=shared))

    def bring(self, step: str, author: PersonId, wanted: bool) -> None:
        """Mark an answer, or let it go."""
        before = self.state.items
        marked = tuple(replace(one, brought=wanted) if (one.step, one.author) == (step, author) else one for one in before)
        self.change(items=marked, trouble="")

        def failed(error: Exception) -> None:
            self.change(items=before, trouble=words.trouble(error))

        self._jobs.run(lambda: self._keep(step, author, wanted), lambda _none: None, failed)
