"""A recovery code: 160 bits in eight groups of four letters, and two more by which a slip of the pen shows."""

from __future__ import annotations

import secrets
from hashlib import blake2b
from typing import Final

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U: nothing in a code can be taken for something else."""

GROUPS: Final = 8
_MEANT: Final = str.maketrans({"I": "1", "L": "1", "O": "0"})


def new() -> tuple[str, ...]:
    """A code nobody has had before: eight groups of four, and the two that check them."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(4 * GROUPS))
    return (*(letters[at : at + 4] for at in range(0, 4 * GROUPS, 4)), _check(letters))


def read(typed: str) -> str | None:
    """The code as it is kept, however it was typed; nothing where something in it is not right."""
    letters = plain(typed)
    code, check = letters[: 4 * GROUPS], letters[4 * GROUPS :]
    return letters if len(code) == 4 * GROUPS and set(letters) <= set(LETTERS) and check == _check(code) else None


def plain(typed: str) -> str:
    """What was meant: capital letters without gaps, and O for zero or I for one forgiven."""
    return "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_MEANT)


def _check(letters: str) -> str:
    found = int.from_bytes(blake2b(letters.encode("ascii"), digest_size=2, person=b"workbook-code").digest())
    return LETTERS[found >> 5 & 31] + LETTERS[found & 31]
