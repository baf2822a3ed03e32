"""What every input shares, what can be picked, and the made-up words that samples are made of."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

Value = Any
"""A field's answer as plain JSON; its shape is told by the field's docstring. `None` is always "not answered"."""

SAMPLE_WORDS = (
    "The dishes, and how you turned away.",
    "Ich wurde ganz still – wie früher.",
    "I said it was fine. It was not fine.",
    "Żal mi, że wyszłam bez słowa.",
    "I wanted you to ask me one more time.",
)


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that can be picked; the `id` is stored, the `text` is read."""

    id: str
    text: str


class Input(Struct, frozen=True, kw_only=True):
    """One input on a page; `label` is read aloud and printed."""

    id: str
    label: str
