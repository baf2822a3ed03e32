"""What a page lists: the same from the notebook in memory, and from a real vault however much lies behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select, text

from tests.fakes.notebook import FakeNotebooks
from tests.fakes.outside import HandClock, ImmediateJobs
from tests.storage import given
from tests.storage.given import EXERCISE, MIRA, PLAIN, SAM, SECRET, common, for_two, private
from workbook.content.compose import compose
from workbook.couple.belongings import Belongings, Kept
from workbook.couple.ports import Notebook, Notebooks
from workbook.couple.sitting import Headline, Place, Sitting
from workbook.screens.home import HomeScreen, HomeState, HomeWays
from workbook.screens.table import TableScreen
from workbook.storage import rows

NOTEBOOKS: dict[str, Callable[[Path], Notebooks]] = {"real": given.notebooks, "in memory": FakeNotebooks}
OTHER = compose(PLAIN | {"id": "other", "title": "Andéres \ud83d", "purpose": "For\0 more."})
NOWHERE = HomeWays(**{way: lambda *_at: None for way in HomeWays.__struct_fields__})


@pytest.fixture(params=NOTEBOOKS)
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of either kind, both in it."""
    notebook = NOTEBOOKS[request.param](tmp_path / "usual").create(tmp_path / "book", (MIRA, SAM))
    for person, passphrase in SECRET.items():
        notebook.begin(person, passphrase, name_on_door=False)
    yield notebook
    notebook.close()


def alone(name: str, exercise: Any = EXERCISE) -> Sitting:
    """One of Mira's own."""
    return Sitting(id=name, exercise=exercise, mode="alone", people=("mira",))


def together(name: str) -> Sitting:
    """One that both began at the table."""
    return Sitting(id=name, exercise=OTHER, mode="together", people=("mira", "sam"))


def ids(found: tuple[Headline, ...]) -> list[str]:
    """Which they are."""
    return [one.id for one in found]


def test_the_newest_of_each_kind_come_first_and_no_more_than_asked_for(both: Notebook) -> None:
    mira, shared = both.space("mira"), both.shared()
    for number in range(4):
        mira.start(alone(f"own{number}"))
        shared.invite(for_two(f"two{number}"))
        mira.start(for_two(f"two{number}"))
        shared.invite(together(f"table{number}"))
    mira.go("own1", Place(), "finished")
    mira.go("own0", Place(), "open")
    shared.go("table1", Place(), "finished")
    shared.go("two2", Place(), "finished")
    assert ids(mira.going_on(9)) == ["own0", "own3", "own2"]
    assert ids(mira.going_on(2)) == ["own0", "own3"]
    assert ids(mira.finished(9)) == ["own1"]
    assert ids(shared.going_on(5)) == ["table3", "two3", "table2", "two1", "table0"]
    assert ids(shared.finished(9)) == ["two2", "table1"]
    assert both.space("sam").going_on(9) == mira.read_in(9) == ()


def test_a_list_names_a_sitting_by_its_exercise_letter_for_letter(both: Notebook) -> None:
    both.space("mira").start(alone("own", OTHER))
    assert both.space("mira").going_on(1) == (Headline("own", OTHER.title, OTHER.purpose),)


def test_what_came_out_of_a_file_is_told_from_what_is_shared(both: Notebook) -> None:
    mira = both.space("mira")
    mira.start(for_two("begun here"))
    kept = [Kept(sitting=one, place=Place(), state="open", answers={}) for one in (for_two("b"), alone("mine"), for_two("a"))]
    mira.add(Belongings(kept=tuple(kept)))
    mira.go("a", Place(1, 0))
    assert ids(mira.read_in(9)) == ["a", "b"]
    assert ids(mira.read_in(1)) == ["a"]
    assert ids(mira.going_on(9)) == ["mine"]


def test_what_is_out_of_sight_is_ones_own_affair(both: Notebook) -> None:
    for person in ("mira", "sam"):
        both.space(person).start(for_two("first"))
        both.space(person).start(for_two("second"))
    both.space("mira").go("second", Place(), "set-aside")
    assert both.space("mira").aside() == {"second"}
    assert both.space("sam").aside() == frozenset()


def test_the_newest_of_certain_exercises_or_of_any(both: Notebook) -> None:
    mira, shared = both.space("mira"), both.shared()
    for number in range(3):
        mira.start(alone(f"small{number}"))
        mira.start(alone(f"other{number}", OTHER))
        shared.invite(for_two(f"small{number}"))
    found = mira.entries()
    assert mira.latest(9) == found
    assert mira.latest(2) == found[:2]
    assert [entry.sitting.id for entry in mira.latest(2, frozenset({"other"}))] == ["other2", "other1"]
    assert mira.latest(9, frozenset({"other", "small", "none"})) == found
    assert mira.latest(9, frozenset()) == mira.latest(9, frozenset({"none"})) == ()
    assert shared.latest(2, frozenset({"small"})) == shared.sittings()[:2]


def test_one_sitting_for_two_is_found_by_its_id(both: Notebook) -> None:
    shared = both.shared()
    shared.invite(for_two("one"))
    shared.invite(for_two("two"))
    assert shared.sitting("one") == shared.sittings()[1]
    assert shared.sitting("none") is None


# what it costs


@contextmanager
def asked(notebook: Notebook) -> Iterator[list[tuple[str, Any, Any]]]:
    """Every statement to the two vaults that Mira can read: its words, its values, its connection."""
    found: list[tuple[str, Any, Any]] = []

    def hear(connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, _many: bool) -> None:
        found.append((statement, values, connection))

    with ExitStack() as stack:
        for vault in (private(notebook, "mira"), common(notebook)):
            with vault.lent() as (connection, _key):
                engine = connection.engine
            event.listen(engine, "before_cursor_execute", hear)
            stack.callback(event.remove, engine, "before_cursor_execute", hear)
        yield found


def home(notebook: Notebook) -> HomeState:
    """Mira's own page."""
    return HomeScreen("mira", notebook, tuple, tuple, ImmediateJobs(), HandClock(), NOWHERE).state


def table(notebook: Notebook) -> object:
    """The table."""
    return TableScreen(
        notebook,
        ImmediateJobs(),
        exercises=tuple,
        sit_down=lambda _at: None,
        begin=lambda _at: None,
        look=lambda _at: None,
        leave_table=lambda: None,
        agreeing=lambda: frozenset({"sober-agreements"}),
        agreed=lambda: None,
        brief=lambda: None,
        clock=HandClock(),
    ).state


MOST_ASKED: dict[Callable[[Notebook], object], int] = {home: 13 + 9, table: 6}
"""Of those for home, nine come after the page is shown: what is new is noted for looking back and read for the search."""

OF_SITTINGS: dict[Callable[[Notebook], object], int] = {home: 8 + 4, table: 4}


def fill(notebook: Notebook, sittings: int) -> None:
    """So many of each kind, half of them finished."""
    for number in range(sittings):
        notebook.space("mira").start(alone(f"own{number}"))
        notebook.shared().invite(for_two(f"two{number}"))
        notebook.space("mira").start(for_two(f"two{number}"))
        if number % 2:
            notebook.space("mira").go(f"own{number}", Place(), "finished")
            notebook.shared().go(f"two{number}", Place(), "finished")


@pytest.mark.parametrize("page", MOST_ASKED)
def test_a_page_asks_as_much_of_a_notebook_of_years_as_of_a_new_one(two: Notebook, page: Callable[[Notebook], object]) -> None:
    fill(two, 2)
    page(two)  # what is new is noted once, for looking back
    with asked(two) as before:
        page(two)
    fill(two, 30)
    page(two)
    with asked(two) as after:
        page(two)
    then, now = ([re.sub(r"IN \(.*?\)", "IN (…)", statement) for statement, *_rest in found] for found in (before, after))
    assert now == then
    assert len(after) == MOST_ASKED[page]
    assert not any("source" in statement for statement, *_rest in after)


@pytest.mark.parametrize("page", MOST_ASKED)
def test_a_page_never_looks_through_all_sittings(two: Notebook, page: Callable[[Notebook], object]) -> None:
    fill(two, 30)
    page(two)
    with asked(two) as found:
        page(two)
    plans = [
        str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all())
        for statement, values, connection in tuple(found)
        if "FROM sitting" in statement
    ]
    for *_asked, connection in found:
        connection.rollback()  # SQLAlchemy began one to explain
    assert len(plans) == OF_SITTINGS[page]
    assert not [plan for plan in plans if re.search(r"SCAN (?!sitting USING INDEX ix_sitting_read_in)|TEMP B-TREE", plan)]


def test_where_nothing_is_new_only_the_newest_few_are_looked_at(two: Notebook) -> None:
    mira = two.space("mira")
    fill(two, 40)
    mira.note(date(2026, 3, 3))
    assert len(mira.past(100)) == 60
    with asked(two) as found:
        mira.note(date(2026, 3, 3))
    assert len(found) == 7
    assert max(len(values) for _statement, values, _connection in found) <= 8


def test_a_save_asks_what_is_sealed_and_then_writes_once(two: Notebook) -> None:
    fill(two, 1)
    with asked(two) as found:
        two.space("mira").save("own0", "cue", given.text("the door"))
        two.space("mira").save("own0", "cue", given.text("the window"))
    # Each also says that there is something for the search to read; a space that one goes on with does not ask again.
    assert [statement.split()[0] for statement, *_rest in found] == ["SELECT", "BEGIN", "INSERT", "INSERT"] * 2


def test_there_is_one_connection_to_each_open_vault(two: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(two, 2)
    opened: list[object] = []
    for vault in (private(two, "mira"), private(two, "sam"), common(two)):
        with vault.lent() as (connection, _key):
            event.listen(connection.engine, "connect", lambda *made: opened.append(made))
    home(two)
    table(two)
    two.space("mira").save("own0", "cue", given.text("the door"))
    two.seal(given.half("mira", "two0"))
    assert opened == []


def test_a_damaged_title_is_told_as_damage(two: Notebook) -> None:
    fill(two, 1)
    with private(two, "mira").writing() as connection:
        connection.execute(text("UPDATE exercise SET title = x'0000'"))
    with given.trouble("vault-damaged"):
        two.space("mira").going_on(1)
    assert common(two).row(select(rows.exercise.c.title)) == (EXERCISE.title,)
