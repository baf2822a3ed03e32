"""`keys.json`: who is in a notebook, how each comes in, and what is wrapped for them. Read before anything is unlocked.

It is written twice, `keys.json` and then `keys.json.bak`, each whole; the newest that is sound counts. A change that also replaces
vaults lists them in `moves`: writing it is the one moment at which the change happens, and `settle` finishes it after a kill.
Each change counts `revision` up, so that a first copy that is older than the second one was put there by somebody else.
"""

from __future__ import annotations

import json
import re
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from workbook.couple.people import Door, PersonId
from workbook.paths import small
from workbook.storage import files
from workbook.storage.refusals import of_system, refusals
from workbook.storage.slots import Slot
from workbook.trouble import Trouble

FORMAT: Final = 1
MAIN, COPY = "keys.json", "keys.json.bak"
SHARED: Final = "shared.vault"
_MOST_BYTES: Final = 1024 * 1024
_VAULT: Final = re.compile(r"(shared|[0-9a-f]{16})\.vault")
_PART: Final = re.compile(r"(shared|[0-9a-f]{16})\.vault\.[0-9a-f]{16}\.part")
_LEFT: Final = re.compile(rf"{_PART.pattern}(-journal)?|keys\.json(\.bak)?\.part|probe\.part")


class Member(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One person as `keys.json` knows them. `vault` and `vault_key` (wrapped) are there once they have begun.

    `name` is ASCII JSON, and only there if they wish; `shared_key` is sealed to them; `identity`, which signs, is wrapped. Somebody
    who has emptied their space has no way in at all until they begin anew.
    """

    id: PersonId
    picture: str
    colour: str
    name: str | None = None
    begun: bool = False
    slots: tuple[Slot, ...]
    shared_key: bytes
    vault: str | None = None
    vault_key: bytes = b""
    identity: bytes = b""

    def slot(self) -> Slot:
        """The way in that they use. Raises Trouble `partner-first` where there is none."""
        if not self.slots:
            raise Trouble("partner-first")
        return self.slots[0]

    def recovery(self) -> Slot | None:
        """The way in with a printed code, where they made one."""
        return next((slot for slot in self.slots if slot.kind == "recovery"), None)

    def protected(self) -> bool:
        """Whether none of the ways in stands open."""
        return all(slot.kind != "open" for slot in self.slots)

    def door(self) -> Door:
        """What shows of them."""
        name = None if self.name is None else str(json.loads(self.name))
        return Door(self.id, self.picture, self.colour, name, self.begun, self.begun and self.protected(), not self.slots)


class Keys(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `keys.json`; `needs` is the oldest program that can read it, `moves` maps finished parts to their names.

    `following` says that backups and old vaults do not follow a change of keys yet.
    """

    format: int = FORMAT
    needs: str
    notebook: str
    people: tuple[Member, ...]
    moves: dict[str, str] = {}
    following: bool = False
    revision: int = 0

    def changed(self, **to: Any) -> Keys:
        """These keys after a change."""
        return replace(self, revision=self.revision + 1, **to)

    def member(self, person: PersonId) -> Member:
        """One of the people. Raises `KeyError`."""
        for member in self.people:
            if member.id == person:
                return member
        raise KeyError("nobody of that id is in this notebook")

    def doors(self) -> tuple[Door, ...]:
        """Who could come in, in the order they were named."""
        return tuple(member.door() for member in self.people)

    def bound(self, person: PersonId, purpose: str) -> str:
        """What a wrapped secret is bound to."""
        return f"{self.notebook}/{person}/{purpose}"


def without_way_in(member: Member) -> Member:
    """Somebody whose keys are gone: nothing opens their vault any more, nor the shared one for them."""
    return replace(member, begun=False, name=None, slots=(), shared_key=b"", vault=None, vault_key=b"", identity=b"")


def lies_in(folder: Path) -> bool:
    """Whether a notebook's keys are in a folder."""
    try:
        return any((folder / name).is_file() for name in (MAIN, COPY))
    except OSError:  # a name that no folder can have, or a folder that cannot be looked into
        return False


def read(folder: Path) -> Keys:
    """The newest sound copy. Raises Trouble `no-notebook`, `keys-damaged`, `notebook-newer`."""
    if not lies_in(folder):
        raise Trouble("no-notebook")
    found = _copies(folder)
    # Two notebooks' keys in one folder: to go on would write the wrong ones over the right ones, and nothing would open any more.
    if len({keys.notebook for keys in found}) != 1:
        raise Trouble("keys-damaged")
    return max(found, key=lambda keys: keys.revision)


def put_back(folder: Path) -> Keys | None:
    """The first copy where the second one is newer: the program itself never leaves it so."""
    found = _copies(folder)
    return found[0] if len(found) > 1 and found[0].revision < found[1].revision else None


def is_sound(path: Path) -> bool:
    """Whether one copy can be read."""
    try:
        return _read(path) is not None
    except OSError:
        return False


def write(folder: Path, keys: Keys) -> None:
    """Write the first copy: from here on it is true, and `settle` does the rest. Raises Trouble `disk-full`, `read-only`."""
    with refusals():
        files.write_whole(folder / MAIN, encoded(keys))


def settle(folder: Path, keys: Keys) -> None:
    """Do what `write` left to do, or a kill: the second copy first, then the moves. Where all is done it writes nothing."""
    with refusals():
        content = encoded(keys)
        for name in (MAIN, COPY):
            if not _holds(folder / name, content):
                files.write_whole(folder / name, content)
        for part, name in keys.moves.items():
            if (folder / part).exists():
                # An old journal beside a new vault would be played back into it.
                (folder / f"{name}-journal").unlink(missing_ok=True)
                files.move(folder / part, folder / name)


def sweep(folder: Path) -> None:
    """Remove what was being made when a process died; after `settle`, when all of a finished change is in its place."""
    with refusals():
        for left in folder.iterdir():
            if _LEFT.fullmatch(left.name):
                left.unlink()


def encoded(keys: Keys) -> bytes:
    """What the file holds."""
    content: dict[str, Any] = msgspec.to_builtins(keys)
    return json.dumps({"checksum": _checksum(content), "keys": content}, indent=1).encode("ascii")


def _checksum(content: object) -> str:
    plain = json.dumps(content, sort_keys=True, separators=(",", ":")).encode("ascii")
    return blake2b(plain, digest_size=32, person=b"workbook-keys-1").hexdigest()


def _holds(path: Path, content: bytes) -> bool:
    try:
        return small(path, len(content) + 1) == content
    except FileNotFoundError:
        return False


def _copies(folder: Path) -> list[Keys]:
    found, refused = [], None
    for name in (MAIN, COPY):
        try:
            keys = _read(folder / name)
        except OSError as error:
            keys, refused = None, error
        if keys is not None:
            found.append(keys)
    if refused is not None and not found:
        raise of_system(refused)  # a disk that refuses is told as that, not as damage
    return found


def _read(path: Path) -> Keys | None:
    """One copy, or nothing if it is not there or not sound."""
    content = _content(path)
    if content is None:
        return None
    if isinstance(content.get("format"), int) and content["format"] > FORMAT:
        raise Trouble("notebook-newer", {"version": str(content.get("needs", ""))})
    try:
        keys = msgspec.convert(content, Keys)
    except msgspec.ValidationError:
        return None
    return keys if _sound(keys) else None


def _content(path: Path) -> dict[str, Any] | None:
    try:
        found = small(path, _MOST_BYTES + 1)
        whole = json.loads(found) if len(found) <= _MOST_BYTES else None
    except FileNotFoundError:
        return None
    except (ValueError, RecursionError):
        return None
    if not isinstance(whole, dict) or not isinstance(whole.get("keys"), dict):
        return None
    content: dict[str, Any] = whole["keys"]
    return content if whole.get("checksum") == _checksum(content) else None


def _sound(keys: Keys) -> bool:
    """A checksum is no signature: no name in here may lead out of the folder, and everyone needs a way in."""
    people = all(not member.begun or (member.slots and _VAULT.fullmatch(member.vault or "")) for member in keys.people)
    moves = all(_PART.fullmatch(part) and _VAULT.fullmatch(name) for part, name in keys.moves.items())
    return bool(keys.people) and people and moves
