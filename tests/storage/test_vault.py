"""One vault: how it is opened, what it refuses, and what a save costs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.pool import Pool

from tests.storage import given
from tests.storage.given import SECRET, trouble
from workbook.couple.ports import Notebook
from workbook.storage import rows, vault
from workbook.storage.migrate import revisions, upgrade
from workbook.storage.vault import Vault, engine_for, new_vault

KEY = bytes(range(32))


def open_vault(path: Path, key: bytes, notebook: str) -> Vault:
    """A vault, without a notebook around it."""
    return Vault(path, key, notebook, lambda name, key: None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new vault's file."""
    with new_vault(tmp_path / "one.vault", KEY, "book") as connection:
        connection.execute(text("INSERT INTO setting VALUES ('a', '\"kept\"')"))
    return tmp_path / "one.vault"


def test_the_pragmas_are_what_was_decided(path: Path) -> None:
    opened = open_vault(path, KEY, "book")
    wanted = {
        "locking_mode": "exclusive",
        "journal_mode": "truncate",
        "synchronous": 3,
        "fullfsync": 1,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "temp_store": 2,
        "user_version": rows.SCHEMA,
        "application_id": rows.APPLICATION,
        "cipher_log_level": "NONE",
    }
    assert {name: opened.rows(text(f"PRAGMA {name}"))[0][0] for name in wanted} == wanted
    opened.close()


def test_a_new_vault_is_what_the_revisions_make(path: Path, tmp_path: Path) -> None:
    made = open_vault(path, KEY, "book")
    (tmp_path / "two.vault").touch()
    engine = engine_for(tmp_path / "two.vault", KEY)
    with engine.connect() as connection:
        upgrade(connection, 0)
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == rows.SCHEMA
        assert _schema(connection.execute(_SCHEMA).all()) == _schema(made.rows(_SCHEMA))
    engine.dispose()
    made.close()


def test_the_schema_version_is_the_last_revision() -> None:
    assert [int(revision.revision) for revision in revisions(0)] == list(range(1, rows.SCHEMA + 1))
    assert revisions(rows.SCHEMA) == []


def test_a_revision_that_fails_leaves_the_vault_as_it_was(path: Path) -> None:
    engine = engine_for(path, KEY)
    with engine.connect() as connection:
        before = connection.execute(_SCHEMA).all()
        with trouble("upgrade-failed"):
            upgrade(connection, 0)
        assert connection.execute(_SCHEMA).all() == before
    engine.dispose()
    open_vault(path, KEY, "book").close()


def test_an_older_vault_is_brought_up_to_date_when_it_is_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbook.storage import migrate

    class Next:
        @staticmethod
        def upgrade() -> None:
            from alembic import op

            op.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")

    monkeypatch.setattr(rows, "SCHEMA", 2)
    monkeypatch.setattr(migrate, "revisions", lambda version: [Next] if version == 1 else [])
    opened = open_vault(path, KEY, "book")
    assert opened.rows(text("SELECT * FROM later")) == []
    assert opened.rows(text("PRAGMA user_version"))[0][0] == 2
    assert opened.rows(text("PRAGMA foreign_keys"))[0][0] == 1
    assert [row.value for row in opened.rows(select(rows.setting.c.value))] == ["kept"]
    opened.close()


def test_a_newer_vault_is_refused_and_left_as_it_is(path: Path) -> None:
    with _inside(path) as connection:
        connection.exec_driver_sql("PRAGMA user_version=2")
        connection.exec_driver_sql("UPDATE meta SET value='9.9' WHERE key='needs'")
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir()))
    with trouble("notebook-newer") as raised:
        open_vault(path, KEY, "book")
    assert raised.value.params == {"version": "9.9"}
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda whole: b"",
    "short": lambda whole: whole[:100],
    "one page short": lambda whole: whole[:-4096],
    "half": lambda whole: whole[: len(whole) // 2],
    "salt flipped": lambda whole: bytes([whole[0] ^ 1]) + whole[1:],
    "first page flipped": lambda whole: whole[:2000] + bytes([whole[2000] ^ 1]) + whole[2001:],
    "noise": lambda whole: bytes(range(256)) * 64,
    "a plain database": lambda whole: b"SQLite format 3\0" + bytes(8176),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_vault_is_refused_and_left_as_it_is(path: Path, damage: Callable[[bytes], bytes]) -> None:
    path.write_bytes(damage(path.read_bytes()))
    before = path.read_bytes()
    with trouble("vault-damaged") as raised:
        open_vault(path, KEY, "book")
    assert raised.value.params == {"file": "one.vault"}
    assert path.read_bytes() == before


def test_no_flipped_bit_ever_shows_a_wrong_word(tmp_path: Path) -> None:
    path, kept = tmp_path / "one.vault", ["kept " * length for length in (1, 20, 190, 800, 1900, 4000, 4001)]
    with new_vault(path, KEY, "book") as connection:
        connection.execute(rows.setting.insert(), [{"key": str(at), "value": words} for at, words in enumerate(kept)])
    whole, said = path.read_bytes(), []
    for page in range(len(whole) // 4096):
        for at in (page * 4096 + 30, page * 4096 + 2500):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
            said.append(_read_all(path))
    assert [found for found in said if found not in ("vault-damaged", kept)] == []
    assert said.count("vault-damaged") > len(said) // 3


@pytest.mark.parametrize("pages_from_the_end", [1, 2], ids=["last of a long answer", "before the last"])
def test_a_damaged_page_takes_only_its_own_words(tmp_path: Path, pages_from_the_end: int) -> None:
    path = tmp_path / "one.vault"
    with new_vault(path, KEY, "book") as connection:
        for name in ("a", "b", "c"):
            connection.exec_driver_sql(f"INSERT INTO setting VALUES ('{name}', '\"{name * 9000}\"')")
    whole, words = path.read_bytes(), rows.setting.c.value
    at = len(whole) - pages_from_the_end * 4096 + 1000
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    opened = open_vault(path, KEY, "book")
    with trouble("vault-damaged"):
        opened.rows(select(words).where(rows.setting.c.key == "c"))
    assert opened.rows(select(words).where(rows.setting.c.key == "a"))[0].value == "a" * 9000
    _write(opened)
    opened.close()


def test_a_vault_of_another_notebook_is_refused(path: Path) -> None:
    with trouble("vault-damaged"):
        open_vault(path, KEY, "another book")


def test_a_missing_vault_is_told_apart_from_a_missing_folder(path: Path) -> None:
    with trouble("vault-damaged"):
        open_vault(path.with_name("none.vault"), KEY, "book")
    with trouble("folder-gone"):
        open_vault(path.parent / "gone" / "none.vault", KEY, "book")
    assert list(path.parent.iterdir()) == [path]


def test_an_sqlite_that_corrupts_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "LEAST_SQLITE", (99, 0, 0))
    with trouble("sqlite-too-old"):
        open_vault(path, KEY, "book")


def test_a_making_that_fails_leaves_no_file(tmp_path: Path) -> None:
    def broken() -> None:
        with new_vault(tmp_path / "x.vault", KEY, "book"):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert list(tmp_path.iterdir()) == []


def test_a_transaction_that_is_broken_off_changes_nothing(path: Path) -> None:
    opened = open_vault(path, KEY, "book")

    def broken() -> None:
        with opened.writing() as connection:
            connection.execute(text("DELETE FROM setting"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert len(opened.rows(select(rows.setting))) == 1
    opened.close()


def test_no_words_are_in_what_is_raised(path: Path) -> None:
    opened = open_vault(path, KEY, "book")
    with trouble("save-failed") as raised, opened.writing() as connection:
        connection.execute(rows.answer.insert().values(sitting="none", step="cue", author="mira", answer={"text": "the secret"}))
    shown = f"{raised.value!r} {raised.value.params} {raised.value.__cause__} {raised.value.__context__!r}"
    assert "secret" not in shown
    opened.close()


def test_a_removed_folder_is_noticed_before_a_save_is_acknowledged(path: Path) -> None:
    opened = open_vault(path, KEY, "book")
    _write(opened)  # from here on the journal is open, and writing would succeed, into nothing
    path.unlink()
    with trouble("folder-gone"):
        _write(opened)
    with trouble("folder-gone"):
        _write(opened)
    opened.close()


def test_a_folder_removed_before_the_first_save_is_noticed(path: Path) -> None:
    opened = open_vault(path, KEY, "book")
    path.unlink()
    with trouble("folder-gone"):
        _write(opened)
    opened.close()


def test_a_replaced_file_is_noticed_before_a_save_is_acknowledged(path: Path) -> None:
    opened = open_vault(path, KEY, "book")
    _write(opened)
    whole = path.read_bytes()
    path.unlink()
    path.write_bytes(whole)
    with trouble("folder-gone"):
        _write(opened)
    opened.close()
    assert _read_all(path) == ["kept", "written"]


def test_a_closed_vault_holds_no_key(path: Path) -> None:
    opened = open_vault(path, KEY, "book")
    opened.close()
    assert opened._key == bytearray()
    with trouble("locked"):
        opened.rows(select(rows.meta))


def test_there_is_one_connection_to_each_open_vault(two: Notebook) -> None:
    two.lock_all()
    with _counted(Pool, "connect") as connections:
        two.unlock("mira", SECRET["mira"])
        space = two.space("mira")
        space.start(given.alone())
        for number in range(5):
            space.save("own", "cue", given.text(str(number)))
        two.shared().sittings()
    assert len(connections) == 2


def test_a_save_is_three_statements_and_a_commit(two: Notebook) -> None:
    space = two.space("mira")
    space.start(given.alone())
    space.save("own", "cue", given.text("w"))
    for _waits in (True, False):  # whether the search has read the last one or not
        with _counted(Engine, "before_cursor_execute") as statements, _counted(Engine, "commit") as commits:
            space.save("own", "cue", given.text("x"))
        assert [call[2].split()[0] for call in statements] == ["BEGIN", "INSERT", "INSERT"]  # the last: the search is to read it
        assert len(commits) == 1
        space.read_words(1)


def test_a_page_of_answers_is_one_statement(two: Notebook) -> None:
    space = two.space("mira")
    space.start(given.alone())
    with _counted(Engine, "before_cursor_execute") as statements:
        space.answers("own")
        space.entries()
    assert len(statements) == 2 + 1  # the exercise itself, the first time


def test_opening_a_vault_of_today_does_not_import_alembic(two: Notebook) -> None:
    two.close()
    script = (
        "import sys\nfrom pathlib import Path\nfrom workbook.storage.notebooks import FolderNotebooks\n"
        "notebook = FolderNotebooks(Path(sys.argv[1])).open(Path(sys.argv[1]))\n"
        "notebook.unlock('mira', sys.argv[2])\nnotebook.space('mira').set('a', 'b')\n"
        "notebook.close()\nprint('alembic' in sys.modules, 'sqlalchemy.orm' in sys.modules)"
    )
    words = [sys.executable, "-c", script, str(two.folder), SECRET["mira"]]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


_SCHEMA = text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")


def _schema(found: Any) -> list[tuple[str, str, str, str]]:
    """The tables, without the way they were written down."""
    return [(kind, name, table, " ".join((sql or "").replace(" ,", ",").split())) for kind, name, table, sql in found]


@contextmanager
def _inside(path: Path) -> Iterator[Connection]:
    engine = engine_for(path, KEY)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@contextmanager
def _counted(target: Any, name: str) -> Iterator[list[tuple[Any, ...]]]:
    calls: list[tuple[Any, ...]] = []

    def note(*args: Any) -> None:
        calls.append(args)

    event.listen(target, name, note)
    try:
        yield calls
    finally:
        event.remove(target, name, note)


def _write(opened: Vault) -> None:
    with opened.writing() as connection:
        connection.execute(text("INSERT INTO setting SELECT count(*), '\"written\"' FROM setting"))


def _read_all(path: Path) -> str | list[str]:
    from workbook.trouble import Trouble

    try:
        opened = open_vault(path, KEY, "book")
    except Trouble as found:
        return found.code
    try:
        return [row.value for row in opened.rows(select(rows.setting.c.value))]
    except Trouble as found:
        return found.code
    finally:
        opened.close()
