"""Sealing: what of a half will open, and the bytes that are committed to, so that nothing changes after the other's was seen.

A commitment is BLAKE2b-256 over sitting, step, author, a 32-byte nonce and the answer's bytes; storage signs it with the author's
Ed25519 key. Committing before seeing is the ordinary commit-and-reveal scheme.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b

from msgspec import Struct

from workbook.content.step import Answer
from workbook.couple.people import PersonId


class Half(Struct, frozen=True, kw_only=True):
    """One person's half of a sitting's part, as they let it open: every listed step, `None` where held back or skipped."""

    sitting: str
    author: PersonId
    openings: Mapping[str, Answer | None]


class Commitment(Struct, frozen=True, kw_only=True):
    """What the shared vault holds of a sealed step until the reveal: a digest and its signature, and no time."""

    sitting: str
    step: str
    author: PersonId
    digest: bytes
    signature: bytes


def answer_bytes(answer: Answer | None) -> bytes:
    """An answer as it is stored and committed to: JSON in ASCII, so that even a lone surrogate comes back as typed."""
    return json.dumps(answer, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode("ascii")


def digest(sitting: str, step: str, author: PersonId, nonce: bytes, answer: bytes) -> bytes:
    """The 32 bytes an author signs; each piece is length-prefixed, so that no two readings give the same bytes."""
    state = blake2b(digest_size=32, person=b"workbook-seal-1")
    for piece in (sitting.encode(), step.encode(), author.encode(), nonce, answer):
        state.update(len(piece).to_bytes(8, "big"))
        state.update(piece)
    return state.digest()


def listed(answers: Mapping[str, Answer | None], steps: tuple[str, ...], held: frozenset[str]) -> dict[str, Answer | None]:
    """What will open of a half: every listed step, with nothing where it was held back or skipped."""
    return {step: None if step in held else answers.get(step) for step in steps}
