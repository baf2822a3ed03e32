"""The dictionaries of a computer: found where its programs keep them; what is damaged or too large is as if it were not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spelling import tiny
from workbook.spelling import dictionaries
from workbook.spelling.__main__ import Reader


def reader(*folders: Path) -> Reader:
    return Reader(dictionaries.found(iter(folders)))


@pytest.mark.parametrize(
    ("platform", "environ", "place"),
    [
        ("linux", {"XDG_DATA_DIRS": "{root}/share"}, "share/hunspell"),
        ("linux", {"XDG_DATA_DIRS": "{root}/a:{root}/b"}, "b/myspell/dicts"),
        ("linux", {}, "home/.local/share/hunspell"),
        ("linux", {}, "home/.config/libreoffice/4/user/uno_packages/cache/uno_packages/x.tmp_/dict-en.oxt"),
        ("darwin", {}, "home/Library/Spelling"),
        ("win32", {"PROGRAMFILES": "{root}/programs"}, "programs/LibreOffice/share/extensions/dict-en"),
        ("win32", {"APPDATA": "{root}/roaming"}, "roaming/hunspell"),
        ("win32", {"DICPATH": "{root}/mine"}, "mine"),
    ],
)
def test_a_dictionary_is_found_where_programs_keep_them(
    tmp_path: Path, platform: str, environ: dict[str, str], place: str
) -> None:
    tiny.write(tmp_path / place, "en-ZW")
    around = {"HOME": str(tmp_path / "home")} | {key: value.replace("{root}", str(tmp_path)) for key, value in environ.items()}
    there = dictionaries.found(dictionaries.folders(around, platform))
    assert there["en_ZW"].files == tmp_path / place / "en-ZW"


def test_what_is_no_dictionary_is_none(tmp_path: Path) -> None:
    tiny.write(tmp_path, "hyph_en_GB")
    tiny.write(tmp_path, "en_GB").with_suffix(".aff").unlink()
    tiny.write(tmp_path, "en_IE").write_bytes(b"")
    (tmp_path / "en_NZ.dic").mkdir()
    (tmp_path / "en_AU.dic").symlink_to(tmp_path / "nowhere")
    assert dictionaries.found(iter((tmp_path, tmp_path / "none"))) == {}


def test_one_that_is_far_too_large_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.write(tmp_path)
    monkeypatch.setitem(dictionaries.LARGEST, ".dic", 20)
    assert dictionaries.found(iter((tmp_path,))) == {}


def test_the_nearest_to_the_first_wish_is_taken() -> None:
    names = ("de_CH", "en_GB", "en_US")
    assert dictionaries.best(("en_US", "en"), names) == "en_US"
    assert dictionaries.best(("en",), names) == "en_GB"
    assert dictionaries.best(("de_AT", "en"), names) == "de_CH"
    assert dictionaries.best(("fr",), names) == ""


def test_a_small_dictionary_knows_its_words_and_what_was_meant(tmp_path: Path) -> None:
    tiny.write(tmp_path)
    small = reader(tmp_path)
    assert small.found() == ["en_GB"]
    assert small.unknown("smal") == [], "nothing is open yet"
    assert small.open("en") == "en_GB"
    assert small.unknown("smal", "small", "don't", "née", "dishs") == ["smal"]
    assert "small" in small.instead("smal")


def test_words_in_other_letters_are_none_of_its_business(tmp_path: Path) -> None:
    tiny.write(tmp_path)
    small = reader(tmp_path)
    small.open("en")
    assert small.unknown("Привет", "שלום", "καλά", "猫") == []


def test_a_dictionary_in_another_coding_says_nothing_to_letters_it_does_not_have(tmp_path: Path) -> None:
    tiny.write(tmp_path, coding="ISO8859-1")
    old = reader(tmp_path)
    assert old.open("en") == "en_GB"
    assert old.unknown("née", "nee", "żaba") == ["nee"]
    assert old.instead("żaba") == []


@pytest.mark.parametrize("damage", [b"", b"\0" * 4096, b"no number\nsmall\n", bytes(range(256)) * 40, b"\x89PNG\r\n", b"9\n"])
def test_a_damaged_dictionary_is_as_if_there_were_none(tmp_path: Path, damage: bytes) -> None:
    tiny.write(tmp_path).write_bytes(damage)
    broken = reader(tmp_path)
    assert broken.open("en") == ""
    assert broken.unknown("smal") == []
    assert broken.instead("smal") == []


@pytest.mark.parametrize("damage", [b"\0" * 4096, bytes(range(256)) * 40, b"SET NOSUCHCODING\n", b"SFX A Y 99999\n"])
def test_damaged_affixes_break_nothing(tmp_path: Path, damage: bytes) -> None:
    tiny.write(tmp_path).with_suffix(".aff").write_bytes(damage)
    broken = reader(tmp_path)
    assert broken.open("en") in ("", "en_GB")
    assert "small" not in broken.unknown("small", "smal")
