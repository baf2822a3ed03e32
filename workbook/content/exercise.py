"""An exercise: who answers, who may see, when it opens, whose turn it is."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from workbook.content.step import Step
from workbook.content.steps.consent import Consent

Mode = Literal["alone", "each", "together"]
"""How a sitting is run: by one person for themselves, by both, each apart and then together, or by both at the table only."""

Group = Literal[
    "foundations",
    "triggers",
    "loop",
    "attachment",
    "repair",
    "connection",
    "steadiness",
    "ketamine",
    "trust",
    "addiction",
    "intensive",
    "other",
]
"""Where an exercise stands in the list of all of them; `other` is for packs from outside that say nothing."""

EvidenceWord = Literal["strong", "some", "practice", "own"]
NotFor = Literal[
    "fear-of-partner", "recent-betrayal", "active-addiction", "recent-violence", "first-session-low-goodwill", "crisis"
]


class Minutes(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Our estimate, in minutes: for one person apart or alone, and for both together."""

    each: int
    together: int = 0


class Evidence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How well the tradition behind an exercise is studied, and this exercise itself: two lines, never one."""

    tradition: EvidenceWord
    exercise: Literal["not tested"] = "not tested"
    note: str = ""


class FollowUp(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A small exercise to come back with, and after how many days each time; it is shown, and nobody is reminded."""

    exercise: str
    days: tuple[int, ...]


class Allowed(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An answer that allows something: the exercise and the step it was given in, and the option it must be."""

    exercise: str
    step: str
    equals: str


class Early(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The one step of a held exercise that may be shared before the hold ends, where its author agreed to that beforehand."""

    step: str
    allowed_by: Allowed


class Apart(Struct, frozen=True):
    """Steps each person does alone, sealed when done; alone in every mode."""

    steps: tuple[Step, ...]


class Reveal(Struct, frozen=True, kw_only=True):
    """What may open when both are present: `steps` is the most that can open; `optional` opens only if both wish."""

    steps: tuple[str, ...]
    ask: str
    title: str
    optional: bool = False


class Together(Struct, frozen=True):
    """Steps done by both on one screen, mostly aloud."""

    steps: tuple[Step, ...]


class Alone(Struct, frozen=True):
    """How it goes on for someone who does the exercise for themselves."""

    steps: tuple[Step, ...]


Part = Apart | Reveal | Together | Alone


class Exercise(Struct, frozen=True, kw_only=True):
    """One exercise as its author wrote it; `source` is the file's own text, kept with every sitting.

    `id` is the name of its file, `edition` counts up when it changes. `purpose` is the line a list shows. `who` names the ways
    through it. With `intensity` at `high` it begins with a `calm` step and ends with a `settle` step. `short` names the steps of a
    shorter way. `not_for` names when it should be left alone, `keep` what is kept of it. `group` is its place in the list of all
    exercises. `sources` are the publications behind it. `evidence` says how well it is studied. `therapist_note` is for a
    therapist: what it is for, what to watch, how to use it in a session.
    `therapist` says whether it wants one in the room. For `hold_hours` after it was written nothing of it can be shared.
    `early` names the one step that may be shared sooner, where an answer in another exercise allows it.
    `follow_up` names a small exercise to come back with. With `aftercare`, the help lines stand on its paper, blank and filled.
    `card` names the steps that stand on its blank cards to cut out.
    """

    id: str
    edition: int
    title: str
    purpose: str
    minutes: Minutes
    intensity: Literal["low", "mid", "high"]
    who: tuple[Mode, ...]
    sources: tuple[str, ...]
    evidence: Evidence
    therapist_note: str
    parts: tuple[Part, ...]
    short: tuple[str, ...] = ()
    not_for: tuple[NotFor, ...] = ()
    keep: Literal["everything", "nothing"] = "everything"
    group: Group = "other"
    therapist: Literal["first", "recommended"] | None = None
    hold_hours: int = 0
    early: Early | None = None
    follow_up: FollowUp | None = None
    aftercare: bool = False
    card: tuple[str, ...] = ()
    source: str = ""

    def path(self, mode: Mode) -> tuple[Part, ...]:
        """The parts of one way through, in order."""
        walked: dict[Mode, tuple[type[Part], ...]] = {
            "alone": (Apart, Alone),
            "each": (Apart, Reveal, Together),
            "together": (Together,),
        }
        return tuple(part for part in self.parts if isinstance(part, walked[mode]))

    def steps(self) -> tuple[Step, ...]:
        """Every step of every part, in the order of the file."""
        return tuple(step for part in self.parts if not isinstance(part, Reveal) for step in part.steps)

    def step(self, step_id: str) -> Step:
        """The step with this id. Raises `KeyError` where there is none."""
        for step in self.steps():
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    @property
    def agrees(self) -> bool:
        """Whether two people agree to something in it, of which the narrower answer holds."""
        return any(isinstance(step, Consent) and step.id in self.may_open() for step in self.steps())

    def may_open(self) -> frozenset[str]:
        """The steps that could ever open to a partner."""
        return frozenset(step for part in self.parts if isinstance(part, Reveal) for step in part.steps)


def walked(part: Apart | Together | Alone, short: tuple[str, ...]) -> tuple[Step, ...]:
    """The steps someone walks in a part; on the short path only those named, and what opens and closes the body."""
    always = ("calm", "settle")
    kind = [(step, str(step.__struct_config__.tag)) for step in part.steps]
    return tuple(step for step, tag in kind if not short or step.id in short or tag in always)
