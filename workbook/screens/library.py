"""All exercises: by group, to be looked through, narrowed down, and marked as one's own favourites."""

from __future__ import annotations

import json
from collections.abc import Callable
from gettext import gettext as _
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from workbook.content.exercise import Group
from workbook.content.pack import Summary
from workbook.couple.people import PersonId, here
from workbook.couple.ports import Jobs, Notebook
from workbook.screens import words
from workbook.screens.finding import holds
from workbook.screens.screen import Screen

FAVOURITES = "favourites"
"""A private setting: the ids of the exercises somebody marked, as a JSON list (G13)."""

With = Literal["anyone", "alone", "two"]
"""Who is there to do it."""


class Narrowed(Struct, frozen=True, kw_only=True):
    """How the list is narrowed down: words in it, at most so many minutes at a stretch, for whom, only quiet ones, favourites."""

    words: str = ""
    minutes: int = 0
    who: With = "anyone"
    gentle: bool = False
    favourites: bool = False


class Shelved(Struct, frozen=True):
    """A group of exercises under its heading."""

    title: str
    exercises: tuple[Summary, ...]


class LibraryState(Struct, frozen=True, kw_only=True):
    """All groups, and those that are left after narrowing down.

    `unfolded` are the titles of the groups whose exercises are shown while nothing is narrowed down. `at` was opened last.
    """

    everything: tuple[Shelved, ...] = ()
    groups: tuple[Shelved, ...] = ()
    narrowed: Narrowed = Narrowed()
    favourites: frozenset[str] = frozenset()
    unfolded: frozenset[str] = frozenset()
    at: str = ""
    for_two: bool = False
    trouble: str = ""
    loaded: bool = False


class LibraryScreen(Screen[LibraryState]):
    """Lets one person find an exercise."""

    def __init__(
        self,
        me: PersonId,
        notebook: Notebook,
        exercises: Callable[[], tuple[Summary, ...]],
        jobs: Jobs,
        *,
        exercise: Callable[[str], None],
        paper: Callable[[tuple[str, ...]], None],
        paths: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        self._me, self._notebook, self._exercises, self._jobs = me, notebook, exercises, jobs
        self._exercise, self._paper, self.paths, self.back = exercise, paper, paths, back
        self._all: tuple[Summary, ...] = ()
        super().__init__(LibraryState())
        jobs.run(self._read, self._show, lambda error: self.change(trouble=words.trouble(error), loaded=True))

    def narrow(self, **changes: object) -> None:
        """Narrow the list down, or widen it again."""
        narrowed = replace(self.state.narrowed, **changes)
        self.change(narrowed=narrowed, groups=self._grouped(narrowed, self.state.favourites))

    def widen(self) -> None:
        """Take everything back that narrows the list down."""
        self.narrow(**asdict(Narrowed()))

    def fold(self, title: str) -> None:
        """Unfold a group, or fold it again."""
        self.change(unfolded=self.state.unfolded ^ {title})

    def exercise(self, exercise: str) -> None:
        """The page of one; coming back, its place is kept."""
        self.change(at=exercise)
        self._exercise(exercise)

    def mark(self, exercise: str, on: bool) -> None:
        """Mark one as a favourite, or no longer; only its owner sees that."""
        marked = self.state.favourites | {exercise} if on else self.state.favourites - {exercise}
        self.change(favourites=marked, groups=self._grouped(self.state.narrowed, marked))
        kept = json.dumps(sorted(marked))
        space = self._notebook.space(self._me)
        self._jobs.run(
            lambda: space.set(FAVOURITES, kept), lambda _none: None, lambda error: self.change(trouble=words.trouble(error))
        )

    def print_blank(self) -> None:
        """Those that are left as blank paper, in the order in which they stand here; nothing of that is noted (G13)."""
        left = tuple(summary.id for group in self.state.groups for summary in group.exercises)
        if left:
            self._paper(left)

    def _read(self) -> tuple[tuple[Summary, ...], frozenset[str], bool]:
        kept = favourites(self._notebook.space(self._me).setting(FAVOURITES))
        return self._exercises(), kept, len(here(self._notebook.shared().people())) > 1

    def _show(self, found: tuple[tuple[Summary, ...], frozenset[str], bool]) -> None:
        self._all, marked, for_two = found
        groups, everything = self._grouped(self.state.narrowed, marked), self._grouped(Narrowed(), marked)
        self.change(everything=everything, groups=groups, favourites=marked, for_two=for_two, loaded=True)

    def _grouped(self, narrowed: Narrowed, marked: frozenset[str]) -> tuple[Shelved, ...]:
        left = [summary for summary in self._all if fits(summary, narrowed, marked)]
        titles = group_titles()
        groups = (
            Shelved(title, tuple(summary for summary in left if summary.group == group)) for group, title in titles.items()
        )
        return tuple(group for group in groups if group.exercises)


def favourites(kept: str | None) -> frozenset[str]:
    """The favourites in a setting."""
    try:
        return frozenset(str(one) for one in json.loads(kept or "[]"))
    except (ValueError, TypeError):
        return frozenset()


def fits(summary: Summary, narrowed: Narrowed, marked: frozenset[str]) -> bool:
    """Whether an exercise is left after narrowing down."""
    who = {"anyone": True, "alone": "alone" in summary.who, "two": {"each", "together"} & {*summary.who}}
    return bool(
        holds(f"{summary.title} {summary.purpose}", narrowed.words)
        and (not narrowed.minutes or max(summary.minutes.each, summary.minutes.together) <= narrowed.minutes)
        and who[narrowed.who]
        and (not narrowed.gentle or summary.intensity == "low")
        and (not narrowed.favourites or summary.id in marked)
    )


def group_titles() -> dict[Group, str]:
    """The groups in their order, as their headings say them."""
    return {
        "steadiness": _("Steady ground, at any hour"),
        "foundations": _("Good beginnings"),
        "triggers": _("What sets you off"),
        "loop": _("The loop you get caught in"),
        "attachment": _("Near and far"),
        "repair": _("Saying it, hearing it, making up"),
        "connection": _("Something good between you"),
        "trust": _("After trust was broken"),
        "addiction": _("Beside recovery"),
        "ketamine": _("Beside ketamine-assisted therapy"),
        "intensive": _("Around days with a therapist"),
        "other": _("From somebody else"),
    }
