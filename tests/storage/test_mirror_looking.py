"""Looking back by time and finding words again: in memory as on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.fakes.notebook import FakeNotebooks
from tests.storage import given
from tests.storage.given import MIRA, SAM, SECRET, started
from workbook.content.step import Answer
from workbook.couple.people import BOTH
from workbook.couple.ports import Notebook, Notebooks
from workbook.couple.sealing import Half
from workbook.couple.sitting import Place

NOTEBOOKS: dict[str, Callable[[Path], Notebooks]] = {"real": given.notebooks, "in memory": FakeNotebooks}
TODAY = date(2026, 3, 3)


def said(words: str) -> Answer:
    """An answer in words."""
    return {"words": words}


@pytest.fixture(params=NOTEBOOKS)
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of either kind in which two are, with one sitting for two."""
    notebook = NOTEBOOKS[request.param](tmp_path / "usual").create(tmp_path / "book", (MIRA, SAM))
    for person, passphrase in SECRET.items():
        notebook.begin(person, passphrase, name_on_door=False)
    started(notebook)
    yield notebook
    notebook.close()


def opened(notebook: Notebook) -> None:
    """The first step of both halves is open."""
    for person in SECRET:
        words = said(f"{person} heard the door")
        notebook.space(person).save("first", "cue", words)
        notebook.seal(Half(sitting="first", author=person, openings={"cue": words, "wish": None}))
    notebook.open_step("first", "cue")


def where(notebook: Notebook, words: str, person: str = "mira") -> list[tuple[str, str, str]]:
    """Where somebody finds words."""
    return [(one.sitting, one.step, one.author) for one in notebook.space(person).search(words, 20)]


def test_words_are_found_whatever_their_accents_and_capitals(both: Notebook) -> None:
    mira = both.space("mira")
    mira.start(given.alone())
    mira.save("own", "cue", said("Das Café an der Ecke"))
    for words in ("café", "cafe", "CAFE\u0301", "ecke das", "eck"):
        assert where(both, words) == [("own", "cue", "mira")]
    for words in ("", '"', "caf tea", "tea", "***", "NOT", "cafe*ecke"):
        assert where(both, words) == []


def test_a_result_names_its_place_and_marks_the_words(both: Notebook) -> None:
    mira = both.space("mira")
    mira.start(given.alone())
    mira.save("own", "wish", said("Rain on the roof and half \ud800 of a thing"))
    (found,) = mira.search("roof", 5)
    assert (found.exercise, found.title, found.ours) == ("Small", "Wish", False)
    assert [piece.text for piece in found.excerpt if piece.marked] == ["roof"]
    assert "".join(piece.text for piece in found.excerpt).startswith("Rain on the roof and half ?")


def test_what_is_written_over_is_found_no_more(both: Notebook) -> None:
    mira = both.space("mira")
    mira.start(given.alone())
    mira.save("own", "cue", said("the grey lamp"))
    assert where(both, "grey") == [("own", "cue", "mira")]
    mira.save("own", "cue", said("the green lamp"))
    assert where(both, "grey") == []
    assert where(both, "green") == [("own", "cue", "mira")]
    mira.save("own", "cue", None)
    assert where(both, "green") == []


def test_the_newest_stands_first(both: Notebook) -> None:
    mira = both.space("mira")
    for name in ("one", "two", "three"):
        mira.start(given.alone(name))
        mira.save(name, "cue", said("rain"))
    mira.note(TODAY)
    assert [sitting for sitting, _step, _author in where(both, "rain")] == ["three", "two", "one"]


def test_nobody_finds_what_the_other_keeps(both: Notebook) -> None:
    sam = both.space("sam")
    sam.save("first", "cue", said("a kept word"))
    assert where(both, "kept", "sam") == [("first", "cue", "sam")]
    assert where(both, "kept") == []


def test_what_opened_is_found_by_both_until_it_is_taken_back(both: Notebook) -> None:
    opened(both)
    both.shared().save("first", "name", BOTH, said("the door game"))
    all_three = [("first", "cue", "mira"), ("first", "cue", "sam"), ("first", "name", BOTH)]
    assert sorted(where(both, "door")) == sorted(where(both, "door", "sam")) == all_three
    both.take_back("sam", "first", "cue")
    assert sorted(where(both, "door")) == sorted(where(both, "door", "sam")) == [all_three[0], all_three[2]]


def test_what_is_deleted_with_its_sitting_is_found_no_more(both: Notebook) -> None:
    mira = both.space("mira")
    mira.start(given.alone())
    mira.save("own", "cue", said("rain"))
    mira.note(TODAY)
    assert where(both, "rain")
    mira.delete("own")
    assert where(both, "rain") == []
    assert mira.past(5) == ()
    opened(both)
    assert len(where(both, "door")) == 2
    both.leave_sitting("mira", "first")
    assert where(both, "door") == [("first", "cue", "sam")]


def test_looking_back_lists_ones_own_and_what_both_finished_by_time(both: Notebook) -> None:
    mira = both.space("mira")
    mira.start(given.alone("first one"))
    mira.note(TODAY)
    assert [one.id for one in mira.past(5)] == ["first one"]
    opened(both)
    both.shared().go("first", Place(2, 0), "finished")
    mira.note(TODAY)
    mira.start(given.alone("last one"))
    mira.note(TODAY)
    assert [(one.id, one.ours) for one in mira.past(5)] == [("last one", False), ("first", True), ("first one", False)]
    newest = mira.past(2)
    assert [one.id for one in mira.past(2, newest[-1].at)] == ["first one"]
    assert [one.id for one in both.space("sam").past(5)] == []
    mira.go("first", Place(), "set-aside")
    assert [one.id for one in mira.past(5)] == ["last one", "first one"]


def test_this_day_in_earlier_years(both: Notebook) -> None:
    mira = both.space("mira")
    for name, day in (("then", date(2024, 3, 3)), ("another day", date(2025, 3, 4)), ("today", TODAY)):
        mira.start(given.alone(name))
        mira.note(day)
    assert [(one.id, one.day) for one in mira.on_day(TODAY, 5)] == [("then", date(2024, 3, 3))]
