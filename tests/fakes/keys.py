"""One's own key, pretended: the promises of the port without a cipher."""

from __future__ import annotations

from typing import Any

from workbook.couple.backups import Progress
from workbook.couple.people import PersonId
from workbook.couple.pin import TRIES
from workbook.trouble import Trouble


class FakeKeys:
    """What a pretend notebook knows of passphrases, codes and PINs; `unreached` are the backups it says it could not reach."""

    def __init__(self) -> None:
        self._secrets: dict[PersonId, str | None] = {}
        self._codes: dict[PersonId, str] = {}
        self._pins: dict[PersonId, tuple[str, int]] = {}
        self._emptied: set[PersonId] = set()
        self.unreached: tuple[str, ...] = ()

    def _check(self, person: PersonId, passphrase: str | None) -> None:
        secret = self._secrets[person]
        if secret and secret != passphrase:
            raise Trouble("wrong-passphrase")

    def change_passphrase(self, person: PersonId, old: str, new: str) -> tuple[str, ...]:
        self.space(person)
        self._check(person, old)
        self._secrets[person] = new
        return self.unreached

    def renew_keys(self, person: PersonId, old: str | None, new: str | None, progress: Progress | None = None) -> tuple[str, ...]:
        self.space(person)
        self._check(person, old)
        self._secrets[person] = new
        (progress or Progress()).go_on(1.0)
        self._codes.pop(person, None)
        self._pins.clear()
        return self.unreached

    def has_recovery(self, person: PersonId) -> bool:
        return person in self._codes

    def set_recovery(self, person: PersonId, passphrase: str, code: str | None) -> tuple[str, ...]:
        self.space(person)
        self._check(person, passphrase)
        self._codes.pop(person, None)
        if code is not None:
            self._codes[person] = code
        return self.unreached

    def recover(self, person: PersonId, code: str, new: str) -> tuple[str, ...]:
        if self._codes.get(person) != code:
            raise Trouble("wrong-code")
        self._secrets[person] = new
        self._come_in(person)
        return self.unreached

    def has_pin(self, person: PersonId) -> bool:
        return person in self._pins

    def set_pin(self, person: PersonId, digits: str | None) -> None:
        self._pins.pop(person, None)
        self.space(person)
        if digits is not None:
            self._pins[person] = (digits, TRIES)

    def unlock_with_pin(self, person: PersonId, digits: str) -> None:
        if person not in self._pins:
            raise Trouble("pin-gone")
        right, tries = self._pins[person]
        if digits == right:
            self._pins[person] = (right, TRIES)
            self._come_in(person)
        elif tries > 1:
            self._pins[person] = (right, tries - 1)
            raise Trouble("wrong-pin")
        else:
            del self._pins[person]
            raise Trouble("pin-gone")

    def space(self, person: PersonId) -> Any:
        raise NotImplementedError

    def _come_in(self, person: PersonId) -> None:
        raise NotImplementedError
