"""What others could find: every byte on the disk (G15), and what a partner could count (G13)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from sqlalchemy import select, text

from tests.storage import given
from tests.storage.given import SECRET, common
from workbook.couple.ports import Notebook
from workbook.couple.sitting import Place
from workbook.storage import rows

CANARY = "kanarienvogel"
WRITER = f"""
import sys, time
from pathlib import Path
from workbook.content.compose import compose
from workbook.couple.people import Person
from workbook.couple.sealing import Half
from workbook.couple.sitting import Sitting
from workbook.storage.slots import KdfCost
from workbook.storage.notebooks import FolderNotebooks
folder = Path(sys.argv[1])
books = FolderNotebooks(folder, KdfCost(1, 8192))
notebook = books.create(folder, (Person("mira", "{CANARY} Mira", "boat", "sea"), Person("sam", "Sam", "leaf", "moss")))
notebook.begin("mira", "{CANARY} passphrase", name_on_door=False)
notebook.begin("sam", "{CANARY} other", name_on_door=False)
plain = {given.PLAIN!r}
plain["purpose"] = "{CANARY} purpose"
sitting = Sitting(id="first", exercise=compose(plain), mode="each", people=("mira", "sam"))
notebook.shared().invite(sitting)
for person in ("mira", "sam"):
    space = notebook.space(person)
    space.start(sitting)
    for number in range(30):
        space.save("first", f"s{{number}}", {{"text": "{CANARY} " * (1 + number * 50)}})
    space.set("theme", "{CANARY} setting")
    space.exported("{CANARY} what", "{CANARY} to", "00")
    notebook.seal(Half(sitting="first", author=person, openings={{"cue": {{"text": "{CANARY} cue"}}, "wish": None}}))
notebook.open_step("first", "cue")
notebook.shared().save("first", "name", "both", {{"text": "{CANARY} name"}})
notebook.shared().set_pause({{"until": "20:30", "sentence": "{CANARY}"}})
print("written", flush=True)
while True:
    space.save("first", "s1", {{"text": "{CANARY} " * 500}})
"""


def _found(*places: Path) -> list[str]:
    """Files with the canary in them, or in their names, as any encoding would write it."""
    spellings = [CANARY.encode(code) for code in ("utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be")]
    files = [path for place in places for path in place.rglob("*")]
    named = [path.name for path in files if CANARY in path.name]
    return named + [path.name for path in files if path.is_file() and any(word in path.read_bytes() for word in spellings)]


def test_g15_no_byte_on_the_disk_holds_a_word(tmp_path: Path) -> None:
    book, temporary = tmp_path / "book", tmp_path / "temporary"
    temporary.mkdir()
    surroundings = os.environ | {"TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary), "HOME": str(temporary)}
    root = str(Path(__file__).parents[2])
    words = [sys.executable, "-c", WRITER, str(book)]
    with subprocess.Popen(words, cwd=root, env=surroundings, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "written\n"
        assert _found(book, temporary) == []
        writer.kill()
        writer.wait()
    assert any(path.stat().st_size for path in book.glob("*-journal")) or (book / "shared.vault").stat().st_size > 4096
    assert _found(book, temporary) == []
    notebook = given.notebooks(book).open(book)
    notebook.unlock("mira", f"{CANARY} passphrase")
    assert notebook.space("mira").setting("theme") == f"{CANARY} setting"
    notebook.close()
    assert _found(book, temporary) == []


def test_the_canary_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(f"x {CANARY}")
    (tmp_path / "b").write_text(CANARY, encoding="utf-16")
    (tmp_path / CANARY).touch()
    assert sorted(_found(tmp_path)) == sorted([CANARY, "a", "b"])


def test_g13_private_things_change_nothing_that_the_other_can_read(two: Notebook) -> None:
    given.started(two)
    before = _seen_by_sam(two)
    mira = two.space("mira")
    for number in range(20):
        mira.start(given.alone(f"own{number}"))
        mira.save(f"own{number}", "cue", given.text("private " * 200))
        mira.go(f"own{number}", Place(0, 1), "set-aside")
        mira.set(f"journey{number}", "on")
        mira.exported("mine", "me", "00")
    mira.save("first", "cue", given.text("a draft"))
    mira.hold("first", frozenset({"cue"}))
    mira.go("first", Place(0, 1), "set-aside")
    assert _seen_by_sam(two) == before


def test_g13_no_time_stands_in_the_shared_vault(two: Notebook) -> None:
    given.sealed(two)
    two.open_step("first", "cue")
    two.shared().save("first", "name", "both", given.text("wave"))
    two.shared().go("first", Place(2, 0), "finished")
    columns = {column.name for table in rows.metadata.sorted_tables for column in table.columns}
    assert {name for name in columns if re.search(r"when|time|date|clock|_at$|^at$", name)} == {"at"}
    assert common(two).rows(select(rows.export)) == []
    written = "\n".join(
        str(tuple(row))
        for table in rows.metadata.sorted_tables
        for row in common(two).rows(select(table))
        if table is not rows.exercise
    )
    assert not re.search(r"\b(20\d\d-|1[6-9]\d{8})", written)


def test_g13_who_sealed_first_does_not_show(two: Notebook) -> None:
    orders = (("mira", "sam"), ("sam", "mira"))
    for number, order in enumerate(orders):
        given.started(two, f"s{number}")
        for person in order:
            two.seal(given.half(person, f"s{number}"))
    found = common(two).rows(select(rows.commitment.c.sitting, rows.commitment.c.author, rows.commitment.c.step))
    written = {name: [tuple(row)[1:] for row in found if row.sitting == name] for name in ("s0", "s1")}
    assert written["s0"] == written["s1"]
    tables = common(two).rows(text("SELECT wr FROM pragma_table_list WHERE name IN ('commitment', 'opened')"))
    assert [row.wr for row in tables] == [1, 1]  # no row numbers either


def test_nothing_readable_shows_who_wrote_what_kind_of_vault(two: Notebook) -> None:
    names = sorted(path.name for path in two.folder.glob("*.vault"))
    assert len(names) == 3
    assert all(re.fullmatch(r"shared\.vault|[0-9a-f]{16}\.vault", name) for name in names)
    assert not any(SECRET[person].encode() in path.read_bytes() for person in SECRET for path in two.folder.iterdir())


def _seen_by_sam(notebook: Notebook) -> dict[str, bytes]:
    """Every byte of what Sam's keys open besides Sam's own vault."""
    return {name: (notebook.folder / name).read_bytes() for name in ("shared.vault", "keys.json", "keys.json.bak")}
