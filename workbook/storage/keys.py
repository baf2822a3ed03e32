"""Keys: a passphrase opens a slot, a slot gives a person's root, the root gives everything else of theirs.

All keys are 32 bytes. Wrapped means XChaCha20-Poly1305 bound to the notebook, the person and the purpose, so that nothing can be
moved to another place; sealed means for one person's public key.
"""

from __future__ import annotations

import secrets
import unicodedata
from hashlib import blake2b
from typing import Final

from msgspec.structs import replace
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.pwhash import argon2id
from nacl.secret import Aead
from nacl.signing import SigningKey

from workbook.storage.slots import LEAST_MEMORY, KdfCost, Slot
from workbook.trouble import Trouble

KEY: Final = 32
_MOST_MEMORY: Final = 1024 * 1024 * 1024
_MOST_PASSES: Final = 12


class Root:
    """One person's root key while they are unlocked, or their identity, and what follows from it.

    The identity is a key of its own, wrapped under the root: it signs, and lives on when the root is made anew.
    """

    def __init__(self, root: bytes) -> None:
        if len(root) != KEY:
            raise Trouble("keys-damaged")
        self._root = bytearray(root)

    @classmethod
    def new(cls) -> Root:
        """A root nobody has had before."""
        return cls(secrets.token_bytes(KEY))

    def in_slot(self, passphrase: str | None, cost: KdfCost, bound: str) -> Slot:
        """This root behind a passphrase, or in an open slot where there is none."""
        if not passphrase:
            return Slot(kind="open", secret=bytes(self._root))
        return locked(bytes(self._root), passphrase, cost, bound)

    def in_recovery(self, code: str, cost: KdfCost, bound: str) -> Slot:
        """This root behind a printed code."""
        return replace(locked(bytes(self._root), code, cost, bound), kind="recovery")

    def wrapped(self, key: bytes, bound: str) -> bytes:
        """This one under another's key."""
        return wrap(key, bytes(self._root), bound)

    def wrapping(self) -> bytes:
        """The key that wraps the key of this person's vault."""
        return self._derive(b"workbook-wrap")

    def signing(self) -> SigningKey:
        """What signs this person's commitments."""
        return SigningKey(self._derive(b"workbook-sign"))

    def verify(self) -> bytes:
        """The public half of `signing`."""
        return bytes(self.signing().verify_key)

    def public(self) -> bytes:
        """What others seal to, for this person alone."""
        return bytes(PrivateKey(self._derive(b"workbook-box")).public_key)

    def unseal(self, sealed: bytes) -> bytes:
        """What was sealed to `public`. Raises Trouble `keys-damaged`."""
        try:
            return SealedBox(PrivateKey(self._derive(b"workbook-box"))).decrypt(sealed)
        except (CryptoError, ValueError, TypeError):
            raise Trouble("keys-damaged") from None

    def drop(self) -> None:
        """Overwrite the root; Python's own short-lived copies are beyond reach."""
        self._root[:] = bytes(KEY)

    def _derive(self, purpose: bytes) -> bytes:
        return blake2b(digest_size=KEY, key=bytes(self._root), person=purpose).digest()


def root_in(slot: Slot, passphrase: str | None, bound: str) -> Root:
    """The root behind a slot. Raises Trouble `wrong-passphrase`, `keys-damaged`, `memory-short`."""
    if slot.kind == "open":
        return Root(slot.secret)
    return Root(unlocked(slot, passphrase, bound))


def locked(secret: bytes, word: str, cost: KdfCost, bound: str) -> Slot:
    """A secret behind a word that somebody types. Raises Trouble `memory-short`."""
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    key, paid = _derived_within_memory(word, salt, cost)
    return Slot(kind="passphrase", secret=wrap(key, secret, bound), salt=salt, cost=paid)


def unlocked(slot: Slot, word: str | None, bound: str) -> bytes:
    """What `locked` locked. Raises Trouble `wrong-passphrase`, `keys-damaged`, `memory-short`."""
    if slot.cost is None or not _bearable(slot.cost) or len(slot.salt) != argon2id.SALTBYTES:
        raise Trouble("keys-damaged")
    if not word:
        raise Trouble("wrong-passphrase")
    key = _derived(word, slot.salt, slot.cost)
    if key is None:
        raise Trouble("memory-short")
    try:
        return Aead(key).decrypt(slot.secret, bound.encode())
    except CryptoError:
        raise Trouble("wrong-passphrase") from None
    except (ValueError, TypeError):
        raise Trouble("keys-damaged") from None


def new_key() -> bytes:
    """A key for a vault."""
    return secrets.token_bytes(KEY)


def wrap(key: bytes, secret: bytes, bound: str) -> bytes:
    """A secret under a key, bound to the place it is for."""
    return bytes(Aead(key).encrypt(secret, bound.encode()))


def unwrap(key: bytes, wrapped: bytes, bound: str) -> bytes:
    """What `wrap` wrapped. Raises Trouble `keys-damaged`."""
    try:
        return Aead(key).decrypt(wrapped, bound.encode())
    except (CryptoError, ValueError, TypeError):
        raise Trouble("keys-damaged") from None


def seal_to(public: bytes, secret: bytes) -> bytes:
    """A secret that only the holder of `public`'s other half can read."""
    return SealedBox(PublicKey(public)).encrypt(secret)


def _bearable(cost: KdfCost) -> bool:
    """Whether a slot may ask for this; a forged file could ask for all the memory there is."""
    in_reach = argon2id.MEMLIMIT_MIN <= cost.memory <= _MOST_MEMORY
    return in_reach and argon2id.OPSLIMIT_MIN <= cost.passes <= _MOST_PASSES


def _derived(passphrase: str, salt: bytes, cost: KdfCost) -> bytes | None:
    """The key a passphrase gives, or nothing where the memory for it cannot be had."""
    normal = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return argon2id.kdf(KEY, normal, salt, opslimit=cost.passes, memlimit=cost.memory)
    except (CryptoError, MemoryError):
        return None


def _derived_within_memory(passphrase: str, salt: bytes, cost: KdfCost) -> tuple[bytes, KdfCost]:
    while (key := _derived(passphrase, salt, cost)) is None:
        if cost.memory // 2 < LEAST_MEMORY:
            raise Trouble("memory-short")
        cost = KdfCost(cost.passes, cost.memory // 2)
    return key, cost
