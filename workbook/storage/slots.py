"""The ways in as `keys.json` holds them, and what a guess costs: plain facts, readable before anything is unlocked."""

from __future__ import annotations

import os
from typing import Final, Literal

from msgspec import Struct

_MIB: Final = 1024 * 1024
LEAST_MEMORY: Final = 64 * _MIB
"""Bytes that a new slot asks for at the least, however little memory the machine has."""


class KdfCost(Struct, frozen=True):
    """What one guess at a passphrase costs: passes over `memory` bytes (Argon2id)."""

    passes: int
    memory: int

    @classmethod
    def usual(cls) -> KdfCost:
        """Three passes over 256 MiB; over less, but never under 64, where the machine has little memory."""
        return cls(3, max(LEAST_MEMORY, min(256 * _MIB, _machine_memory() // 8)))


class Slot(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to a person's root: `open` holds it as it is, `passphrase` and `recovery` (a printed code) hold it wrapped."""

    kind: Literal["open", "passphrase", "recovery"]
    secret: bytes
    salt: bytes = b""
    cost: KdfCost | None = None


def _machine_memory() -> int:
    """The machine's memory in bytes; plenty where it will not say."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return 1 << 40
