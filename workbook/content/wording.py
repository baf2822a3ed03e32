"""The rules about words: what an author may not leave empty, may not mark up, and may not ask of anybody."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from workbook.content.exercise import Exercise
from workbook.content.fault import Fault, Spot, quoted

Found = Iterator[Fault]

NAMES = ("{me}", "{partner}")
"""What stands for the two names; in steps and reveals only, as a list of exercises is read before anybody has begun one."""

_NOT_READ_ALOUD = ("therapist_note", "sources", "evidence")
_MAY_BE_EMPTY = (
    "short",
    "not_for",
    "sensitive",
    "lines",
    "lands",
    "carries",
    "of",
    "depth",
    "topics",
    "items",
    "exits",
    "about",
    "review",
    "reversed",
)
_BRACES = re.compile(r"\{[^{}]*\}?|\}")
_MARKUP = re.compile(r"</?[A-Za-z!?][^>]*>?|&#?\w{1,31};|https?://")
_VERDICT = re.compile(r"(?:^|[.!?:]\s+|\n[ \t]*(?:- )?)(your partner is)\b", re.IGNORECASE)

_OTHERS = r"(?:(?:my|their|his|her|the other['’]s|each other['’]s|\w+['’]s|\{\w+\}['’]s)\s+(?:[\w'’]+\s+)?)"
_ANYONES = rf"(?:your\s+(?:[\w'’]+\s+)?|{_OTHERS})"
_DEVICE = r"(?:phone|mobile|messages|texts|chats?|e-?mails?|inbox|call log|browser|search history)\b"
_LOOKING = r"(?:check|read|see|search|inspect|access|look(?:ing)? (?:through|into)|go(?:ing)? through)\w*\s+"
_WATCHING = re.compile(
    "|".join(
        (
            r"\bpass(?:word|code)s?\b",
            r"\b(?:log-?in|sign-?in) (?:details|data|names?)\b",
            r"\bPIN (?:codes?|numbers?)\b",
            r"\bGPS\b",
            r"\b(?:location|phone|live)[ -](?:sharing|tracking|checks?)\b",
            rf"\b(?:shar|send|track|giv|see|know|follow|check)\w*\s+{_ANYONES}(?:location|whereabouts)\b",
            r"\b(?:track|spy|snoop|monitor)\w*\s+(?:on\s+|where\s+)?(?:your partner|each other|they\b|\{partner\}|\{me\})",
            rf"\b{_LOOKING}{_OTHERS}{_DEVICE}",
            rf"\b(?:let|may|can|allow)\b[^.?!]{{0,40}}\b{_LOOKING}your\s+{_DEVICE}",
            rf"\b(?:unlock|show|hand(?:ing)? over)\w*\s+(?:(?:me|you|them|each other|\{{\w+\}})\s+)?{_ANYONES}{_DEVICE}",
        )
    ),
    re.IGNORECASE,
)


def _texts(exercise: Exercise) -> Iterator[tuple[Spot, object]]:
    """Every value an author wrote, text or empty list, with its spot; lists and keys are walked, so that nothing is missed."""
    waiting: list[tuple[Spot, object]] = [((), json.loads(exercise.source))]
    while waiting:
        spot, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*spot, key), inside) for key, inside in value.items()]
        elif isinstance(value, list) and value:
            waiting += [((*spot, place), inside) for place, inside in enumerate(value)]
        elif isinstance(value, (str, list)):
            yield spot, value


def _read_aloud(exercise: Exercise) -> Iterator[tuple[Spot, str]]:
    return ((spot, text) for spot, text in _texts(exercise) if isinstance(text, str) and spot[0] not in _NOT_READ_ALOUD)


def nothing_is_left_empty(exercise: Exercise) -> Found:
    """A key that is written has something in it."""
    for spot, value in _texts(exercise):
        if not (value.strip() if isinstance(value, str) else value or spot[-1] in _MAY_BE_EMPTY):
            name = next(key for key in reversed(spot) if isinstance(key, str))
            yield Fault(
                at=spot, found=f"`{name}` is empty.", instead="Write something, or take the key out where it is not needed."
            )


def placeholders_are_names(exercise: Exercise) -> Found:
    """Braces hold one of the two names, in a step or a reveal, and nothing else."""
    for spot, text in _texts(exercise):
        for found in _BRACES.findall(text) if isinstance(text, str) else ():
            if found not in NAMES:
                yield Fault(
                    at=spot, found=f"{quoted(found)} stands for nothing.", instead="Write `{me}` or `{partner}`, or no braces."
                )
            elif spot[0] != "parts":
                yield Fault(
                    at=spot,
                    found=f"{quoted(found)} is not known here yet.",
                    instead="Write it without a name; names are known in steps and reveals.",
                )


def texts_are_plain(exercise: Exercise) -> Found:
    """No markup but paragraphs, *emphasis* and lists: anything else would be printed as it stands."""
    for spot, text in _texts(exercise):
        found = _MARKUP.search(text) if isinstance(text, str) and spot[0] != "sources" else None
        if found:
            yield Fault(
                at=spot,
                found=f"Here is markup, {quoted(found[0])}.",
                instead="Write plain words; *stars* around a word make it stand out.",
            )


def nobody_is_watched(exercise: Exercise) -> Found:
    """No exercise asks for passwords, a place on a map, or a look into somebody's phone (G29). It knows English words only."""
    for spot, text in _read_aloud(exercise):
        yield from watching(spot, text)


def watching(spot: Spot, text: str) -> Found:
    """The same of one text, whatever it stands in."""
    found = _WATCHING.search(text)
    if found:
        yield Fault(
            at=spot,
            found=f"This speaks of {quoted(found[0])}.",
            instead="Leave it out, even as a warning: trust grows from what people do freely, so no exercise names passwords, "
            "locations or phones to look into.",
        )


def nobody_is_judged(exercise: Exercise) -> Found:
    """No sentence begins "your partner is" (G7)."""
    for spot, text in _read_aloud(exercise):
        found = _VERDICT.search(text)
        if found:
            yield Fault(
                at=spot,
                found=f"A sentence begins with {quoted(found[1])}.",
                instead="Say what was seen or felt, not what somebody is.",
            )
