"""Letters that nobody has to get: each under a key of its own, outside every vault and every backup, so that burning is for good.

A letter's key is wrapped under one that follows from its author's vault's, with the sitting and the step it belongs to; it lies in
a file of its own (see `letterfiles`). Order of writes: the words, then the key that says what they are.

Everyone who has come in has a few of these files, with nothing in them until they are needed: that there is one tells nothing
(G13).
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from workbook.content.step import Answer
from workbook.storage import letterfiles
from workbook.storage.causes import troubled
from workbook.storage.keys import KEY, new_key, unwrap, wrap
from workbook.storage.letterfiles import KEY as KEYFILE
from workbook.storage.letterfiles import WORDS
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

SPARE: Final = 3
"""How many letters somebody can write before the folder shows another file."""

_SHEET: Final = 16 * 1024
_LABEL: Final = 512
"""Bytes: words and keys are filled up to a multiple of these, so that their length tells little."""


class _Letter(NamedTuple):
    """A letter: its file's name, its key, what it belongs to (nothing for a spare one), and how often its key is wrapped."""

    name: str
    key: bytes
    sitting: str
    step: str
    ways: int


class Letters:
    """One person's letters. `bound` is what their keys are bound to; once their vault is closed all raise Trouble `locked`."""

    def __init__(self, folder: Path, vault: Vault, bound: str) -> None:
        self._folder, self._vault, self._bound = folder, vault, bound

    def of(self, sitting: str) -> dict[str, Answer]:
        """The letters of a sitting, by step. Raises Trouble `vault-damaged` where one cannot be read any more."""
        with troubled(self._folder):
            return {one.step: self._words(one) for one in self._mine() if one.sitting == sitting}

    def save(self, sitting: str, step: str, answer: Answer | None) -> None:
        """Keep a letter: on the disk when this returns. With nothing in it, it is burned."""
        if answer is None:
            self.burn(sitting, step)
            return
        with troubled(self._folder):
            mine = tuple(self._mine())
            there = next((one for one in mine if (one.sitting, one.step) == (sitting, step)), None)
            spare = next((one for one in mine if not one.sitting), _fresh())
            one = there or spare._replace(key=new_key())
            self._put_words(one, json.dumps(answer).encode("ascii"))
            if there is None:
                self._put_key(one._replace(sitting=sitting, step=step), (self._wrapping(),))

    def burn(self, sitting: str, step: str | None = None) -> None:
        """Destroy one letter of a sitting, or all of them."""
        with troubled(self._folder):
            letterfiles.sweep(self._folder)
            for one in tuple(self._mine()):
                if one.sitting == sitting and step in (None, one.step):
                    letterfiles.destroy(self._folder, one.name)
            self._make_room()

    def burn_all(self) -> None:
        """Destroy every letter of this person's, and the spare ones."""
        with troubled(self._folder):
            for one in tuple(self._mine()):
                letterfiles.destroy(self._folder, one.name)

    def settle(self) -> None:
        """Where a change of keys was cut short, wrap each key once again only; and keep a few spare ones ready."""
        with troubled(self._folder):
            self._only_once()
            self._make_room()

    def also_under(self, vault_key: bytes) -> None:
        """Before the keys change: wrap each letter's key under the new one as well."""
        with troubled(self._folder):
            for one in tuple(self._mine()):
                self._put_key(one, (self._wrapping(), _wrapping(vault_key)))

    def copied(self, folder: Path, vault_key: bytes, bound: str) -> None:
        """The same letters in another notebook that is being made, each under a key nobody has had."""
        with troubled(folder):
            for one in self._mine():
                if one.sitting:
                    anew, words = _fresh()._replace(sitting=one.sitting, step=one.step), self._words(one)
                    letterfiles.put(folder, anew.name, WORDS, _sealed(anew, json.dumps(words).encode("ascii"), bound))
                    letterfiles.put(folder, anew.name, KEYFILE, _wrapped(anew, (_wrapping(vault_key),), bound))

    def _only_once(self) -> None:
        for one in tuple(self._mine()):
            if one.ways > 1:
                self._put_key(one, (self._wrapping(),))

    def _make_room(self) -> None:
        mine = tuple(self._mine())
        for one in (one for one in mine if not (self._folder / (one.name + WORDS)).exists() and not one.sitting):
            self._put_words(one, b"null")
        for _more in range(SPARE - len(mine)):
            one = _fresh()
            self._put_key(one, (self._wrapping(),))
            self._put_words(one, b"null")

    def _mine(self) -> Iterator[_Letter]:
        wrapping = self._wrapping()
        for name in letterfiles.names(self._folder):
            one = opened(self._folder, name, wrapping, self._bound)
            if one is not None:
                yield one

    def _words(self, one: _Letter) -> Answer:
        return read(self._folder, one, self._bound)

    def _put_words(self, one: _Letter, words: bytes) -> None:
        letterfiles.put(self._folder, one.name, WORDS, _sealed(one, words, self._bound))

    def _put_key(self, one: _Letter, wrappings: tuple[bytes, ...]) -> None:
        letterfiles.put(self._folder, one.name, KEYFILE, _wrapped(one, wrappings, self._bound))

    def _wrapping(self) -> bytes:
        with self._vault.lent() as (_connection, key):
            return _wrapping(key)


def opened(folder: Path, name: str, wrapping: bytes, bound: str) -> _Letter | None:
    """A letter's key, where it is wrapped under this one."""
    try:
        ways = json.loads((folder / (name + KEYFILE)).read_bytes())["ways"]
    except (ValueError, TypeError, KeyError):
        return None
    for way in ways if isinstance(ways, list) else ():
        try:
            label = json.loads(unwrap(wrapping, bytes.fromhex(way), f"{bound}/{name}"))
            return _Letter(name, bytes.fromhex(label["key"]), label["sitting"], label["step"], len(ways))
        except (Trouble, ValueError, TypeError):
            continue
    return None


def read(folder: Path, one: _Letter, bound: str) -> Answer:
    """A letter's words. Raises Trouble `vault-damaged`."""
    path = folder / (one.name + WORDS)
    try:
        words: Answer = json.loads(unwrap(one.key, path.read_bytes(), f"{bound}/{one.name}/words"))
    except (FileNotFoundError, ValueError, Trouble):
        raise Trouble("vault-damaged", {"file": path.name}) from None
    return words


def whole(folder: Path, name: str, vault_key: bytes, bound: str) -> bool | None:
    """Whether a letter can be read with this vault's key; nothing where it belongs to somebody else."""
    one = opened(folder, name, _wrapping(vault_key), bound)
    if one is None:
        return None
    try:
        read(folder, one, bound)
    except Trouble:
        return False
    return True


def _fresh() -> _Letter:
    return _Letter(secrets.token_hex(8), new_key(), "", "", 1)


def _wrapping(vault_key: bytes) -> bytes:
    return blake2b(digest_size=KEY, key=vault_key, person=b"workbook-letter").digest()


def _sealed(one: _Letter, words: bytes, bound: str) -> bytes:
    return wrap(one.key, _filled(words, _SHEET), f"{bound}/{one.name}/words")


def _wrapped(one: _Letter, wrappings: tuple[bytes, ...], bound: str) -> bytes:
    label = json.dumps({"key": one.key.hex(), "sitting": one.sitting, "step": one.step}).encode("ascii")
    ways = [wrap(wrapping, _filled(label, _LABEL), f"{bound}/{one.name}").hex() for wrapping in wrappings]
    return json.dumps({"ways": ways}).encode("ascii")


def _filled(content: bytes, to: int) -> bytes:
    """With spaces behind it, which JSON does not mind."""
    return content.ljust(-(-len(content) // to) * to)
