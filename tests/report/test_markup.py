"""The gate to paper: whatever was typed, no more and no less."""

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.report import faces, markup

ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
TYPED = (
    "I feel <hurt & alone>",
    '<img src="/etc/hostname">',
    "&amp; &lt;b&gt;",
    "</para><b>",
    "<font name='x'>",
    "a < b > c",
    "&#65;",
)


def read_back(shown: str) -> str:
    """Words with the spaces that a reader copies."""
    return shown.replace("\u00a0", " ")


@pytest.mark.parametrize("typed", TYPED)
def test_what_looks_like_a_tag_stays_what_was_typed(typed: str) -> None:
    assert read_back(markup.line(typed)) == typed
    assert [read_back(marked) for marked in markup.spoken(typed)] == [typed]
    assert [read_back(piece.text) for piece in markup.prose(typed)] == [typed]


@given(st.text(st.sampled_from("<>&;'\"/#bi= aéłΩ→ \u0301*-")))
def test_nothing_typed_is_ever_read_as_a_tag(typed: str) -> None:
    assert read_back(markup.line(typed)).split() == normalize("NFC", typed).split()


@settings(deadline=None)  # the first one reads the faces
@given(st.text())
def test_any_text_at_all_can_be_set(typed: str) -> None:
    for shown in (markup.line(typed), *markup.spoken(typed), *(piece.text for piece in markup.prose(typed))):
        assert all(faces.family(letter) or letter in ACCENTS or faces.unseen(letter) for letter in shown)


@given(st.text(st.characters(codec="latin-1", exclude_categories=["C"])))
def test_latin_words_come_back_letter_by_letter_with_their_spaces(typed: str) -> None:
    assert markup.line(typed).replace("\u00a0", " ") == typed.replace("\u00a0", " ")


def test_line_breaks_and_several_spaces_are_kept() -> None:
    assert markup.spoken("one\n  two   three\r\n\nfour") == ["one", "\u00a0 two\u00a0 \u00a0three", "", "four"]
    assert read_back(markup.spoken("a     b")[0]) == "a     b"


def test_letters_the_first_face_lacks_come_in_another() -> None:
    assert faces.runs("tak → nie 漢 😀") == [
        ("Text", "tak "), ("Second", "→"), ("Text", " nie "), ("Eastern", "漢"), ("Text", " "), ("Emoji", "😀"),
    ]  # fmt: skip


def test_an_accent_that_was_typed_by_itself_stands_above_its_letter() -> None:
    assert markup.line("cafe\u0301") == "café"
    assert faces.runs(markup.line("ax\u0301b")) == [("Text", "a"), ("Second", "x\u0301"), ("Text", "b")]


def test_an_authors_tiny_markup_is_understood() -> None:
    pieces = markup.prose("First *this* and\nthat.\n\n- one\n- *two*\n  and more\n\nLast, 2 * 3 * 4.")
    assert [(piece.text, piece.item, [piece.text[start:end] for start, end in piece.slanted]) for piece in pieces] == [
        ("First this and that.", False, ["this"]),
        ("one", True, []),
        ("two and more", True, ["two"]),
        ("Last, 2 * 3 * 4.", False, []),
    ]


def test_what_paper_cannot_show_is_named_once_and_replaced_visibly() -> None:
    typed = ("bell \a\a", "half \ud83d", "ߒߞߏ", "fine é ß ł ő ş Ελληνικά кириллица “quoted” – 😭 漢 שלום مرحبا 한국 ｱ", "ጤና")
    assert markup.unprintable(typed) == ("U+0007", "U+D83D", "ߒ", "ߞ", "ߏ", "ጤ", "ና")
    assert [markup.clean(text) for text in typed[:3]] == ["bell □", "half □", "□"]
    assert markup.clean(typed[3]) == typed[3]


def test_what_has_no_look_of_its_own_needs_no_warning() -> None:
    assert markup.unprintable(("zero\u200dwidth\ufe0f\u00ad \t",)) == ()
    assert markup.clean("zero\u200dwidth\ufe0f") == "zero\u200dwidth\ufe0f"
    assert faces.runs("zero\u200dwidth\ufe0f ☕\ufe0f") == [("Text", "zerowidth "), ("Second", "☕")]
