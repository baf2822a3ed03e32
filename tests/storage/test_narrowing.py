"""Consent that was opened: somebody alone makes theirs narrower, or calls it off; both notebooks keep to it (K2, G5, G31)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.fakes.notebook import FakeNotebooks
from tests.storage import given
from tests.storage.given import MIRA, SAM, SECRET, notebooks, trouble
from workbook.content.compose import compose
from workbook.couple.agreements import Holding, holding
from workbook.couple.people import BOTH
from workbook.couple.ports import Notebook, Notebooks
from workbook.couple.sealing import Half
from workbook.couple.sitting import Place, Sitting

KINDS: dict[str, Callable[[Path], Notebooks]] = {"real": notebooks, "in memory": FakeNotebooks}
EXERCISE = compose(
    {
        **given.PLAIN,
        "id": "day",
        "parts": [
            {
                "apart": [
                    {
                        "kind": "consent",
                        "id": "touch",
                        "title": "Touch",
                        "ask": "What is all right?",
                        "items": [{"id": "hand", "text": "A hand"}, {"id": "hug", "text": "A hug"}],
                        "levels": [{"id": "no", "text": "No"}, {"id": "ask", "text": "Ask"}, {"id": "fine", "text": "Fine"}],
                    }
                ]
            },
            {"reveal": {"steps": ["touch"], "ask": "What surprised you?", "title": "Open"}},
            {"together": [{"kind": "date", "id": "day", "title": "The day", "ask": "Which day?"}]},
        ],
    }
)
SITTING = Sitting(id="first", exercise=EXERCISE, mode="each", people=("mira", "sam"))
NOW = datetime(2026, 3, 3, 12, 0)
FINE = {"consent": {"hand": "fine", "hug": "fine"}}


@pytest.fixture(params=KINDS)
def books(request: pytest.FixtureRequest, tmp_path: Path) -> Notebooks:
    """Notebooks of either kind."""
    return KINDS[request.param](tmp_path / "usual")


@pytest.fixture
def agreed(books: Notebooks, tmp_path: Path) -> Iterator[Notebook]:
    """Both said yes to everything, opened it, and set a day."""
    notebook = books.create(tmp_path / "book", (MIRA, SAM))
    for person, passphrase in SECRET.items():
        notebook.begin(person, passphrase, name_on_door=False)
    notebook.shared().invite(SITTING)
    for person in SECRET:
        notebook.space(person).start(SITTING)
        notebook.seal(Half(sitting="first", author=person, openings={"touch": FINE}))
    notebook.open_step("first", "touch")
    notebook.shared().save("first", "day", BOTH, {"day": "2026-03-03"})
    notebook.shared().go("first", Place(2, 0), "finished")
    yield notebook
    notebook.close()


def now_holds(notebook: Notebook) -> Holding:
    (found,) = holding(notebook.shared(), {"day"}, NOW)
    return found


def alone(notebook: Notebook, person: str) -> Notebook:
    """Only one of them is in."""
    notebook.lock_all()
    notebook.unlock(person, SECRET[person])
    return notebook


def test_each_alone_makes_theirs_narrower_and_it_is_there_at_the_next_opening(books: Notebooks, agreed: Notebook) -> None:
    alone(agreed, "sam").shared().narrow("first", "touch", "sam", {"consent": {"hand": "fine", "hug": "no"}})
    assert now_holds(agreed).levels == {"hand": "fine", "hug": "no"}
    agreed.close()
    again = books.open(agreed.folder)
    again.unlock("mira", SECRET["mira"])
    assert now_holds(again).levels == {"hand": "fine", "hug": "no"}
    again.close()


def test_nothing_gets_wider_by_it(agreed: Notebook) -> None:
    shared = alone(agreed, "sam").shared()
    shared.narrow("first", "touch", "sam", {"consent": {"hand": "no", "hug": "ask"}})
    shared.narrow("first", "touch", "sam", FINE)
    assert now_holds(agreed).levels == {"hand": "no", "hug": "ask"}
    shared.narrow("first", "touch", "sam", {"consent": {}})
    assert now_holds(agreed).levels == {"hand": "no", "hug": "no"}


def test_nobody_narrows_in_the_others_name(agreed: Notebook) -> None:
    shared = alone(agreed, "sam").shared()
    with trouble("locked"):
        shared.narrow("first", "touch", "mira", {"consent": {}})
    with trouble("locked"):
        shared.narrow("never", "touch", "sam", {"consent": {}})


def test_it_is_for_consent_alone(agreed: Notebook) -> None:
    with pytest.raises(ValueError, match="only consent"):
        alone(agreed, "sam").shared().narrow("first", "day", "sam", {"day": "2026-01-01"})


def test_somebody_who_locked_narrows_nothing_any_more(agreed: Notebook) -> None:
    shared = agreed.shared()
    agreed.lock("sam")
    with trouble("locked"):
        shared.narrow("first", "touch", "sam", {"consent": {}})


def test_what_was_sealed_stays_as_it_was_and_still_agrees_with_its_seal(agreed: Notebook) -> None:
    alone(agreed, "sam").shared().narrow("first", "touch", "sam", {"consent": {}})
    opened = {one.author: one for one in agreed.shared().opened("first")}
    assert opened["sam"].answer == FINE
    assert not opened["sam"].broken


@pytest.mark.parametrize("person", ["mira", "sam"])
def test_either_calls_it_off_alone_and_it_does_not_say_who(agreed: Notebook, person: str) -> None:
    shared = alone(agreed, person).shared()
    shared.call_off("first")
    found = now_holds(agreed)
    assert (found.called_off, set(found.levels.values())) == (True, {"no"})
    entry = shared.sitting("first")
    assert entry is not None
    assert entry.state == "set-aside"
    assert [one.author for one in shared.joint("first")] == [BOTH]


def test_whoever_deletes_their_answer_has_said_no(agreed: Notebook) -> None:
    alone(agreed, "sam").take_back("sam", "first", "touch")
    assert set(now_holds(agreed).levels.values()) == {"no"}
