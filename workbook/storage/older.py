"""An older `keys.json` put back over a newer one, and with it older passphrases: noticed, told, and gone on with if that is wished.

Each change of keys counts `revision` up, and every vault that is open then remembers it in its `meta`. A whole notebook that is put
back agrees with itself and is nothing to tell of. Nobody is locked out by this: who has only the older file goes on with it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from workbook.couple.people import PersonId
from workbook.storage import rows
from workbook.storage.keyfile import SHARED, Keys
from workbook.storage.keys import root_in, unwrap
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

_KEY: Final = "keys"


def seen_by(vault: Vault) -> int:
    """The newest keys a vault has been opened with."""
    found = vault.row(select(rows.meta.c.value).where(rows.meta.c.key == _KEY))
    return int(found.value) if found is not None and found.value.isdecimal() else 0


def remember(keys: Keys, *vaults: Vault) -> None:
    """Let vaults know of the keys of now; where they do, nothing is written."""
    row = insert(rows.meta).values(key=_KEY, value=str(keys.revision))
    for vault in vaults:
        if seen_by(vault) < keys.revision:
            with vault.writing() as connection:
                connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": row.excluded.value}))


def fits(folder: Path, keys: Keys, person: PersonId, passphrase: str | None) -> bool:
    """Whether these keys, with this passphrase, open somebody's vault and the shared one as they lie there now."""
    member = keys.member(person)
    if not member.begun:
        return False
    try:
        root = root_in(member.slot(), passphrase, keys.bound(person, "root"))
        try:
            mine = unwrap(root.wrapping(), member.vault_key, keys.bound(person, "vault"))
            opening = {str(member.vault): mine, SHARED: root.unseal(member.shared_key)}
        finally:
            root.drop()
        return all(_seen_in(folder / name, key, keys.notebook) <= keys.revision for name, key in opening.items())
    except Trouble as trouble:
        if trouble.code in ("wrong-passphrase", "vault-damaged", "keys-damaged"):
            return False
        raise


def _seen_in(path: Path, key: bytes, notebook: str) -> int:
    vault = Vault(path, key, notebook, _not_now)
    try:
        return seen_by(vault)
    finally:
        vault.close()


def _not_now(name: str, key: bytes) -> None:
    raise Trouble("vault-damaged", {"file": name})
