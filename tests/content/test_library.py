"""The library opens at once, and goes on without a pack that cannot be used."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.content.good import GOOD, PACK, put_pack
from workbook.content.fault import Faulty
from workbook.content.index import INDEX, fresh_index, write_index
from workbook.content.library import Library

SUMMARIES = """
import sys
from pathlib import Path
from workbook.content.library import Library
print([summary.id for summary in Library(Path(sys.argv[1])).summaries()], "yaml" in sys.modules)
"""


def put_broken(folder: Path) -> None:
    """A pack beside the kitchen, with one fault."""
    broken = folder / "broken"
    broken.mkdir()
    (broken / "pack.yaml").write_text("id: broken", "utf-8")


def test_a_summary_says_what_a_list_shows(tmp_path: Path) -> None:
    put_pack(tmp_path)
    (summary,) = Library(tmp_path).summaries()
    assert (summary.id, summary.title, summary.pack) == ("the-kettle", "The kettle", "kitchen")
    assert (summary.minutes.each, summary.minutes.together, summary.intensity) == (10, 12, "high")
    assert (summary.who, summary.not_for) == (("each", "alone"), ("fear-of-partner",))


def test_with_an_index_nothing_is_parsed_before_it_is_asked_for(tmp_path: Path) -> None:
    write_index(put_pack(tmp_path))
    done = subprocess.run([sys.executable, "-c", SUMMARIES, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "['the-kettle'] False\n"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"imprint": {}, "summaries": []}', b"\xff"])
def test_a_damaged_index_is_passed_over(tmp_path: Path, damage: bytes) -> None:
    kitchen = put_pack(tmp_path)
    (kitchen / INDEX).write_bytes(damage)
    assert [summary.id for summary in Library(tmp_path).summaries()] == ["the-kettle"]


def test_the_index_tells_the_same_as_the_pack(tmp_path: Path) -> None:
    kitchen = put_pack(tmp_path)
    read = Library(tmp_path).summaries()
    write_index(kitchen)
    assert Library(tmp_path).summaries() == read
    assert (kitchen / INDEX).read_bytes() == fresh_index(kitchen)


def test_an_exercise_is_parsed_once(tmp_path: Path) -> None:
    put_pack(tmp_path)
    library = Library(tmp_path)
    assert library.exercise("the-kettle").title == "The kettle"
    assert library.exercise("the-kettle") is library.exercise("the-kettle")


def test_an_unknown_exercise_is_a_key_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        Library(tmp_path).exercise("the-kettle")


def test_a_faulty_pack_is_shelved_and_the_others_stay(tmp_path: Path) -> None:
    put_pack(tmp_path)
    put_broken(tmp_path)
    library = Library(tmp_path)
    assert [imprint.id for imprint in library.imprints()] == ["kitchen"]
    assert {fault.file for fault in library.shelved["broken"]} == {"broken/pack.yaml"}


def test_a_file_that_went_bad_behind_its_index_shelves_the_pack(tmp_path: Path) -> None:
    kitchen = put_pack(tmp_path)
    write_index(kitchen)
    library = Library(tmp_path)
    (kitchen / "the-kettle.yaml").write_text(GOOD.replace("edition: 1", "edition: x"), "utf-8")
    with pytest.raises(Faulty):
        library.exercise("the-kettle")
    assert library.summaries() == ()
    assert [str(fault) for fault in library.shelved["kitchen"]] == [
        "kitchen/the-kettle.yaml:2: `edition` is `x`. Write a whole number."
    ]


def test_a_second_pack_cannot_take_an_id_that_is_taken(tmp_path: Path) -> None:
    put_pack(tmp_path)
    other = tmp_path / "larder"
    other.mkdir()
    (other / "pack.yaml").write_text(PACK.replace("id: kitchen", "id: larder"), "utf-8")
    (other / "the-kettle.yaml").write_text(GOOD, "utf-8")
    library = Library(tmp_path)
    assert [summary.pack for summary in library.summaries()] == ["kitchen"]
    assert "`kitchen` has an exercise `the-kettle` too" in library.shelved["larder"][0].found


def test_no_folder_of_packs_is_an_empty_library(tmp_path: Path) -> None:
    assert Library(tmp_path / "nowhere").summaries() == ()
