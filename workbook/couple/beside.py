"""What stands beside an answer: marks made at the reveal, thoughts that came later, and whether it is to be brought to a session.

They are kept as answers are, under ids of their own that no step of an exercise can have: `cue~` is a mark on what the other said
to `cue`, `cue+1` the first later thought about one's own, `cue!` that it is worth session time. So they are deleted as answers are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from gettext import gettext as _
from typing import Final, Literal, get_args

from workbook.content.blocks import Block, Listing
from workbook.content.step import Answer, Step
from workbook.content.steps.write import Write

Mark = Literal["same", "different", "surprised"]
MARKS: Final[tuple[Mark, ...]] = get_args(Mark)

_BESIDE: Final = re.compile(r"([a-z0-9-]+)(?:[~!]|\+([1-9]\d{0,4}))")

BROUGHT: Final[Answer] = {"bring": "session"}
"""What is kept for an answer that is worth session time."""


def mark_id(step: str) -> str:
    """What a mark on a step is kept under."""
    return f"{step}~"


def later_id(step: str, number: int) -> str:
    """What a later thought about a step is kept under; numbers count from 1 and say the order, never a time."""
    return f"{step}+{number}"


def bring_id(step: str) -> str:
    """What it is kept under that an answer is worth session time: in one's own space alone, or at the table for both."""
    return f"{step}!"


def is_brought(name: str) -> bool:
    """Whether this says that an answer is worth session time."""
    return step_of(name) is not None and name.endswith("!")


def step_of(name: str) -> str | None:
    """The step that something stands beside; nothing for the id of a step itself."""
    found = _BESIDE.fullmatch(name)
    return found[1] if found else None


def is_mark(name: str) -> bool:
    """Whether this is a mark on what the other said."""
    return step_of(name) is not None and name.endswith("~")


def number_of(name: str) -> int:
    """Which of the later thoughts this is; 0 for anything else."""
    found = _BESIDE.fullmatch(name)
    return int(found[2]) if found and found[2] else 0


def next_later(step: str, there: Iterable[str]) -> str:
    """The id of one more later thought about a step."""
    return later_id(step, max((number_of(name) for name in there if step_of(name) == step), default=0) + 1)


def later_of(step: str, names: Iterable[str]) -> tuple[str, ...]:
    """The later thoughts about a step, in the order in which they came."""
    return tuple(name for name in marks_and_later(step, names) if number_of(name))


def marks_and_later(step: str, names: Iterable[str]) -> tuple[str, ...]:
    """What stands beside a step: a mark first, then the later thoughts in order."""
    return tuple(sorted((name for name in names if step_of(name) == step and not is_brought(name)), key=number_of))


def marked(mark: Mark) -> Answer:
    """A mark, as it is kept."""
    return {"mark": mark}


def mark_in(answer: Answer | None) -> Mark | None:
    """The mark that is kept so, or nothing."""
    return mark_called((answer or {}).get("mark"))


def mark_called(name: object) -> Mark | None:
    """The mark of this name, or nothing."""
    return next((mark for mark in MARKS if mark == name), None)


def mark_words(mark: Mark) -> str:
    """A mark as it reads; it weighs nothing."""
    return {"same": _("Same for me"), "different": _("Different for me"), "surprised": _("Surprised me")}[mark]


def shown_mark(name: str, answer: Answer | None) -> tuple[Block, ...]:
    """Somebody's mark below the other's words; `name` is whose it is."""
    mark = mark_in(answer)
    return () if mark is None else (Listing((mark_words(mark),), label=name),)


def thought(step: Step, name: str) -> Write:
    """The step that takes a later thought about another step."""
    first = number_of(name) == 1
    return Write(
        id=name,
        title=_("A later thought") if first else _("One more later thought"),
        ask=step.ask,
        hint=_("Your first words stay as they are. This stands below them, and only you see it until you choose it for a paper."),
        long=True,
        sensitive=step.sensitive,
    )


def fits(name: str, answer: Answer, steps: Mapping[str, Step]) -> bool:
    """Whether this may stand beside one of these steps."""
    step = steps.get(step_of(name) or "")
    if step is None or not step.fields():
        return False
    if is_brought(name):
        return answer == BROUGHT
    if number_of(name):
        return answer.keys() == {"words"} and not thought(step, name).check(answer)
    return answer.keys() == {"mark"} and mark_in(answer) is not None
