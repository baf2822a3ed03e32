"""The PIN for a sitting: in memory alone, short, with few tries, and gone as soon as anything is wrong (G12)."""

from __future__ import annotations

from typing import Final, NamedTuple

from nacl.signing import SigningKey

from workbook.couple.pin import TRIES
from workbook.storage.keys import KEY, locked, unlocked
from workbook.storage.slots import KdfCost
from workbook.trouble import Trouble

COST: Final = KdfCost(2, 32 * 1024 * 1024)
"""Less than a passphrase costs: nothing of it is on the disk, and after a few tries it is gone."""

_BOUND: Final = "sitting"


class Opened(NamedTuple):
    """What opens one person's seat: the key of their vault, what signs for them, the key of the shared vault. Not their root."""

    vault: bytes
    signing: SigningKey
    shared: bytes


class Pin:
    """Somebody's seat behind a few digits."""

    def __init__(self, opened: Opened, digits: str) -> None:
        self._slot = locked(opened.vault + bytes(opened.signing) + opened.shared, digits, COST, _BOUND)
        self.tries = TRIES

    def opened(self, digits: str) -> Opened:
        """What lies behind it. Raises Trouble `wrong-pin`, and takes one try."""
        self.tries -= 1
        try:
            whole = unlocked(self._slot, digits, _BOUND)
        except Trouble as trouble:
            if trouble.code == "wrong-passphrase":
                raise Trouble("wrong-pin" if self.tries > 0 else "pin-gone") from None
            raise
        self.tries = TRIES
        return Opened(whole[:KEY], SigningKey(whole[KEY : 2 * KEY]), whole[2 * KEY :])
