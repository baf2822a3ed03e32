"""Letters: each under a key of its own, in no vault and no backup, so that burning one is for good (S2, G13, G14, G15, G18)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.fakes.notebook import FakeNotebooks
from tests.privacy.search import traces
from tests.storage import given
from tests.storage.given import MIRA, SAM, SECRET, alone, notebooks, private, reopened, text, trouble
from workbook.content.compose import compose
from workbook.couple.backups import Progress
from workbook.couple.belongings import Belongings, Kept
from workbook.couple.ports import Notebook, Notebooks
from workbook.couple.sitting import Place, Sitting
from workbook.storage import keyfile, letterfiles, letters, rows
from workbook.storage.letters import SPARE
from workbook.storage.verify import Verifying

CANARY = "kanárek v dopise"
TODAY = date(2026, 3, 3)
NEW = "eleven paper boats"
EXERCISE = compose(
    {
        **given.PLAIN,
        "id": "letters",
        "who": ["alone"],
        "parts": [{"alone": [{"kind": "letter", "id": "cue", "title": "Letter", "ask": "What do you want to say?"}]}],
    }
)
KINDS: dict[str, Callable[[Path], Notebooks]] = {"real": notebooks, "in memory": FakeNotebooks}


@pytest.fixture(params=KINDS)
def books(request: pytest.FixtureRequest, tmp_path: Path) -> Notebooks:
    """Notebooks of either kind."""
    return KINDS[request.param](tmp_path / "usual")


@pytest.fixture
def either(books: Notebooks, tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of two, with a sitting of Mira's own."""
    notebook = books.create(tmp_path / "book", (MIRA, SAM))
    for person, passphrase in SECRET.items():
        notebook.begin(person, passphrase, name_on_door=False)
    notebook.space("mira").start(alone())
    yield notebook
    notebook.close()


@pytest.fixture
def written(two: Notebook) -> Notebook:
    """Mira has written a letter."""
    two.space("mira").start(alone())
    two.space("mira").save_letter("own", "cue", text(CANARY))
    return two


def shown(folder: Path) -> list[tuple[str, int, float]]:
    """What a folder shows of its letters: kind, size, time."""
    return sorted(
        (path.suffix, path.stat().st_size, path.stat().st_mtime) for path in folder.iterdir() if path.suffix.startswith(".letter")
    )


# both kinds of notebook


def test_it_is_read_again_and_is_no_answer(either: Notebook) -> None:
    space = either.space("mira")
    space.save_letter("own", "cue", text("first"))
    space.save_letter("own", "cue", text("second"))
    assert space.letters("own") == {"cue": text("second")}
    assert space.answers("own") == {}
    assert space.letters("another") == {}
    assert either.space("sam").letters("own") == {}


def test_with_nothing_in_it_it_is_burned(either: Notebook) -> None:
    space = either.space("mira")
    space.save_letter("own", "cue", text("words"))
    space.save_letter("own", "wish", text("other words"))
    space.save_letter("own", "cue", None)
    assert space.letters("own") == {"wish": text("other words")}
    space.save_letter("own", "cue", None)


@pytest.mark.parametrize(
    "delete",
    [
        lambda notebook: notebook.space("mira").delete_answer("own", "cue"),
        lambda notebook: notebook.space("mira").delete("own"),
        lambda notebook: notebook.take_back("mira", "own", "cue"),
        lambda notebook: notebook.leave_sitting("mira", "own"),
    ],
)
def test_g19_deleting_an_answer_or_a_sitting_burns_its_letter(either: Notebook, delete: Callable[[Notebook], object]) -> None:
    either.space("mira").save_letter("own", "cue", text("words"))
    delete(either)
    assert either.space("mira").letters("own") == {}


def test_a_locked_space_keeps_no_letter(either: Notebook) -> None:
    space = either.space("mira")
    either.lock("mira")
    with trouble("locked"):
        space.save_letter("own", "cue", text("too late"))
    with trouble("locked"):
        space.letters("own")


def test_one_that_comes_in_a_file_becomes_a_letter_and_no_answer(either: Notebook) -> None:
    sitting = Sitting(id="read", exercise=EXERCISE, mode="alone", people=("mira",))
    kept = Kept(sitting=sitting, place=Place(), state="open", answers={"cue": text("from a file")})
    either.space("mira").add(Belongings(kept=(kept,)))
    assert either.space("mira").letters("read") == {"cue": text("from a file")}
    assert either.space("mira").answers("read") == {}


def test_a_notebook_of_ones_own_takes_the_letters_along_and_each_is_burned_where_it_lies(
    books: Notebooks, either: Notebook, tmp_path: Path
) -> None:
    either.space("mira").save_letter("own", "cue", text("words"))
    either.split("mira", SECRET["mira"], tmp_path / "mine")
    mine = books.open(tmp_path / "mine")
    mine.unlock("mira", SECRET["mira"])
    assert mine.space("mira").letters("own") == {"cue": text("words")}
    mine.space("mira").save_letter("own", "cue", None)
    assert either.space("mira").letters("own") == {"cue": text("words")}
    mine.close()


# the real one


def test_g15_its_words_lie_nowhere_in_plain_and_in_no_vault_and_no_backup(written: Notebook, tmp_path: Path) -> None:
    written.backups().make(TODAY, Progress())
    for person in ("mira", "sam"):
        said = [private(written, person).rows(select(table)) for table in rows.metadata.sorted_tables]
        assert CANARY not in repr(said)
    written.backups().restore(1, tmp_path / "again", Progress())
    restored = notebooks(tmp_path).open(tmp_path / "again")
    restored.unlock("mira", SECRET["mira"])
    assert restored.space("mira").entry("own") is not None
    assert restored.space("mira").letters("own") == {}
    restored.close()
    assert not [path for path in (written.folder / "backups").rglob("*") if "letter" in path.name]
    assert reopened(written).folder == written.folder
    assert traces(CANARY, tmp_path) == []
    assert traces(CANARY.encode("unicode_escape").decode(), tmp_path) == []


def test_it_is_there_at_the_next_opening_and_after_another_passphrase(written: Notebook) -> None:
    written.change_passphrase("mira", SECRET["mira"], NEW)
    again = reopened(written)
    again.unlock("mira", NEW)
    assert again.space("mira").letters("own") == {"cue": text(CANARY)}
    again.close()


def test_new_keys_wrap_it_anew_and_the_old_ones_open_it_no_more(written: Notebook) -> None:
    with private(written, "mira").lent() as (_connection, old):
        bound = keyfile.read(written.folder).bound("mira", "letter")
    written.renew_keys("mira", SECRET["mira"], NEW)
    assert written.space("mira").letters("own") == {"cue": text(CANARY)}
    assert not any(letters.whole(written.folder, name, old, bound) for name in letterfiles.names(written.folder))
    again = reopened(written)
    again.unlock("mira", NEW)
    assert again.space("mira").letters("own") == {"cue": text(CANARY)}
    again.close()


def test_burning_overwrites_its_key_before_the_name_goes(written: Notebook, tmp_path: Path) -> None:
    held = {}
    for path in written.folder.glob("*.letterkey"):
        os.link(path, tmp_path / path.name)
        held[path.name] = tmp_path / path.name
    before = {name: path.read_bytes() for name, path in held.items()}
    written.space("mira").save_letter("own", "cue", None)
    gone = [name for name in held if not (written.folder / name).exists()]
    assert len(gone) == 1
    assert any(before[gone[0]])
    assert not any(held[gone[0]].read_bytes())


def test_g14_emptying_a_space_burns_its_letters_and_nobody_elses(written: Notebook) -> None:
    written.space("sam").start(given.for_two("his"))
    written.space("sam").save_letter("his", "cue", text("of Sam's"))
    written.empty("mira")
    assert len(list(letterfiles.names(written.folder))) == SPARE
    written.unlock("sam", SECRET["sam"])
    assert written.space("sam").letters("his") == {"cue": text("of Sam's")}


def test_g19_whoever_is_deleted_leaves_no_letter_and_the_last_one_leaves_no_file(written: Notebook) -> None:
    written.remove("mira", SECRET["mira"])
    assert len(list(letterfiles.names(written.folder))) == SPARE
    written.unlock("sam", SECRET["sam"])
    written.remove("sam", SECRET["sam"])
    assert not written.folder.exists() or list(written.folder.iterdir()) == []


def test_g13_the_folder_shows_the_same_with_a_few_letters_and_with_none(two: Notebook) -> None:
    before = shown(two.folder)
    assert len(before) == 4 * SPARE
    two.space("mira").start(alone())
    for step in ("cue", "wish"):
        two.space("mira").save_letter("own", step, text(CANARY * 100))
        assert shown(two.folder) == before
    two.space("mira").save_letter("own", "cue", None)
    assert shown(two.folder) == before


def test_a_damaged_one_is_told_and_never_shown_wrong(written: Notebook) -> None:
    for path in written.folder.glob("*.letter"):
        path.write_bytes(path.read_bytes()[:-1] + b"\0")
    with trouble("vault-damaged"):
        written.space("mira").letters("own")
    folder = written.folder
    written.close()
    found = {finding.name: finding.what for finding in Verifying(folder, SECRET["mira"]).findings()}
    assert found["letters"] == "damaged"


def test_verifying_reads_the_letters_it_has_a_key_for(written: Notebook) -> None:
    folder = written.folder
    written.close()
    found = {finding.name: finding.what for finding in Verifying(folder, SECRET["mira"]).findings()}
    assert found["letters"] == "locked"  # Sam's
